import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, API_KEYS, REGION } from '../world/accounts.ts';
import { type Laptop, makeLaptop, type ProgramRun } from '../world/laptop.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';

let world: TeamWorld;
let laptop: Laptop;
const runs: ProgramRun[] = [];
const run = async (...args: string[]) => {
  const done = await laptop.run(...args);
  runs.push(done);
  return done;
};
const json = ({ stdout }: ProgramRun) => JSON.parse(stdout);
const stacksOf = (stage: string) =>
  world.aws.stacks.list().filter(({ name, status }) => name.endsWith(`-${stage}`) && status !== 'DELETE_COMPLETE');

beforeAll(async () => {
  world = await startTeamWorld();
  laptop = makeLaptop(world);
});
afterAll(async () => {
  laptop.remove();
  await world.close();
});

describe('a stage of a person, from nothing to nothing', () => {
  let stage = '';

  it('is called after the person, and ends with the mark of personal stages', async () => {
    const params = await run('params', '--json');
    expect(params.exitCode).toBe(0);
    stage = json(params).stage;
    expect(stage).toMatch(/^[a-z][a-z0-9-]*-0me[a-z0-9]{5}$/);
    expect(json(params).parameters).toContainEqual({
      name: 'endpoint_api_key',
      source: 'ssm:/workshop/dev/endpoint_api_key',
      secret: true,
    });
  });

  it('is planned: all services, in their order, and what reads another one waits for it', async () => {
    const plan = await run('plan', '--json');
    expect(plan.exitCode, plan.stderr).toBe(0);
    const { services, order, status, account, kind } = json(plan);
    expect({ status, account, kind }).toEqual({ status: 'planned', account: ACCOUNTS.dev, kind: 'personal' });
    expect(order).toEqual([['database', 'tasks'], ['restapi']]);
    expect(services).toContainEqual(
      expect.objectContaining({ key: 'restapi', status: 'planned', reads: [{ service: 'database', stage }] }),
    );
    expect(stacksOf(stage)).toEqual([]);
  });

  it('is deployed from what is on the disk, committed or not', async () => {
    laptop.write({ 'backend-restapi/src/kind.mjs': 'export const kind = true;\n' });
    const deploy = await run('deploy');
    expect(deploy.exitCode, deploy.stderr).toBe(0);
    expect(deploy.stdout).toContain(`database.tableName = workshop-submissions-${stage}`);
    expect(stacksOf(stage)).toHaveLength(3);
    const path = `/serverless-stages/workshop/personal/${stage}`;
    const record = JSON.parse(world.aws.ssm.get(ACCOUNTS.dev, REGION, `${path}/workshop-restapi`)?.value ?? '{}');
    expect(record).toMatchObject({ status: 'deployed', owner: { kind: 'user', user: 'ada@example.com' } });
    const wish = JSON.parse(world.aws.ssm.get(ACCOUNTS.dev, REGION, `${path}/_repository/1001`)?.value ?? '{}');
    expect(Date.parse(wish.expires) - world.aws.clock.now()).toBeGreaterThan(6 * 86_400_000);
  });

  it('is left alone if nothing differs, and only what differs is planned', async () => {
    expect(json(await run('plan', '--json'))).toMatchObject({ status: 'unchanged' });
    laptop.write({ 'backend-restapi/src/kind.mjs': 'export const kind = false;\n' });
    const { services } = json(await run('plan', '--json'));
    const statuses = Object.fromEntries(services.map(({ key, status }: Record<string, string>) => [key, status]));
    expect(statuses).toEqual({ database: 'unchanged', restapi: 'planned', tasks: 'unchanged' });
    laptop.write({ 'backend-restapi/src/kind.mjs': 'export const kind = true;\n' });
  });

  it('shows its outputs, of one service if that is named', async () => {
    const all = json(await run('outputs', '--json')).outputs;
    expect(all).toContainEqual({
      service: 'database',
      region: REGION,
      output: 'tableName',
      value: `workshop-submissions-${stage}`,
    });
    const one = json(await run('outputs', '--json', '--service', 'database')).outputs;
    expect(new Set(one.map(({ service }: { service: string }) => service))).toEqual(new Set(['database']));
    const none = await run('outputs', '--service', 'databse');
    expect(none.exitCode).toBe(1);
    expect(none.stderr).toContain('E_SERVICE_UNKNOWN');
  });

  it('is among the stages of the account, with its person and its end', async () => {
    const { stages } = json(await run('stages', '--json'));
    expect(stages).toContainEqual(
      expect.objectContaining({ stage, kind: 'personal', of: 'ada@example.com', expires: expect.any(String) }),
    );
  });

  it('is not removed unless somebody says so', async () => {
    const asked = await run('destroy');
    expect(asked.exitCode).toBe(2);
    expect(asked.stderr).toContain('--yes');
    expect(stacksOf(stage)).toHaveLength(3);
  });

  it('is not removed, either, where nobody can say what would go', async () => {
    world.aws.faults.add({
      service: 'cloudformation',
      action: 'DescribeStacks',
      times: 3,
      code: 'AccessDenied',
      status: 403,
    });
    const asked = await run('destroy');
    world.aws.faults.clear();
    expect(asked.exitCode).toBe(1);
    expect(asked.stderr).toContain('E_AWS_DENIED');
    expect(stacksOf(stage)).toHaveLength(3);
  });

  it("is nobody else's to change or remove", async () => {
    const other = makeLaptop(world, { email: 'eve@example.com' });
    const deploy = await other.run('deploy', '--stage', stage);
    expect(deploy.exitCode).toBe(1);
    expect(deploy.stderr).toContain('E_STACK_FOREIGN');
    const destroy = await other.run('destroy', '--yes', '--stage', stage);
    expect(destroy.exitCode).toBe(1);
    expect(destroy.stderr).toContain('E_STACK_FOREIGN');
    expect(stacksOf(stage)).toHaveLength(3);
    other.remove();
  });

  it('is removed with all that is in it, and removing it again is no error', async () => {
    const destroy = await run('destroy', '--yes', '--json');
    expect(destroy.exitCode, destroy.stderr).toBe(0);
    expect(json(destroy)).toMatchObject({ status: 'removed' });
    expect(stacksOf(stage)).toEqual([]);
    expect(json(await run('destroy', '--yes', '--json'))).toMatchObject({ status: 'nothing' });
  });

  it('has printed no secret, and left none in a file', () => {
    for (const secret of Object.values(API_KEYS)) {
      for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toContain(secret);
      expect(laptop.texts().filter((text) => text.includes(secret))).toEqual([]);
    }
  });
});

describe('a stage whose usual name does not fit beside the functions', () => {
  it('has a shorter one', async () => {
    const name = `a-service-of-${'x'.repeat(30)}`;
    const text = `service: ${name}\nprovider: { name: aws, runtime: nodejs24.x }\nfunctions: { main: { handler: main.handler } }\n`;
    const other = makeLaptop(world);
    other.write({ 'backend-tasks/serverless.yml': text });
    const { stage } = json(await other.run('params', '--json', '--stage', 'a-long-name'));
    other.remove();
    expect(stage).toMatch(/^a-?l?-?0me[a-z0-9]{5}$/);
    expect(`${name}-${stage}-main`.length).toBeLessThanOrEqual(64);
  });
});

describe('what a laptop may not do', () => {
  it('changes a configured stage only if the configuration says so', async () => {
    for (const verb of ['plan', 'deploy', 'destroy', 'unlock']) {
      const refused = await run(verb, '--stage', 'dev', '--yes');
      expect(refused.exitCode, verb).toBe(1);
      expect(refused.stderr).toContain('E_LAPTOP_FORBIDDEN');
    }
    expect((await run('outputs', '--stage', 'dev')).exitCode).toBe(0);
  });

  it('touches no preview', async () => {
    const refused = await run('destroy', '--yes', '--stage', 'feature-log-0pvip9m5');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('E_STAGE_UNKNOWN');
  });

  it("works with credentials of the profile's account alone", async () => {
    const other = makeLaptop(world, { account: ACCOUNTS.prod });
    const refused = await other.run('deploy');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('E_WRONG_ACCOUNT');
    other.remove();
  });

  it('says what is missing: credentials, a clone, a remote, a configuration', async () => {
    const bare = makeLaptop(world, { env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' } });
    const refused = await bare.run('deploy');
    expect(refused.stderr).toContain('E_NO_CREDENTIALS');
    expect(refused.stderr).toContain('aws sso login');
    bare.git('remote', 'remove', 'origin');
    expect((await bare.run('deploy')).stderr).toContain('git remote add origin');
    bare.write({ 'serverless-stages.yml': null });
    expect((await bare.run('deploy')).stderr).toContain('E_CONFIG_FILE');
    bare.remove();
  });

  it('is called wrongly: exit code 2, and nothing begins', async () => {
    for (const args of [['plna'], ['plan', '--stag', 'x'], ['deploy', 'now']]) {
      const { exitCode, stdout } = await run(...args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    }
  });
});
