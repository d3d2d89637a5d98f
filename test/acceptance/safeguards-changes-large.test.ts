import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { startWorld, type World } from '../world/world.ts';
import { type Deployment, deploy, makeApplication, stagesFile, written } from './deployment.ts';
import { changesOf, questionsIn, rowsWith } from './safeguards-checked.ts';
import { findSecrets } from './secret-forms.ts';
import { expectSuccess } from './verdict.ts';

const OLD = 'recognisable-old-value';
const NEW = 'recognisable-new-value';

let world: World;
const removals: (() => void)[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const remove of removals) remove();
});

/** Deploys a service of osls with one value, then with another. */
async function change(app: string, serviceWith: (value: string) => object): Promise<Deployment> {
  const provider = { name: 'aws', runtime: 'nodejs22.x' };
  const service = (value: string) => ({
    'api/serverless.yml': stringify({ service: app, provider, ...serviceWith(value) }),
  });
  const application = makeApplication(
    {
      'serverless-stages.yml': stagesFile({ api: 'api' }, {}, { app }),
      'api/index.js': 'exports.handle = async () => 1;\n',
      ...service(OLD),
    },
    ['osls', 'serverless-plugin-split-stacks'],
  );
  removals.push(application.remove);
  expectSuccess((await deploy(world, application.folder)).step);
  application.write(service(NEW));
  return deploy(world, application.folder);
}

/** Expects that CloudFormation was asked by templates in the deployment bucket, that the change set is gone, and that no value is shown. */
function expectAsked({ step, calls }: Deployment, app: string): void {
  const stack = world.aws.stacks.find(`${app}-dev`);
  const uploads = calls.filter(({ service, action }) => service === 's3' && action === 'PutObject');
  const below = uploads.filter(({ params }) => String(params['path']).includes('/serverless-stages/'));
  expect(below).not.toEqual([]);
  expect(questionsIn(calls).map(({ action }) => action)).toContain('DeleteChangeSet');
  expect(stack?.changeSets.has('serverless-stages-changes')).toBe(false);
  expect(findSecrets(written(step), { old: OLD, new: NEW })).toEqual([]);
}

const topic = (DisplayName: string, size = 0) => ({
  Type: 'AWS::SNS::Topic',
  Metadata: { padding: 'x'.repeat(size) },
  Properties: { DisplayName },
});

describe('what changes in a template of more than 51,200 bytes', () => {
  it('is asked by way of the deployment bucket', async () => {
    const run = await change('large', (value) => ({ resources: { Resources: { Topic: topic(value, 60_000) } } }));
    expectSuccess(run.step);
    expect(changesOf(run.step, 'api')).toEqual(['modify Topic']);
    expectAsked(run, 'large');
  });
});

describe('what changes in stacks that a plugin splits', () => {
  it('has rows of the nested stacks, from templates that no deploy has put there yet', async () => {
    const run = await change('split', (value) => ({
      plugins: ['serverless-plugin-split-stacks'],
      custom: { splitStacks: { perFunction: true } },
      functions: {
        first: { handler: 'index.handle', environment: { VALUE: value } },
        second: { handler: 'index.handle' },
      },
    }));
    expectSuccess(run.step);
    expect(changesOf(run.step, 'api')).toContain('modify FirstLambdaFunction');
    const [row = ''] = rowsWith(run.step, 'modify', 'FirstLambdaFunction');
    expect(row).toMatch(/NestedStack\w*\/FirstLambdaFunction/);
    expectAsked(run, 'split');
  });
});
