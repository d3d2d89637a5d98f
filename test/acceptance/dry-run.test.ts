import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployRole, PLANNER_TEMPLATE } from '../aws/deploy-role.ts';
import { ACCOUNTS, REPOSITORY } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { changesOf } from './safeguards-checked.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const ROLE = `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages-planner`;
let world: World;
let application: Application;
const files = (table: string, profile: object = { 'planner-role': ROLE }) => ({
  'serverless-stages.yml': stagesFile({ api: 'api' }, { ...profile }, { app: 'dry' }),
  'api/serverless.yml': [
    'service: dry-api',
    'frameworkVersion: "4"',
    'provider: { name: aws, runtime: nodejs24.x }',
    'functions: { main: { handler: main.handler } }',
    'resources:',
    '  Resources:',
    `    ${table}:`,
    '      Type: AWS::DynamoDB::Table',
    '      Properties:',
    '        BillingMode: PAY_PER_REQUEST',
    '        AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]',
    '        KeySchema: [{ AttributeName: id, KeyType: HASH }]',
    '',
  ].join('\n'),
  'api/main.js': 'exports.handler = async () => 1;\n',
});

beforeAll(async () => {
  world = await startWorld();
  application = makeApplication(files('Orders'));
  expectSuccess((await deploy(world, application.folder)).step);
  const { owner, name, ownerId, id } = REPOSITORY;
  const whose = { RepositoryOwner: owner, Repository: name, OwnerId: `${ownerId}`, RepositoryId: `${id}`, App: 'dry' };
  await deployRole(
    world.aws,
    { ...whose, Branch: 'master', Stage: 'dev', ParametersPath: '/dry', RoleName: 'serverless-stages-planner' },
    PLANNER_TEMPLATE,
  );
});
afterAll(async () => {
  await world.close();
  application.remove();
});

/** A dry run with the planner's role, which has the rights of the shipped template and no more. */
async function dryRun() {
  const context = { ...world.dispatchRun('refs/heads/master'), workspace: application.folder };
  const job = world.job(world.withIdToken(context));
  const profile = await job.run({ action: 'load-profile', inputs: { stage: 'dev', planner: 'true' } });
  if (profile.exitCode !== 0) return { profile, step: profile, calls: [] };
  const before = world.aws.journal.entries.length;
  const step = await job.run({
    action: 'deploy-service',
    inputs: {
      stage: 'dev',
      'dry-run': 'true',
      'credentials-file': profile.outputs['credentials-file'] ?? '',
      'parameters-file': profile.outputs['parameters-file'] ?? '',
    },
  });
  return { profile, step, calls: world.aws.journal.entries.slice(before) };
}

describe('a dry run with a planner role', () => {
  it('shows what CloudFormation says that a deploy would change, and changes nothing', async () => {
    application.write({ 'api/main.js': 'exports.handler = async () => 2;\n' });
    const { step, calls } = await dryRun();
    expectSuccess(step);
    expect(step.outputs['status']).toBe('planned');
    expect(servicesOf(step)['api']).toMatchObject({ status: 'planned' });
    expect(changesOf(step, 'api')).toContain('modify MainLambdaFunction');
    expect(step.summary).toContain('🔎 would be deployed');
    expect(changesIn(calls)).toEqual([]);
    expect(
      calls.filter(({ action }) => /^(PutParameter|ExecuteChangeSet|UpdateStack|CreateStack)$/.test(action)),
    ).toEqual([]);
    expect(calls.filter(({ errorCode = '' }) => /AccessDenied/.test(errorCode))).toEqual([]);
    expect(world.aws.stacks.find('dry-api-dev')?.changeSets.size).toBe(0);
  });

  it('says what a safeguard would block', async () => {
    application.write(files('Invoices'));
    const { step } = await dryRun();
    expect(step.exitCode).toBe(1);
    expect(step.outputs['error']).toMatch(/^E_SAFEGUARD: .*removes Orders/);
    expect(world.aws.stacks.find('dry-api-dev')?.resources.has('Orders')).toBe(true);
    application.write(files('Orders'));
  });

  it('fails nothing that reads an output which the deploy makes first', async () => {
    const reader = {
      'serverless-stages.yml': stagesFile({ api: 'api', web: 'web' }, { 'planner-role': ROLE }, { app: 'dry' }),
      'web/serverless.yml': [
        'service: dry-web',
        'frameworkVersion: "4"',
        'provider: { name: aws, runtime: nodejs24.x, environment: { TABLE: "${param:api.table}" } }',
        'functions: { main: { handler: main.handler } }',
        '',
      ].join('\n'),
      'web/main.js': 'exports.handler = async () => 1;\n',
    };
    const [api = ''] = Object.entries(files('Orders'))
      .flatMap(([path, text]) => (path.endsWith('yml') ? [text] : []))
      .slice(1);
    application.write({
      ...reader,
      'api/serverless.yml': `${api}  Outputs: { table: { Value: !Ref Orders } }\n`,
    });
    const { step } = await dryRun();
    expectSuccess(step);
    expect(servicesOf(step)['web']).toMatchObject({
      status: 'planned',
      reason: expect.stringContaining('reads outputs of api, deployed first'),
      reads: [{ service: 'api', stage: 'dev' }],
    });
    application.write({ ...files('Orders'), 'web/serverless.yml': null, 'web/main.js': null });
  });

  it('is refused where the profile has none', async () => {
    application.write(files('Orders', {}));
    const { profile } = await dryRun();
    expect(expectFailure(profile, 'E_ROLE_ARN').message).toContain('planner-role');
    application.write(files('Orders'));
  });
});
