import { UserError } from '../errors.ts';

/** Which output is meant, of which service, and where; what is left out is the reader's own. */
export interface OutputAddress {
  readonly app?: string;
  readonly stage?: string;
  readonly region?: string;
  /** The service's name: its `service:`. */
  readonly service: string;
  /** The output's name, and behind it the way into a nested one. */
  readonly path: readonly string[];
}

/**
 * Reads the address of `${output:ADDRESS}`: `name.key[.sub]` or `app:stage:region:name.key`, each of the first three
 * possibly empty, as the Serverless Dashboard had it. Throws E_OUTPUT_ADDRESS.
 */
export function parseOutputAddress(text: string): OutputAddress {
  const parts = text.split(':');
  const [app = '', stage = '', region = ''] = parts.length === 4 ? parts : [];
  const [service = '', ...path] = (parts.at(-1) ?? '').split('.');
  const isWhole = service !== '' && path.length > 0 && path.every((part) => part !== '');
  if ((parts.length !== 1 && parts.length !== 4) || !isWhole || text.includes('${') || /\s/.test(text)) {
    throw new UserError('E_OUTPUT_ADDRESS', {
      what: `"\${output:${text}}" is not the address of an output`,
      fix: 'write ${output:SERVICE.KEY} or ${output:APP:STAGE:REGION:SERVICE.KEY}, any of the first three empty',
    });
  }
  return {
    ...(app === '' ? {} : { app }),
    ...(stage === '' ? {} : { stage }),
    ...(region === '' ? {} : { region }),
    service,
    path,
  };
}
