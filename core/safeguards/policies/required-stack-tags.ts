import * as v from 'valibot';
import { matchesWhole, pattern } from '../policy/pattern.ts';
import { type Finding, policy } from '../policy/policy.ts';
import { isKnown } from '../view/values.ts';

/** By tag; a number is a pattern of its digits, an empty text takes every value. */
const patterns = v.pipe(
  v.custom<Readonly<Record<string, string | number>>>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
    'is no mapping of tags',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    for (const [key, value] of dataset.typed ? Object.entries(dataset.value) : []) {
      if (value !== '' && !v.is(v.union([pattern, v.number()]), value)) {
        const item = { type: 'unknown', origin: 'value', input: dataset.value, key, value } as const;
        addIssue({ message: 'is not a regular expression', path: [item] });
      }
    }
  }),
);

export const requiredStackTags = policy({
  checks: 'the stack has these tags, and their whole values match',
  configuration: 'tag: regular expression',
  example: "required-stack-tags: { team: '[a-z]+' }",
  config: patterns,
  check: ({ stackTags }, wanted) =>
    Object.entries(wanted).flatMap(([tag, expression]): Finding[] => {
      const value = Object.hasOwn(stackTags, tag) ? stackTags[tag] : undefined;
      if (
        value !== undefined &&
        (expression === '' || !isKnown(String(value)) || matchesWhole(value, String(expression)))
      ) {
        return [];
      }
      const what =
        value === undefined ? `the stack has no tag ${tag}` : `the stack's tag ${tag} does not match ${expression}`;
      return [{ what, fix: `set provider.stackTags.${tag}` }];
    }),
});
