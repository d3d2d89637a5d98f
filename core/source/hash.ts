import { createHash } from 'node:crypto';

/** Returns the SHA-256 (hex) of some lines, whatever their order. */
export function hashLines(lines: readonly string[]): string {
  const text = [...lines].sort().join('\n');
  return createHash('sha256')
    .update(lines.length === 0 ? '' : `${text}\n`)
    .digest('hex');
}
