import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { callingJobs } from '../../../core/doctor/clone.ts';
import { examineClone } from '../../../core/doctor/local/examine.ts';
import { NEEDED_PERMISSIONS } from '../../../core/doctor/local/jobs.ts';
import { NO_REFERENCES } from '../../../core/service/references.ts';
import { type Change, factsOf, foundIn, serviceCalled, setUpWith } from './sample.ts';

const without = (file: string) => {
  const files = setUpWith();
  files.delete(`.github/workflows/${file}`);
  return files;
};

describe('a right set-up', () => {
  it('has nothing wrong', () => {
    expect(examineClone(factsOf(setUpWith())).findings).toEqual([]);
  });

  it('has nothing wrong where GitHub has all of it', () => {
    const all = new Set([...setUpWith().keys()]);
    expect(
      foundIn(setUpWith(), {
        published: new Map([
          ['main', all],
          ['prod', all],
        ]),
      }),
    ).toEqual([]);
  });

  it('has nothing wrong with its patterns, lists and whole secrets', () => {
    const files = setUpWith(
      'staging.yml',
      ['branches: [main]', "branches: ['**', '!wip/**']"],
      [/ {4}secrets:\n(?: {6}.*\n)+/, '    secrets: inherit\n'],
    );
    expect(foundIn(files)).toEqual([]);
  });
});

describe('what is no mistake', () => {
  it('is a copy of the product that has another name', () => {
    const files = new Map(
      [...setUpWith()].map(([path, text]) => [path, text.replaceAll('acme/serverless-stages', 'acme/sls')]),
    );
    expect(foundIn(files, { product: 'acme/sls' })).toEqual([]);
    expect(foundIn(files)).toContain('stage-without-job');
  });

  it('is the workflow of another application', () => {
    const other = setUpWith('prod.yml', [
      '      stage: prod\n',
      '      working-directory: apps/other\n      stage: live\n',
    ]);
    const files = setUpWith();
    files.set('.github/workflows/other.yml', other.get('.github/workflows/prod.yml') ?? '');
    expect(foundIn(files, { neighbours: ['apps/other'] })).toEqual([]);
    expect(foundIn(files)).toEqual(expect.arrayContaining(['unknown-stage', 'working-directory']));
  });

  it('is a stage that only promotions deploy, from the branch of the stage before it', () => {
    const files = setUpWith('serverless-stages.yml', [
      'prod: { profile: prod, branch: prod }',
      'prod: { profile: prod, branch: main }',
    ]);
    files.delete('.github/workflows/prod.yml');
    expect(foundIn(files)).toEqual([]);
  });
});

describe('a mistake in a workflow', () => {
  it.each<[string, string, string, readonly Change[]]>([
    ['a stage that is not configured', 'unknown-stage', 'prod.yml', [['stage: prod', 'stage: production']]],
    ['a push to another branch', 'push-branch', 'prod.yml', [['branches: [prod]', 'branches: [production]']]],
    ['a push to a branch too many', 'other-branch', 'staging.yml', [['branches: [main]', 'branches: [main, develop]']]],
    ['a branch that is ignored', 'push-branch', 'staging.yml', [['branches: [main]', 'branches-ignore: [main]']]],
    ['only pushes of tags', 'push-branch', 'prod.yml', [['branches: [prod]', 'tags: ["v*"]']]],
    [
      'a choice that is no stage',
      'unknown-choice',
      'staging.yml',
      [['options: [dev, staging]', 'options: [dev, stagging]']],
    ],
    [
      'no approval before production',
      'no-approval',
      'prod.yml',
      [
        ['    needs: approve\n', ''],
        ['${{ needs.approve.outputs.commit }}', '${{ github.sha }}'],
      ],
    ],
    ['closed pull requests unheard', 'preview-events', 'preview.yml', [[', closed]', ']']]],
    ['the usual types alone', 'preview-events', 'preview.yml', [[/\n {4}types: .*/, '']]],
    ['paths', 'preview-paths', 'preview.yml', [['    types: [', '    paths: [services/**]\n    types: [']]],
    ['pull_request_target', 'pull-request-target', 'preview.yml', [['pull_request:\n', 'pull_request_target:\n']]],
    ['no schedule', 'sweep-schedule', 'sweep.yml', [[/ {2}schedule:\n.*\n/, '']]],
    ['no identity token', 'permissions', 'staging.yml', [[/ {6}id-token: .*\n/, '']]],
    ['reading where it writes', 'permissions', 'preview.yml', [['deployments: write', 'deployments: read']]],
    [
      'no permissions at all',
      'permissions',
      'sweep.yml',
      [
        [/ {4}permissions:\n(?: {6}.*\n)+/, ''],
        ['permissions: {}\n', ''],
      ],
    ],
    [
      'another folder',
      'working-directory',
      'preview.yml',
      [['      ref: ${{ inputs.ref }}', '      working-directory: app']],
    ],
    [
      'a deploy that is broken off',
      'cancel-in-progress',
      'prod.yml',
      [[/(group: stage-prod\n {6})cancel-in-progress: false/, '$1cancel-in-progress: true']],
    ],
    ['no concurrency', 'concurrency', 'sweep.yml', [[/ {4}concurrency:\n(?: {6}.*\n)+/, '']]],
    [
      'the owner of the template',
      'placeholder',
      'preview.yml',
      [['acme/serverless-stages', 'OWNER/serverless-stages']],
    ],
    ['two versions', 'versions-differ', 'preview.yml', [['@v1', '@v2']]],
    ['a branch in place of a version', 'unpinned', 'preview.yml', [['preview.yml@v1', 'preview.yml@main']]],
    [
      'an action at a branch',
      'unpinned',
      'promote.yml',
      [[/actions\/create-github-app-token@\S+/, 'actions/create-github-app-token@main']],
    ],
  ])('is found: %s', (_what, check, file, changes) => {
    expect(foundIn(setUpWith(file, ...changes))).toContain(check);
  });

  it.each([
    ['that deploys previews', 'preview.yml', 'no-preview-workflow'],
    ['that sweeps', 'sweep.yml', 'no-sweep'],
    ['of dev and staging', 'staging.yml', 'stage-without-job'],
    ['that promotes', 'promote.yml', 'no-promote-workflow'],
  ])('is found where the one is missing %s', (_what, file, check) => {
    expect(foundIn(without(file))).toEqual([check]);
  });

  it.each([
    ['sweep', 'sweep.yml', 'sweep-not-on-default-branch'],
    ['promote', 'promote.yml', 'promote-not-on-default-branch'],
    ['prod', 'prod.yml', 'not-on-branch'],
  ])('is found where GitHub does not have it: %s', (_what, file, check) => {
    const has = new Set([...setUpWith().keys()].filter((path) => !path.endsWith(file)));
    expect(
      foundIn(setUpWith(), {
        published: new Map([
          ['main', has],
          ['prod', has],
        ]),
      }),
    ).toContain(check);
  });
});

describe('a mistake in the configuration', () => {
  it.each<[string, string, readonly Change[]]>([
    ['previews are gone, and their workflow is not', 'previews-unconfigured', [[/\npreviews:\n(?: {2}.*\n)+/, '\n']]],
    ['promotions are gone, and their workflow is not', 'promote-unconfigured', [[/\npromote: .*\n/, '\n']]],
    ['previews have the role of a stage', 'previews-role', [['serverless-stages-preview', 'serverless-stages-dev']]],
    [
      'previews have the environment of a stage',
      'previews-environment',
      [['previews:\n', 'previews:\n  environment: dev\n']],
    ],
    [
      'two stages of two branches have one role',
      'role-shared',
      [
        [
          'arn:aws:iam::333333333333:role/serverless-stages-prod',
          'arn:aws:iam::222222222222:role/serverless-stages-staging',
        ],
      ],
    ],
    ['production is beside previews', 'previews-beside-production', [['333333333333', '111111111111']]],
    ['a promotion cannot look', 'no-viewer-role', [[/ {4}viewer-role: arn:aws:iam::222.*\n/, '']]],
    [
      'a stage has no job',
      'stage-without-job',
      [['stages:\n  dev:', 'stages:\n  qa: { profile: dev, branch: main }\n  dev:']],
    ],
    [
      'branches have previews that no push starts',
      'preview-push',
      [['stages:\n', 'stages:\n  feature/*: { profile: dev }\n']],
    ],
  ])('is found: %s', (_what, check, changes) => {
    expect(foundIn(setUpWith('serverless-stages.yml', ...changes))).toContain(check);
  });

  it('is found where a parameter is a secret that no job hands on', () => {
    const parameter = [
      '    region: us-east-1\n    # parameters',
      '    region: us-east-1\n    parameters: { key: { secret: KEY } }\n    # parameters',
    ] as const;
    const files = setUpWith('serverless-stages.yml', parameter);
    expect(foundIn(files)).toEqual([]);
    const path = '.github/workflows/staging.yml';
    files.set(path, (files.get(path) ?? '').replace(/ {6}PARAMETERS: .*\n/, ''));
    expect(foundIn(files)).toEqual(['secrets']);
  });
});

describe('a mistake in a service', () => {
  it.each([
    [
      'a function whose name does not fit',
      { services: [serviceCalled('a-service-of-a-long-name', ['f'.repeat(36)])] },
      'name-too-long',
    ],
    ['a role whose name does not fit', { services: [serviceCalled('s'.repeat(40))] }, 'name-too-long'],
    [
      'a parameter that nobody gives',
      { services: [{ ...serviceCalled('shop-api'), reads: { ...NO_REFERENCES, params: ['key'], needed: ['key'] } }] },
      'parameter-missing',
    ],
    ['a package.json without a lockfile', { unlocked: ['api'] }, 'no-lockfile'],
    ['outputs without the plugin', { pluginless: ['api/serverless.yml'] }, 'plugin-missing'],
    ['an organisation of the Dashboard', { linked: ['api/serverless.yml'] }, 'dashboard-login'],
  ])('is found: %s', (_what, facts, check) => {
    expect(foundIn(setUpWith(), facts)).toEqual([check]);
  });
});

describe('a parameter that services read', () => {
  const service = { ...serviceCalled('shop-api'), reads: { ...NO_REFERENCES, params: ['key'], needed: ['key'] } };
  const given = ['    region: us-east-1\n', '    region: us-east-1\n    parameters: { key: a }\n'] as const;
  it.each<[string, ReadonlyMap<string, string>, object]>([
    ['every profile', setUpWith('serverless-stages.yml', given, ['    # parameters:', '    # parameters :']), {}],
    [
      'a path of SSM',
      setUpWith('serverless-stages.yml', [
        '    region: us-east-1\n',
        '    region: us-east-1\n    parameters-path: /shop/\n',
      ]),
      {},
    ],
    ['the service itself', setUpWith(), { ownParameters: new Map([['shop-api', { default: ['key'] }]]) }],
    [
      'the service, for each stage',
      setUpWith(),
      { ownParameters: new Map([['shop-api', { dev: ['key'], staging: ['key'], prod: ['key'] }]]) },
    ],
    [
      'another service',
      setUpWith(),
      { services: [{ ...service, reads: { ...NO_REFERENCES, needed: ['db.url'] } }, serviceCalled('db')] },
    ],
    ['Compose', setUpWith(), { services: [{ ...service, composeParams: { key: '${db.url}' } }] }],
  ])('is given by %s', (_what, files, facts) => {
    expect(foundIn(files, { services: [service], ...facts })).toEqual([]);
  });
});

describe('what jobs need', () => {
  it('is what the templates grant', () => {
    const granted = callingJobs(factsOf(setUpWith())).map(({ kind, job }) => [kind, job.permissions]);
    for (const [kind, permissions] of granted) expect(permissions).toEqual(NEEDED_PERMISSIONS[kind as 'stage']);
  });

  it('is no less than what the called workflows ask for', () => {
    for (const [kind, needed] of Object.entries(NEEDED_PERMISSIONS)) {
      const text = readFileSync(new URL(`../../../.github/workflows/${kind}.yml`, import.meta.url), 'utf8');
      const jobs = Object.values(parse(text).jobs as Record<string, { permissions?: Record<string, string> }>);
      for (const [right, level] of jobs.flatMap(({ permissions = {} }) => Object.entries(permissions))) {
        expect([level, 'write'], `${kind}: ${right}`).toContain(needed[right]);
      }
    }
  });
});
