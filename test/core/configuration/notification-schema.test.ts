import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';
import { effectiveConfiguration } from '../../../core/configuration/effective.ts';
import { caught } from '../caught.ts';
import { configOf, WORKSHOP } from '../sample-config.ts';

const TOPIC = 'arn:aws:sns:us-east-1:333333333333:deploys';
const withEntries = (...entries: readonly string[]) =>
  `${WORKSHOP}notifications:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;
const entriesOf = (...entries: readonly string[]) => configOf(withEntries(...entries)).notifications;
const errorOf = (...entries: readonly string[]) => caught(() => parseConfig(Buffer.from(withEntries(...entries))));

describe('an entry of notifications', () => {
  it('names a secret, or a topic', () => {
    expect(entriesOf('slack: NOTIFY_SLACK', 'webhook: _hook2', `sns: ${TOPIC}`)).toEqual([
      { slack: 'NOTIFY_SLACK' },
      { webhook: '_hook2' },
      { sns: TOPIC },
    ]);
  });

  it.each(['arn:aws-cn:sns:cn-north-1:333333333333:deploys', 'arn:aws-us-gov:sns:us-gov-west-1:333333333333:D-e_1'])(
    'may be a topic of another partition: %s',
    (topic) => {
      expect(entriesOf(`sns: ${topic}`)).toEqual([{ sns: topic }]);
    },
  );

  it('has filters', () => {
    const filters = 'events: [failed, removed], stages: [prod, previews], services: [restapi]';
    expect(entriesOf(`{ sns: '${TOPIC}', ${filters} }`)).toEqual([
      { sns: TOPIC, events: ['failed', 'removed'], stages: ['prod', 'previews'], services: ['restapi'] },
    ]);
  });

  it('is a part of the effective configuration, which has none where there are none', () => {
    const stage = { name: 'dev', kind: 'configured', ref: 'refs/heads/master' } as const;
    const of = (text: string) => effectiveConfiguration(configOf(text), stage, 'dev');
    expect(of(withEntries(`sns: ${TOPIC}`)).notifications).toEqual([{ sns: TOPIC }]);
    expect(of(WORKSHOP)).not.toHaveProperty('notifications');
    expect(of(`${WORKSHOP}notifications: []\n`)).not.toHaveProperty('notifications');
  });
});

describe('an entry of notifications that cannot be', () => {
  it.each<[what: string, entry: string, words: RegExp]>([
    ['names nothing', 'events: [failed]', /slack.*webhook.*sns/],
    ['names two targets', `{ slack: A, sns: '${TOPIC}' }`, /several/],
    ['holds an address instead of a secret’s name', 'slack: https://hooks.slack.example.com/x', /address|secret/],
    ['holds an expression', "webhook: '${{ secrets.HOOK }}'", /secret/],
    ['names a topic without its account', 'sns: deploys', /ARN/],
    ['names a queue', 'sns: arn:aws:sqs:us-east-1:333333333333:deploys', /ARN/],
    ['names a subscription', `sns: ${TOPIC}:1f0c7a10`, /ARN/],
    ['names all topics', 'sns: arn:aws:sns:us-east-1:333333333333:*', /ARN/],
    ['asks for an event that there is not', '{ slack: A, events: [success] }', /deployed.*failed/],
    ['asks for no event', '{ slack: A, events: [] }', /leave the key out/],
    ['is of no stage', '{ slack: A, stages: [] }', /leave the key out/],
    ['is of a service without a name', "{ slack: A, services: [''] }", /empty/],
  ])('is an error at its place where it %s', (_what, entry, words) => {
    const error = errorOf('slack: FIRST', entry);
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toMatch(/notifications/);
    expect(error.message).toMatch(words);
    expect(error.position).toMatchObject({ line: 24 });
  });

  it('B2 has a key that is none, and is told which one was meant', () => {
    const error = errorOf('{ slack: A, event: [failed] }');
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toContain('events');
  });

  it('never has its address repeated in the error: it is a secret', () => {
    const address = 'https://hooks.slack.example.com/services/canary-of-a-webhook';
    expect(errorOf(`slack: ${address}`).message).not.toContain('canary-of-a-webhook');
  });
});
