import { UserError } from '../errors.ts';
import { suggestName } from '../suggest.ts';
import { isLifted, LIFTABLE, type Liftable, type Line } from './line.ts';

/** What a person lets through, and why. */
export interface Override {
  readonly names: readonly Liftable[];
  readonly reason: string;
  /** As it was written, in one line: for people and for the history. */
  readonly text: string;
}

/** Reads the input `override`: names with commas between, a colon, and a reason in one line. Throws E_INPUT. */
export function parseOverride(text: string | undefined): Override | undefined {
  if (text === undefined) {
    return undefined;
  }
  const at = text.indexOf(':');
  const reason = at === -1 ? '' : text.slice(at + 1).trim();
  const names = text
    .slice(0, at === -1 ? undefined : at)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !LIFTABLE.some((known) => known === name));
  if (unknown !== undefined) {
    throw new UserError('E_INPUT', {
      what: `the input "override" names "${unknown}", which cannot be let through`,
      fix: suggestName(unknown, LIFTABLE),
    });
  }
  if (names.length === 0 || reason === '' || /[\r\n]/.test(text.trim())) {
    throw new UserError('E_INPUT', {
      what: `the input "override" is "${text}"`,
      why: 'it names what it lets through, and why, in one line',
      fix: 'write it like `soak, freeze: The checkout is down`',
    });
  }
  return { names: names as Liftable[], reason, text: `${names.join(', ')}: ${reason}` };
}

/** Returns an override reduced to what it let through, for people and for the history; undefined if that is nothing. */
export function usedOverride(override: Override | undefined, lines: readonly Line[]): string | undefined {
  const used = override?.names.filter((name) => isLifted(lines, name));
  return used === undefined || used.length === 0 ? undefined : `${used.join(', ')}: ${override?.reason ?? ''}`;
}
