import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { StepResult } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { configurationWith } from '../world/example.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { resolveStage } from './resolve-stage-run.ts';
import { expectSuccess } from './verdict.ts';

const scripts = (test: string) => `${JSON.stringify({ name: 'x', scripts: { test } })}\n`;
const PLACEHOLDER = scripts('echo "Error: no test specified" && exit 1');
const [WITHOUT_SERVICES = ''] = configurationWith().split('services:\n');
/** The example's configuration with these further keys of its services. */
function configured(more: Readonly<Record<string, object>> = { tasks: { test: './check' } }): string {
  const services = ['database', 'restapi', 'tasks'].map((key) => [key, { path: `backend-${key}`, ...more[key] }]);
  return WITHOUT_SERVICES + stringify({ services: Object.fromEntries(services) });
}

const FILES: Files = {
  'serverless-stages.yml': configured(),
  // Neither is a test of a service.
  'package.json': scripts('vitest run'),
  '.nvmrc': 'v22.11.0\n',
  'backend-database/package.json': PLACEHOLDER,
  'backend-restapi/package.json': scripts('node --test'),
  'backend-tasks/package.json': PLACEHOLDER,
  ...Object.fromEntries(
    ['database', 'restapi', 'tasks'].map((key) => [
      `nested/backend-${key}/serverless.yml`,
      `service: nested-${key}\nprovider: { name: aws }\n`,
    ]),
  ),
  'nested/serverless-stages.yml': configured(),
  'nested/backend-database/package.json': scripts('node --test'),
};

let world: World;
const folders: string[] = [];
beforeAll(async () => {
  world = await startWorld({ files: FILES });
});
afterAll(async () => {
  await world.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let count = 0;
/** Opens a pull request with these changes and resolves it in a clone of its head, after `touch` has changed that. */
async function resolvePull(
  changes: Files,
  inputs: Record<string, string> = {},
  touch: (clone: string) => void = () => undefined,
): Promise<StepResult> {
  count += 1;
  const head = `tested/${count}`;
  const commit = world.repository.commit(head, changes);
  const { number } = await world.github.pulls.open({ head, base: 'master' });
  const workspace = world.repository.checkout(commit);
  touch(workspace);
  const step = await resolveStage(world, { ...(await world.pullRequestRun(number, 'opened')), workspace }, inputs);
  expectSuccess(step);
  return step;
}
const testsOf = ({ outputs }: StepResult) =>
  (outputs['tests'] ?? '')
    .replace(/^-$/, '')
    .split(',')
    .filter((key) => key !== '')
    .sort();
const all = Object.fromEntries(['database', 'restapi', 'tasks'].map((key) => [`backend-${key}/a.txt`, 'a']));

describe('the output tests', () => {
  it('has the changed services with a test script or a command, and not those that did not change', async () => {
    expect(testsOf(await resolvePull(all))).toEqual(['restapi', 'tasks']);
    expect(testsOf(await resolvePull({ 'backend-restapi/a.txt': 'a' }))).toEqual(['restapi']);
    expect(testsOf(await resolvePull({ 'backend-database/a.txt': 'a' }))).toEqual([]);
  });

  it('is - where nothing changed, so that an output that got lost is not taken for it', async () => {
    const step = await resolvePull({ 'docs/a.md': 'a' });
    expect(step.outputs).toMatchObject({ decision: 'deploy', services: '[]', tests: '-' });
  });

  it.each<[what: string, changes: Files, expected: string[]]>(
    sampleOf([
      [
        'a command that the pull request brings',
        {
          'serverless-stages.yml': configured({ tasks: { test: './check' }, database: { test: 'node --test' } }),
          'backend-database/a.txt': 'a',
        },
        ['database'],
      ],
      [
        'a command that it takes away, with what its package.json says then',
        { 'serverless-stages.yml': configured({}), 'backend-tasks/a.txt': 'a' },
        [],
      ],
      [
        'false',
        {
          'serverless-stages.yml': configured({ restapi: { test: false } }),
          'backend-restapi/a.txt': 'a',
        },
        [],
      ],
      ['a script that it brings', { 'backend-database/package.json': scripts('node --test') }, ['database']],
      ['a script that it removes', { 'backend-restapi/package.json': PLACEHOLDER }, []],
    ]),
  )('is by the pull request’s own commit: %s', async (_what, changes, expected) => {
    expect(testsOf(await resolvePull(changes))).toEqual(expected);
  });

  it('is by the commit, not by what lies in the workspace', async () => {
    const touch = (clone: string) =>
      writeFileSync(join(clone, 'backend-database/package.json'), scripts('node --test'));
    expect(testsOf(await resolvePull({ 'backend-database/a.txt': 'a' }, {}, touch))).toEqual([]);
  });

  it('has all that have tests for a configured stage', async () => {
    const workspace = world.repository.checkout(world.repository.head('refs/heads/master'));
    const step = await resolveStage(world, { ...world.dispatchRun('refs/heads/master'), workspace }, { stage: 'dev' });
    expectSuccess(step);
    expect(testsOf(step)).toEqual(['restapi', 'tasks']);
  });

  it('counts from the working directory', async () => {
    const step = await resolvePull({ 'nested/backend-database/a.txt': 'a' }, { 'working-directory': 'nested' });
    expect(testsOf(step)).toEqual(['database']);
  });

  it('is all where the workspace is no clone, so that nothing is deployed untested', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-clone-'));
    folders.push(folder);
    const step = await resolveStage(
      world,
      { ...world.dispatchRun('refs/heads/master'), workspace: folder },
      { stage: 'dev' },
    );
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ decision: 'deploy', services: '', tests: 'all', 'node-version': '' });
  });
});

describe('the output node-version', () => {
  const versionOf = async (...args: Parameters<typeof resolvePull>) =>
    (await resolvePull(...args)).outputs['node-version'];
  const withoutRc = { '.nvmrc': null };

  it.each<[what: string, changes: Files, version: string]>(
    sampleOf([
      ['.nvmrc', {}, '22.11.0'],
      ['a .nvmrc that the pull request changes', { '.nvmrc': 'lts/*\n' }, 'lts/*'],
      ['.node-version', { ...withoutRc, '.node-version': '20.19.0\n' }, '20.19.0'],
      ['volta', { ...withoutRc, 'package.json': '{"volta":{"node":"22.1.0"},"engines":{"node":"20"}}' }, '22.1.0'],
      [
        'devEngines',
        { ...withoutRc, 'package.json': '{"devEngines":{"runtime":{"name":"node","version":"^22"}}}' },
        '^22',
      ],
      ['engines', { ...withoutRc, 'package.json': '{"engines":{"node":">=20 || ^24.1"}}' }, '>=20 || ^24.1'],
      ['none', { ...withoutRc, 'package.json': '{"private":true}' }, ''],
      ['none that is a version', { '.nvmrc': '$(curl evil)', 'package.json': '{"engines":{"node":"`id`"}}' }, ''],
    ]),
  )('is by %s', async (_what, changes, version) => {
    expect(await versionOf(changes)).toBe(version);
  });

  it('is by the application’s folder, or the nearest above it that says one', async () => {
    const nested = { 'working-directory': 'nested' };
    expect(await versionOf({}, nested)).toBe('22.11.0');
    expect(await versionOf({ 'nested/package.json': '{"engines":{"node":"20"}}' }, nested)).toBe('20');
    expect(await versionOf({ 'nested/package.json': '{"private":true}' }, nested)).toBe('22.11.0');
    expect(await versionOf({ 'nested/.nvmrc': '20' })).toBe('22.11.0');
  });

  it('C2 adds no output of its own', async () => {
    const step = await resolvePull({ '.nvmrc': '22\nstage=prod\ndecision<<EOF\nskip\nEOF\n' });
    expect(step.outputs).toMatchObject({ 'node-version': '22', decision: 'deploy' });
    expect(step.outputs['stage']).not.toBe('prod');
  });
});
