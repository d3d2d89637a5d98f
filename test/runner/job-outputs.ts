import type { SecretMasker } from './secret-masker.ts';

/** What other jobs get of a job's outputs. */
export interface SentOutputs {
  outputs: Record<string, string>;
  warnings: string[];
}

/** Leaves out empty outputs and, with the runner's warning, those that hold a masked value (actions/runner, JobExtension). */
export function sendOutputs(masker: SecretMasker, values: Record<string, string>): SentOutputs {
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  const isSafe = ([, value]: [string, string]) => masker.mask(value) === value;
  return {
    outputs: Object.fromEntries(filled.filter(isSafe)),
    warnings: filled
      .filter((entry) => !isSafe(entry))
      .map(([name]) => `Skip output '${name}' since it may contain secret.`),
  };
}
