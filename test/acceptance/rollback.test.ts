import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { openTeam, rowsOf, type Team } from './rollback-run.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

let world: World;
const teams: Team[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const { application } of teams) application.remove();
});

function team(app: string): Team {
  const opened = openTeam(world, app);
  teams.push(opened);
  return opened;
}

const bucket = (name: string) => ({
  resources: { Resources: { Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } } } },
});
const fails = { verify: 'node -e "process.exit(1)"' };

describe('a service that fails in a stage with on-failure: rollback', () => {
  it('takes those back that the run has updated, and itself if only its check failed', async () => {
    const { deploy, says } = team('back-verify');
    expectSuccess(await deploy({ api: { says: 'one' }, tasks: { says: 'one', entry: { 'depends-on': ['api'] } } }));
    const step = await deploy({
      api: { says: 'two' },
      tasks: { says: 'two', entry: { 'depends-on': ['api'], ...fails } },
    });
    expect(step.exitCode).toBe(1);
    expect(rowsOf(step)).toMatchObject({
      api: { status: 'rolled-back', stackStatus: 'UPDATE_COMPLETE', rollback: { status: 'done' } },
      tasks: { status: 'failed', error: { code: 'E_VERIFY_FAILED' }, rollback: { status: 'done' } },
    });
    expect([await says('api'), await says('tasks')]).toEqual(['one', 'one']);
    expect(step.summary).toContain('↩️ rolled back, because a service failed: api, tasks');
    expect(annotationsOf(step, 'error')).toHaveLength(1);
    const next = await deploy({ api: { says: 'two' }, tasks: { says: 'two', entry: { 'depends-on': ['api'] } } });
    expectSuccess(next);
    expect([await says('api'), await says('tasks')]).toEqual(['two', 'two']);
  });

  it('leaves all as it is without that key', async () => {
    const { deploy, says } = team('back-off');
    expectSuccess(await deploy({ api: { says: 'one' } }, {}));
    const step = await deploy({ api: { says: 'two', entry: fails } }, {});
    expect(rowsOf(step)['api']).toMatchObject({ status: 'failed' });
    expect(rowsOf(step)['api']?.rollback).toBeUndefined();
    expect(await says('api')).toBe('two');
  });

  it('takes nothing back that is new, or that would lose data, and says so', async () => {
    const { deploy, says } = team('back-kept');
    expectSuccess(await deploy({ api: { says: 'one' } }));
    const step = await deploy({
      api: { says: 'two', more: bucket('back-kept-files') },
      fresh: { says: 'two' },
      bad: { says: 'two', entry: fails },
    });
    expect(rowsOf(step)).toMatchObject({
      api: {
        status: 'deployed',
        rollback: { status: 'skipped', reason: expect.stringContaining('Files (AWS::S3::Bucket)') },
      },
      fresh: { status: 'deployed', rollback: { status: 'skipped', reason: 'it is new in this stage' } },
    });
    expect(await says('api')).toBe('two');
    expect(step.summary).toMatch(/not rolled back: api: .*Files/);
  });

  it('takes a service without functions back, too', async () => {
    const { deploy } = team('back-plain');
    const topic = (name: string) => ({
      resources: { Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: name } } } },
    });
    expectSuccess(await deploy({ events: { more: topic('one') } }));
    const step = await deploy({ events: { more: topic('two'), entry: fails } });
    expect(rowsOf(step)['events']).toMatchObject({ status: 'failed', rollback: { status: 'done' } });
    expect(world.aws.stacks.find('back-plain-events-dev')?.wish?.templateBody).toContain('"one"');
  });

  it('does not look for the way back in a dry run, which changes nothing', async () => {
    const { run } = team('back-dry');
    expectSuccess((await run({ api: { says: 'one' } })).step);
    const { step, calls } = await run({ api: { says: 'two' } }, { inputs: { 'dry-run': 'true' } });
    expect(rowsOf(step)['api']?.status).toBe('planned');
    const templates = calls.filter(
      ({ action, params }) => action === 'GetTemplate' && params['ChangeSetName'] === undefined,
    );
    expect(templates).toEqual([]);
  });
});
