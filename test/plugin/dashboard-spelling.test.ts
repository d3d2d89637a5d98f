import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploy, makeApplication, stagesFile } from '../acceptance/deployment.ts';
import { inFolder, stubCli, stubService } from '../acceptance/stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from '../acceptance/verdict.ts';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { describeDashboardSpelling } from './describe-dashboard-spelling.ts';

const OSLS = resolve(import.meta.dirname, '../osls/package');

describeDashboardSpelling({ name: 'osls', folder: OSLS }, 'one');

describe('without the plugin', () => {
  let world: World;
  const removals: (() => void)[] = [];
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(async () => {
    await world.close();
    for (const remove of removals) remove();
  });

  /** Deploys a queue with such a tag by a CLI that resolves nothing, as one does whose plugin is missing. */
  async function deployTag(Value: unknown) {
    const Properties = { Tags: [{ Key: 'about', Value }] };
    const template = { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties } } };
    const application = makeApplication(
      {
        'serverless-stages.yml': stagesFile({ queue: 'queue' }, {}, { app: 'left' }),
        ...stubCli({ name: 'osls', version: '4.3.1' }),
        ...inFolder('queue', stubService('left-queue', template)),
      },
      [],
    );
    removals.push(application.remove);
    return deploy(world, application.folder);
  }

  const left = [
    '${output::dev::x.y}',
    '${output:x.y}',
    'a-${output:::us-east-1:x.y}-z',
    { 'Fn::Sub': '${AWS::StackName}-${output::dev::x.y}' },
    { 'Fn::Join': ['-', ['a', '${output::::x.y}']] },
    '${param:x}',
    '${ssm:/x/y}',
    '${cf::x.y}',
    '${state::x.y}',
    "${env:X, 'y'}",
    '${file(x.json):y}',
  ];
  it.each(sampleOf(left, 4))(
    'a source that is left in a template is refused before anything is deployed: %j',
    async (value) => {
      const { step, calls } = await deployTag(value);
      expectFailure(step, 'E_UNRESOLVED_VARIABLE');
      expect(changesIn(calls)).toEqual([]);
    },
  );

  it("is no reason to refuse what is CloudFormation's own, or a shell's", async () => {
    const text = '${AWS::StackName}-${AWS::Region}-${Queue}-${Queue.Arn}-${!Literal}-${HOME:-x}-$x-{y:z}';
    expectSuccess((await deployTag(text)).step);
  });
});
