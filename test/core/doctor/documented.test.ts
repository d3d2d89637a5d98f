import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url).pathname;
const CODE = [
  ...readdirSync(`${ROOT}core/doctor`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `core/doctor/${name}`),
  'cli/examining.ts',
];
const DOCS = readFileSync(`${ROOT}docs/setup.md`, 'utf8');

/** The names of checks in the code: of findings that are written out, and of those that a function makes. */
const named = new Set(
  CODE.flatMap((path) => {
    const text = readFileSync(`${ROOT}${path}`, 'utf8');
    const calls = /(?:findingsOfError\([^;]*?|notAsked\(place, |const base = \{ check: )'([a-z-]+)'/g;
    return [...text.matchAll(/check: '([a-z-]+)'/g), ...text.matchAll(calls)].map(([, name = '']) => name);
  }),
);

describe('what doctor finds', () => {
  it('is listed in the documentation, each of it, and nothing else', () => {
    const rows = DOCS.slice(DOCS.indexOf('| check | finds |')).split('\n').slice(2);
    const listed = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name),
    );
    expect([...listed].sort()).toEqual([...named].sort());
  });
});
