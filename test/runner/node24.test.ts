import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { node24 } from './node24.ts';

it('finds a Node that is 24 or newer', () => {
  const version = execFileSync(node24(), ['--version'], { encoding: 'utf8' });
  expect(Number(/^v(\d+)\./.exec(version)?.[1])).toBeGreaterThanOrEqual(24);
});
