import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ActionContract } from '../../core/contract.ts';
import { ROOT } from './source-files.ts';

interface Entry {
  description?: string;
  required?: boolean;
  default?: string;
}

interface ActionFile {
  name: string;
  description: string;
  inputs?: Record<string, Entry>;
  outputs?: Record<string, Entry>;
  runs: { using: string; main: string; pre?: string; post?: string; 'post-if'?: string };
}

const NAMES = readdirSync(join(ROOT, 'actions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(NAMES)('the action %s', async (name) => {
  const folder = join(ROOT, 'actions', name);
  const text = readFileSync(join(folder, 'action.yml'), 'utf8');
  const file = parse(text) as ActionFile;
  const { contract } = (await import(join(folder, 'contract.ts'))) as { contract: ActionContract };
  const inputs = Object.entries(file.inputs ?? {});
  const outputs = Object.entries(file.outputs ?? {});

  it('has the name of its folder', () => {
    expect(contract.name).toBe(name);
  });

  it('takes the same inputs in action.yml and in contract.ts', () => {
    expect(inputs.map(([input]) => input).sort()).toEqual(Object.keys(contract.inputs).sort());
  });

  it('gives the same outputs in action.yml and in contract.ts', () => {
    expect(outputs.map(([output]) => output).sort()).toEqual([...contract.outputs].sort());
  });

  it.each(inputs)(
    'always has a value for the input %s exactly where it is required or has a default',
    (input, entry) => {
      const always = entry.required === true || (entry.default !== undefined && entry.default !== '');
      expect(contract.inputs[input]?.always === true).toBe(always);
    },
  );

  it.each(inputs)('says in action.yml whether the input %s is required, and gives texts as defaults', (_, entry) => {
    expect(typeof entry.required).toBe('boolean');
    if (entry.default !== undefined) expect(typeof entry.default).toBe('string');
    if (entry.required) expect(entry.default).toBeUndefined();
  });

  it.each(inputs)('describes the input %s with a default or an example', (_, entry) => {
    expect(entry.description).toMatch(/Example: [^`]*`[^`]+`|Default: \S/);
    expect(entry.description).toMatch(/^[A-Z`].*\.$/s);
  });

  it.each(outputs)('describes the output %s', (_, entry) => {
    expect(entry.description).toMatch(/^[A-Z`].*\.$/s);
    expect(entry.description?.length).toBeGreaterThan(20);
  });

  it.each(inputs.filter(([input]) => contract.inputs[input]?.kind === 'flag'))(
    'offers true and false for the flag %s',
    (_, entry) => {
      expect(entry.description).toContain('`true`');
      expect(entry.default).toMatch(/^(true|false)$/);
    },
  );

  it.each(inputs.filter(([input]) => /(^|-)(token|secret|key|password)$/.test(input)))(
    'keeps the input %s secret',
    (input) => {
      expect(contract.inputs[input]?.kind).toBe('secret');
    },
  );

  it('writes only outputs that it has when it fails', () => {
    for (const output of Object.keys(contract.onFailure)) expect(contract.outputs).toContain(output);
    for (const output of ['status', 'decision'])
      if (contract.outputs.includes(output)) expect(contract.onFailure).toHaveProperty(output);
  });

  it('runs on Node 24 what is built in dist', () => {
    expect(file.runs.using).toBe('node24');
    const scripts = [file.runs.main, file.runs.pre, file.runs.post].filter((script) => script !== undefined);
    for (const script of scripts) {
      expect(script).toMatch(new RegExp(`^\\.\\./\\.\\./dist/${name}/\\w+\\.js$`));
      expect(existsSync(resolve(folder, script)), `${script}: run npm run build`).toBe(true);
    }
    expect(file.runs.post !== undefined).toBe(existsSync(join(folder, 'post.ts')));
  });

  it('ends its files even where a step failed', () => {
    expect(file.runs['post-if'] ?? 'always()').toBe('always()');
  });

  it('names outputs in descriptions of inputs that another action really has', async () => {
    for (const [, output = '', action = ''] of text.matchAll(/Output `([\w-]+)` of ([\w-]+)/g)) {
      const other = (await import(join(ROOT, 'actions', action, 'contract.ts'))) as { contract: ActionContract };
      expect(other.contract.outputs).toContain(output);
    }
  });
});
