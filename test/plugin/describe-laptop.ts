import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { DeploymentRecord } from '../../core/ledger/record.ts';
import { type Application, makeApplication, stagesFile } from '../acceptance/deployment.ts';
import { type LocalAws, startLocalAws, type UserKeys } from '../local-aws/server.ts';
import { sampleOf } from '../sample.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ACCOUNT = '111111111111';
const REGION = 'us-east-1';
const profileOf = (account: string) => ({ role: `arn:aws:iam::${account}:role/serverless-stages`, region: REGION });
/** Personal stages read from `dev`, a configured one from none but itself; `prod` is in another account. */
const STAGES = stagesFile(
  {},
  {},
  {
    profiles: { dev: profileOf(ACCOUNT), prod: profileOf('333333333333') },
    stages: {
      dev: { profile: 'dev', branch: 'master' },
      test: { profile: 'dev', branch: 'test' },
      prod: { profile: 'prod', branch: 'prod' },
    },
    'default-profile': 'dev',
  },
);
const AWS = { name: 'aws', runtime: 'nodejs20.x' };

/** A serverless.yml whose top is that of a user of the Dashboard; `more` are its other keys. */
const serviceFile = (service: string, more: object) =>
  stringify({ org: 'acme', app: 'workshop', service, plugins: ['serverless-stages/plugin'], provider: AWS, ...more });
const TABLE = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: '${self:service}-${sls:stage}',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  },
};
const databaseFile = (name: string) =>
  serviceFile(name, {
    outputs: {
      submissions_name: { Ref: 'Table' },
      table: { name: { Ref: 'Table' }, arns: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] },
      copy: 'CFN!?TableName',
      number: 5,
    },
    resources: { Resources: { Table: TABLE }, Outputs: { TableName: { Value: { Ref: 'Table' } } } },
  });
const arnOf = (table: string, region = REGION) => `arn:aws:dynamodb:${region}:${ACCOUNT}:table/${table}`;

/** Starts a CLI in a service's folder. */
export type RunCli = (
  folder: string,
  args: readonly string[],
  aws: { url: string; keys: UserKeys },
) => Promise<{ code: number; output: string }>;

/** Holds the plugin to its word in one CLI that a developer starts without us; names of services begin with `cli`. */
export function describeLaptop(cli: string, run: RunCli): void {
  describe(`plain ${cli}`, () => {
    let aws: LocalAws;
    let keys: UserKeys;
    let application: Application;
    const outputsOf = (stack: string) =>
      Object.fromEntries(
        aws.stacks.find(stack, { account: ACCOUNT, region: REGION })?.outputs.map(({ key, value }) => [key, value]) ??
          [],
      );

    const shop = `${cli}-database`;
    const inDev = `${shop}-dev`;
    beforeAll(async () => {
      aws = await startLocalAws({ account: ACCOUNT });
      keys = aws.addUser(ACCOUNT);
      application = makeApplication(
        { 'serverless-stages.yml': STAGES, 'database/serverless.yml': databaseFile(shop) },
        [],
      );
      symlinkSync(ROOT, join(application.folder, 'node_modules/serverless-stages'));
      await deploy('database', 'dev');
    });
    afterAll(async () => {
      await aws.close();
      application.remove();
    });

    const start = (folder: string, stage: string, ...args: string[]) =>
      run(join(application.folder, folder), ['deploy', '--stage', stage, ...args], { url: aws.url, keys });
    async function deploy(folder: string, stage: string, ...args: string[]) {
      const { code, output } = await start(folder, stage, ...args);
      expect(code, output).toBe(0);
    }
    /** Writes the service `api`, whose stack has these outputs natively; `more` are its other keys. */
    function writeApi(values: Readonly<Record<string, string>>, more: object) {
      const Outputs = Object.fromEntries(Object.entries(values).map(([key, Value]) => [key, { Value }]));
      const resources = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } }, Outputs };
      application.write({ 'api/serverless.yml': serviceFile(`${cli}-api`, { resources, ...more }) });
    }
    /** What the outputs of `api` come to. */
    async function read(values: Readonly<Record<string, string>>, stage = 'dev', more: object = {}) {
      writeApi(values, more);
      await deploy('api', stage);
      return outputsOf(`${cli}-api-${stage}`);
    }
    /** What the CLI says where `api` cannot be deployed, on one line. */
    async function refusal(values: Readonly<Record<string, string>>, stage = 'dev', more: object = {}) {
      writeApi(values, more);
      const before = aws.journal.of('cloudformation', 'CreateChangeSet').length;
      const { code, output } = await start('api', stage);
      expect(code, output).not.toBe(0);
      expect(aws.journal.of('cloudformation', 'CreateChangeSet')).toHaveLength(before);
      return output.replaceAll(/\s+/g, ' ');
    }

    it('publishes outputs, nested ones and copies of native ones too, under ids that CloudFormation takes', () => {
      expect(outputsOf(inDev)).toMatchObject({
        submissions0x5fname: inDev,
        table0x2ename: inDev,
        table0x2earns0x2e0: arnOf(inDev),
        copy: inDev,
        TableName: inDev,
        number: '5',
      });
    });

    it('reads them in every spelling', async () => {
      const texts = {
        Short: `\${output:${shop}.submissions_name}`,
        Long: `\${output:workshop:dev:${REGION}:${shop}.submissions_name}`,
        Dashboard: `\${output::\${param:env}::${shop}.submissions_name}`,
        Inside: `table/\${output::::${shop}.table.name}/index/\${output:${shop}.number}`,
        Nested: '${self:custom.table.arns.0}',
        Native: `\${output:${shop}.TableName}`,
      };
      const more = { params: { default: { env: 'dev' } }, custom: { table: `\${output:${shop}.table}` } };
      const same = { Short: inDev, Long: inDev, Dashboard: inDev, Native: inDev };
      const wanted = { ...same, Inside: `table/${inDev}/index/5`, Nested: arnOf(inDev) };
      expect(await read(texts, 'dev', more)).toMatchObject(wanted);
    });

    it('reads them for variables of functions, for IAM, and in Fn::Sub beside what is of CloudFormation', async () => {
      const address = `\${output:::${REGION}:${shop}.submissions_name}`;
      const sub = { 'Fn::Sub': `\${Queue.Arn}/${address}` };
      const Resource = [`arn:aws:dynamodb:\${aws:region}:\${aws:accountId}:table/${address}`, sub];
      const iam = { role: { statements: [{ Effect: 'Allow', Action: ['dynamodb:PutItem'], Resource }] } };
      application.write({ 'api/handler.js': 'exports.handle = async () => 1;\n' });
      const functions = { handle: { handler: 'handler.handle' } };
      await read({}, 'dev', { provider: { ...AWS, environment: { TABLE: address }, iam }, functions });
      expect(aws.functions.environment(`${cli}-api-dev-handle`)).toMatchObject({ TABLE: inDev });
      const stack = aws.stacks.find(`${cli}-api-dev`);
      const role = JSON.stringify(stack?.resources.get('IamRoleLambdaExecution')?.properties);
      expect(role).toContain(`"${arnOf(inDev)}"`);
      expect(role).toMatch(new RegExp(`"arn:aws:sqs:[^"]*/${inDev}"`));
      expect(stack?.wish?.templateBody).not.toContain('${output');
    });

    const fallbacks = [
      ['of the short form', `\${output:${shop}.none, 'else'}`, 'else'],
      ["of the Dashboard's form", `a-\${output::dev::${shop}.none, 'else'}-z`, 'a-else-z'],
      ['for a service that is nowhere', "${output::::none.none, 'else'}", 'else'],
      ['that is another variable', '${output:none.none, self:custom.other}', 'of custom'],
      ["that is another variable, of the Dashboard's form", '${output::::none.none, self:custom.other}', 'of custom'],
      ['that is another output', `\${output:none.none, output:${shop}.number}`, '5'],
      ["that is another output, of the Dashboard's form", `\${output::::none.none, output::::${shop}.number}`, '5'],
      ['that is not needed', `\${output::::${shop}.number, 'else'}`, '5'],
    ] as const;

    describe('knows a fallback', () => {
      /** Read by one deploy. */
      let found: Record<string, string>;
      const keyOf = (what: string) => `Case${fallbacks.findIndex(([each]) => each === what)}`;
      beforeAll(async () => {
        const values = Object.fromEntries(fallbacks.map(([what, value]) => [keyOf(what), value]));
        found = await read(values, 'dev', { custom: { other: 'of custom' } });
      });

      it.each(fallbacks)('%s', (what, _value, wanted) => {
        expect(found).toMatchObject({ [keyOf(what)]: wanted });
      });
    });

    it('leaves none as text in the stack, also where the framework takes no variable for a fallback', async () => {
      writeApi({ Value: `\${output::::none.none, \${output::::${shop}.number}}` }, {});
      await start('api', 'text');
      expect(aws.stacks.find(`${cli}-api-text`)?.outputs ?? []).not.toContainEqual(
        expect.objectContaining({ value: expect.stringContaining('${output') }),
      );
    });

    describe('in a personal stage', () => {
      const [own, base] = [`\${output:${shop}.copy}`, `\${output::dev::${shop}.copy}`];
      const addresses = { own, long: `\${output::::${shop}.copy}`, base };

      it('reads from the base stage, until the stage has the service itself', async () => {
        expect(await read(addresses, 'ada')).toMatchObject({ own: inDev, long: inDev, base: inDev });
        await deploy('database', 'ada');
        const inAda = `${shop}-ada`;
        expect(await read(addresses, 'ada')).toMatchObject({ own: inAda, long: inAda, base: inDev });
      });

      it('takes no stack for the service that has no tag of the stage', async () => {
        await deploy('database', 'bob');
        const { wish } = aws.stacks.find(`${shop}-bob`) ?? {};
        expect(wish?.tags['STAGE']).toBe('bob');
        delete wish?.tags['STAGE'];
        expect(await read(addresses, 'bob')).toMatchObject({ own: inDev, long: inDev });
      });
    });

    it('reads from another region where the address names one', async () => {
      await deploy('database', 'dev', '--region', 'eu-west-1');
      const [there, here] = [`\${output:::eu-west-1:${shop}.table.arns.0}`, `\${output:${shop}.table.arns.0}`];
      expect(await read({ there, here })).toMatchObject({ there: arnOf(inDev, 'eu-west-1'), here: arnOf(inDev) });
    });

    it('reads from the stack that the ledger names, whatever stack has the usual name', async () => {
      application.write({ 'renamed/serverless.yml': databaseFile(`${cli}-renamed`) });
      await deploy('renamed', 'dev');
      const { id, createdAt } = aws.stacks.find(`${cli}-renamed-dev`) ?? { id: '', createdAt: 0 };
      const record: DeploymentRecord = {
        schemaVersion: 1,
        service: shop,
        key: 'database',
        owner: { kind: 'repository', id: '1001', name: 'acme/workshop' },
        run: { id: '1', attempt: '1', url: '' },
        status: 'deployed',
        stackName: `${cli}-renamed-dev`,
        needs: [],
        completed: { stack: id, changed: new Date(createdAt).toISOString(), outputs: '0' },
      };
      const name = `/serverless-stages/workshop/configured/dev/${shop}`;
      aws.ssm.put(ACCOUNT, REGION, name, JSON.stringify(record));
      const values = await read({ short: `\${output:${shop}.copy}`, long: `\${output::::${shop}.copy}` });
      expect(values).toMatchObject({ short: `${cli}-renamed-dev`, long: `${cli}-renamed-dev` });
      aws.ssm.remove(ACCOUNT, REGION, name);
    });

    describe('refuses, as the framework refuses,', () => {
      it.each([
        ['an output that is missing', `\${output:${shop}.submission_name}`],
        ["one in the Dashboard's form", `\${output::::${shop}.submission_name}`],
      ])('%s, and lists those that exist', async (_what, address) => {
        const text = await refusal({ Value: address });
        expect(text).toMatch(/Error:.*E_OUTPUT_MISSING/);
        const names = ['submissions_name', 'table.name', 'table.arns.0', 'copy', 'number', 'TableName'];
        expect(names.filter((name) => !text.includes(name))).toEqual([]);
        expect(text).not.toMatch(/ at \S+ \(?\S+:\d+/);
      });

      it.each(
        sampleOf([
          ['a service that is nowhere', '${output:none.name}', 'dev', 'E_OUTPUT_MISSING'],
          ['what a configured stage has not itself', `\${output:${shop}.copy}`, 'test', 'E_OUTPUT_MISSING'],
          ['a stage of another account', `\${output::prod::${shop}.copy}`, 'ada', 'E_OUTPUT_ACCOUNT'],
          ['an address that is none', '${output:dev:name}', 'dev', 'E_OUTPUT_ADDRESS'],
          ["an address that is none in the Dashboard's form", '${output::dev::name}', 'dev', 'E_OUTPUT_ADDRESS'],
        ]),
      )('%s', async (_what, Value, stage, code) => {
        expect(await refusal({ Value }, stage)).toContain(code);
      });

      it.each(
        sampleOf([
          ['a name that the stack has already', { Taken: 'x' }, 'Taken'],
          ['an empty name', { '': 'x' }, 'outputs'],
          ['a value that is none', { nothing: {} }, 'nothing'],
          ['a copy of what is not there', { copy: 'CFN!?None' }, 'None'],
        ]),
      )('outputs with %s', async (_what, outputs, name) => {
        expect(await refusal({ Taken: 'y' }, 'dev', { outputs })).toMatch(new RegExp(`E_SERVICE_CONFIG.*${name}`));
      });

      it('to take a fallback because the ledger may not be read', async () => {
        aws.ssm.deny({ pathPrefix: '/serverless-stages/', action: 'ssm:*' });
        const text = await refusal({ Value: `\${output:${shop}.copy, 'else'}` }).finally(() => aws.ssm.clearFaults());
        expect(text).toContain('not authorized to perform: ssm:GetParameter');
      });
    });
  });
}
