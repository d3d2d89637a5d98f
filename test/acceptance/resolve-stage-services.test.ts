import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { configurationWith } from '../world/example.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { resolveStage } from './resolve-stage-run.ts';
import { expectSuccess } from './verdict.ts';

const text = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const service = (name: string, more = '') =>
  `service: ${name}\nprovider: { name: aws, runtime: nodejs24.x }\nfunctions: { run: { handler: src/run.handler } }\n${more}`;
const CODE = 'export const handler = async () => ({ statusCode: 200, body: "a handler of some length" });\n';

const MEMBERS = ['backend-database', 'backend-restapi', 'backend-tasks', 'packages/kit'];
const DEPENDENCIES: Readonly<Record<string, object>> = {
  'backend-restapi': { '@workshop/kit': '*' },
  'backend-tasks': { 'left-pad': '^1.0.0' },
  'packages/kit': { 'kit-dep': '^1.0.0' },
};

/** The project's lockfile, with these versions of the packages from the registry. */
function lockfile(versions: Readonly<Record<string, string>> = {}): string {
  const nameOf = (folder: string) => (folder === 'packages/kit' ? '@workshop/kit' : folder);
  const members = MEMBERS.flatMap((folder) => [
    [folder, { name: nameOf(folder), version: '1.0.0', dependencies: DEPENDENCIES[folder] }] as const,
    [`node_modules/${nameOf(folder)}`, { resolved: folder, link: true }] as const,
  ]);
  // left-pad brings `inner`, which no package.json of the project names.
  const registry = ['left-pad', 'inner', 'kit-dep'].map((name) => {
    const version = versions[name] ?? '1.0.0';
    const resolved = `https://registry.example.com/${name}/-/${name}-${version}.tgz`;
    const needs = name === 'left-pad' ? { dependencies: { inner: '^1.0.0' } } : {};
    return [`node_modules/${name}`, { version, resolved, integrity: `sha512-${name}${version}==`, ...needs }] as const;
  });
  const root = { name: 'workshop', version: '1.0.0', workspaces: MEMBERS };
  const packages = Object.fromEntries([['', root] as const, ...members, ...registry]);
  return text({ name: 'workshop', version: '1.0.0', lockfileVersion: 3, requires: true, packages });
}

const manifests = Object.fromEntries(
  MEMBERS.map((folder) => {
    const name = folder === 'packages/kit' ? '@workshop/kit' : folder;
    return [`${folder}/package.json`, text({ name, version: '1.0.0', dependencies: DEPENDENCIES[folder] ?? {} })];
  }),
);

const PATTERN: [string, string] = ['stages:\n', "stages:\n  'feature/*': { profile: dev }\n"];
const TRIGGERS: [string, string] = [
  'restapi: { path: backend-restapi, test: node --test }',
  'restapi: { path: backend-restapi, depends-on: [database], triggers: [openapi/**] }',
];
const [WITHOUT_SERVICES = ''] = configurationWith(PATTERN).split('services:\n');
const COMPOSE = 'services:\n  front: { path: web-front }\n  back: { path: web-back, dependsOn: front }\n';

const FILES: Files = {
  'serverless-stages.yml': configurationWith(PATTERN, TRIGGERS),
  'package.json': text({ name: 'workshop', version: '1.0.0', private: true, workspaces: MEMBERS }),
  'package-lock.json': lockfile(),
  ...manifests,
  'common.yml': 'retries: ${file(../settings/retries.yml):count}\n',
  'settings/retries.yml': 'count: 2\n',
  'openapi/api.yml': 'openapi: 3.1.0\n',
  'packages/kit/index.mjs': 'export const kit = 1;\n',
  'docs/guide.md': 'A guide\n',
  'backend-tasks/serverless.yml': service('workshop-tasks', 'custom: ${file(../common.yml), file(../later.yml)}\n'),
  'backend-tasks/src/run.mjs': CODE,
  // The same again in a folder of its own, and with Compose.
  'nested/serverless-stages.yml': configurationWith(PATTERN),
  ...Object.fromEntries(
    ['database', 'restapi', 'tasks'].map((key) => [`nested/backend-${key}/serverless.yml`, service(`nested-${key}`)]),
  ),
  'composed/serverless-stages.yml': WITHOUT_SERVICES,
  'composed/serverless-compose.yml': COMPOSE,
  'composed/web-front/serverless.yml': service('front'),
  'composed/web-back/serverless.yml': service('back'),
};

let world: World;
let base: string;
const folders: string[] = [];
beforeAll(async () => {
  world = await startWorld({ files: FILES });
  base = world.repository.head('refs/heads/master');
});
afterAll(async () => {
  await world.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The output `services`, its keys in order. */
function servicesOf(step: StepResult): string[] {
  expectSuccess(step);
  return (JSON.parse(step.outputs['services'] ?? '') as string[]).sort();
}

let count = 0;
/** Opens a pull request with these changes and resolves it in a clone of its head, or in `workspace`. */
async function resolvePull(changes: Files, inputs: Record<string, string> = {}, workspace?: (head: string) => string) {
  count += 1;
  const head = `topic/${count}`;
  const commit = world.repository.commit(head, changes, { from: base });
  const { number } = await world.github.pulls.open({ head, base: 'master' });
  const run = await world.pullRequestRun(number, 'opened');
  return resolveStage(world, { ...run, workspace: workspace?.(head) ?? world.repository.checkout(commit) }, inputs);
}

describe('the services that a pull request changes', () => {
  it.each(
    sampleOf<[what: string, changes: Files, expected: string[]]>([
      ['a file of one', { 'backend-tasks/src/run.mjs': `${CODE}// Changed\n` }, ['tasks']],
      ['a new file of one', { 'backend-database/NOTES.md': 'A note\n' }, ['database']],
      ['a file of two', { 'backend-tasks/a.txt': 'a', 'backend-restapi/a.txt': 'a' }, ['restapi', 'tasks']],
      ['a removed file', { 'backend-restapi/src/table.mjs': null }, ['restapi']],
      ['a trigger', { 'openapi/api.yml': 'openapi: 3.2.0\n' }, ['restapi']],
      ['a file that its configuration reads', { 'common.yml': 'retries: 3\n' }, ['tasks']],
      ['a file that such a file reads', { 'settings/retries.yml': 'count: 3\n' }, ['tasks']],
      ['a file that it reads and that was not there', { 'later.yml': 'retries: 3\n' }, ['tasks']],
      ['a workspace package', { 'packages/kit/index.mjs': 'export const kit = 2;\n' }, ['restapi']],
      ['a locked package that one uses', { 'package-lock.json': lockfile({ 'left-pad': '1.3.0' }) }, ['tasks']],
      ['a package that a locked one brings', { 'package-lock.json': lockfile({ inner: '1.0.1' }) }, ['tasks']],
      [
        'a locked package of a workspace package',
        { 'package-lock.json': lockfile({ 'kit-dep': '1.0.1' }) },
        ['restapi'],
      ],
      ['what belongs to none', { 'docs/guide.md': 'Another guide\n', 'frontend/index.html': '<p>' }, []],
      ['nothing', {}, []],
      ['a renamed file', { 'backend-tasks/src/run.mjs': null, 'backend-tasks/src/go.mjs': CODE }, ['tasks']],
      [
        'a file that moves to another',
        { 'backend-tasks/src/run.mjs': null, 'backend-restapi/src/run.mjs': CODE },
        ['restapi', 'tasks'],
      ],
      ['a file that moves out', { 'backend-tasks/src/run.mjs': null, 'docs/run.mjs': CODE }, ['tasks']],
      [
        'a new service',
        {
          'serverless-stages.yml': `${configurationWith(PATTERN, TRIGGERS)}  mailer: { path: backend-mailer }\n`,
          'backend-mailer/serverless.yml': service('workshop-mailer'),
        },
        ['mailer'],
      ],
      [
        'a removed service',
        {
          'serverless-stages.yml': configurationWith(PATTERN, TRIGGERS, [
            '  tasks: { path: backend-tasks, test: node --test }\n',
            '',
          ]),
          'backend-tasks': null,
        },
        [],
      ],
    ]),
  )('are told by %s', async (_what, changes, expected) => {
    expect(servicesOf(await resolvePull(changes))).toEqual(expected);
  });

  it('are not those that the target branch changed meanwhile', async () => {
    world.repository.commit('master', { 'backend-restapi/meanwhile.txt': 'x', 'backend-database/meanwhile.txt': 'x' });
    expect(servicesOf(await resolvePull({ 'backend-tasks/a.txt': 'a' }))).toEqual(['tasks']);
  });

  it('are those of all its commits, also where the last one changes nothing of a service', async () => {
    const first = world.repository.commit('topic/two', { 'backend-tasks/a.txt': 'a' }, { from: base });
    const second = world.repository.commit('topic/two', { 'docs/guide.md': 'More\n' });
    const { number } = await world.github.pulls.open({ head: 'topic/two', base: 'master' });
    const run = await world.pullRequestRun(number, 'synchronize', { before: first });
    const step = await resolveStage(world, { ...run, workspace: world.repository.checkout(second) });
    expect(servicesOf(step)).toEqual(['tasks']);
  });
});

describe('a clone that has less than it needs', () => {
  function folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'services-'));
    folders.push(made);
    return made;
  }

  it('is none: nothing is said', async () => {
    const step = await resolvePull({ 'backend-tasks/a.txt': 'a' }, {}, folder);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ decision: 'deploy', services: '' });
  });

  it('is shallow, without the merge base: all of them', async () => {
    const shallow = (head: string) => {
      const made = folder();
      const args = ['clone', '--quiet', '--depth=1', `--branch=${head}`, `file://${world.repository.bare}`, made];
      execFileSync('git', args, { stdio: 'ignore' });
      return made;
    };
    const step = await resolvePull({ 'backend-tasks/a.txt': 'a' }, {}, shallow);
    expect(servicesOf(step)).toEqual(['database', 'restapi', 'tasks']);
  });
});

describe('a configuration', () => {
  it('in a subfolder counts from there', async () => {
    const inputs = { 'working-directory': 'nested' };
    expect(servicesOf(await resolvePull({ 'nested/backend-restapi/a.txt': 'a' }, inputs))).toEqual(['restapi']);
    expect(servicesOf(await resolvePull({ 'backend-tasks/a.txt': 'a' }, inputs))).toEqual([]);
  });

  it.each<[what: string, changes: Files, expected: string[]]>([
    ['a service', { 'composed/web-back/a.txt': 'a' }, ['back']],
    [
      'a new service',
      {
        'composed/serverless-compose.yml': `${COMPOSE}  extra: { path: web-extra }\n`,
        'composed/web-extra/serverless.yml': service('extra'),
      },
      ['extra'],
    ],
  ])('of Serverless Compose says which services there are: %s', async (_what, changes, expected) => {
    expect(servicesOf(await resolvePull(changes, { 'working-directory': 'composed' }))).toEqual(expected);
  });
});

describe('another stage', () => {
  it('that is configured has all of them', async () => {
    const workspace = world.repository.checkout(world.repository.head('refs/heads/master'));
    const run = { ...world.dispatchRun('refs/heads/master'), workspace };
    expect(servicesOf(await resolveStage(world, run, { stage: 'dev' }))).toEqual(['database', 'restapi', 'tasks']);
  });

  it('of a branch of a pattern has those that differ from the default branch', async () => {
    const commit = world.repository.commit('feature/x', { 'backend-restapi/a.txt': 'a' }, { from: base });
    const run = { ...(await world.pushRun('feature/x')), workspace: world.repository.checkout(commit) };
    const step = await resolveStage(world, run);
    expect(step.outputs).toMatchObject({ decision: 'deploy', kind: 'preview', 'pull-request': '' });
    expect(servicesOf(step)).toEqual(['restapi']);
  });
});
