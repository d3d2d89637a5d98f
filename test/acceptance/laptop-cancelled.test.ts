import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Laptop, makeLaptop } from '../world/laptop.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';

let world: TeamWorld;
let laptop: Laptop;
let stage: string;
beforeAll(async () => {
  world = await startTeamWorld({ resourceDelays: { 'AWS::DynamoDB::Table': 4000 } });
  laptop = makeLaptop(world);
  stage = JSON.parse((await laptop.run('params', '--json')).stdout).stage;
});
afterAll(async () => {
  laptop.remove();
  await world.close();
});

const database = () => world.aws.stacks.find(`workshop-database-${stage}`);
const isUnderWay = () =>
  [...(database()?.resources.values() ?? [])].some(({ status }) => status === 'CREATE_IN_PROGRESS');
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}
/** Whether somebody holds the stage, as the Parameter Store has it. */
function isHeld(): boolean {
  const name = `/serverless-stages/workshop/personal/${stage}/_repository/1001/lock`;
  const lock = world.aws.ssm.get(ACCOUNTS.dev, REGION, name);
  return lock !== undefined && 'holder' in JSON.parse(lock.value);
}

describe('a deploy from a laptop that is broken off', () => {
  it('by Ctrl-C gives the stage back and ends with 130, and CloudFormation finishes what it began', async () => {
    const deploy = laptop.start('deploy', '--service', 'database');
    await until(isUnderWay);
    expect(isHeld()).toBe(true);
    deploy.kill('SIGINT');
    const { exitCode, stderr } = await deploy.ended;
    expect(exitCode, stderr).toBe(130);
    expect(isHeld()).toBe(false);
    await until(() => !isUnderWay());
    const again = await laptop.run('deploy', '--service', 'database');
    expect(again.exitCode, again.stderr).toBe(0);
    expect(database()?.status).toBe('UPDATE_COMPLETE');
  });

  it('by a kill leaves it held, as everybody is told, until somebody gives it back', async () => {
    laptop.write({ 'backend-tasks/NOTES.md': 'changed\n' });
    const deploy = laptop.start('deploy', '--service', 'tasks');
    await until(isHeld);
    deploy.kill('SIGKILL');
    await deploy.ended;
    expect(isHeld()).toBe(true);
    const asked = await laptop.run('unlock');
    expect(asked.exitCode).toBe(2);
    expect(asked.stderr).toContain('ada@example.com');
    const unlocked = await laptop.run('unlock', '--yes', '--json');
    expect(JSON.parse(unlocked.stdout)).toMatchObject({ stage, unlocked: true });
    expect(isHeld()).toBe(false);
    expect(JSON.parse((await laptop.run('unlock', '--yes', '--json')).stdout)).toMatchObject({ unlocked: false });
    expect((await laptop.run('deploy', '--service', 'tasks')).exitCode).toBe(0);
  });
});

describe('two deploys of one stage at once', () => {
  it('do not both work on it: the second one waits, and finds nothing to do', async () => {
    laptop.write({ 'backend-tasks/NOTES.md': 'changed again\n' });
    const [first, second] = await Promise.all([
      laptop.run('deploy', '--service', 'tasks', '--json'),
      laptop.run('deploy', '--service', 'tasks', '--json'),
    ]);
    expect([first.exitCode, second.exitCode], first.stderr + second.stderr).toEqual([0, 0]);
    const keyOf = (text: string) =>
      JSON.parse(text).services.find(({ key }: { key: string }) => key === 'tasks').status;
    expect([keyOf(first.stdout), keyOf(second.stdout)].sort()).toContain('unchanged');
    expect(first.stderr + second.stderr).toContain('ada@example.com');
  });
});
