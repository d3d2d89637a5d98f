import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  applicationOf,
  type CaseRun,
  configuration,
  failedIn,
  folderOf,
  prodFile,
  saidOf,
  useCases,
} from './check-stages-cases.ts';

const check = useCases();
const reads =
  (value: unknown, more: object = {}) =>
  (name: string) =>
    configuration(name, { provider: { environment: { V: value } }, ...more });
const main = (more: object) => (name: string) =>
  configuration(name, { functions: { main: { handler: 'main.handler', ...more } } });
type Case = readonly [what: string, status: string, said: RegExp, (name: string) => Record<string, unknown>];

const CASES: readonly Case[] = [
  [
    'a missing output that falls back to a missing parameter',
    'failed',
    /nowhere/,
    reads('${param:queues.nothing, param:nowhere}'),
  ],
  [
    'a missing output that falls back to one that is there',
    'passed',
    /^$/,
    reads('${param:queues.nothing, param:queues.url}'),
  ],
  ['a parameter that is there before a missing one', 'passed', /^$/, reads('${param:text, param:nowhere}')],
  ['an unknown parameter before a missing one', 'passed', /^$/, reads('${param:unknown, param:nowhere}')],
  [
    'a missing output beside a call of the cloud',
    'failed',
    /nothing/,
    reads('${ssm:/shop/key}/${param:queues.nothing}'),
  ],
  [
    'a missing output in a Fn::Sub',
    'failed',
    /nothing/,
    reads({ 'Fn::Sub': 'x-${param:queues.nothing}-${AWS::Region}' }),
  ],
  [
    'a missing output in outputs',
    'failed',
    /nothing/,
    reads('x', { resources: { Outputs: { A: { Value: '${param:queues.nothing}' } } } }),
  ],
  ['a number that is a literal', 'passed', /^$/, main({ memorySize: '${param:size}', timeout: '${param:seconds}' })],
  [
    'a switch that is a literal',
    'passed',
    /^$/,
    main({ events: [{ schedule: { rate: 'rate(1 hour)', enabled: '${param:isOn}' } }] }),
  ],
  ['a literal that is empty', 'passed', /^$/, reads('${param:empty}')],
  ['a literal that looks like a variable', 'passed', /^$/, reads('${param:odd}')],
  ['a literal of several lines', 'passed', /^$/, reads('${param:lines}')],
];

describe('a service with fallbacks and literals', () => {
  let run: CaseRun;
  beforeAll(async () => {
    const parameters = {
      text: 'text',
      unknown: { ssm: '/shop/unknown' },
      size: 512,
      seconds: '20',
      isOn: true,
      empty: '',
      odd: '${ssm:/shop/other} ${nothing',
      lines: 'one\ntwo "three"\n',
    };
    const services = CASES.map(([, , , make], index) => [`s${index}`, make(`shop-s${index}`)] as const);
    const queues = configuration('shop-queues', { resources: { Outputs: { url: { Value: 'u' } } } });
    run = await check(applicationOf({ queues, ...Object.fromEntries(services) }, { profile: { parameters } }));
  }, 180_000);

  it.each(CASES.map(([what, status, said], index) => [status, what, said, index] as const))(
    'has %s where it reads %s',
    (status, _what, said, index) => {
      const found = run.of(`s${index}`);
      expect(found.status, saidOf(found)).toBe(status);
      expect(saidOf(found)).toMatch(said);
    },
  );
});

describe('parameters that Compose hands over', () => {
  const run = (param: string, more: object = {}) =>
    check({
      'serverless-stages.yml': prodFile({}, more),
      'serverless-compose.yml': stringify({
        services: { database: { path: 'database' }, api: { path: 'api', params: { table: param } } },
      }),
      ...folderOf('database', configuration('shop-database', { resources: { Outputs: { table: { Value: 't' } } } })),
      ...folderOf('api', reads('${param:table}')('shop-api')),
    });

  it.each([
    ['an output', '${database.table}', 'passed'],
    ['an output in a text', 'x-${database.table}', 'passed'],
    ['a text', 'goods', 'passed'],
    ['the stage', '${sls:stage}', 'passed'],
    ['an output that is not published', '${database.tabel}', 'failed'],
    ['an output of a service that is nowhere', '${databse.table}', 'failed'],
    ['a parameter that no profile gives', '${env:NOWHERE}', 'failed'],
  ])('are checked: %s', async (_what, param, status) => {
    const { step, result } = await run(param);
    const found = result?.stages[0]?.services.find(({ key }) => key === 'api')?.status;
    // What is wrong with the list itself is found before anything is packaged.
    expect(found ?? step.outputs['status'], step.log).toBe(status);
    expect(step.outputs['error']).not.toMatch(/E_INTERNAL/);
  });

  it('hold no value of a service that the stage does not have', async () => {
    const { step } = await run('${database.table}', { stage: { services: ['api'] } });
    expect(step.exitCode, step.log).not.toBe(0);
    expect(step.outputs['error']).toMatch(/database/);
  });
});

describe('a fallback of an output that is not there', () => {
  const SEES = `export default ({ template }) => [
    { message: 'sees ' + JSON.stringify(template.Resources.MainLambdaFunction.Properties.Environment.Variables.V) },
  ];`;
  const safeguards = ['no-wild-iam-role-statements', { safeguard: 'javascript', config: { code: SEES, values: true } }];
  const statements = (Resource: string) => ({
    iam: { role: { statements: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource }] } },
  });
  const api = (output: string) =>
    configuration('shop-api', {
      provider: { environment: { V: `\${param:${output}, 'none'}` }, ...statements(`\${param:${output}, '*'}`) },
    });
  const queues = configuration('shop-queues', { resources: { Outputs: { jobsArn: { Value: 'u' } } } });

  it('is what safeguards see, as it is what would be deployed', async () => {
    const { of } = await check(applicationOf({ queues, api: api('queues.otherArn') }, { profile: { safeguards } }));
    expect(saidOf(of('api'))).toContain('sees "none"');
    expect(failedIn(of('api'))).toContain('no-wild-iam-role-statements');
  });

  it('is what they see where the stage does not have the service', async () => {
    const { of } = await check(
      applicationOf({ queues, api: api('queues.jobsArn') }, { profile: { safeguards }, stage: { services: ['api'] } }),
    );
    expect(saidOf(of('api'))).toContain('sees "none"');
    expect(failedIn(of('api'))).toContain('no-wild-iam-role-statements');
  });

  it('is not seen where the output is there', async () => {
    const { of } = await check(applicationOf({ queues, api: api('queues.jobsArn') }, { profile: { safeguards } }));
    expect(saidOf(of('api'))).toContain('ServerlessStages::Unknown');
    expect(failedIn(of('api'))).toEqual(['javascript']);
  });
});
