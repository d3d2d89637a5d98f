import { describe, expect, it } from 'vitest';
import { notificationOf } from '../../../core/notify/message.ts';
import { removedService, removedStage } from '../removal/sample-removal.ts';
import {
  COMMIT,
  deployedService,
  deployResult,
  endedReport,
  PREVIEW,
  RUN,
  removalResult,
  STAGING,
  startedReport,
} from '../report/sample-report.ts';

const messageOf = (...[end]: Parameters<typeof endedReport>) => notificationOf(endedReport(end), 'acme/workshop');
const { commit: _gone, ...REMOVED } = PREVIEW;

describe('what others are told', () => {
  it('is the stage, where it comes from, and the run', () => {
    expect(notificationOf(startedReport(), 'acme/workshop')).toEqual({
      schemaVersion: 1,
      event: 'started',
      state: 'deploying',
      app: 'workshop',
      stage: 'pr-1-0pv3fa9c',
      kind: 'preview',
      ref: 'refs/heads/feature/login',
      commit: COMMIT,
      pullRequest: 12,
      repository: 'acme/workshop',
      run: RUN.url,
      services: [],
    });
  });

  it('has no key for what there is not', () => {
    const message = notificationOf(startedReport(STAGING), 'acme/workshop');
    expect(Object.keys(message ?? {}).filter((key) => ['pullRequest', 'url', 'reason'].includes(key))).toEqual([]);
    expect(Object.values(message ?? {})).not.toContain(undefined);
  });

  it('is each service with its status, address and the code of its error', () => {
    const url = 'https://a.example.com';
    const error = { code: 'E_DEPLOY_FAILED', message: 'limit exceeded' };
    const services = [
      deployedService({ url }),
      deployedService({ key: 'tasks', status: 'failed', error }),
      deployedService({ key: 'database', status: 'left-out' }),
    ];
    const message = messageOf({ result: deployResult(services, { url }) });
    expect(message).toMatchObject({ event: 'failed', url });
    expect(message?.services).toEqual([
      { service: 'restapi', status: 'deployed', region: 'us-east-1', url },
      { service: 'tasks', status: 'failed', region: 'us-east-1', error: 'E_DEPLOY_FAILED' },
    ]);
  });

  it('E38 is no output and no stack of a service, which may hold a value', () => {
    const outputs = { ApiKey: 'canary-output-of-the-stack' };
    const result = deployResult([deployedService({ outputs, stack: 'workshop-restapi-pr-1' })]);
    expect(JSON.stringify(messageOf({ result }))).not.toMatch(/canary|ApiKey/);
  });

  it('is each service that was removed', () => {
    const error = { code: 'E_STACK_IN_USE', message: 'web imports it' };
    const services = [removedService(), removedService({ key: 'web', status: 'failed', error })];
    const result = removalResult([removedStage({ status: 'failed', services })]);
    expect(notificationOf(endedReport({ result }, REMOVED), 'acme/workshop')).toMatchObject({
      event: 'failed',
      services: [
        { service: 'api', status: 'removed', region: 'us-east-1' },
        { service: 'web', status: 'failed', region: 'us-east-1', error: 'E_STACK_IN_USE' },
      ],
    });
  });

  it('is a failure where the run was cancelled', () => {
    expect(messageOf({ deployResult: 'cancelled' })?.event).toBe('failed');
  });

  it('is nothing where a stage was left alone because it is wanted', () => {
    expect(messageOf({ result: removalResult([removedStage({ status: 'wanted' })]) })).toBeUndefined();
  });
});
