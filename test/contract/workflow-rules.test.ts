import { describe, expect, it } from 'vitest';
import { ROOT, readSource } from './source-files.ts';
import { BROKEN_IDENTITY } from './workflow-rules/broken-identity.ts';
import { BROKEN_RIGHTS } from './workflow-rules/broken-rights.ts';
import { BROKEN_WIRING } from './workflow-rules/broken-wiring.ts';
import { RULES } from './workflow-rules/rules.ts';
import { readSample, SAMPLE } from './workflow-rules/sample.ts';
import { readShipped } from './workflow-rules/shipped-file.ts';
import { shippedPaths } from './workflow-rules/shipped-paths.ts';

const PATHS = shippedPaths(ROOT);
const SHIPPED = new Map(PATHS.map((path) => [path, readShipped(path, readSource(path))]));
const RULE_ENTRIES = Object.entries(RULES);
const BROKEN = [...BROKEN_RIGHTS, ...BROKEN_IDENTITY, ...BROKEN_WIRING].map((one) => ({
  ...one,
  change: one.to === '' ? `without ${JSON.stringify(one.from)}` : `with ${JSON.stringify(one.to)}`,
}));

describe('the workflows and actions that we ship', () => {
  it('are of every kind', () => {
    const kinds = [...SHIPPED.values()].map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['reusable', 'own', 'template', 'action']));
  });

  it('hold what users call: preview, stage, promote and sweep', () => {
    const reusable = [...SHIPPED.values()].filter(({ kind }) => kind === 'reusable').map(({ path }) => path);
    for (const name of ['preview', 'stage', 'promote', 'sweep'])
      expect(reusable).toContain(`.github/workflows/${name}.yml`);
  });

  it.each(RULE_ENTRIES)('%s', (_, rule) => {
    expect([...SHIPPED.values()].flatMap((file) => rule(file, SHIPPED))).toEqual([]);
  });
});

describe('a rule', () => {
  const sample = readSample();

  it.each(RULE_ENTRIES)('is content with the sample: %s', (_, rule) => {
    expect([...sample.values()].flatMap((file) => rule(file, sample))).toEqual([]);
  });

  it.each(RULE_ENTRIES)('has an example of what it refuses: %s', (name) => {
    expect(BROKEN.map(({ rule }) => rule)).toContain(name);
  });

  it.each(BROKEN.map((one) => [one.rule, one.change, one] as const))(
    'finds where files do not %s: %s',
    (_, __, { rule, path, from, to, finds }) => {
      expect(SAMPLE[path]).toContain(from);
      const shipped = readSample({ [path]: SAMPLE[path].replace(from, () => to) });
      expect([...shipped.values()].flatMap((file) => RULES[rule](file, shipped))).toContain(finds);
    },
  );

  it('reads no file that is not sound YAML', () => {
    expect(() => readShipped('.github/workflows/x.yml', 'on: push\non: push\n')).toThrow(/x\.yml: .*unique/);
  });
});
