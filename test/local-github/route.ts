import type { Hub, Repository } from './hub.ts';
import type { PermissionSet } from './permissions.ts';
import type { Token } from './tokens.ts';

export interface ApiRequest {
  readonly method: string;
  /** Path as it was asked, below the base path and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
}

export interface ApiAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON; text as it is; undefined for nothing. */
  readonly body: unknown;
}

/** Captured parts of the path, decoded. */
export type Params = Readonly<Record<string, string>>;

/** One endpoint below `/repos/{owner}/{repo}`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `/pulls/:number`; a part `*name` takes everything, slashes too, up to the parts that stand behind it. */
  readonly pattern: string;
  /** A token needs one of these sets; every token may read a repository's metadata. */
  readonly permissions: readonly PermissionSet[];
  handle(call: Call): Promise<ApiAnswer> | ApiAnswer;
}

export interface Call {
  readonly hub: Hub;
  readonly repository: Repository;
  readonly token: Token;
  readonly params: Params;
  readonly request: ApiRequest;
}

/** The parts of a path that a pattern captures; undefined when it does not fit. */
export function matchPath(pattern: string, path: string): Params | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index];
    if (value === undefined) return undefined;
    if (part.startsWith('*')) {
      const behind = wanted.slice(index + 1);
      const end = given.length - behind.length;
      if (end <= index || behind.some((one, at) => one !== given[end + at])) return undefined;
      params[part.slice(1)] = decodeURIComponent(given.slice(index, end).join('/'));
      return params;
    }
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return wanted.length === given.length ? params : undefined;
}
