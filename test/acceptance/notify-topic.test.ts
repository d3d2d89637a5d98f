import { describe, expect, it } from 'vitest';
import { REGION } from '../world/accounts.ts';
import { checkOut, deployPreview } from './deployment.ts';
import { FIRST, notifyingFiles, SECOND, STUB, topicOf, useNotifying } from './notify-topic-run.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const at = useNotifying();

describe('a topic of notifications', () => {
  it('is told of a deploy with the stage’s role: JSON, with event and stage as attributes', async () => {
    const HttpApiUrl = 'https://a1.execute-api.us-east-1.amazonaws.com';
    const files = notifyingFiles('told', [{ sns: FIRST }], { HttpApiUrl, note: 'canary-value-of-an-output' });
    expectSuccess((await at.run(files, { runId: '4711' })).step);
    expect(at.sent()).toMatchObject([
      { topic: FIRST, region: REGION, attributes: { event: 'deployed', stage: 'dev' } },
    ]);
    expect(at.sent()[0]?.callerArn).toMatch(/:assumed-role\/serverless-stages\//);
    expect(at.told()).toEqual([
      {
        schemaVersion: 1,
        event: 'deployed',
        state: 'deployed',
        app: 'told',
        stage: 'dev',
        kind: 'configured',
        ref: 'refs/heads/master',
        commit: at.world.repository.head('master'),
        url: HttpApiUrl,
        repository: 'acme/workshop',
        run: expect.stringMatching(/^https:\/\/github\.com\/acme\/workshop\/actions\/runs\/4711\b/),
        services: [{ service: 'api', status: 'deployed', region: REGION, url: HttpApiUrl }],
      },
    ]);
    expect(at.sent()[0]?.message).not.toContain('canary-value-of-an-output');
  });

  it('may be in another region than the stage', async () => {
    const arn = topicOf('abroad', 'eu-west-1');
    expectSuccess((await at.run(notifyingFiles('abroad', [{ sns: arn }]))).step);
    expect(at.sent()).toMatchObject([{ topic: arn, region: 'eu-west-1', attributes: { event: 'deployed' } }]);
  });

  it('is told of a service that failed, by the code of its error', async () => {
    at.world.aws.faults.failResource({
      stack: 'failing-api-dev',
      logicalId: 'Queue',
      on: 'create',
      reason: 'no queue',
    });
    expectFailure((await at.run(notifyingFiles('failing', [{ sns: FIRST }]))).step, 'E_DEPLOY_FAILED');
    expect(at.sent().map(({ attributes }) => attributes)).toEqual([{ event: 'failed', stage: 'dev' }]);
    expect(at.told()).toMatchObject([
      { event: 'failed', services: [{ service: 'api', status: 'failed', error: 'E_DEPLOY_FAILED' }] },
    ]);
  });

  it('is told why a run failed before there was a result', async () => {
    const { step } = await at.run(notifyingFiles('early', [{ sns: FIRST }]), {}, {});
    expectFailure(step, 'E_CLI_MISSING');
    expect(at.sent().map(({ attributes }) => attributes)).toEqual([{ event: 'failed', stage: 'dev' }]);
    expect(at.told()).toMatchObject([{ event: 'failed', app: 'early', stage: 'dev', services: [] }]);
    expect(at.told()[0]?.['reason']).toMatch(/E_CLI_MISSING/);
  });

  it('is not asked where every entry names another kind of target', async () => {
    const entries = [{ slack: 'NOTIFY_SLACK' }, { webhook: 'NOTIFY_WEBHOOK_URL' }];
    expectSuccess((await at.run(notifyingFiles('others', entries))).step);
    expect(at.world.aws.journal.of('sns')).toEqual([]);
  });
});

describe('the filters of a topic', () => {
  it('let deployed, failed and removed through where they say nothing, and else what they say', async () => {
    const files = notifyingFiles('quiet', [{ sns: FIRST }, { sns: SECOND, events: ['unchanged', 'failed'] }]);
    expectSuccess((await at.run(files)).step);
    expect(at.events()).toEqual(['first deployed']);
    at.world.aws.journal.clear();
    expectSuccess((await at.run({})).step);
    expect(at.events()).toEqual(['second unchanged']);
  });

  it('let through the stages and services that they name', async () => {
    const entries = [
      { sns: topicOf('stage'), stages: ['dev'] },
      { sns: topicOf('pattern'), stages: ['{dev,staging}'] },
      { sns: topicOf('service'), services: ['api'] },
      { sns: topicOf('other-stage'), stages: ['prod*'] },
      { sns: topicOf('previews'), stages: ['previews'] },
    ];
    expectSuccess((await at.run(notifyingFiles('picky', entries))).step);
    expect(at.events().sort()).toEqual(['pattern deployed', 'service deployed', 'stage deployed']);
  });
});

describe('a topic of a preview', () => {
  it('B13 is the target branch’s, whatever the pull request names, and is told with the previews’ role', async () => {
    checkOut(
      at.world,
      notifyingFiles('prev', [
        { sns: FIRST, stages: ['previews'] },
        { sns: SECOND, stages: ['dev'] },
      ]),
      STUB,
    );
    const mine = { ...notifyingFiles('prev', [{ sns: topicOf('mine') }]), 'api/a.txt': 'a' };
    const folder = checkOut(at.world, mine, STUB, 'feature/prev');
    const { number } = await at.world.github.pulls.open({ head: 'feature/prev', base: 'master' });
    const { step, stage } = await deployPreview(at.world, folder, number);
    expectSuccess(step);
    expect(at.sent()).toMatchObject([{ topic: FIRST, attributes: { event: 'deployed', stage } }]);
    expect(at.sent()[0]?.callerArn).toMatch(/:assumed-role\/serverless-stages-preview\//);
    expect(at.told()).toMatchObject([{ kind: 'preview', stage, pullRequest: number, ref: 'refs/heads/feature/prev' }]);
  });
});
