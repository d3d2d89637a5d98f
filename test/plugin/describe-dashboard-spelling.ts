import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deployment, deploy, makeApplication, servicesOf, stagesFile } from '../acceptance/deployment.ts';
import { expectFailure, expectSuccess } from '../acceptance/verdict.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { writeFiles } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const STAGES = stagesFile({ api: 'rest-api', database: 'database' }, { parameters: { env: 'dev' } }, { app: 'APP' });
const DATABASE = `org: acme
app: APP
service: fullstack-database
plugins: [serverless-stages/plugin]
provider: { name: aws, runtime: nodejs20.x }
outputs:
  database_submissions_name: !Ref Submissions
resources:
  Resources:
    Submissions:
      Type: AWS::DynamoDB::Table
      Properties:
        TableName: APP-submissions-\${sls:stage}
        BillingMode: PAY_PER_REQUEST
        AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
        KeySchema: [{ AttributeName: id, KeyType: HASH }]
`;
const NAME = '${output::${param:env}::fullstack-database.database_submissions_name}';
const API = `org: acme
app: APP
service: fullstack-api
plugins: [serverless-stages/plugin]
provider:
  name: aws
  runtime: nodejs20.x
  environment:
    SUBMISSIONS_TABLE: ${NAME}
  iam:
    role:
      statements:
        - Effect: Allow
          Action: [dynamodb:PutItem]
          Resource: arn:aws:dynamodb:\${aws:region}:\${aws:accountId}:table/${NAME}
functions:
  submit:
    handler: submit.handler
    events: [{ http: { method: post, path: submissions } }]
outputs:
  api_url: CFN!?ServiceEndpoint
`;
const WITHOUT_PLUGIN = API.replace(/^(org|app|plugins): .*\n/gm, '').replace(/^outputs:[\s\S]*/m, '');
const HANDLER = `exports.handler = async () => ({ statusCode: 200, body: process.env.SUBMISSIONS_TABLE });\n`;

/** The files of an application of that name; its services are called for it, for all are in one account. */
function filesOf(app: string, api = API): Record<string, string> {
  const named = (text: string) => text.replaceAll('APP', app).replaceAll('fullstack-', `${app}-`);
  return {
    'serverless-stages.yml': named(STAGES),
    'database/serverless.yml': named(DATABASE),
    'rest-api/serverless.yml': named(api),
    'rest-api/submit.js': HANDLER,
  };
}

/** A CLI as a package: the name that an application has it under, and its folder. */
export interface InstalledCli {
  readonly name: 'osls' | 'serverless';
  readonly folder: string;
}

/** Deploys what the Serverless Dashboard's users wrote, unchanged, by one CLI, with the plugin and without; `app` names all of it. */
export function describeDashboardSpelling(cli: InstalledCli, app: string): void {
  describe(`an application of the Serverless Dashboard, with ${cli.name}`, () => {
    let world: World;
    const removals: (() => void)[] = [];
    const table = `${app}-submissions-dev`;
    let first: Deployment;
    let again: Deployment;
    beforeAll(async () => {
      world = await startWorld();
      const folder = world.repository.checkout(world.repository.commit('master', filesOf(app)));
      linkPackages(folder);
      first = await deploy(world, folder);
      again = await deploy(world, folder);
    });
    afterAll(async () => {
      await world.close();
      for (const remove of removals) remove();
    });

    function linkPackages(folder: string) {
      const modules = { 'serverless-stages': ROOT, [cli.name]: cli.folder };
      for (const [name, link] of Object.entries(modules)) writeFiles(folder, { [`node_modules/${name}`]: { link } });
    }
    const templateOf = (stack: string) => world.aws.stacks.find(stack)?.wish?.templateBody ?? '';

    it('is deployed unchanged, the database before the API that reads from it', () => {
      expectSuccess(first.step);
      expect(servicesOf(first.step)).toMatchObject({
        database: { status: 'deployed', stack: `${app}-database-dev`, reads: [] },
        api: { status: 'deployed', stack: `${app}-api-dev`, reads: [{ service: 'database', stage: 'dev' }] },
      });
      const { log } = first.step;
      expect(log.indexOf('database: deployed')).toBeLessThan(log.indexOf('api: deployed'));
    });

    it('has its output in the stack, under an id that CloudFormation takes', () => {
      const outputs = world.aws.stacks.find(`${app}-database-dev`)?.outputs;
      expect(outputs).toContainEqual(expect.objectContaining({ key: 'database0x5fsubmissions0x5fname', value: table }));
    });

    it("has the URL that the framework made as an output of the API's own", () => {
      const outputs = world.aws.stacks.find(`${app}-api-dev`)?.outputs;
      const value = first.step.outputs['url'];
      expect(outputs).toContainEqual(expect.objectContaining({ key: 'ServiceEndpoint', value }));
      expect(outputs).toContainEqual(expect.objectContaining({ key: 'api0x5furl', value }));
    });

    it('has the name of the table in the variable of its function', async () => {
      expect(world.aws.functions.environment(`${app}-api-dev-submit`)).toMatchObject({ SUBMISSIONS_TABLE: table });
      const url = world.aws.apiUrl(first.step.outputs['url'] ?? '');
      const answer = await fetch(`${url}/submissions`, { method: 'POST' });
      expect(await answer.text()).toBe(table);
    });

    it('has the ARN of the table in the policy of its function', () => {
      const role = world.aws.stacks.find(`${app}-api-dev`)?.resources.get('IamRoleLambdaExecution');
      const arn = `arn:aws:dynamodb:${REGION}:${ACCOUNTS.dev}:table/${table}`;
      expect(JSON.stringify(role?.properties)).toContain(`"${arn}"`);
    });

    it('has no variable left in its live templates', () => {
      expect(templateOf(`${app}-api-dev`)).toContain('submit');
      for (const service of ['api', 'database']) expect(templateOf(`${app}-${service}-dev`)).not.toContain('${output');
    });

    it('comes to the same when it is deployed once more', () => {
      expectSuccess(again.step);
      expect(again.step.outputs['status']).toBe('unchanged');
      const { database, api } = servicesOf(again.step);
      expect(database).toMatchObject({ status: 'unchanged', reason: expect.stringMatching(/^nothing differs since /) });
      // What ${aws:accountId} comes to is not known before: the API is packaged, and CloudFormation finds no change.
      expect(api).toMatchObject({ status: 'unchanged', reads: [{ service: 'database', stage: 'dev' }] });
    });

    it('can have its outputs published by the name that they are written with', async () => {
      const application = makeApplication(filesOf(app), []);
      removals.push(application.remove);
      linkPackages(application.folder);
      const inputs = { services: 'database', 'publish-outputs': 'database.database_submissions_name' };
      const { step } = await deploy(world, application.folder, { inputs });
      expectSuccess(step);
      expect(JSON.parse(step.outputs['outputs'] ?? '')).toEqual({ 'database.database_submissions_name': table });
    });

    it('is refused without the plugin, before its API is deployed', async () => {
      const name = `${app}-bare`;
      const application = makeApplication(filesOf(name, WITHOUT_PLUGIN), []);
      removals.push(application.remove);
      linkPackages(application.folder);
      const { step } = await deploy(world, application.folder);
      expect(expectFailure(step, 'E_UNRESOLVED_VARIABLE').message).toContain('${output::dev::');
      expect(servicesOf(step)).toMatchObject({ database: { status: 'deployed' }, api: { status: 'failed' } });
      expect(world.aws.stacks.find(`${name}-api-dev`)).toBeUndefined();
    });
  });
}
