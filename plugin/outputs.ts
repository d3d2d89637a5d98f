import { UserError } from '../core/errors.ts';
import { outputId, outputName } from '../core/output/names.ts';
import { flattenOutputs } from '../core/output/values.ts';
import { asciiOutput } from '../core/stack/output-text.ts';
import { suggestName } from '../core/suggest.ts';
import type { Template } from './framework.ts';

type Outputs = NonNullable<Template['Outputs']>;

/** What the Serverless Dashboard wrote in front of the name of a stack's own output. */
const OF_STACK = 'CFN!?';

/**
 * Turns the `outputs:` of a service into outputs of its stack; `native` are those that the stack has anyway. `CFN!?Key`
 * stands for the value of such a one. Throws E_SERVICE_CONFIG.
 */
export function stackOutputs(outputs: Readonly<Record<string, unknown>>, native: Outputs): Outputs {
  const found: Outputs = {};
  for (const { name, value } of flattenOutputs(outputs)) {
    const id = outputId(name);
    if (Object.hasOwn(native, id)) {
      throw new UserError('E_SERVICE_CONFIG', {
        what: `the output "${name}" under "outputs:" has the name of an output of the stack`,
        fix: 'rename one of the two, or leave it out: outputs of the stack can be read as they are',
      });
    }
    const output = { Description: `Output ${name} of this service`, Value: outputValue(name, value, native) };
    found[id] = asciiOutput(output) ?? output;
  }
  return found;
}

function outputValue(name: string, value: unknown, native: Outputs): unknown {
  if (typeof value !== 'string' || !value.startsWith(OF_STACK)) {
    return value;
  }
  const key = value.slice(OF_STACK.length);
  const output = Object.hasOwn(native, key) ? native[key] : undefined;
  if (output === undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `the output "${name}" is ${value}, and the stack has no output "${key}"`,
      fix: suggestName(key, Object.keys(native).map(outputName)),
    });
  }
  return output.Value;
}
