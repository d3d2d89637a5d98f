import * as v from 'valibot';
import { onlyDefined } from '../only-defined.ts';
import type { Finding } from './policy/policy.ts';

/** Largest policy of a user's own, in bytes: it travels from job to job with the configuration. */
export const MAX_POLICY_BYTES = 64 * 1024;

/**
 * Configuration of a policy that users write themselves: a module in the repository (`path`, relative to serverless-stages.yml) or
 * its text (`code`), and what it is given.
 */
export const javascriptConfig = v.pipe(
  v.strictObject({
    path: v.optional(
      v.pipe(
        v.string(),
        v.regex(/\.[cm]?js$/, 'is not the path of a .js, .mjs or .cjs file'),
        v.check((path) => !/^([\\/]|[A-Za-z]:)|(^|[\\/])\.\.([\\/]|$)/.test(path), 'is not a path in the repository'),
      ),
    ),
    code: v.optional(v.pipe(v.string(), v.nonEmpty('is empty'))),
    values: v.optional(v.boolean()),
    config: v.optional(v.unknown()),
  }),
  v.check(({ path, code }) => (path === undefined) !== (code === undefined), 'takes a path, or code, and one of them'),
);

export type JavascriptConfig = v.InferOutput<typeof javascriptConfig>;

const finding = v.object({
  message: v.pipe(v.string(), v.nonEmpty()),
  resource: v.optional(v.string()),
  function: v.optional(v.string()),
  fix: v.optional(v.string()),
  level: v.optional(v.picklist(['error', 'warning'])),
});

/** Longest text of a policy's own that is shown, in characters. */
const MAX_TEXT = 500;

/** Reads what a policy of a user's own gave: a list of findings. Undefined if it is none, which counts as a crash. */
export function foreignFindings(value: unknown): Finding[] | undefined {
  const checked = v.safeParse(v.array(finding), value);
  return checked.success
    ? checked.output.map(({ message, fix = '', level, ...at }) => ({
        ...onlyDefined(at),
        what: message.slice(0, MAX_TEXT),
        fix: fix.slice(0, MAX_TEXT),
        ...(level === 'warning' ? { level } : {}),
      }))
    : undefined;
}
