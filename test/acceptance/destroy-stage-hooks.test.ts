import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { plantStage, previewsFile } from './plant.ts';
import { destroyClosed, pullWithStage, removedServices, sweep } from './removal.ts';
import { expectSuccess } from './verdict.ts';

const marks = mkdtempSync(join(tmpdir(), 'before-destroy-'));
const mark = (name: string) => join(marks, name);
const facts = (name: string) => JSON.parse(readFileSync(mark(name), 'utf8')) as Record<string, string>;

/** Notes the environment and what is in the folder; fails where a file says so. */
const HOOK = `node -e 'const fs = require("fs"); fs.writeFileSync("${marks}/" + process.env.SERVICE, JSON.stringify({ ...process.env, FILES: fs.readdirSync(".").join() }))' && test ! -e ${marks}/fail-$SERVICE`;
const WITH_OUTPUT = {
  Resources: { Queue: { Type: 'AWS::SQS::Queue' } },
  Outputs: { Address: { Value: 'https://hooks.example.com' } },
};

let world: World;
beforeAll(async () => {
  const hooks = { 'before-destroy': HOOK };
  const services = {
    api: { path: 'api', hooks },
    jobs: { path: 'jobs', hooks },
    broken: { path: 'broken', hooks },
    plain: { path: 'plain' },
  };
  world = await startWorld({ files: previewsFile({}, { services }) });
});
afterAll(async () => {
  await world.close();
  rmSync(marks, { recursive: true, force: true });
});

describe('the hook before-destroy', () => {
  it('is run before the stack goes, in an empty folder, with the role’s keys and the facts, and no token of the job', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/hooked', [
      { name: 'api', template: WITH_OUTPUT },
      { name: 'plain' },
    ]);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs['status']).toBe('removed');
    const seen = facts('api');
    expect(seen).toMatchObject({
      STAGE: planted.stage,
      SERVICE: 'api',
      OUTPUT_Address: 'https://hooks.example.com',
      FILES: '',
    });
    expect(seen['AWS_SESSION_TOKEN']).toBeTruthy();
    expect(Object.keys(seen).filter((name) => /^(ACTIONS|GITHUB|INPUT|STATE)_/.test(name))).toEqual([]);
    expect(step.log).not.toContain(seen['AWS_SECRET_ACCESS_KEY']);
  });

  it('that fails keeps its service, with the reason, and the next removal tries again', async () => {
    const { pull } = await pullWithStage(world, 'feature/fails', [{ name: 'jobs' }]);
    writeFileSync(mark('fail-jobs'), '');
    const first = await destroyClosed(world, pull.number);
    expect(first.step.outputs['status']).toBe('failed');
    expect(removedServices(first.step)['jobs']?.error).toMatchObject({
      code: 'E_HOOK_FAILED',
      message: expect.stringMatching(/before-destroy.*"jobs".*nothing of the service was removed/),
    });
    expect(first.calls.filter(({ action }) => action === 'DeleteStack')).toEqual([]);
    rmSync(mark('fail-jobs'));
    const second = await destroyClosed(world, pull.number);
    expectSuccess(second.step);
    expect(second.step.outputs['status']).toBe('removed');
  });

  it('is left out where the stack does not stand whole: nothing is there that it could talk to', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/broken', [{ name: 'broken' }]);
    world.aws.stacks.setStatus(planted.stacks['broken'] ?? '', 'ROLLBACK_COMPLETE');
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(existsSync(mark('broken'))).toBe(false);
  });

  it('is run by the sweep too', async () => {
    rmSync(mark('api'), { force: true });
    const planted = await plantStage(world, 'refs/heads/feature/never-was', [{ name: 'api' }]);
    const { step } = await sweep(world);
    expectSuccess(step);
    expect(facts('api')).toMatchObject({ STAGE: planted.stage });
  });
});
