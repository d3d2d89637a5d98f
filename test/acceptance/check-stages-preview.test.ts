import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../core/check/result.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS } from '../world/accounts.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { configuration, folderOf } from './check-stages-cases.ts';
import { OSLS } from './check-stages-run.ts';
import { checkOut, PREVIEWS, stagesFile } from './deployment.ts';
import { expectSuccess } from './verdict.ts';

const open = (name: string) =>
  configuration(name, {
    resources: { Resources: { Open: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } } } },
  });
const reads = (name: string, value: string) => configuration(name, { provider: { environment: { V: value } } });
const OWNED = { owner: 'platform team', reason: 'until the launch', until: '2099-12-31' };

interface Changed {
  readonly safeguards?: readonly unknown[];
  readonly parameters?: object;
  readonly stages?: readonly string[];
  readonly services?: Readonly<Record<string, string>>;
  readonly waivers?: readonly object[];
}

/** The serverless-stages.yml of master, or what a pull request makes of it. */
function file({ services, waivers, ...changed }: Changed = {}): string {
  const { stages = ['prod'], safeguards = ['no-public-bucket'] } = changed;
  const { parameters = { known: { ssm: '/shop/known' } } } = changed;
  const role = (account: string) => `arn:aws:iam::${account}:role/serverless-stages`;
  const prod = { role: role('3'.repeat(12)), region: 'us-east-1', parameters, safeguards };
  return stagesFile(
    { api: 'api', tasks: 'tasks', ...services },
    {},
    {
      ...PREVIEWS,
      profiles: { dev: { role: role(ACCOUNTS.dev), region: 'us-east-1' }, prod },
      stages: { dev: { profile: 'dev', branch: 'master' }, prod: { profile: 'prod', branch: 'prod' } },
      ...(stages.length === 0 ? {} : { 'check-stages': stages }),
      ...(waivers === undefined ? {} : { waivers }),
    },
  );
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.repository.commit('master', {
    'serverless-stages.yml': file(),
    ...folderOf('api', configuration('shop-api')),
    ...folderOf('tasks', configuration('shop-tasks')),
  });
});
afterAll(() => world.close());

interface Checked {
  readonly resolve: StepResult;
  readonly step: StepResult;
  readonly found: Readonly<Record<string, string>>;
}

/** Opens a pull request with these changes, and checks it as its preview's workflow does. */
async function pullRequest(topic: string, changes: Files): Promise<Checked> {
  const head = `feature/${topic}`;
  world.repository.commit(head, changes, { from: 'master' });
  const { number } = await world.github.pulls.open({ head, base: 'master' });
  const workspace = checkOut(world, {}, OSLS, head);
  const context = { ...(await world.pullRequestRun(number, 'synchronize')), workspace };
  const resolve = await world.job(context).run({ action: 'resolve-stage' });
  expect(resolve.outputs, resolve.log).toMatchObject({ decision: 'deploy' });
  const { configuration: resolved = '' } = resolve.outputs;
  const step = await world.job(context).run({ action: 'check-stages', inputs: { configuration: resolved } });
  const { stages = [] } = JSON.parse(step.outputs['result'] || '{}') as Partial<CheckResult>;
  const rows = stages.flatMap(({ stage, services }) => services.map(({ key, status }) => [`${stage}: ${key}`, status]));
  return { resolve, step, found: Object.fromEntries(rows) as Record<string, string> };
}

describe('a pull request', () => {
  it('is checked for the stages of check-stages, with the services that it changes', async () => {
    const { resolve, step, found } = await pullRequest(
      'plain',
      folderOf('api', configuration('shop-api', { provider: { memorySize: 512 } })),
    );
    expectSuccess(step);
    expect(resolve.outputs['check-stages']).toBe('prod');
    expect(found).toEqual({ 'prod: api': 'passed' });
  });

  it.each<[what: string, topic: string, changed: Changed]>([
    ['as it is', 'open', {}],
    ['though it removes the safeguard', 'none', { safeguards: ['stage-in-names'] }],
    ['though it makes a warning of it', 'weak', { safeguards: [{ 'no-public-bucket': { level: 'warning' } }] }],
    ['though it removes check-stages', 'unasked', { stages: [] }],
    [
      'though it waives the finding',
      'waived',
      { waivers: [{ safeguard: 'no-public-bucket', service: 'api', ...OWNED }] },
    ],
  ])('would not pass by a safeguard of its target branch, %s', async (_what, topic, changed) => {
    const { step, found } = await pullRequest(topic, {
      'serverless-stages.yml': file(changed),
      ...folderOf('api', open('shop-api')),
    });
    expect(found['prod: api'], step.log).toBe('failed');
    expect(step.outputs['error']).toMatch(/^E_CHECK_FAILED: .*no-public-bucket/);
  });

  it('has its own literal parameters', async () => {
    const { step, found } = await pullRequest('literal', {
      'serverless-stages.yml': file({ parameters: { known: { ssm: '/shop/known' }, fresh: 'text' } }),
      ...folderOf('api', reads('shop-api', '${param:fresh}/${param:known}')),
    });
    expectSuccess(step);
    expect(found['prod: api']).toBe('passed');
  });

  it('would not pass with a reference to SSM that its target branch does not have', async () => {
    const { step, found } = await pullRequest('reference', {
      'serverless-stages.yml': file({ parameters: { known: { ssm: '/shop/known' }, fresh: { ssm: '/shop/fresh' } } }),
      ...folderOf('api', reads('shop-api', '${param:fresh}')),
    });
    expect(found['prod: api'], step.log).toBe('failed');
    expect(step.outputs['error']).toMatch(/fresh/);
  });

  it('has its own services', async () => {
    const { step, found } = await pullRequest('service', {
      'serverless-stages.yml': file({ services: { mail: 'mail' } }),
      ...folderOf('mail', open('shop-mail')),
    });
    expect(found['prod: mail'], step.log).toBe('failed');
  });

  it('is not checked for a stage that only it asks for', async () => {
    const { resolve, found } = await pullRequest('more', {
      'serverless-stages.yml': file({ stages: ['prod', 'dev'] }),
      ...folderOf('api', configuration('shop-api', { provider: { memorySize: 1024 } })),
    });
    expect(resolve.outputs['check-stages']).toBe('prod');
    expect(found).toEqual({ 'prod: api': 'passed' });
  });

  it('would pass where it changes no service', async () => {
    const { step } = await pullRequest('docs', { 'README.md': 'words\n' });
    expectSuccess(step);
    expect(step.outputs['status']).toMatch(/^(none|passed|not-asked)$/);
  });
});
