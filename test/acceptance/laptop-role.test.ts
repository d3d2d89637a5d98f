import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployRole } from '../aws/deploy-role.ts';
import { ACCOUNTS } from '../world/accounts.ts';
import { exampleInOneAccount } from '../world/example.ts';
import { type Laptop, makeLaptop } from '../world/laptop.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import { destroy } from './removal.ts';
import { expectSuccess } from './verdict.ts';

const TEMPLATE = readFileSync(new URL('../../aws/personal-role.yml', import.meta.url), 'utf8');
const ROLE = `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages-personal`;

let world: TeamWorld;
let laptop: Laptop;
beforeAll(async () => {
  const text = `${exampleInOneAccount(['dev: { profile: dev,', 'dev: { laptop: allowed, profile: dev,'])}\npersonal: { role: "${ROLE}", expires-after: 2d }\n`;
  world = await startTeamWorld({ files: { 'serverless-stages.yml': text } });
  await deployRole(
    world.aws,
    {
      App: 'workshop',
      OtherStages: 'dev,staging,prod',
      SharedAccount: 'accepted',
      ParametersPath: '/workshop/dev',
      DeveloperArn: `arn:aws:iam::${ACCOUNTS.dev}:user/test`,
    },
    TEMPLATE,
  );
  laptop = makeLaptop(world);
});
afterAll(async () => {
  laptop.remove();
  await world.close();
});

describe('a personal stage with the role of personal stages', () => {
  it('is planned, deployed, read and removed with the rights that the shipped template gives, and no others', async () => {
    const from = world.aws.journal.entries.length;
    for (const args of [['plan'], ['deploy'], ['plan'], ['outputs'], ['destroy', '--yes']]) {
      const { exitCode, stderr } = await laptop.run(...args);
      expect(exitCode, `${args.join(' ')}: ${stderr}`).toBe(0);
    }
    const calls = world.aws.journal.entries.slice(from);
    expect(calls.filter(({ errorCode = '' }) => /AccessDenied/.test(errorCode))).toEqual([]);
    // Whoever is asked first: the person. All else is the role's.
    const assumed = calls.filter(({ action }) => action === 'AssumeRole');
    expect(assumed.length).toBeGreaterThan(0);
    expect(assumed.every(({ params }) => params['RoleArn'] === ROLE)).toBe(true);
    expect(
      world.aws.stacks.list().filter(({ name, status }) => name.includes('-0me') && status !== 'DELETE_COMPLETE'),
    ).toEqual([]);
  });
});

describe('a personal stage that has expired', () => {
  it('is removed by the role of a configured stage of its account, and not before', async () => {
    expect((await laptop.run('deploy', '--service', 'database')).exitCode).toBe(0);
    const sweep = () =>
      destroy(world, world.otherRun('schedule', 'refs/heads/master'), {
        resolve: { stage: 'dev' },
        inputs: { expired: 'true' },
      });
    const early = await sweep();
    expect(early.step.outputs['status']).toBe('nothing');
    world.aws.clock.advance(3 * 86_400_000);
    const late = await sweep();
    expectSuccess(late.step);
    expect(late.step.outputs['removed']).toMatch(/-0me/);
    expect(late.calls.filter(({ errorCode = '' }) => /AccessDenied/.test(errorCode))).toEqual([]);
  });
});

describe('a configured stage whose configuration allows laptops', () => {
  it('gets a commit of its branch, and nothing that is not committed', async () => {
    laptop.write({ 'backend-tasks/NOTES.md': 'not committed\n' });
    const dirty = await laptop.run('deploy', '--stage', 'dev', '--yes');
    expect(dirty.exitCode).toBe(1);
    expect(dirty.stderr).toContain('E_WRONG_CHECKOUT');
    laptop.write({ 'backend-tasks/NOTES.md': null });
    laptop.git('checkout', '-q', '-b', 'feature/other');
    const elsewhere = await laptop.run('deploy', '--stage', 'dev', '--yes');
    expect(elsewhere.exitCode).toBe(1);
    expect(elsewhere.stderr).toMatch(/E_NOT_ON_BRANCH/);
    laptop.git('checkout', '-q', 'master');
    const asked = await laptop.run('deploy', '--stage', 'dev');
    expect(asked.exitCode).toBe(2);
    const deploy = await laptop.run('deploy', '--stage', 'dev', '--yes');
    expect(deploy.exitCode, deploy.stderr).toBe(0);
    expect(world.aws.stacks.find('workshop-database-dev')?.status).toMatch(/^(CREATE|UPDATE)_COMPLETE$/);
  });
});
