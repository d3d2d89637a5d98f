import * as v from 'valibot';
import { BrokenAnswer } from '../broken-answer.ts';

// GitHub's answers, as far as we read them (REST API reference).
const commit = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));

const text = v.pipe(v.string(), v.nonEmpty());

export const repositoryAnswer = v.object({ id: v.number(), default_branch: text });

export const pullRequestAnswer = v.object({
  number: v.number(),
  state: v.picklist(['open', 'closed']),
  draft: v.optional(v.boolean()),
  user: v.nullish(v.object({ type: v.string(), login: v.optional(v.string()) })),
  // Null if the fork is gone; that it is there is GitHub's own word.
  head: v.object({ ref: text, sha: commit, repo: v.nullable(v.object({ id: v.number() })) }),
  base: v.object({ ref: text }),
  labels: v.array(v.object({ name: text })),
});

export const refAnswer = v.object({
  ref: v.pipe(v.string(), v.startsWith('refs/')),
  object: v.object({ sha: commit }),
});

export const comparisonAnswer = v.object({
  status: v.picklist(['ahead', 'behind', 'diverged', 'identical']),
  merge_base_commit: v.object({ sha: commit }),
});

export const commitAnswer = v.object({ message: v.string() });

export const runAttemptAnswer = v.object({ status: v.string() });

/** A file whose bytes are all there, if GitHub hands them out; or something else: the entries of a directory, a link, a submodule. */
export const contentAnswer = v.union([
  v.pipe(v.array(v.unknown()), v.nonEmpty()),
  v.pipe(
    v.object({ type: v.literal('file'), encoding: v.string(), content: v.string(), size: v.number() }),
    v.check(({ encoding, content, size }) => encoding !== 'base64' || Buffer.from(content, 'base64').length === size),
  ),
  v.object({ type: v.picklist(['symlink', 'submodule', 'dir']) }),
]);

export const commentAnswer = v.object({
  id: v.number(),
  body: v.nullish(v.string()),
  user: v.nullish(v.object({ login: v.string() })),
  html_url: v.string(),
});

export const deploymentAnswer = v.object({
  id: v.number(),
  sha: v.string(),
  payload: v.optional(v.unknown()),
  creator: v.nullish(v.object({ login: v.string() })),
});

export const deploymentStatusAnswer = v.object({ state: v.string(), description: v.nullish(v.string()) });

export const commitStatusAnswer = v.object({ state: v.string(), context: v.string() });

/** An answer of GitHub's, as the client has it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/** Returns what an answer says; throws BrokenAnswer with what came if it does not have the shape that GitHub gives it. */
export function read<Schema extends v.GenericSchema>(
  schema: Schema,
  { data, status, headers }: Answer,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, data);
  if (result.success) {
    return result.output;
  }
  const place = v.getDotPath(result.issues[0]);
  const what = place === null ? `no answer of its form (${describe(data)})` : `an answer without a valid "${place}"`;
  throw brokenAnswer({ status, headers }, what);
}

function brokenAnswer({ status, headers }: Pick<Answer, 'status' | 'headers'>, what: string): BrokenAnswer {
  return new BrokenAnswer(`HTTP ${status}, ${String(headers['content-type'] ?? 'no content type')}: ${what}`);
}

/** Checks the answer to a removal, which says nothing but that it is done; throws BrokenAnswer. */
export function readNothing(answer: Answer): void {
  if (answer.status !== 204) {
    throw brokenAnswer(answer, 'no answer of its form');
  }
}

function describe(data: unknown): string {
  const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? 'nothing');
  return text.trim() === '' ? 'empty' : text.trim().slice(0, 40);
}

/**
 * Reads all pages of a list by GitHub's own links; throws BrokenAnswer if one is none: the client's own way to all pages takes an
 * answer without content for an empty page.
 */
export async function readPages<Schema extends v.GenericSchema>(
  schema: Schema,
  ask: (page: { readonly per_page: number; readonly page: number }) => Promise<Answer>,
): Promise<v.InferOutput<Schema>[]> {
  const items: v.InferOutput<Schema>[] = [];
  for (let page = 1; ; page++) {
    const answer = await ask({ per_page: 100, page });
    items.push(...read(v.array(schema), answer));
    if (!/rel="next"/.test(String(answer.headers['link'] ?? ''))) {
      return items;
    }
  }
}
