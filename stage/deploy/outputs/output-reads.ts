import type { ReadValue } from '../../../core/deploy/inputs.ts';
import type { ReadFrom } from '../../../core/deploy/result.ts';
import { UserError } from '../../../core/errors.ts';
import type { OutputAddress } from '../../../core/output/address.ts';
import { type FindDeployment, type FoundOutput, lookUpOutput, type OutputReader } from '../../../core/output/lookup.ts';
import type { Service } from '../../../core/service/definition.ts';
import { outputOfParameter } from '../../../core/service/parameter-outputs.ts';
import { nearestName } from '../../../core/suggest.ts';

/** Reads outputs for one service and keeps what came of it. */
export interface OutputReads {
  /** Reads an output; `text` is how the service's configuration calls it. */
  byAddress(address: OutputAddress, text: string): Promise<FoundOutput>;
  /** Reads `KEY.OUTPUT` as a text; undefined where no service has that key. */
  byKey(name: string, text: string): Promise<TextOutput | undefined>;
  readonly values: readonly ReadValue[];
  readonly problems: readonly UserError[];
  from(): ReadFrom[];
}

/** An output as a parameter takes it. */
export type TextOutput =
  | { readonly found: true; readonly value: string; readonly stage: string }
  | { readonly found: false; readonly problem: UserError };

/** Builds the reads of one service. */
export function createOutputReads(
  reader: OutputReader,
  services: readonly Service[],
  find: FindDeployment,
): OutputReads {
  const values: ReadValue[] = [];
  const problems: UserError[] = [];
  const reads = new Map<string, ReadFrom>();
  const keys = services.map(({ key }) => key);
  const names = services.flatMap(({ name }) => name ?? []);
  const keyOf = (name: string) => services.find((service) => service.name === name)?.key ?? name;
  const fail = (problem: UserError) => {
    problems.push(problem);
    return { found: false, problem } as const;
  };
  const byAddress = async (address: OutputAddress, text: string): Promise<FoundOutput> => {
    const output = await lookUpOutput(address, reader, find);
    if (!output.found) {
      const near = nearestName(address.service, names);
      const isOurs = names.includes(address.service) || near === undefined;
      return fail(isOurs ? output.problem : misspelt(text, `${near}.${address.path.join('.')}`));
    }
    values.push({ address: text, value: output.value });
    const service = keyOf(address.service);
    reads.set(`${service} ${output.stage}`, { service, stage: output.stage });
    return output;
  };
  return {
    byAddress,
    async byKey(name, text) {
      const place = outputOfParameter(name, keys);
      if (place === undefined) {
        // It may have a fallback, or be a parameter of the service's own `params:`.
        const [key = '', ...rest] = name.split('.');
        const near = rest.length === 0 ? undefined : nearestName(key, keys);
        return near === undefined ? undefined : fail(misspelt(name, `${near}.${rest.join('.')}`));
      }
      const service = services.find(({ key }) => key === place.key)?.name;
      if (service === undefined) {
        return fail(noName(name, place.key));
      }
      const output = await byAddress({ service, path: place.path }, text);
      if (!output.found) {
        return output;
      }
      const { value, stage } = output;
      return typeof value === 'string' ? { found: true, value, stage } : fail(notText(name, value));
    },
    values,
    problems,
    from: () => [...reads.values()],
  };
}

function misspelt(name: string, near: string): UserError {
  return new UserError('E_OUTPUT_MISSING', {
    what: `"${name}" is no output of a service that is known`,
    fix: `did you mean "${near}"?`,
  });
}

function noName(name: string, key: string): UserError {
  return new UserError('E_OUTPUT_MISSING', {
    what: `"${name}" cannot be read: the name of the service "${key}" is not known`,
    why: 'its configuration is a program or has a variable in "service:", and it has not been deployed into this stage',
    fix: `deploy "${key}" first, or write its "service:" as a plain text`,
  });
}

function notText(name: string, value: unknown): UserError {
  const parts = Object.keys(value as object).map((part) => `${name}.${part}`);
  return new UserError('E_OUTPUT_MISSING', {
    what: `the output "${name}" is ${Array.isArray(value) ? 'a list' : 'a mapping'}, and a parameter is a text`,
    fix: `name one of its parts: ${parts.join(', ')}`,
  });
}
