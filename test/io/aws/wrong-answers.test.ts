import { describe, expect, it } from 'vitest';
import { openStackReader } from '../../../io/aws/cloudformation.ts';
import { cloudFormationOf } from '../../../io/aws/cloudformation-client.ts';
import { openLeftovers } from '../../../io/aws/leftovers.ts';
import { createLiveSession } from '../../../io/aws/live-session.ts';
import { openParameterNames } from '../../../io/aws/parameter-names.ts';
import { openParameters } from '../../../io/aws/parameters.ts';
import { openParameterStore } from '../../../io/aws/ssm.ts';
import { openStackChanger } from '../../../io/aws/stack-changes.ts';
import { checkAccount } from '../../../io/aws/sts.ts';
import { topicPublisher } from '../../../io/aws/topics.ts';
import { ANSWERS, outcomesOf, serveByCaller, WRONG_ANSWERS, type WrongAnswer } from '../broken-server.ts';

const PLACE = { account: '111111111111', arn: 'arn:aws:sts::111111111111:assumed-role/r/s' };

/** Every question to AWS, and the writes whose answers say something. */
function questions(accessKeyId: string): Record<string, Promise<unknown>> {
  const keys = { accessKeyId, secretAccessKey: 'secret', region: 'us-east-1' };
  const session = { ...keys, ...PLACE };
  const live = createLiveSession(session, undefined, () => undefined);
  const access = cloudFormationOf(live);
  const stacks = openStackReader(access);
  const changes = openStackChanger(access, stacks);
  const parameters = openParameters(live);
  const names = openParameterNames(live);
  const store = openParameterStore(session);
  const leftovers = openLeftovers(live);
  return {
    stack: stacks.find('api-dev'),
    stacks: stacks.names(),
    template: stacks.template('api-dev'),
    newestEvent: stacks.newestEvent('api-dev'),
    events: stacks.events('api-dev', 0),
    importers: stacks.importers('api-dev-Url'),
    resources: changes.resources('api-dev'),
    changeSets: changes.changeSets('api-dev'),
    newStack: changes.beginProtected('api-dev', { template: '{}', tags: {} }),
    records: parameters.list('/serverless-stages/app', true),
    record: parameters.read('/serverless-stages/app/record'),
    write: parameters.write('/serverless-stages/app/record', '{}', true),
    history: parameters.history('/serverless-stages/app/lock'),
    namesBelow: names.below('/shop'),
    namesOf: names.existing(['/shop/dev/key']),
    values: store.read(['/shop/dev/key'], undefined),
    below: store.read([], '/shop/dev'),
    versions: leftovers.buckets.empty('bucket', ''),
    versioning: leftovers.buckets.obstacle('bucket'),
    images: leftovers.removeImages('serverless-api-dev'),
    logs: leftovers.removeLogGroup('/aws/lambda/f'),
    message: topicPublisher(live)('arn:aws:sns:us-east-1:111111111111:topic', { event: 'x', stage: 'dev' }),
    deletion: parameters.remove('/serverless-stages/app/record'),
    logGroup: leftovers.hasLogGroup('/aws/lambda/f'),
    account: checkAccount(keys, '111111111111', 'the role'),
  };
}

const XML = 'text/xml';
const OTHERS: Readonly<Record<string, WrongAnswer>> = {
  ...WRONG_ANSWERS,
  'a result without a member': {
    status: 200,
    type: XML,
    body: '<DescribeStacksResponse><DescribeStacksResult></DescribeStacksResult></DescribeStacksResponse>',
  },
  'an empty list of what was asked for by its name': {
    status: 200,
    type: XML,
    body: '<DescribeStacksResponse><DescribeStacksResult><Stacks/></DescribeStacksResult></DescribeStacksResponse>',
  },
};
const NAMES = [...ANSWERS, ...Object.keys(OTHERS).slice(-2)];

describe('where AWS is answered for with something else', () => {
  it('no question has an answer, least of all that nothing is there', async () => {
    const callers = NAMES.map((name, index) => [`AKIAWRONG${index}`, name] as const);
    const server = await serveByCaller(
      Object.fromEntries(callers.map(([key, name]) => [key, OTHERS[name] as WrongAnswer])),
    );
    // The SDK's own way to another endpoint.
    const before = process.env['AWS_ENDPOINT_URL'];
    process.env['AWS_ENDPOINT_URL'] = server.url;
    try {
      const outcomes = await outcomesOf(
        callers.map(([key]) => key),
        questions,
      );
      for (const [key, name] of callers) {
        const { message, ...found } = outcomes[key] ?? {};
        // Nobody fails for a message: its caller says what came.
        expect(message, name).toBeInstanceOf(Error);
        expect(found, name).toEqual(Object.fromEntries(Object.keys(found).map((one) => [one, 'E_AWS_UNAVAILABLE'])));
        expect(Object.keys(found)).toHaveLength(24);
      }
    } finally {
      if (before === undefined) delete process.env['AWS_ENDPOINT_URL'];
      else process.env['AWS_ENDPOINT_URL'] = before;
      await server.close();
    }
  });
});
