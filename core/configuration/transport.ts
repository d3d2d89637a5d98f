import { UserError } from '../errors.ts';
import { decodeJson } from '../transport.ts';
import type { EffectiveConfiguration } from './effective.ts';

/** Reads resolve-stage's output `configuration` (JSON, or the long form of `encodeJson`); throws E_INPUT on any other text. */
export function decodeConfiguration(text: string): EffectiveConfiguration {
  const wrong = (why: string, cause?: unknown) =>
    new UserError('E_INPUT', {
      what: 'the input "configuration" is not what resolve-stage gives',
      why,
      fix: 'pass resolve-stage\'s output "configuration" on as it is',
      cause,
    });
  let value: unknown;
  try {
    value = decodeJson(text);
  } catch (cause) {
    throw wrong('it is not JSON', cause);
  }
  const configuration = value as Partial<EffectiveConfiguration> | null;
  if (configuration?.schemaVersion !== 1) {
    throw wrong(`its schemaVersion is ${JSON.stringify(configuration?.schemaVersion)}, and this action reads 1`);
  }
  if (configuration.app === undefined || configuration.stage === undefined || configuration.profile === undefined) {
    throw wrong('it has no app, stage or profile');
  }
  // What a version before wrote knows no removal.
  return { elsewhere: [], configured: [], destroyAllowed: false, ...configuration } as EffectiveConfiguration;
}
