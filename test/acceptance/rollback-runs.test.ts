import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { JournalEntry } from '../local-aws/journal.ts';
import { writeFiles } from '../world/repository.ts';
import { checkOut, deploy, deployPreview, PREVIEWS } from './deployment.ts';
import { filesOf, rowsOf, type Written } from './rollback-run.ts';
import { expectNoChangeSets, FAILS, type Open, openWorld, topic, wentBack } from './rollback-stage.ts';
import { callsOf, OSLS } from './safeguards-checked.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

let open: Open;
beforeAll(async () => {
  open = await openWorld();
});
afterAll(() => open.close());

const actionsOf = (calls: readonly JournalEntry[]) => calls.map(({ service, action }) => `${service}:${action}`);

describe('a stage without the key', () => {
  it('asks nothing of AWS to go back, neither before it deploys nor after it failed', async () => {
    const { run, titleOf, isGoingBack, failing } = open.team('keyless');
    const stage = {};
    expectSuccess((await run({ api: topic('one'), bad: topic('one') }, { stage })).step);
    const last: string[] = [];
    const probe = open.world.aws.faults.add({
      match: (params) => {
        if (isGoingBack()) last.push(String(params['Name'] ?? params['StackName'] ?? JSON.stringify(params)));
        return false;
      },
    });
    const off = await run({ api: topic('two'), bad: topic('two', failing('api')) }, { stage });
    probe.remove();
    expect(off.step.exitCode).toBe(1);
    expect(titleOf('api')).toBe('two');
    expect(rowsOf(off.step)['api']).not.toHaveProperty('rollback');
    expect(off.step.summary).not.toMatch(/rolled back/);
    expect(last.filter((name) => !name.startsWith('/serverless-stages/'))).toEqual([]);

    // The same deploy with the key asks for more, never for less.
    const all = (name: string) => ({ api: topic(name), bad: topic(name, { 'depends-on': ['api'] }) });
    const without = actionsOf((await run(all('three'), { stage })).calls);
    const withKey = actionsOf((await run(all('four'))).calls);
    const count = (of: readonly string[], action: string) => of.filter((one) => one === action).length;
    const isPoll = (action: string) => /:(DescribeStacks|DescribeStackEvents|DescribeChangeSet)$/.test(action);
    const more = [...new Set(without)].filter((one) => !isPoll(one) && count(without, one) > count(withKey, one));
    expect(more).toEqual([]);
    expect(count(without, 'cloudformation:ExecuteChangeSet')).toBe(count(withKey, 'cloudformation:ExecuteChangeSet'));
  });
});

describe('a stage in git', () => {
  it('keeps the commit of before in the record, leaves what is unchanged alone, and is deployed by the next run', async () => {
    const { stack, titleOf, recordOf } = open.team('commits');
    const files = (name: string, entry: Written['entry'] = {}) =>
      filesOf('commits', {
        api: topic(name),
        same: topic('same'),
        bad: topic(name, { 'depends-on': ['api'], ...entry }),
      });
    const first = checkOut(open.world, files('one'), OSLS);
    expectSuccess((await deploy(open.world, first)).step);
    const before = recordOf('api').completed;
    expect(before).toHaveProperty('fingerprint');
    const events = stack('same').events.length;
    const { step, calls } = await deploy(open.world, checkOut(open.world, files('two', FAILS), OSLS));
    expect(step.exitCode).toBe(1);
    expect(wentBack(calls)).toEqual(['bad', 'api']);
    expect(rowsOf(step)['same']).toMatchObject({ status: 'unchanged' });
    expect(stack('same').events).toHaveLength(events);
    const read = /^(Describe|Get|List)/;
    expect(callsOf(calls, 'commits-same-dev').filter(({ action }) => !read.test(action))).toEqual([]);

    for (const key of ['api', 'bad']) {
      const { completed } = recordOf(key);
      expect(completed?.['commit']).toBe(before?.['commit']);
      expect(completed).not.toHaveProperty('fingerprint');
      expect(completed).toMatchObject({ stack: stack(key).id });
      expect(Date.parse(String(completed?.['changed']))).toBe(stack(key).updatedAt);
      expect(titleOf(key)).toBe('one');
    }
    const next = await deploy(open.world, checkOut(open.world, files('two'), OSLS));
    expectSuccess(next.step);
    expect(rowsOf(next.step)).toMatchObject({ api: { status: 'deployed' }, same: { status: 'unchanged' } });
    expect([titleOf('api'), titleOf('bad')]).toEqual(['two', 'two']);
    expect(recordOf('api').completed).toHaveProperty('fingerprint');
  });

  it('goes back from an older commit that somebody deploys again, to the newer one', async () => {
    const { titleOf, application, recordOf } = open.team('redeploy');
    const marker = join(application.folder, '..', 'broken');
    const verify = `test ! -e ${marker}`;
    const files = (name: string) =>
      filesOf('redeploy', { api: topic(name), bad: topic(name, { 'depends-on': ['api'], verify }) });
    const older = open.world.repository.commit('master', files('one'));
    const folder = open.world.repository.checkout(older);
    writeFiles(folder, OSLS);
    expectSuccess((await deploy(open.world, folder)).step);
    expectSuccess((await deploy(open.world, checkOut(open.world, files('two'), OSLS))).step);
    const newer = recordOf('api').completed?.['commit'];
    writeFiles(folder, { '../broken': null });
    application.write({ '../broken': 'yes' });
    expect(existsSync(marker)).toBe(true);
    const { step, calls } = await deploy(open.world, folder, { inputs: { redeploy: 'true' } });
    expect(step.exitCode).toBe(1);
    expect(wentBack(calls)).toEqual(['bad', 'api']);
    expect([titleOf('api'), titleOf('bad')]).toEqual(['two', 'two']);
    expect(recordOf('api').completed?.['commit']).toBe(newer);
  });
});

describe('a preview', () => {
  it('never goes back, whatever the stages of its configuration do', async () => {
    const { repository, github } = open.world;
    const files = (name: string, entry: Written['entry'] = {}) => {
      const all = filesOf('previewed', { api: topic(name), bad: topic(name, { 'depends-on': ['api'], ...entry }) });
      const config = { ...(parse(all['serverless-stages.yml'] ?? '') as object), ...PREVIEWS };
      return { ...all, 'serverless-stages.yml': stringify(config) };
    };
    repository.commit('master', files('none'));
    repository.commit('feature/back', files('one'), { from: 'master' });
    const { number } = await github.pulls.open({ head: 'feature/back', base: 'master' });
    const first = await deployPreview(open.world, checkOut(open.world, {}, OSLS, 'feature/back'), number);
    expectSuccess(first.step);
    const folder = checkOut(open.world, files('two', FAILS), OSLS, 'feature/back');
    const { step, calls, stage } = await deployPreview(open.world, folder, number);
    expect(step.exitCode).toBe(1);
    expect(rowsOf(step)['bad']).toMatchObject({ status: 'failed' });
    expect(rowsOf(step)['api']).toMatchObject({ status: 'deployed' });
    expect(rowsOf(step)['api']).not.toHaveProperty('rollback');
    expect(wentBack(calls)).toEqual([]);
    const { resources } = open.world.aws.stacks.find(`previewed-api-${stage}`) ?? {};
    expect(resources?.get('Topic')?.properties['DisplayName']).toBe('two');
  });
});

describe('a template that was changed on its way', () => {
  it('keeps everything at the new version', async () => {
    const { run, titleOf, stack, application } = open.team('changed');
    const plugin = `module.exports = class {
      constructor(serverless) {
        const change = () => {
          if (!require('node:fs').existsSync('${application.folder}/../foreign')) return;
          serverless.service.provider.compiledCloudFormationTemplate.Resources.Foreign = { Type: 'AWS::SNS::Topic' };
        };
        this.hooks = { 'before:deploy:deploy': change, 'before:aws:deploy:deploy:createStack': change };
      }
    };`;
    application.write({ 'tasks/change.js': plugin });
    const all = (name: string): Record<string, Written> => {
      const { more } = topic(name);
      return {
        api: topic(name),
        tasks: { more: { ...more, plugins: ['./change.js'] }, entry: { 'depends-on': ['api'] } },
      };
    };
    expectSuccess((await run(all('one'))).step);
    application.write({ '../foreign': '' });
    const { step, calls } = await run(all('two'));
    expectFailure(step, 'E_TEMPLATE_CHANGED');
    expect([...stack('tasks').resources.keys()]).toContain('Foreign');
    expect(wentBack(calls)).toEqual([]);
    expect([titleOf('api'), titleOf('tasks')]).toEqual(['two', 'two']);
    expect(rowsOf(step)['api']?.status).toBe('deployed');
    for (const key of ['api', 'tasks']) expect(rowsOf(step)[key]?.rollback?.status).not.toBe('done');
    expect(step.summary).not.toContain('↩️');
    expectNoChangeSets(open.world, 'changed');
  });
});
