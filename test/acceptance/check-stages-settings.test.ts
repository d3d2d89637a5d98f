import { describe, expect, it } from 'vitest';
import { applicationOf, configuration, failedIn, saidOf, useCases } from './check-stages-cases.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

const check = useCases();
const UNKNOWN = { unknown: { ssm: '/shop/unknown' }, secret: { secret: 'SECRET' } };
const OPEN = configuration('shop-api', {
  resources: { Resources: { Open: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } } } },
});
const waiver = (more: object = {}) => ({
  waivers: [
    {
      safeguard: 'no-public-bucket',
      service: 'api',
      owner: 'platform team',
      reason: 'The shop window is open to all.',
      until: '2099-12-31',
      ...more,
    },
  ],
});
const open = (safeguards: readonly unknown[], more: object = {}) =>
  check(applicationOf({ api: OPEN }, { profile: { safeguards }, more }));

describe('a finding', () => {
  it('is let through by a waiver, which is shown with its owner and its last day', async () => {
    const { step, of } = await open(['no-public-bucket'], waiver());
    expectSuccess(step);
    expect(of('api').safeguards.find(({ id }) => id === 'no-public-bucket')?.status).toBe('waived');
    expect(step.summary).toMatch(/2099-12-31/);
  });

  it.each([
    ['of another stage', { stages: ['staging'] }],
    ['of another service', { service: 'tasks' }],
    ['that is over', { until: '2020-01-01' }],
  ])('blocks with a waiver %s', async (_what, more) => {
    const { step, of } = await check(
      applicationOf(
        { api: OPEN, tasks: configuration('shop-tasks') },
        {
          profile: { safeguards: ['no-public-bucket'] },
          more: {
            ...waiver(more),
            stages: { prod: { profile: 'prod', branch: 'prod' }, staging: { profile: 'prod', branch: 'master' } },
          },
        },
      ),
    );
    expect(failedIn(of('api'))).toEqual(['no-public-bucket']);
    expectFailureBeside(step.raw);
  });

  it('only warns where the safeguard does', async () => {
    const { step, of, result } = await open([{ 'no-public-bucket': { level: 'warning' } }]);
    expectSuccess(step);
    expect(of('api').status).toBe('warned');
    expect(result?.stages).toMatchObject([{ status: 'warned' }]);
    expect(step.outputs['status']).toBe('warned');
    expect(step.summary).toMatch(/would pass in prod, with warnings.*Open/s);
  });

  it('is of the stages that the safeguard is for', async () => {
    const safeguard = (stage: string) => ({ safeguard: 'no-public-bucket', title: `for ${stage}`, stage: [stage] });
    const { of } = await open([safeguard('prod'), safeguard('previews'), safeguard('pro*'), safeguard('staging')]);
    expect(failedIn(of('api'))).toEqual(['for prod', 'for pro*']);
  });

  it('stands beside a service that would pass, and names the service', async () => {
    const { step, of } = await check(
      applicationOf(
        { api: OPEN, tasks: configuration('shop-tasks') },
        { profile: { safeguards: ['no-public-bucket'] } },
      ),
    );
    expect(of('tasks').status).toBe('passed');
    expect(step.summary).toMatch(/would not pass in prod\*\* \(2 services\)/);
    expect(step.summary).toMatch(/❌ api: no-public-bucket/);
    expect(step.summary).not.toMatch(/ tasks:/);
  });

  it('is of the version of the Serverless Framework that is installed', async () => {
    const plain = configuration('shop-api');
    const { of } = await check(
      applicationOf(
        { api: plain },
        { profile: { safeguards: [{ 'framework-version': '>=5' }, { 'allowed-stages': 'dev' }] } },
      ),
    );
    expect(failedIn(of('api'))).toEqual(['framework-version', 'allowed-stages']);
  });
});

describe('a policy of a user', () => {
  const policyOf = (body: string, more: object = {}) => ({ safeguard: 'javascript', config: { code: body, ...more } });
  const SEES = `export default ({ template, functions, provider, stackTags, stage, region, service, stack, changes }) => [{
    message: JSON.stringify({
      variables: template.Resources.MainLambdaFunction.Properties.Environment.Variables,
      name: template.Resources.B.Properties.BucketName,
      description: functions.main.description,
      team: stackTags.team,
      at: [stage, region, service, stack],
      changes: changes ?? null,
    }),
  }];`;
  const api = configuration('shop-api', {
    provider: {
      stackTags: { team: '${param:unknown}' },
      environment: { WHOLE: '${param:unknown}', PART: 'a/${param:secret}/b', TEXT: 'plain' },
    },
    functions: { main: { handler: 'main.handler', description: '${param:secret}' } },
    resources: { Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: '${param:unknown}' } } } },
  });
  const seen = async (more: object) => {
    const { of } = await check(
      applicationOf({ api }, { profile: { parameters: UNKNOWN, safeguards: [policyOf(SEES, more)] } }),
    );
    const [finding] = of('api').safeguards.find(({ id }) => id === 'javascript')?.findings ?? [];
    return JSON.parse(finding?.what ?? '{}') as {
      readonly variables: Record<string, unknown>;
      readonly [key: string]: unknown;
    };
  };
  const REF = { Ref: 'ServerlessStages::Unknown' };

  it('sees in the template, the functions and the tags that a value is not known', async () => {
    const found = await seen({ values: true });
    expect(found).toMatchObject({
      variables: { WHOLE: REF, TEXT: 'plain' },
      name: REF,
      description: REF,
      team: '${?}',
      at: [{ name: 'prod' }, 'us-east-1', { key: 'api' }, 'shop-api-prod'],
    });
    expect(JSON.stringify(found['variables']['PART'])).toContain('ServerlessStages::Unknown');
    expect(JSON.stringify(found)).not.toMatch(/unknown-[0-9a-f]{6}/);
  });

  it('sees no values of variables unless it asks for them', async () => {
    const { variables } = await seen({});
    expect(variables['TEXT']).not.toBe('plain');
  });

  it.each([
    ['throws', 'export default () => { throw new Error("no") };'],
    ['returns no list', 'export default () => 1;'],
    [
      'takes a value that is not known for a text',
      'export default ({ template }) => template.Resources.B.Properties.BucketName.startsWith("x") ? [] : [];',
    ],
  ])('blocks where it %s', async (_what, code) => {
    const { step, of } = await check(
      applicationOf({ api }, { profile: { parameters: UNKNOWN, safeguards: [policyOf(code)] } }),
    );
    expect(failedIn(of('api'))).toEqual(['javascript']);
    expectFailureBeside(step.raw);
  });

  it('is read from its file', async () => {
    const { of } = await check({
      ...applicationOf(
        { api },
        {
          profile: {
            parameters: UNKNOWN,
            safeguards: [{ safeguard: 'javascript', config: { path: 'policies/one.js' } }],
          },
        },
      ),
      'policies/one.js': 'export default () => [{ message: "found by the file" }];\n',
    });
    expect(saidOf(of('api'))).toContain('found by the file');
  });
});

/** Expects that the step's own error is that services would not pass, beside those at their places. */
function expectFailureBeside(raw: string): void {
  expect(raw).toMatch(/^::error(?: [^:]*)?::E_CHECK_FAILED: /m);
}

describe('a stage with two regions', () => {
  it('is checked for each of them', async () => {
    const api = configuration('shop-api', { provider: { environment: { R: '${aws:region}' } } });
    const { step, of } = await check(
      applicationOf(
        { api },
        { profile: { region: ['us-east-1', 'eu-central-1'], safeguards: [{ 'allowed-regions': ['us-east-1'] }] } },
      ),
    );
    expect(of('api', 'prod', 'us-east-1').status).toBe('passed');
    expect(failedIn(of('api', 'prod', 'eu-central-1'))).toEqual(['allowed-regions']);
    expect(step.summary).toContain('eu-central-1');
    expect(step.summary).toMatch(/\(1 service\)/);
    expect(annotationsOf(step, 'error').at(-1)?.message).toContain('eu-central-1');
  });
});

describe('the error', () => {
  it('is the only one where nothing has a place', async () => {
    const { step } = await check(
      applicationOf({ api: configuration('shop-api') }, { profile: { safeguards: [{ 'allowed-stages': 'dev' }] } }),
    );
    expectFailure(step, 'E_CHECK_FAILED');
  });
});
