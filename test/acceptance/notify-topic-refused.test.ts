import { describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, API_KEYS, REGION } from '../world/accounts.ts';
import { FIRST, notifyingFiles, SECOND, useNotifying } from './notify-topic-run.ts';
import { stubCli } from './stub-cli.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

const at = useNotifying();

describe('a topic that cannot be told', () => {
  const entries = [{ sns: FIRST }, { sns: SECOND }];

  it('H1 is a warning that names it, and the others are told', async () => {
    at.failTopic(FIRST, {
      code: 'AuthorizationError',
      status: 403,
      message: 'is not authorized to perform: SNS:Publish',
    });
    const { step } = await at.run(notifyingFiles('denied', entries));
    expectSuccess(step);
    expect(step.outputs['status']).toBe('deployed');
    expect(annotationsOf(step, 'warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(/arn:aws:sns:us-east-1:111111111111:first.*SNS:Publish/s),
    ]);
    expect(at.events()).toEqual(['second deployed']);
  });

  it.each<[what: string, arn: string, fault: object | undefined]>(
    sampleOf([
      ['of another account', `arn:aws:sns:${REGION}:${ACCOUNTS.prod}:theirs`, undefined],
      ['whose service is down', FIRST, { status: 503 }],
      ['that keeps throttling', FIRST, { code: 'Throttling', status: 400 }],
      ['that ends the connection', FIRST, { closeConnection: true }],
      ['that is not there', FIRST, { code: 'NotFound', status: 404, message: 'Topic does not exist' }],
    ]),
  )('leaves the deploy as it is, soon: one %s', async (what, arn, fault) => {
    if (fault !== undefined) at.failTopic(arn, fault);
    const { step } = await at.run(notifyingFiles(what.replaceAll(' ', '-'), [{ sns: arn }, { sns: SECOND }]));
    expectSuccess(step);
    expect(step.outputs['status']).toBe('deployed');
    expect(annotationsOf(step, 'warning').map(({ message }) => message)).toEqual([expect.stringContaining(arn)]);
    expect(at.events()).toEqual(['second deployed']);
    // Once, and once more.
    expect(
      at.world.aws.journal.of('sns').filter(({ params }) => params['TopicArn'] === arn).length,
    ).toBeLessThanOrEqual(2);
  });

  it('leaves a failed deploy with its own error', async () => {
    at.failTopic(FIRST);
    at.world.aws.faults.failResource({ stack: 'double-api-dev', logicalId: 'Queue', on: 'create', reason: 'no queue' });
    const { step } = await at.run(notifyingFiles('double', entries));
    expect(expectFailure(step, 'E_DEPLOY_FAILED').message).toContain('no queue');
    expect(at.events()).toEqual(['second failed']);
    at.world.aws.faults.clear();
    at.failTopic(FIRST);
    expectFailure((await at.run({}, {}, {})).step, 'E_CLI_MISSING');
  });

  it('once, is asked again', async () => {
    const fault = at.failTopic(FIRST, { status: 503, times: 1 });
    const { step } = await at.run(notifyingFiles('once', [{ sns: FIRST }]));
    expectSuccess(step);
    expect(fault.hits).toBe(1);
    expect(annotationsOf(step, 'warning')).toEqual([]);
    expect(at.events()).toEqual(['first deployed']);
  });
});

describe('E38 a message', () => {
  it('holds no secret and no value of an output, whatever came of the deploy', async () => {
    const reason = `the key ${API_KEYS.dev} is refused`;
    const outputs = { HttpApiUrl: 'https://x.example.com/${param:key}', leak: '${param:key}' };
    expectSuccess((await at.run(notifyingFiles('leaky', [{ sns: FIRST }], outputs))).step);
    at.world.aws.faults.failResource({ stack: 'leaky-api-dev', logicalId: 'More', on: 'create', reason });
    const template = { Resources: { Queue: { Type: 'AWS::SQS::Queue' }, More: { Type: 'AWS::SQS::Queue' } } };
    expectFailure((await at.run({ 'api/resources.json': JSON.stringify(template) })).step, 'E_DEPLOY_FAILED');
    const stub = stubCli({
      name: 'osls',
      version: '4.3.1',
      before: `console.error('${API_KEYS.dev}'); process.exit(1);`,
    });
    expectFailure((await at.run({}, {}, stub)).step, 'E_PACKAGE_FAILED');
    expect(at.events()).toEqual(['first deployed', 'first failed', 'first failed']);
    expect(JSON.stringify(at.sent())).not.toContain(API_KEYS.dev);
  });
});
