import { createHash } from 'node:crypto';

/** Returns the SHA-256 (hex) of some lines, whatever their order. */
export function hashLines(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of [...lines].sort()) {
    hash.update(line).update('\n');
  }
  return hash.digest('hex');
}
