import * as v from 'valibot';
import { atFunction, type Finding, policy } from '../policy/policy.ts';
import { isOfFramework } from '../view/functions.ts';
import { isKnown, textsOf } from '../view/values.ts';

const length = v.pipe(v.number(), v.integer('is not a whole number'), v.minValue(0, 'is less than 0'));

export const requireDescription = policy({
  checks: 'every function has a description of the right length',
  configuration: 'minLength (30) and maxLength (256)',
  example: 'require-description: { minLength: 20 }',
  config: v.optional(v.strictObject({ minLength: v.optional(length), maxLength: v.optional(length) })),
  check: ({ functions }, { minLength = 30, maxLength = 256 } = {}) =>
    functions
      .filter((one) => !isOfFramework(one))
      .flatMap((one): Finding[] => {
        const texts = textsOf(one.properties['Description']);
        const fault = (texts.length === 0 ? [''] : texts)
          .map((text) => faultOf(text, minLength, maxLength))
          .find((found) => found !== undefined);
        return fault === undefined
          ? []
          : [
              {
                ...atFunction(one),
                what: `the function ${one.label} ${fault}`,
                fix: `write a \`description:\` of ${minLength} to ${maxLength} characters`,
              },
            ];
      }),
});

function faultOf(text: string, min: number, max: number): string | undefined {
  if (text === '') {
    return 'has no description';
  }
  if (!isKnown(text)) {
    return undefined;
  }
  if (text.length < min) {
    return `has a description of ${text.length} characters`;
  }
  return text.length > max ? `has a description of ${text.length} characters` : undefined;
}
