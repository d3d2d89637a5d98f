import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  checkOut,
  deploy,
  deployPreview,
  outputOf,
  PREVIEWS,
  servicesOf,
  stagesFile,
  statusesOf,
} from './deployment.ts';
import { inFolder } from './stub-cli.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const OSLS: Files = { 'node_modules/osls': { link: resolve(import.meta.dirname, '../osls/package') } };
/** Another queue takes the place of one: what reads it is tried. */
const WARNED = { safeguards: [{ 'no-stateful-replacement': { level: 'warning' } }] };

const FILES: Files = {
  'serverless-stages.yml': stagesFile({ db: 'db', api: 'api', site: 'site' }, WARNED, {
    app: 'other-stacks',
    ...PREVIEWS,
  }),
  'common.yml': 'stage: ${opt:stage}\nnames: { db: store }\n',
  ...inFolder('db', {
    'serverless.yml': `service: \${file(../common.yml):names.db}
provider: { name: aws }
resources:
  Resources: { Queue: { Type: AWS::SQS::Queue } }
  Outputs:
    QueueUrl: { Value: !Ref Queue, Export: { Name: !Sub '\${AWS::StackName}-url' } }
    QueueArn: { Value: !GetAtt Queue.Arn, Export: { Name: 'store-\${sls:stage}-arn' } }
    Note: { Value: 'Grüße', Export: { Name: 'store-\${sls:stage}-note' } }
`,
  }),
  ...inFolder('api', {
    'serverless.yml': `service: other-api
provider: { name: aws }
custom: { stage: '\${opt:stage, self:provider.stage}', db: 'store-\${self:custom.stage}' }
resources:
  Resources: { Queue: { Type: AWS::SQS::Queue } }
  Outputs:
    Read: { Value: '\${cf:\${self:custom.db}.QueueUrl}' }
    InRegion: { Value: '\${cf(us-east-1):store-\${file(../common.yml):stage}.QueueUrl}' }
`,
  }),
  ...inFolder('site', {
    'serverless.yml': `service: other-site
provider: { name: aws }
resources:
  Resources: { Queue: { Type: AWS::SQS::Queue, Properties: { Tags: [{ Key: of, Value: !ImportValue 'store-\${sls:stage}-arn' }] } } }
  Outputs:
    Url: { Value: { 'Fn::ImportValue': !Sub 'store-\${sls:stage}-url' } }
    Explicit: { Value: !ImportValue 'store-dev-url' }
`,
  }),
};

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: FILES });
  expectSuccess((await deploy(world, checkOut(world, {}, OSLS))).step);
});
afterAll(() => world.close());

/** A preview of a change to some files. */
async function previewOf(branch: string, files: Files) {
  const folder = checkOut(world, files, OSLS, branch);
  const { number } = await world.github.pulls.open({ head: branch, base: 'master' });
  const preview = await deployPreview(world, folder, number);
  expectSuccess(preview.step);
  return { ...preview, number };
}

const urlIn = (stage: string) => outputOf(world, `store-${stage}`, 'QueueUrl');
const importsOf = (stack: string) => [...(world.aws.stacks.find(stack)?.imports.keys() ?? [])];

describe('a service that reads the stacks of others', () => {
  it('is deployed after them', () => {
    expect(urlIn('dev')).toMatch(/^https?:/);
    expect(outputOf(world, 'other-api-dev', 'Read')).toBe(urlIn('dev'));
    expect(outputOf(world, 'other-api-dev', 'InRegion')).toBe(urlIn('dev'));
    expect(importsOf('other-site-dev').sort()).toEqual(['store-dev-arn', 'store-dev-url']);
  });

  it('is left alone when it reads what it read before', async () => {
    const { step } = await deploy(world, checkOut(world, {}, OSLS));
    expectSuccess(step);
    expect(statusesOf(step)).toEqual({ db: 'unchanged', api: 'unchanged', site: 'unchanged' });
    expect(step.log).not.toContain('packaging');
  });

  it('reads the stack of the base stage in a preview that does not have it', async () => {
    const { stage, step } = await previewOf('feature/api', { 'api/a.txt': 'a' });
    expect(statusesOf(step)).toEqual({ db: 'left-out', api: 'deployed', site: 'left-out' });
    expect(outputOf(world, `other-api-${stage}`, 'Read')).toBe(urlIn('dev'));
    expect(outputOf(world, `other-api-${stage}`, 'InRegion')).toBe(urlIn('dev'));
    expect(servicesOf(step)['api']?.reads).toEqual([{ service: 'db', stage: 'dev' }]);
  });

  it('reads the stack of the preview that has it', async () => {
    const { stage, step } = await previewOf('feature/both', { 'api/b.txt': 'b', 'db/b.txt': 'b', 'site/b.txt': 'b' });
    expect(statusesOf(step)).toEqual({ db: 'deployed', api: 'deployed', site: 'deployed' });
    expect(outputOf(world, `other-api-${stage}`, 'Read')).toBe(urlIn(stage));
    expect(urlIn(stage)).not.toBe(urlIn('dev'));
  });
});

describe('a preview of a service that imports', () => {
  it('has values of the base stage in place of imports of it', async () => {
    const { stage, step } = await previewOf('feature/site', { 'site/a.txt': 'a' });
    expect(statusesOf(step)).toMatchObject({ db: 'left-out', site: 'deployed' });
    expect(importsOf(`other-site-${stage}`)).toEqual([]);
    expect(outputOf(world, `other-site-${stage}`, 'Url')).toBe(urlIn('dev'));
    expect(outputOf(world, `other-site-${stage}`, 'Explicit')).toBe(urlIn('dev'));
    expect(servicesOf(step)['site']?.reads).toEqual([{ service: 'db', stage: 'dev' }]);
  });

  it('imports what the preview itself exports', async () => {
    const { stage } = await previewOf('feature/exporter', { 'site/c.txt': 'c', 'db/c.txt': 'c' });
    expect(importsOf(`other-site-${stage}`).sort()).toEqual([`store-${stage}-arn`, `store-${stage}-url`]);
    expect(outputOf(world, `other-site-${stage}`, 'Explicit')).toBe(urlIn('dev'));
  });

  it('is deployed again when a value that it took has changed', async () => {
    const { stage, number } = await previewOf('feature/follow', { 'site/d.txt': 'd' });
    const before = outputOf(world, `other-site-${stage}`, 'Url');
    const renamed = (FILES['db/serverless.yml'] as string)
      .replaceAll('Queue: {', 'Queue2: {')
      .replace('!Ref Queue,', '!Ref Queue2,')
      .replace('!GetAtt Queue.', '!GetAtt Queue2.');
    // Another queue in dev: no import of a preview keeps dev from being changed.
    const dev = checkOut(
      world,
      {
        'db/serverless.yml': renamed,
        'site/serverless.yml':
          'service: other-site\nprovider: { name: aws }\nresources: { Resources: { Queue: { Type: AWS::SQS::Queue } } }\n',
      },
      OSLS,
    );
    expectSuccess((await deploy(world, dev, { inputs: { services: 'site' } })).step);
    expectSuccess((await deploy(world, dev)).step);
    expect(urlIn('dev')).not.toBe(before);
    const again = await deployPreview(world, checkOut(world, { 'README.md': 'again' }, OSLS, 'feature/follow'), number);
    expectSuccess(again.step);
    expect(outputOf(world, `other-site-${stage}`, 'Url')).toBe(urlIn('dev'));
  });
});

describe('an import of what CloudFormation does not give back', () => {
  it('is refused in a preview, before anything of it is deployed', async () => {
    const imports = (FILES['site/serverless.yml'] as string).replace('store-dev-url', 'store-dev-note');
    const folder = checkOut(world, { 'site/serverless.yml': imports }, OSLS, 'feature/note');
    const { number } = await world.github.pulls.open({ head: 'feature/note', base: 'master' });
    const { stage, step } = await deployPreview(world, folder, number);
    const { message } = expectFailure(step, 'E_IMPORT_UNKNOWN');
    expect(message).toMatch(/store-dev-note.*not ASCII/);
    expect(world.aws.stacks.find(`other-site-${stage}`)).toBeUndefined();
  });
});
