import { readSafeguard, type Safeguard, type SettingFault } from '../../../core/safeguards/entry.ts';

/** Reads an entry that is right. */
export function read(entry: unknown): Safeguard {
  const result = readSafeguard(entry);
  if (Array.isArray(result)) throw new Error(`faults: ${JSON.stringify(result)}`);
  return result as Safeguard;
}

/** Reads an entry that is wrong: the paths of its faults, and all that they say. */
export function faults(entry: unknown): { paths: string[]; text: string } {
  const result = readSafeguard(entry);
  if (!Array.isArray(result)) throw new Error(`no fault: ${JSON.stringify(result)}`);
  const found = result as readonly SettingFault[];
  if (found.some(({ what, fix }) => what.trim() === '' || fix.trim() === '')) throw new Error('a fault says nothing');
  return {
    paths: found.map(({ path }) => path.join('.')),
    text: found.map(({ what, fix }) => `${what} ${fix}`).join('\n'),
  };
}
