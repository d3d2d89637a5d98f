import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import {
  appToken,
  expectRefused,
  expectVerdict,
  type FileChanges,
  linesOf,
  quietly,
  recordPath,
  shops,
  treeOf,
} from './promote-world.ts';
import { expectFailure, expectNoSecret } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

/** The words of the command that a dry run ends with, as a shell reads them. */
function commandOf(step: StepResult): readonly string[] {
  const [command] = /^gh workflow run .*$/m.exec(step.summary) ?? [];
  if (command === undefined) throw new Error(`no command in ${step.summary}`);
  const script = `gh() { printf '%s\\0' "$@"; }\n${command}\n`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8', env: { HOME: '/root' } })
    .split('\0')
    .slice(0, -1);
}

/** The inputs in it. */
function inputsOf(words: readonly string[]): Record<string, string> {
  const values = words.filter((_word, at) => ['-f', '--field', '--raw-field'].includes(words[at - 1] ?? ''));
  return Object.fromEntries(values.map((value) => [value.replace(/=.*$/s, ''), value.replace(/^[^=]*=/, '')]));
}

describe('a dry run', () => {
  it.each<[what: string, inputs: Record<string, string>, branch: string]>([
    ['by the input', { 'dry-run': 'true' }, 'prod'],
    ['on master', {}, 'master'],
    ['by the input, on master', { 'dry-run': 'true' }, 'master'],
  ])('writes nothing whatever its token may do, and says what starts it: %s', async (_what, inputs, branch) => {
    const shop = await openShop();
    const commit = await shop.stages('one');
    const verdictToken = appToken(shop, { administration: 'write', actions: 'write' });
    const { verdict, move } = await quietly(shop, () => shop.move(inputs, { branch, verdictToken }));
    expectVerdict(verdict, 'dry-run', { plan: '', commit });
    expect(move).toBeUndefined();
    const words = commandOf(verdict);
    expect(words.slice(0, 2)).toEqual(['workflow', 'run']);
    expect(words[words.indexOf('--ref') + 1]).toBe('prod');
    expect(inputsOf(words)['dry-run']).not.toBe('true');
    const done = await shop.move(inputsOf(words));
    expect(done.move?.exitCode, done.verdict.log).toBe(0);
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, commit));
  });

  it('of a rollback, and of an override with what a shell reads, too', async () => {
    const shop = await openShop();
    await shop.completes('prod', shop.push('hot', 'prod'));
    const override = `freeze: It's "bad" $HOME \`id\` \\ ; & | * ! #1 Ärger`;
    const freeze = 'prod';
    const step = await shop.verdict({ rollback: 'last', override }, { branch: 'master', freeze });
    expectVerdict(step, 'dry-run');
    const inputs = inputsOf(commandOf(step));
    expect(inputs['override']).toBe(override);
    const { move } = await shop.move(inputs, { freeze });
    expect(move?.exitCode, move?.log).toBe(0);
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, shop.first));
  });

  it('stays green where a line fails, shows it, and gives no command', async () => {
    const shop = await openShop();
    shop.push('hot', 'prod');
    await shop.stages('one');
    const step = await quietly(shop, () => shop.verdict({ 'dry-run': 'true' }));
    expectVerdict(step, 'refused', { plan: '' });
    expect(linesOf(step)['kept']).toMatchObject({ answer: 'failed', code: 'E_WORK_LOST' });
    expect(step.summary).toMatch(/failed \|.*hot\.txt/);
    expect(step.summary).not.toMatch(/^gh workflow run/m);
  });

  it.each(['yes', 'TRUE ', '1', 'no'])('is no other word: %j', async (value) => {
    const shop = await openShop();
    await shop.stages('one');
    const step = await quietly(shop, () => shop.verdict({ 'dry-run': value }));
    if (step.exitCode === 0) expect(step.outputs['decision']).toBe('dry-run');
    else expectFailure(step, 'E_INPUT');
  });
});

describe('several pairs', () => {
  const file: FileChanges = {
    promote: [
      { from: 'dev', to: 'staging' },
      { from: 'staging', to: 'prod' },
    ],
  };

  it('are told apart by the branch of the run', async () => {
    const shop = await openShop({ file });
    await shop.completes('dev', shop.push('one'));
    await shop.completes('staging', shop.repository.head('master'));
    expectVerdict(await shop.verdict(), 'promote', { from: 'staging', to: 'prod' });
    expect((await shop.verdict({}, { branch: 'master' })).outputs).toMatchObject({ from: 'dev', to: 'staging' });
    const named = await shop.verdict({ to: 'prod' }, { branch: 'master' });
    expectVerdict(named, 'dry-run', { from: 'staging', to: 'prod' });
  });

  it('on one branch: nothing moves, and the commit is deployed', async () => {
    const shop = await openShop({ file });
    await shop.completes('dev', shop.first);
    const commit = shop.push('one');
    await shop.completes('dev', commit);
    const { verdict, move } = await quietly(shop, () => shop.move({ to: 'staging' }, { branch: 'master' }));
    expectVerdict(verdict, 'deploy', { commit });
    expect(move?.outputs).toMatchObject({ decision: 'deploy', commit, redeploy: 'false', rollback: 'false' });
  });

  it('on one branch: a rollback deploys the earlier commit once more', async () => {
    const shop = await openShop({ file });
    const commit = shop.push('one');
    for (const stage of ['dev', 'staging']) await shop.completes(stage, commit);
    for (const rollback of ['last', shop.first]) {
      const { verdict, move } = await quietly(shop, () => shop.move({ to: 'staging', rollback }, { branch: 'master' }));
      expectVerdict(verdict, 'deploy', { commit: shop.first });
      expect(move?.outputs).toMatchObject({ commit: shop.first, redeploy: 'true', rollback: 'true' });
    }
  });

  it('on one branch: nothing where staging has it already', async () => {
    const shop = await openShop({ file });
    const commit = shop.push('one');
    for (const stage of ['dev', 'staging']) await shop.completes(stage, commit);
    expectVerdict(await quietly(shop, () => shop.verdict({ to: 'staging' }, { branch: 'master' })), 'nothing');
  });

  it.each<[inputs: Record<string, string>, text: RegExp]>([
    [{ from: 'stagng' }, /"stagng".*did you mean "staging"/],
    [{ to: 'prd' }, /"prd".*did you mean "prod"/],
    [{ from: 'dev', to: 'prod' }, /dev.*prod/],
    [{ from: 'prod', to: 'staging' }, /prod.*staging/],
  ])('are none of these names: %j', async (inputs, text) => {
    const shop = await openShop({ file });
    await shop.stages('one');
    const step = await quietly(shop, () => shop.verdict(inputs));
    expect(expectFailure(step, 'E_INPUT').message).toMatch(text);
  });
});

describe('the pair', () => {
  it('is asked for where the file has none', async () => {
    const shop = await openShop({ file: { promote: [] } });
    await shop.stages('one');
    const step = await quietly(shop, () => shop.verdict());
    expect(step.exitCode).not.toBe(0);
    expect(step.outputs['error']).toMatch(/^E_(INPUT|CONFIG): .*promote/s);
  });

  it('is one of the default branch until the file of prod has it', async () => {
    const shop = await openShop();
    const text = shop.repository.git('show', 'master:serverless-stages.yml');
    const without = text.replace(/^promote:\n( .*\n)+/m, '');
    expect(without).not.toBe(text);
    shop.repository.git('update-ref', 'refs/heads/prod', shop.push({ 'serverless-stages.yml': `${without}\n` }));
    const head = shop.repository.head('prod');
    await shop.completes('prod', head);
    await shop.stages({ 'serverless-stages.yml': `${text}\n`, 'one.txt': 'one\n' });
    expectVerdict(await shop.verdict(), 'promote', { from: 'staging', to: 'prod' });
  });

  it('of stages that the file does not have is an error of the file', async () => {
    const shop = await openShop({ file: { promote: { from: 'stagng', to: 'prod' } } });
    expect(expectFailure(await quietly(shop, () => shop.verdict()), 'E_CONFIG').message).toMatch(/stagng/);
  });
});

describe('what the services need', () => {
  const reads = (text: string) => ({
    'api/serverless.yml': `service: api\nprovider: { name: aws }\ncustom: { a: "${text}" }\n`,
  });

  it('an SSM reference of prod that is missing is named', async () => {
    const parameters = { key: { ssm: '/workshop/prod/nowhere' } };
    const shop = await openShop({ file: { profiles: { prod: { parameters } } } });
    await shop.stages('one');
    expect(expectRefused(await quietly(shop, () => shop.verdict()), 'E_NEEDS_MISSING')).toContain(
      '/workshop/prod/nowhere',
    );
  });

  it('a parameter that staging has, prod lacks and a service reads is named, and no value', async () => {
    const name = '/workshop/staging/token';
    const file = { profiles: { staging: { parameters: { token: { ssm: name }, plain: 'canary-plain-value' } } } };
    const shop = await openShop({ file, files: reads('${param:token}${param:plain}') });
    shop.aws.ssm.put(ACCOUNTS.staging, REGION, name, 'canary-token-value', { type: 'SecureString' });
    await shop.stages('one');
    const step = await quietly(shop, () => shop.verdict());
    const text = expectRefused(step, 'E_NEEDS_MISSING');
    expect(text).toContain('token');
    expect(text).toContain('plain');
    expectNoSecret(step, 'canary-token-value', 'canary-plain-value');
  });

  it('a parameter that staging has below its path, and prod lacks, is named', async () => {
    const paths = (stage: string) => ({ 'parameters-path': `/workshop/${stage}/` });
    const file = { profiles: { staging: paths('staging'), prod: paths('prod') } };
    const shop = await openShop({ file, files: reads('${param:db/host}') });
    shop.aws.ssm.put(ACCOUNTS.staging, REGION, '/workshop/staging/db/host', 'canary-db-host-value');
    await shop.stages('one');
    const step = await quietly(shop, () => shop.verdict());
    expect(expectRefused(step, 'E_NEEDS_MISSING')).toContain('db/host');
    expectNoSecret(step, 'canary-db-host-value');
    shop.aws.ssm.put(ACCOUNTS.prod, REGION, '/workshop/prod/db/host', 'canary-db-host-prod');
    const passed = await shop.verdict();
    expectVerdict(passed, 'promote');
    expectNoSecret(passed, 'canary-db-host-value', 'canary-db-host-prod');
  });

  it('an empty parameters-path of prod is named, unless it may be empty', async () => {
    const path = { 'parameters-path': '/workshop/none/' };
    const shop = await openShop({ file: { profiles: { prod: path } } });
    await shop.stages('one');
    expect(expectRefused(await quietly(shop, () => shop.verdict()), 'E_NEEDS_MISSING')).toContain('/workshop/none');
    const other = await openShop({ file: { profiles: { prod: { ...path, 'require-parameters': false } } } });
    await other.stages('one');
    expectVerdict(await other.verdict(), 'promote');
  });

  it('a parameter with a default, or that no service reads, is no matter', async () => {
    const file = { profiles: { staging: { parameters: { token: 'one', unread: 'two' } } } };
    const shop = await openShop({ file, files: reads("${param:token, 'none'}") });
    await shop.stages('one');
    expectVerdict(await shop.verdict(), 'promote');
  });

  it('is asked of the commit that is promoted: it brings the parameter along', async () => {
    const shop = await openShop();
    const { 'serverless-stages.yml': text } = {
      'serverless-stages.yml': shop.repository.git('show', 'master:serverless-stages.yml'),
    };
    const changed = text.replaceAll(/(region: us-east-1)/g, '$1\n    parameters: { token: x }');
    await shop.stages({ 'serverless-stages.yml': `${changed}\n`, ...reads('${param:token}') });
    expectVerdict(await shop.verdict(), 'promote');
  });

  it('is asked for a rollback, too', async () => {
    const parameters = { key: { ssm: '/workshop/prod/endpoint_api_key' } };
    const shop = await openShop({ file: { profiles: { prod: { parameters } } } });
    await shop.completes('prod', shop.push('hot', 'prod'));
    shop.aws.ssm.remove(ACCOUNTS.prod, REGION, '/workshop/prod/endpoint_api_key');
    expectRefused(await quietly(shop, () => shop.verdict({ rollback: 'last' })), 'E_NEEDS_MISSING');
  });

  it('services of prod that staging lacks are "not proven", and stop nothing', async () => {
    const shop = await openShop({ file: { stages: { staging: { services: ['api'] } } } });
    shop.aws.ssm.remove(ACCOUNTS.staging, REGION, recordPath('staging', 'tasks'));
    await shop.completes('staging', shop.push('one'), { services: ['api'] });
    const step = await shop.verdict();
    expectVerdict(step, 'promote');
    expect(linesOf(step)['proven']?.answer).not.toBe('passed');
    expect(step.summary).toMatch(/not proven|proves nothing/);
    expect(JSON.stringify(linesOf(step)['proven'])).toContain('tasks');
  });
});
