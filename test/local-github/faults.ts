import type { FieldError } from './api-error.ts';

/** What the API does instead of answering. */
export type GithubFault =
  /** JSON; without a message the one that GitHub mostly has: 404 `Not Found`, 502 `Server Error`. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly errors?: readonly FieldError[];
    }
  /** 403 `Resource not accessible by integration`, with the permissions that the route accepts. */
  | { readonly kind: 'forbidden' }
  /** 403 or 429 "secondary rate limit", with or without `retry-after` (seconds). */
  | { readonly kind: 'secondary-limit'; readonly status?: 403 | 429; readonly retryAfter?: number }
  /** 403 or 429, `x-ratelimit-remaining: 0`, the window ends in so many seconds: 2,400, 40 minutes, by default. */
  | { readonly kind: 'primary-limit'; readonly resetIn?: number; readonly status?: 403 | 429 }
  /** 301 to the same question by the repository's id. */
  | { readonly kind: 'moved' }
  /** GitHub's unicorn: HTML with 502, 503 or 504. */
  | { readonly kind: 'html'; readonly status: 502 | 503 | 504 }
  /** An answer that is none of GitHub's, whatever its status says: of a proxy, or one that got lost on the way. */
  | { readonly kind: 'raw'; readonly status: number; readonly type?: string; readonly body: string }
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'timeout' }
  /** The connection is cut; nothing is carried out. */
  | { readonly kind: 'reset' }
  /** What is asked for is carried out, then the connection is cut. */
  | { readonly kind: 'lost-answer' }
  /** The answer comes so many milliseconds later; what is asked for is carried out then. */
  | { readonly kind: 'slow'; readonly ms: number };

export interface FaultScope {
  /** Default 1; `Infinity` until `clear`. */
  readonly times?: number;
  readonly method?: string;
  /** Tried on path and query. */
  readonly path?: RegExp;
}

export interface GithubFaults {
  /** The next request in scope gets this fault; several are worked off in order. */
  next(fault: GithubFault, scope?: FaultScope): void;
  clear(): void;
}

/** A queue of faults and the way to take out the first one that a request is in the scope of. */
export function createFaults(): GithubFaults & { take(method: string, path: string): GithubFault | undefined } {
  let queue: { readonly fault: GithubFault; readonly scope: FaultScope; left: number }[] = [];
  return {
    next(fault, scope = {}) {
      queue.push({ fault, scope, left: scope.times ?? 1 });
    },
    clear() {
      queue = [];
    },
    take(method, path) {
      const entry = queue.find(
        ({ scope }) => (scope.method ?? method) === method && (scope.path === undefined || scope.path.test(path)),
      );
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) queue = queue.filter((other) => other !== entry);
      return entry.fault;
    },
  };
}
