import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, type Written } from './rollback-run.ts';
import { expectKept, expectNoChangeSets, FAILS, type Open, openWorld, topic, wentBack } from './rollback-stage.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

let open: Open;
beforeAll(async () => {
  open = await openWorld();
});
afterAll(() => open.close());

describe('a service that fails in CloudFormation', () => {
  it('is taken back by CloudFormation alone, and what the run has updated before by a change set', async () => {
    const { run, stack, titleOf, recordOf } = open.team('cfn');
    const needsApi = { 'depends-on': ['api'] };
    expectSuccess((await run({ api: topic('one'), tasks: topic('one', needsApi) })).step);
    const commit = recordOf('api').completed?.['commit'];
    open.world.aws.faults.failResource({ stack: 'cfn-tasks-dev', logicalId: 'Topic', on: 'update', reason: 'no' });
    const { step, calls } = await run({ api: topic('two'), tasks: topic('two', needsApi) });
    expectFailure(step, 'E_DEPLOY_FAILED');
    expect(step.outputs['status']).toBe('failed');
    expect(rowsOf(step)).toMatchObject({
      api: { status: 'rolled-back', stackStatus: 'UPDATE_COMPLETE', rollback: { status: 'done' } },
      tasks: { status: 'failed', stackStatus: 'UPDATE_ROLLBACK_COMPLETE', error: { code: 'E_DEPLOY_FAILED' } },
    });
    expect(rowsOf(step)['tasks']?.rollback?.status).not.toBe('done');
    expect(wentBack(calls)).toEqual(['api']);
    expect([titleOf('api'), titleOf('tasks')]).toEqual(['one', 'one']);
    expect(stack('api').status).toBe('UPDATE_COMPLETE');
    expectNoChangeSets(open.world, 'cfn');

    const { completed, status } = recordOf('api');
    expect(status).not.toBe('deployed');
    expect(completed).not.toHaveProperty('fingerprint');
    expect(completed).toMatchObject({ stack: stack('api').id });
    expect(completed?.['commit']).toBe(commit);
    const next = await run({ api: topic('two'), tasks: topic('two', needsApi) });
    expectSuccess(next.step);
    expect([titleOf('api'), titleOf('tasks')]).toEqual(['two', 'two']);
    expect(recordOf('api')).toMatchObject({ status: 'deployed' });
  });
});

describe('a service whose after-deploy command fails', () => {
  it('goes back itself, and no command is run for the version that comes back', async () => {
    const { run, titleOf, application } = open.team('hook');
    const note = (what: string) =>
      `node -e "require('node:fs').appendFileSync('${application.folder}/../ran', '${what} ')"`;
    const noted = { hooks: { 'before-deploy': note('before'), 'after-deploy': note('after') }, verify: note('verify') };
    expectSuccess((await run({ api: topic('one', noted), tasks: topic('one', { 'depends-on': ['api'] }) })).step);
    const hooks = { 'after-deploy': 'node -e "process.exit(3)"' };
    const { step, calls } = await run({
      api: topic('two', noted),
      tasks: topic('two', { 'depends-on': ['api'], hooks }),
    });
    expect(step.exitCode).toBe(1);
    expect(rowsOf(step)).toMatchObject({
      api: { status: 'rolled-back', rollback: { status: 'done' } },
      tasks: { status: 'failed', rollback: { status: 'done' } },
    });
    expect(wentBack(calls)).toEqual(['tasks', 'api']);
    expect([titleOf('api'), titleOf('tasks')]).toEqual(['one', 'one']);
    const { readFileSync } = await import('node:fs');
    const ran = readFileSync(`${application.folder}/../ran`, 'utf8').trim().split(' ');
    expect(ran).toEqual(['before', 'after', 'verify', 'before', 'after', 'verify']);
  });
});

describe('a service that cannot be packaged after another one was updated', () => {
  it('takes that back, and nothing is said of its own way back', async () => {
    const { run, titleOf } = open.team('unpackaged');
    const needsApi = { 'depends-on': ['api'] };
    expectSuccess((await run({ api: topic('one'), tasks: topic('one', needsApi) })).step);
    const broken: Written = { entry: needsApi, more: { resources: '${file(./not-there.js):nothing.here}' } };
    const { step, calls } = await run({ api: topic('two'), tasks: broken });
    expect(step.exitCode).toBe(1);
    expect(rowsOf(step)).toMatchObject({
      api: { status: 'rolled-back', rollback: { status: 'done' } },
      tasks: { status: 'failed' },
    });
    expect(rowsOf(step)['tasks']?.rollback).toBeUndefined();
    expect(wentBack(calls)).toEqual(['api']);
    expect([titleOf('api'), titleOf('tasks')]).toEqual(['one', 'one']);
  });
});

describe('the order of going back', () => {
  it('is from what needs others to what is needed, each once the ones that need it stand', async () => {
    const { run, titleOf, failing, stack } = open.team('order');
    const all = (name: string, last: Written['entry']) => ({
      base: topic(name),
      middle: topic(name, { 'depends-on': ['base'] }),
      beside: topic(name, { 'depends-on': ['base'] }),
      top: topic(name, { 'depends-on': ['middle', 'beside'] }),
      bad: topic(name, last),
    });
    expectSuccess((await run(all('one', { 'depends-on': ['top'] }))).step);
    const above: Record<string, string[]> = {
      base: ['middle', 'beside', 'top', 'bad'],
      middle: ['top', 'bad'],
      beside: ['top', 'bad'],
      top: ['bad'],
    };
    const tooEarly: string[] = [];
    const probe = open.world.aws.faults.add({
      action: 'ExecuteChangeSet',
      match: ({ StackName }) => {
        const key = /order-(\w+)-dev/.exec(String(StackName))?.[1] ?? '';
        for (const other of above[key] ?? []) {
          const isBack = titleOf(other) === 'one' && stack(other).status === 'UPDATE_COMPLETE';
          if (!isBack) tooEarly.push(`${key} before ${other}`);
        }
        return false;
      },
    });
    const { step, calls } = await run(all('two', failing('top')));
    probe.remove();
    expect(step.exitCode).toBe(1);
    expect(tooEarly).toEqual([]);
    expect(wentBack(calls)).toHaveLength(5);
    for (const key of Object.keys(above)) {
      expect([key, titleOf(key), rowsOf(step)[key]?.status]).toEqual([key, 'one', 'rolled-back']);
    }
    expect(step.summary).toMatch(/↩️ rolled back, because a service failed: .*Data and migrations/);
  });
});

describe('siblings of a service that fails', () => {
  it('finish, go back, and one that has no change is never touched', async () => {
    const { run, titleOf, stack } = open.team('siblings');
    const slow = { hooks: { 'before-deploy': 'node -e "setTimeout(() => {}, 2500)"' } };
    const all = (name: string, bad: Written['entry']) => ({
      bad: topic(name, bad),
      late: topic(name, slow),
      after: topic(name, { 'depends-on': ['bad'] }),
      same: topic('same'),
    });
    expectSuccess((await run(all('one', {}))).step);
    const before = stack('same').events.length;
    const { step, calls } = await run(all('two', FAILS));
    expect(rowsOf(step)).toMatchObject({
      bad: { status: 'failed', error: { code: 'E_VERIFY_FAILED' }, rollback: { status: 'done' } },
      late: { status: 'rolled-back', rollback: { status: 'done' } },
      after: { status: 'not-started' },
      same: { status: 'unchanged' },
    });
    expect(rowsOf(step)['after']?.rollback).toBeUndefined();
    expect(rowsOf(step)['same']?.rollback).toBeUndefined();
    expect(wentBack(calls).sort()).toEqual(['bad', 'late']);
    expect(stack('same').events).toHaveLength(before);
    expect([titleOf('bad'), titleOf('late'), titleOf('after')]).toEqual(['one', 'one', 'one']);
  });
});

describe('a service that needs another one and does not go back', () => {
  it('keeps that one, and what that needs, at the new version', async () => {
    const { run, titleOf, failing } = open.team('chain');
    const all = (name: string, files: object, bad: Written['entry']) => ({
      base: topic(name),
      api: topic(name, { 'depends-on': ['base'] }),
      keeper: topic(name, { 'depends-on': ['api'] }, files),
      other: topic(name),
      bad: topic(name, bad),
    });
    expectSuccess((await run(all('one', {}, { 'depends-on': ['keeper', 'other'] }))).step);
    const Files = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'chain-files' } };
    const { step, calls } = await run(all('two', { Files }, failing('keeper', 'other')));
    expect(wentBack(calls).sort()).toEqual(['bad', 'other']);
    expectKept(step, 'keeper', /Files \(AWS::S3::Bucket\)/);
    expectKept(step, 'api', /keeper/);
    expectKept(step, 'base', /api|keeper/);
    for (const key of ['keeper', 'api', 'base']) {
      expect(rowsOf(step)[key]).toMatchObject({ status: 'deployed', rollback: { status: 'skipped' } });
      expect(titleOf(key)).toBe('two');
    }
    expect([titleOf('other'), titleOf('bad')]).toEqual(['one', 'one']);
    expect(annotationsOf(step, 'error')).toHaveLength(1);
    expectNoChangeSets(open.world, 'chain');
  });
});
