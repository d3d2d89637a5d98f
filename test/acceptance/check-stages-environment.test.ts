import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { applicationOf, CANARIES, configuration, saidOf, textsIn, useCases } from './check-stages-cases.ts';
import { expectNoSecret, expectSuccess } from './verdict.ts';

const check = useCases();
const SEES = `export default ({ template }) => [
  { message: 'sees ' + JSON.stringify(template.Resources.MainLambdaFunction.Properties.Environment.Variables), level: 'warning' },
];`;
const seen = { safeguards: [{ safeguard: 'javascript', config: { code: SEES, values: true } }] };
/** A program that a configuration reads: it writes down the environment that it is given. */
const ENVIRONMENT = `module.exports = () => {
  require('node:fs').writeFileSync(__dirname + '/seen.json', JSON.stringify({ ...process.env, argv: process.argv }));
  return { x: 1 };
};
`;
const reads = (name: string, value: unknown) => configuration(name, { provider: { environment: { V: value } } });

describe('the Serverless Framework that packages a service for a check', () => {
  it('gets no credentials and no secret of the job', async () => {
    const { step, folder } = await check({
      ...applicationOf({ api: reads('shop-api', '${file(./env.js):x}') }),
      'api/env.js': ENVIRONMENT,
    });
    expectSuccess(step);
    const given = readFileSync(`${folder}/api/seen.json`, 'utf8');
    const environment = JSON.parse(given) as Record<string, unknown>;
    expect(environment['PATH']).toBeDefined();
    for (const [name, value] of Object.entries(CANARIES)) {
      expect(given, name).not.toContain(value);
    }
    expect(Object.keys(environment).filter((name) => /^(ACTIONS_|INPUT_|STATE_|GITHUB_TOKEN)/.test(name))).toEqual([]);
  });

  it.each([
    ['a key of AWS', '${env:AWS_ACCESS_KEY_ID}'],
    ['a token of GitHub', '${env:GITHUB_TOKEN}'],
    ['a secret of the job', '${env:MY_SECRET}'],
    ['the PARAMETERS secret', '${env:PARAMETERS}'],
  ])('does not know %s, which a configuration asks for', async (_what, variable) => {
    const { step, of } = await check(
      applicationOf({ api: reads('shop-api', variable.replace('}', ", 'none'}")) }, { profile: seen }),
    );
    expect(saidOf(of('api'))).toContain('sees {"V":"none"}');
    expectNoSecret(step, ...Object.values(CANARIES));
  });

  it('reads no credentials of the machine either', async () => {
    const { step, of } = await check(applicationOf({ api: reads('shop-api', '${ssm:/shop/key}') }));
    expectSuccess(step);
    expect(of('api').status).toBe('not-asked');
    expect(step.log).not.toMatch(/security token|InvalidClientTokenId|UnrecognizedClient|ECONNREFUSED/);
  });

  it('gets a parameter that export-env names as the placeholder or the literal that it is', async () => {
    const profile = { ...seen, parameters: { TEXT: 'plain', KEY: { ssm: '/key' } }, 'export-env': ['TEXT', 'KEY'] };
    const { step, of } = await check(applicationOf({ api: reads('shop-api', '${env:TEXT}/${env:KEY}') }, { profile }));
    expectSuccess(step);
    expect(saidOf(of('api'))).toMatch(/plain/);
    expect(saidOf(of('api'))).toMatch(/ServerlessStages::Unknown/);
  });
});

describe('what a check leaves', () => {
  const files = () =>
    applicationOf(
      {
        api: reads('shop-api', '${param:text}/${param:key}'),
        open: configuration('shop-open', {
          resources: { Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } } } },
        }),
        broken: reads('shop-broken', '${ssm:/shop/key}'),
      },
      {
        profile: {
          parameters: { text: 'literal-of-the-repository', key: { ssm: '/shop/key' }, token: { secret: 'TOKEN' } },
          safeguards: ['no-public-bucket'],
        },
      },
    );

  it('is the workspace as it was, and nothing in temp folders', async () => {
    const before = files();
    const others = readdirSync(tmpdir()).filter((name) => !/^(application|runner-job)-/.test(name));
    const { folder, temp } = await check(before);
    const texts = textsIn(folder);
    expect(Object.keys(texts)).toEqual(Object.keys(before).sort());
    expect(texts).toEqual(before);
    expect(temp).toEqual([]);
    const left = readdirSync(tmpdir()).filter(
      (name) => !/^(application|runner-job)-/.test(name) && !others.includes(name),
    );
    expect(left.filter((name) => /serverless|check/.test(name))).toEqual([]);
  });

  it('holds no value of a parameter, be it a literal', async () => {
    const { step } = await check(files());
    expectNoSecret(step, ...Object.values(CANARIES));
    for (const text of [step.outputs['result'] ?? '', step.summary, step.outputs['error'] ?? '']) {
      expect(text).not.toMatch(/literal-of-the-repository|unknown-[0-9a-f]{8}/);
    }
    expect(step.env).toEqual({});
    expect(step.path).toEqual([]);
  });

  it('is no process that goes on', async () => {
    const { step } = await check(files());
    expect(step.orphans).toEqual([]);
  });
});
