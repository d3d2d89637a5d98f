import { describe, expect, it } from 'vitest';
import { joinContents, stackContents } from '../../../core/stack/contents.ts';
import { type Resource, retainedResources } from '../../../core/stack/retained.ts';

const resource = (logicalId: string, status: string, physicalId = `p-${logicalId}`) => ({
  logicalId,
  type: 'AWS::DynamoDB::Table',
  physicalId,
  status,
});
const template = (policies: Readonly<Record<string, string>>) =>
  JSON.stringify({
    Resources: Object.fromEntries(Object.entries(policies).map(([id, DeletionPolicy]) => [id, { DeletionPolicy }])),
  });
const ids = (...args: Parameters<typeof retainedResources>) =>
  retainedResources(...args).map(({ logicalId }) => logicalId);

describe('what the removal of a stack leaves behind', () => {
  it('is what CloudFormation kept already', () => {
    expect(ids([resource('Kept', 'DELETE_SKIPPED'), resource('Gone', 'DELETE_COMPLETE')], undefined)).toEqual(['Kept']);
  });

  it.each(['Retain', 'RetainExceptOnCreate', 'Snapshot'])('is what there is with the policy %s', (policy) => {
    const found = [resource('Table', 'CREATE_COMPLETE'), resource('Queue', 'CREATE_COMPLETE')];
    expect(ids(found, template({ Table: policy, Queue: 'Delete' }))).toEqual(['Table']);
  });

  it('is nothing of what was never made, or is gone', () => {
    const found = [resource('Never', 'CREATE_FAILED', ''), resource('Gone', 'DELETE_COMPLETE')];
    expect(ids(found, template({ Never: 'Retain', Gone: 'Retain' }))).toEqual([]);
  });

  it.each([undefined, '', 'Resources: {}', '{}'])('cannot be told by policies from the template %j', (text) => {
    expect(ids([resource('Table', 'CREATE_COMPLETE')], text)).toEqual([]);
  });
});

const OWNER = {
  service: 'shop-api',
  stage: 'pr-1',
  stackName: 'shop-api-pr-1',
  account: '111111111111',
  region: 'us-east-1',
};
const made = (logicalId: string, type: string, physicalId: string, status = 'CREATE_COMPLETE'): Resource => ({
  logicalId,
  type,
  physicalId,
  status,
});
const LIVE = [
  made('ServerlessDeploymentBucket', 'AWS::S3::Bucket', 'shop-api-pr-1-deployment'),
  made('Uploads', 'AWS::S3::Bucket', 'shop-uploads'),
  made('HelloLambdaFunction', 'AWS::Lambda::Function', 'shop-api-pr-1-hello'),
  made('HelloLogGroup', 'AWS::Logs::LogGroup', '/aws/lambda/shop-api-pr-1-hello'),
  made('Queue', 'AWS::SQS::Queue', 'https://sqs.us-east-1.amazonaws.com/111111111111/shop'),
];
/** The template of these resources, with more in some of them. */
const templateOf = (more: Readonly<Record<string, object>> = {}, resources: readonly Resource[] = LIVE) =>
  JSON.stringify({
    Resources: Object.fromEntries(
      resources.map(({ logicalId, type }) => [logicalId, { Type: type, ...more[logicalId] }]),
    ),
  });
const functionOf = (code: object) => ({ HelloLambdaFunction: { Properties: { Code: code } } });
const contents = (template: string | undefined = templateOf(), resources: readonly Resource[] = LIVE, owner = OWNER) =>
  stackContents(resources, template, owner);

describe('what a stack holds', () => {
  it('is its buckets, and the log groups of its functions', () => {
    expect(contents()).toEqual({
      retained: [],
      buckets: ['shop-api-pr-1-deployment', 'shop-uploads'],
      logGroups: ['/aws/lambda/shop-api-pr-1-hello'],
      nested: [],
      packages: [],
      images: [],
      ownBuckets: ['shop-api-pr-1-deployment', 'shop-uploads'],
      functions: ['shop-api-pr-1-hello'],
      isKnown: true,
    });
  });

  it('is nothing where it holds nothing', () => {
    expect(contents(templateOf({}, []), [])).toMatchObject({ retained: [], buckets: [], logGroups: [], isKnown: true });
  });

  it('names the log group of a function that has none in the stack: a call makes one', () => {
    const live = [made('A', 'AWS::Lambda::Function', 'shop-api-pr-1-a')];
    expect(contents(templateOf({}, live), live).logGroups).toEqual(['/aws/lambda/shop-api-pr-1-a']);
  });

  it('G13 keeps a bucket that its policy keeps, and never lists it among those to empty', () => {
    const found = contents(templateOf({ Uploads: { DeletionPolicy: 'Retain' } }));
    expect(found.retained).toEqual([LIVE[1]]);
    expect(found.buckets).toEqual(['shop-api-pr-1-deployment']);
  });

  it('G13 keeps a log group that its policy keeps, although its function goes', () => {
    const found = contents(templateOf({ HelloLogGroup: { DeletionPolicy: 'Retain' } }));
    expect(found.retained.map(({ logicalId }) => logicalId)).toEqual(['HelloLogGroup']);
    expect(found.logGroups).not.toContain('/aws/lambda/shop-api-pr-1-hello');
  });

  it('G13 keeps a function that its policy keeps, with its log group', () => {
    const live = LIVE.filter(({ logicalId }) => logicalId !== 'HelloLogGroup');
    const found = contents(templateOf({ HelloLambdaFunction: { DeletionPolicy: 'Retain' } }, live), live);
    expect(found.retained.map(({ logicalId }) => logicalId)).toEqual(['HelloLambdaFunction']);
    expect(found.logGroups).toEqual([]);
  });

  it.each([
    ['Fn::If', { 'Fn::If': ['IsProd', 'Retain', 'Delete'] }],
    ['Ref', { Ref: 'Policy' }],
    ['a map', { 'Fn::FindInMap': ['Policies', 'dev', 'Uploads'] }],
  ])('G13 takes a bucket for kept where %s decides its policy: in doubt nothing is emptied', (_, DeletionPolicy) => {
    const found = contents(templateOf({ Uploads: { DeletionPolicy } }));
    expect(found.retained.map(({ logicalId }) => logicalId)).toEqual(['Uploads']);
    expect(found.buckets).toEqual(['shop-api-pr-1-deployment']);
  });

  it('G3 has no bucket that is gone, or was never made', () => {
    const live = [
      made('Gone', 'AWS::S3::Bucket', 'shop-gone', 'DELETE_COMPLETE'),
      made('Never', 'AWS::S3::Bucket', '', 'CREATE_FAILED'),
      made('Kept', 'AWS::S3::Bucket', 'shop-kept', 'DELETE_SKIPPED'),
      made('Full', 'AWS::S3::Bucket', 'shop-full', 'DELETE_FAILED'),
    ];
    const found = contents(templateOf({}, live), live);
    expect(found.buckets).toEqual(['shop-full']);
    expect(found.retained.map(({ logicalId }) => logicalId)).toEqual(['Kept']);
  });

  it('names its nested stacks, but those that are kept or gone', () => {
    const arn = (name: string) => `arn:aws:cloudformation:us-east-1:111111111111:stack/${name}/1`;
    const live = [
      made('Data', 'AWS::CloudFormation::Stack', arn('data')),
      made('Kept', 'AWS::CloudFormation::Stack', arn('kept')),
      made('Gone', 'AWS::CloudFormation::Stack', arn('gone'), 'DELETE_COMPLETE'),
      // It is there all the same, and goes with the stack.
      made('Failed', 'AWS::CloudFormation::Stack', arn('failed'), 'CREATE_FAILED'),
      made('Never', 'AWS::CloudFormation::Stack', '', 'CREATE_FAILED'),
    ];
    const found = contents(templateOf({ Kept: { DeletionPolicy: 'Retain' } }, live), live);
    expect(found.nested).toEqual([arn('data'), arn('failed')]);
    expect(found.retained.map(({ logicalId }) => logicalId)).toEqual(['Kept']);
  });
});

describe('the packages of a stack', () => {
  const keyOf = (stage: string, service = 'shop-api') =>
    `serverless/${service}/${stage}/1764000000000-2026-11-24T16:00:00.000Z/${service}.zip`;
  const shared = (S3Key: string) =>
    contents(templateOf(functionOf({ S3Bucket: 'serverless-framework-shared', S3Key })));

  it('G4 are below the folder of its own service and stage where stages share a bucket', () => {
    expect(shared(keyOf('pr-1')).packages).toEqual([
      { bucket: 'serverless-framework-shared', prefix: 'serverless/shop-api/pr-1/' },
    ]);
  });

  it.each([
    ['another stage that begins like it', keyOf('pr-10')],
    ['another stage', keyOf('dev')],
    ['another service', keyOf('pr-1', 'shop')],
    ['another service that begins like it', keyOf('pr-1', 'shop-api2')],
    ['nobody we know', 'lambda.zip'],
    ['a stage without a slash behind it', 'serverless/shop-api/pr-1'],
  ])('G4 are never those of %s', (_, key) => {
    for (const { prefix } of shared(key).packages) {
      expect(prefix.endsWith('/shop-api/pr-1/')).toBe(true);
      for (const stranger of [
        keyOf('pr-10'),
        keyOf('dev'),
        keyOf('pr-1', 'shop'),
        keyOf('pr-1', 'shop-api2'),
        'lambda.zip',
      ])
        expect(stranger.startsWith(prefix)).toBe(false);
    }
  });

  it.each(['pr-10', 'pr-1-2', 'pr-11', 'pr-1x', 'apr-1', 'PR-1'])(
    'G4 never hold what the stage %s has there',
    (stage) => {
      for (const { prefix } of shared(keyOf('pr-1')).packages) expect(keyOf(stage).startsWith(prefix)).toBe(false);
    },
  );

  it('are listed once, however many functions and layers there are', () => {
    const live = [
      ...LIVE,
      made('B', 'AWS::Lambda::Function', 'b'),
      made('Layer', 'AWS::Lambda::LayerVersion', 'layer'),
    ];
    const code = { S3Bucket: 'serverless-framework-shared', S3Key: keyOf('pr-1') };
    const found = contents(
      templateOf(
        { ...functionOf(code), B: { Properties: { Code: code } }, Layer: { Properties: { Content: code } } },
        live,
      ),
      live,
    );
    expect(found.packages).toHaveLength(1);
  });

  it.each([{ Ref: 'ServerlessDeploymentBucket' }, 'shop-api-pr-1-deployment'])(
    "need nothing of their own where they are in the stack's bucket %j, which goes with it",
    (S3Bucket) => {
      expect(contents(templateOf(functionOf({ S3Bucket, S3Key: keyOf('pr-1') }))).packages).toEqual([]);
    },
  );
});

describe('the images of a stack', () => {
  const registry = '111111111111.dkr.ecr.us-east-1.amazonaws.com';
  const digest = `sha256:${'a'.repeat(64)}`;
  const imageOf = (ImageUri: unknown) => contents(templateOf(functionOf({ ImageUri }))).images;

  it('are in the repository that the CLI made for its service and stage', () => {
    expect(imageOf(`${registry}/serverless-shop-api-pr-1@${digest}`)).toEqual(['serverless-shop-api-pr-1']);
  });

  it.each([
    ['made by somebody', `${registry}/shop-images@${digest}`],
    ['of a stage that begins like it', `${registry}/serverless-shop-api-pr-10@${digest}`],
    ['of another service', `${registry}/serverless-shop-pr-1@${digest}`],
    ['in a folder of the registry', `${registry}/team/serverless-shop-api-pr-1@${digest}`],
  ])('G4 are none of a repository %s', (_, uri) => {
    expect(imageOf(uri)).toEqual([]);
  });

  it('are not guessed where the template does not say them as a text', () => {
    expect(imageOf({ 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.us-east-1.amazonaws.com/x' })).toEqual([]);
  });
});

describe('a template', () => {
  const YAML = `
Resources:
  ServerlessDeploymentBucket:
    Type: AWS::S3::Bucket
  Uploads:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    Properties:
      BucketName: !Sub '\${AWS::StackName}-uploads'
      Tags: !If [IsProd, [{ Key: a, Value: !Ref Stage }], !Ref AWS::NoValue]
  HelloLambdaFunction:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
      Code:
        S3Bucket: !Ref ServerlessDeploymentBucket
        S3Key: serverless/shop-api/pr-1/1/shop.zip
Outputs:
  Name: { Value: !Join ['-', [a, !Ref Uploads]], Export: { Name: !Sub '\${AWS::StackName}-x' } }
`;

  it('is read in YAML, with the short forms of its functions', () => {
    const found = contents(YAML);
    expect(found).toMatchObject({ isKnown: true, packages: [], buckets: ['shop-api-pr-1-deployment'] });
    expect(found.retained.map(({ logicalId }) => logicalId)).toEqual(['Uploads']);
  });

  it.each(['!If [IsProd, Retain, Delete]', '!Ref Policy', '{ Ref: Policy }'])(
    'G13 has a bucket taken for kept in YAML, too, where %s decides its policy',
    (policy) => {
      const found = contents(YAML.replace('DeletionPolicy: Retain', `DeletionPolicy: ${policy}`));
      expect(found.retained.map(({ logicalId }) => logicalId)).toEqual(['Uploads']);
      expect(found.buckets).toEqual(['shop-api-pr-1-deployment']);
    },
  );

  it('is read in YAML with a date, and with the same policy by an anchor', () => {
    const found = contents(
      `AWSTemplateFormatVersion: 2010-09-09\nResources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: &keep Retain\n  Queue: { Type: AWS::SQS::Queue, DeletionPolicy: *keep }\n`,
    );
    expect(found.retained.map(({ logicalId }) => logicalId)).toEqual(['Uploads', 'Queue']);
  });

  it.each([undefined, '', ' ', '{', '[]', 'null', '"text"', '5', 'a: [', '\t- x', '{"Resources":[]}'])(
    'G13 is not known where it is %j, so that nothing is emptied',
    (text) => {
      const found = stackContents(LIVE, text, OWNER);
      expect(found.isKnown).toBe(false);
    },
  );

  it('G13 does not keep what CloudFormation says it kept already from being known', () => {
    const live = [made('Kept', 'AWS::S3::Bucket', 'shop-kept', 'DELETE_SKIPPED')];
    expect(stackContents(live, undefined, OWNER).retained).toEqual(live);
  });
});

describe('a stack with nested ones', () => {
  const nested = { ...OWNER };
  const functionAlone = [made('Hello', 'AWS::Lambda::Function', 'shop-api-pr-1-hello')];
  const keptLogs = [made('Logs', 'AWS::Logs::LogGroup', '/aws/lambda/shop-api-pr-1-hello')];

  it('keeps the logs that one of them retains, wherever the function is', () => {
    const parent = stackContents(keptLogs, templateOf({ Logs: { DeletionPolicy: 'Retain' } }, keptLogs), OWNER);
    const inner = stackContents(functionAlone, templateOf({}, functionAlone), nested);
    expect(inner.logGroups).toEqual(['/aws/lambda/shop-api-pr-1-hello']);
    expect(joinContents(parent, inner).logGroups).toEqual([]);
    expect(joinContents(inner, parent).logGroups).toEqual([]);
  });

  it('is not known where one of them is not', () => {
    const unknown = stackContents(functionAlone, undefined, nested);
    expect(joinContents(contents(), unknown).isKnown).toBe(false);
    expect(unknown.logGroups).toEqual([]);
  });
});

describe('what is not proven to be of a stack', () => {
  it('is a function that is gone and has no stage in its name: another may have the name by now', () => {
    const gone = [
      made('Named', 'AWS::Lambda::Function', 'nightly', 'DELETE_COMPLETE'),
      made('Usual', 'AWS::Lambda::Function', 'shop-api-pr-1-hello', 'DELETE_COMPLETE'),
    ];
    expect(contents(templateOf({}, gone), gone).logGroups).toEqual(['/aws/lambda/shop-api-pr-1-hello']);
  });

  it('is a bucket that its template does not have any more', () => {
    const dropped = [made('Dropped', 'AWS::S3::Bucket', 'shop-dropped', 'DELETE_FAILED')];
    expect(contents(templateOf({}, []), dropped).buckets).toEqual([]);
  });

  it('is what is below SERVICE/STAGE/ in a bucket of others without the folder that the CLI makes', () => {
    const code = { S3Bucket: 'releases-of-the-team', S3Key: 'releases/shop-api/pr-1/1.zip' };
    expect(contents(templateOf(functionOf(code))).packages).toEqual([]);
  });

  it('is what the CLI names by service and stage, where the stack has another name', () => {
    const code = {
      S3Bucket: 'serverless-framework-shared',
      S3Key: 'serverless/shop-api/pr-1/1764000000000-2026-11-24T16:00:00.000Z/shop-api.zip',
    };
    const own = { ...OWNER, stackName: 'shop-of-the-team-pr-1' };
    expect(contents(templateOf(functionOf(code)), LIVE, own).packages).toEqual([]);
  });

  it('is the image repository of another account', () => {
    const ImageUri = '222222222222.dkr.ecr.us-east-1.amazonaws.com/serverless-shop-api-pr-1@sha256:1';
    expect(contents(templateOf(functionOf({ ImageUri }))).images).toEqual([]);
  });
});
