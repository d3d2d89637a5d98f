import { describe, expect, it } from 'vitest';
import type { NotificationConfig } from '../../../core/configuration/notification-schema.ts';
import { NOTIFIED_EVENTS } from '../../../core/configuration/notification-schema.ts';
import type { NotificationMessage } from '../../../core/notify/message.ts';
import { entriesFor } from '../../../core/notify/select.ts';

function message(overrides: Partial<NotificationMessage> = {}): NotificationMessage {
  return {
    schemaVersion: 1,
    event: 'deployed',
    state: 'deployed',
    app: 'workshop',
    stage: 'staging',
    kind: 'configured',
    ref: 'refs/heads/master',
    repository: 'acme/workshop',
    run: 'https://github.com/acme/workshop/actions/runs/1/attempts/1',
    services: [],
    ...overrides,
  };
}
const preview = { stage: 'pr-1-0pv3fa9c', kind: 'preview' } as const;
const isTold = (entry: Partial<NotificationConfig>, of: Partial<NotificationMessage> = {}) =>
  entriesFor([{ slack: 'NOTIFY_SLACK', ...entry }], message(of)).length === 1;
const service = (name: string, status = 'deployed') => ({ service: name, status, region: 'us-east-1' });

describe('the filter of events', () => {
  it('lets deployed, failed and removed through where it is not written', () => {
    expect(NOTIFIED_EVENTS.filter((event) => isTold({}, { event }))).toEqual(['deployed', 'failed', 'removed']);
  });

  it('lets through what it names and nothing else', () => {
    const events = ['started', 'superseded'] as const;
    expect(NOTIFIED_EVENTS.filter((event) => isTold({ events: [...events] }, { event }))).toEqual(events);
  });
});

describe('the filter of stages', () => {
  it.each([
    [['staging'], { stage: 'staging' }, true],
    [['staging'], { stage: 'prod' }, false],
    [['prod', 'staging'], { stage: 'staging' }, true],
    [['staging'], { stage: 'staging-eu' }, false],
    [['prod-*'], { stage: 'prod-eu' }, true],
    [['prod-*'], { stage: 'prod' }, false],
    [['previews'], preview, true],
    [['previews'], { stage: 'staging' }, false],
    [['staging'], preview, false],
    [['previews', 'prod'], { stage: 'prod' }, true],
    [['*'], preview, true],
    [['pr-*'], preview, true],
  ])('%j of %j: %s', (stages, of, expected) => {
    expect(isTold({ stages }, of)).toBe(expected);
  });
});

describe('the filter of services', () => {
  it.each([
    [[service('restapi')], true],
    [[service('tasks'), service('restapi', 'failed')], true],
    [[service('restapi', 'removed')], true],
    [[service('tasks')], false],
    [[service('tasks'), service('restapi', 'unchanged')], false],
    [[service('tasks', 'failed'), service('restapi', 'not-started')], false],
    [[service('tasks', 'removed'), service('restapi', 'absent')], false],
  ])('"restapi" of %j: %s', (services, expected) => {
    expect(isTold({ services: ['restapi'] }, { services })).toBe(expected);
  });

  it('lets through what ended before anything was known of a service, such as tests that failed', () => {
    expect(isTold({ services: ['restapi'] }, { event: 'failed', services: [] })).toBe(true);
  });
});

describe('the entries that are told', () => {
  it('are those that all filters of theirs let through, in their order', () => {
    const entries: NotificationConfig[] = [
      { slack: 'A', stages: ['staging'], events: ['deployed'] },
      { webhook: 'B', stages: ['staging'], events: ['failed'] },
      { webhook: 'C', stages: ['prod'] },
      { sns: 'arn:aws:sns:us-east-1:111111111111:topic' },
    ];
    expect(entriesFor(entries, message())).toEqual([entries[0], entries[3]]);
  });

  it('are none without entries', () => {
    expect(entriesFor([], message())).toEqual([]);
  });
});
