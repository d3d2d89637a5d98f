import { UserError } from '../errors.ts';

/**
 * Reads the secret that holds the addresses of one kind of target, under the names that `notifications` calls them by: one
 * address is called as the secret is (`NOTIFY_SLACK`), several stand on lines `NAME=https://…`. Throws E_INPUT, which says
 * nothing of the value.
 */
export function parseTargets(secret: string, text: string | undefined): ReadonlyMap<string, string> {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 1 && !/^[A-Za-z_][A-Za-z0-9_]*=/.test(lines[0] ?? '')) {
    return new Map([[secret, lines[0] ?? '']]);
  }
  const targets = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const [, name, address] = /^([A-Za-z_][A-Za-z0-9_]*)=(.+)$/.exec(line) ?? [];
    if (name === undefined || address === undefined || targets.has(name)) {
      throw new UserError('E_INPUT', {
        what: `line ${index + 1} of the secret ${secret} is not NAME=ADDRESS, or has a name that another line has`,
        fix: 'write one address, or one line NAME=ADDRESS for each',
      });
    }
    targets.set(name, address);
  }
  return targets;
}
