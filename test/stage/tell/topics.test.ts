import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotificationConfig } from '../../../core/configuration/notification-schema.ts';
import { UserError } from '../../../core/errors.ts';
import { tellingTopics } from '../../../stage/tell/topics.ts';
import { removedStage } from '../../core/removal/sample-removal.ts';
import { deployedService, deployResult, PREVIEW, removalResult } from '../../core/report/sample-report.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/server.ts';
import { publishedMessages } from '../../local-aws/services/sns-messages.ts';
import { ACCOUNT, askLocalAws, done, SECRET, stageWith } from './topic-stage.ts';

const topicOf = (name: string, region = 'us-east-1', account = ACCOUNT) => `arn:aws:sns:${region}:${account}:${name}`;

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws();
  askLocalAws(aws);
});
beforeEach(() => {
  aws.journal.clear();
  aws.faults.clear();
});
afterAll(() => {
  vi.unstubAllEnvs();
  return aws.close();
});

const messages = () => publishedMessages(aws).map((one) => ({ ...one, message: JSON.parse(one.message) }));

describe('the topics of a stage', () => {
  it('are told what the work came to, with event and stage as attributes for filters', async () => {
    const stage = stageWith(aws, [{ sns: topicOf('deployments') }]);
    const work = done(deployResult([deployedService()]));
    expect(await tellingTopics(stage, work)).toEqual(await work());
    expect(messages()).toMatchObject([
      {
        topic: topicOf('deployments'),
        attributes: { event: 'deployed', stage: PREVIEW.name },
        message: {
          schemaVersion: 1,
          event: 'deployed',
          repository: 'acme/workshop',
          services: [{ service: 'restapi' }],
        },
      },
    ]);
  });

  it('are told in the region that each is in', async () => {
    await tellingTopics(stageWith(aws, [{ sns: topicOf('deployments', 'eu-west-1') }]), done(deployResult()));
    expect(messages()).toMatchObject([{ region: 'eu-west-1' }]);
  });

  it('are told by their filters alone', async () => {
    const entries: NotificationConfig[] = [
      { sns: topicOf('all') },
      { sns: topicOf('failures'), events: ['failed'] },
      { sns: topicOf('prod'), stages: ['prod'] },
      { slack: 'NOTIFY_SLACK' },
    ];
    const stage = stageWith(aws, entries);
    await tellingTopics(stage, done(deployResult()));
    expect(messages().map(({ topic }) => topic)).toEqual([topicOf('all')]);
    expect(stage.warnings).toEqual([]);
  });

  it('E38 are told of work that failed, without its secrets, and it fails as it did', async () => {
    const error = new UserError('E_DEPLOY_FAILED', { what: `the stack said ${SECRET}`, fix: 'mend it' });
    const failing = tellingTopics(stageWith(aws, [{ sns: topicOf('deployments') }]), () => Promise.reject(error));
    await expect(failing).rejects.toBe(error);
    expect(messages()).toMatchObject([
      { message: { event: 'failed', reason: expect.stringMatching(/E_DEPLOY_FAILED/) } },
    ]);
    expect(JSON.stringify(messages())).not.toContain(SECRET);
  });

  it('are told of each stage of a sweep, and of none that is wanted', async () => {
    const stages = [
      removedStage(),
      removedStage({ stage: 'pr-2-0pv3fa9d' }),
      removedStage({ stage: 'x', status: 'wanted' }),
    ];
    const all = { name: 'previews', kind: 'preview', ref: '' } as const;
    await tellingTopics(stageWith(aws, [{ sns: topicOf('deployments') }], all), done(removalResult(stages)));
    expect(messages().map(({ message }) => [message.event, message.stage])).toEqual([
      ['removed', 'pr-1-0pv3fa9c'],
      ['removed', 'pr-2-0pv3fa9d'],
    ]);
  });

  it('H4 get a message that SNS takes, however many services there are', async () => {
    const services = Array.from({ length: 4000 }, (_, index) => deployedService({ key: `service-${index}` }));
    const stage = stageWith(aws, [{ sns: topicOf('deployments') }]);
    await tellingTopics(stage, done(deployResult(services)));
    expect(stage.warnings).toEqual([]);
    expect(messages()).toMatchObject([{ message: { event: 'deployed' } }]);
  });

  it('fail no work where it has no result', async () => {
    const work = async () => ({ outputs: {} });
    expect(await tellingTopics(stageWith(aws, [{ sns: topicOf('deployments') }]), work)).toEqual({ outputs: {} });
  });
});

describe('a topic that cannot be told', () => {
  it('is a warning that names it, and neither the work nor another topic is touched', async () => {
    const stage = stageWith(aws, [{ sns: topicOf('theirs', 'us-east-1', '222222222222') }, { sns: topicOf('ours') }]);
    expect(await tellingTopics(stage, done(deployResult()))).toHaveProperty('outputs');
    expect(stage.warnings).toEqual([expect.stringContaining(topicOf('theirs', 'us-east-1', '222222222222'))]);
    expect(messages().map(({ topic }) => topic)).toEqual([topicOf('ours')]);
  });

  it('does not change the error of work that failed', async () => {
    const error = new UserError('E_STAGE_BUSY', { what: 'run 7 holds it', fix: 'wait' });
    aws.faults.add({ service: 'sns', action: 'Publish', code: 'AuthorizationError', status: 403 });
    const stage = stageWith(aws, [{ sns: topicOf('ours') }]);
    await expect(tellingTopics(stage, () => Promise.reject(error))).rejects.toBe(error);
    expect(stage.warnings).toHaveLength(1);
  });

  it('is asked again where AWS was throttling', async () => {
    aws.faults.add({ service: 'sns', action: 'Publish', code: 'Throttling', status: 400, times: 1 });
    const stage = stageWith(aws, [{ sns: topicOf('ours') }]);
    await tellingTopics(stage, done(deployResult()));
    expect(stage.warnings).toEqual([]);
    expect(messages()).toHaveLength(1);
  });
});
