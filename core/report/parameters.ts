import { createHash } from 'node:crypto';
import type { Parameter } from '../profile/parameter.ts';
import { plain } from './markdown.ts';

/** How many names the log tells. */
const MOST_NAMES = 20;

/** Digits of the hash that people compare. */
const DIGITS = 12;

/**
 * Returns one hash over the names of parameters, where they come from, and SSM's versions of them, in 12 hex digits. Values are not
 * in it, since it is shown: a changed literal is told by the commit, a changed entry of PARAMETERS by nothing.
 */
export function parametersHash(parameters: readonly Parameter[]): string {
  const lines = parameters.map(({ name, source, version = '' }) => JSON.stringify([name, source, version]));
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, DIGITS);
}

/** Tells the log how many parameters there are, where the first of them come from, and their hash; never a value. */
export function describeParameters(parameters: readonly Parameter[]): string {
  const secret = parameters.filter((parameter) => parameter.secret).length;
  const shown = parameters.slice(0, MOST_NAMES).map(({ name, source }) => `${name} (${source})`);
  const more = parameters.length > shown.length ? `, and ${parameters.length - shown.length} more` : '';
  const names = shown.length === 0 ? '' : `: ${shown.join(', ')}${more}`;
  return `${counted(parameters.length, 'parameter')}, ${secret} of them secret, names and versions ${parametersHash(parameters)}${names}`;
}

/** Renders the same for the job summary, in Markdown: how many are of which kind of source. */
export function renderParameters(profile: string, parameters: readonly Parameter[]): string {
  const of = (kind: string) => parameters.filter(({ source }) => source.split(':')[0] === kind).length;
  const kinds = [
    [of('literal'), 'of the configuration'],
    [of('ssm'), 'of SSM'],
    [of('secret'), 'of the PARAMETERS secret'],
  ] as const;
  const parts = kinds.flatMap(([count, place]) => (count === 0 ? [] : [`${count} ${place}`]));
  const from = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `Profile ${plain(profile)}: ${counted(parameters.length, 'parameter')}${from}, names and versions \`${parametersHash(parameters)}\`\n`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
