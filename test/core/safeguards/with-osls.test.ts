import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PolicyId } from '../../../core/safeguards/catalogue.ts';
import { readPackagedService, STATE_FILE } from '../../../core/serverless/state.ts';
import { EXAMPLE } from '../../world/example.ts';
import { named, type Sample } from './sample-subject.ts';

const OSLS = join(import.meta.dirname, '../../../node_modules/.bin/osls');
const TARGET = { stage: 'dev', region: 'eu-central-1' };

/** A service with something in it for each policy. */
const SERVICE = `service: shop-api
provider:
  name: aws
  runtime: nodejs22.x
  stackTags: { team: shop, cost: 4711 }
  tracing: { lambda: true }
  environment: { TABLE: !Ref Orders }
  ecr: { images: { picture: { uri: '111111111111.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${'6b'.repeat(32)}' } } }
functions:
  web:
    handler: h.handler
    description: Shows the shop to the people who came to it
    events: [{ httpApi: GET / }, { http: { method: get, path: /old, integration: lambda } }, { http: GET /proxy }]
  on-upload:
    handler: h.handler
    events: [{ s3: { bucket: shop-uploads, event: 's3:ObjectCreated:*', existing: true } }, { s3: photos }]
  on_topic: { handler: h.handler, onError: 'arn:aws:sns:eu-central-1:111111111111:dead', events: [{ sns: orders }] }
  worker:
    handler: h.handler
    vpc: { securityGroupIds: [sg-1], subnetIds: [subnet-1, subnet-2] }
    events: [{ sqs: 'arn:aws:sqs:eu-central-1:111111111111:jobs' }]
  nightly:
    handler: h.handler
    runtime: nodejs20.x
    destinations: { onFailure: 'arn:aws:sqs:eu-central-1:111111111111:failed' }
    events: [{ schedule: rate(1 day) }, { eventBridge: { pattern: { source: [shop] } } }]
  image: { image: picture, name: picture, events: [{ cloudwatchLog: /aws/lambda/x }] }
resources:
  Resources:
    Orders:
      Type: AWS::DynamoDB::Table
      Properties:
        TableName: 'orders-\${sls:stage}'
        BillingMode: PAY_PER_REQUEST
        AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
        KeySchema: [{ AttributeName: id, KeyType: HASH }]
`;

let folder: string;
const packages: Record<string, Sample> = {};

/** Packages a service, and returns what of it safeguards look at. */
async function packaged(name: string, parameters: readonly string[] = []): Promise<Sample> {
  const target = join(folder, `${name}-package`);
  const argv = ['package', '--stage', TARGET.stage, '--region', TARGET.region, '--package', target];
  await promisify(execFile)(OSLS, [...argv, ...parameters.flatMap((parameter) => ['--param', parameter])], {
    cwd: join(folder, name),
    env: { ...process.env, AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' },
  });
  const { service, stack, template, stackTags, functions, provider } = readPackagedService(
    await readFile(join(target, STATE_FILE), 'utf8'),
    TARGET,
  );
  return { service, stack, template, stackTags, configured: functions, provider };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'safeguards with osls '));
  await mkdir(join(folder, 'shop'));
  await writeFile(join(folder, 'shop', 'serverless.yml'), SERVICE);
  await writeFile(join(folder, 'shop', 'h.js'), 'exports.handler = async () => ({});\n');
  for (const name of ['backend-database', 'backend-restapi', 'backend-tasks']) {
    await cp(join(EXAMPLE, name), join(folder, name), { recursive: true });
  }
  const table = [
    'database.tableName=workshop-submissions-dev',
    'database.tableArn=arn:aws:dynamodb:eu-central-1:111111111111:table/x',
  ];
  const endpoint = ['endpoint=https://example.com', 'endpoint_api_key=x'];
  packages['shop'] = await packaged('shop');
  packages['database'] = await packaged('backend-database');
  packages['restapi'] = await packaged('backend-restapi', table);
  packages['tasks'] = await packaged('backend-tasks', endpoint);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a package that osls made', () => {
  it.each<[PolicyId, unknown, readonly string[]]>([
    ['allowed-function-names', '${SERVICE}-${STAGE}-${FUNCTION}', ['image']],
    ['allowed-regions', ['eu-central-1'], []],
    ['allowed-runtimes', ['nodejs22.x'], ['nightly']],
    ['allowed-stages', ['dev'], []],
    ['forbid-lambda-apig-integration', undefined, ['web']],
    ['forbid-s3-http-access', undefined, ['S3BucketPhotos']],
    ['framework-version', '4.x', []],
    ['no-secret-env-vars', undefined, []],
    ['require-cfn-role', undefined, ['the package']],
    ['require-description', undefined, ['image', 'nightly', 'on-upload', 'on_topic', 'worker']],
    ['require-dlq', undefined, ['image', 'on-upload']],
    ['require-global-vpc', undefined, ['image', 'nightly', 'on-upload', 'on_topic', 'web']],
    ['required-stack-tags', { team: '[a-z]+', cost: '[0-9]+', STAGE: 'dev' }, []],
    ['max-resources', undefined, []],
    ['no-public-bucket', undefined, []],
    ['no-unresolved-variables', undefined, []],
  ])('has by %s what people wrote into it', (id, config, expected) => {
    expect(named(id, packages['shop'], config)).toEqual(expected);
  });

  it('has by no-wild-iam-role-statements the role with the rights of X-Ray', () => {
    const found = named('no-wild-iam-role-statements', packages['shop']);
    expect(found).toContain('IamRoleLambdaExecution');
  });

  it('has by stage-in-names what people named', () => {
    const found = named('stage-in-names', packages['shop']);
    expect(found).toEqual(expect.arrayContaining(['S3BucketPhotos', 'SNSTopicOrders']));
    expect(found).not.toContain('Orders');
    expect(found.filter((name) => /^(?!Image).*LogGroup|IamRole|Api|web|worker|Custom/.test(name))).toEqual([]);
  });
});

describe.each(['database', 'restapi', 'tasks'])('the service %s of the example', (name) => {
  it.each<[PolicyId, unknown?]>([
    ['allowed-function-names', '${SERVICE}-${STAGE}-${FUNCTION}'],
    ['allowed-runtimes', 'nodejs.*'],
    ['deprecated-runtimes'],
    ['forbid-lambda-apig-integration'],
    ['forbid-s3-http-access'],
    ['framework-version', '>=4 <5'],
    ['max-resources'],
    ['no-public-bucket'],
    ['no-secret-env-vars'],
    ['no-stateful-replacement'],
    ['no-unresolved-variables'],
    ['no-wild-iam-role-statements'],
    ['require-description', { minLength: 20 }],
    ['stage-in-names'],
  ])('passes %s', (id, config) => {
    expect(named(id, packages[name], config)).toEqual([]);
  });
});
