import { describe, expect, it } from 'vitest';
import { publishOutputs } from '../../../core/deploy/publish.ts';
import type { ServiceResult } from '../../../core/deploy/result.ts';
import { createRedactor } from '../../../core/redact.ts';
import { caught } from '../caught.ts';

const SECRET = 's3cr3t-value';
const VALUES = {
  Url: 'https://x',
  Empty: '',
  Long: 'x'.repeat(1100),
  Text: 'é🚀\r\n "quoted" \n',
  Key: `a ${SECRET}`,
  Coded: Buffer.from(SECRET).toString('base64'),
};
const service = (key: string, outputs: Record<string, string>): ServiceResult => ({
  key,
  name: `shop-${key}`,
  region: 'us-east-1',
  reason: 'it differs from master',
  reads: [],
  status: 'deployed',
  outputs,
  seconds: 1,
});
const services = [service('restapi', VALUES), service('tasks', { Url: 'https://y' })];
const publish = (...names: string[]) => publishOutputs(names, services, createRedactor([SECRET]));

describe('publishOutputs', () => {
  it('E25 hands outputs on byte for byte, the empty ones too', () => {
    expect(publish('restapi.Url', 'restapi.Empty', 'restapi.Long', 'restapi.Text', 'tasks.Url')).toEqual({
      'restapi.Url': VALUES.Url,
      'restapi.Empty': '',
      'restapi.Long': VALUES.Long,
      'restapi.Text': VALUES.Text,
      'tasks.Url': 'https://y',
    });
  });

  it('hands nothing on that was not asked for', () => {
    expect(publish()).toEqual({});
    expect(publish('tasks.Url')).toEqual({ 'tasks.Url': 'https://y' });
  });

  it.each(['restapi.Key', 'restapi.Coded'])('E25 refuses %s, which holds a secret, and does not show it', (name) => {
    const error = caught(() => publish('restapi.Url', name));
    expect(error.code).toBe('E_OUTPUT_MASKED');
    expect(error.message).toContain(name);
    expect(error.message).not.toContain(SECRET);
  });

  it.each([
    'restapi.url',
    'restapi.Missing',
    'nope.Url',
    'Url',
    'restapi.',
    '.Url',
    'restapi.constructor',
    'restapi.__proto__',
    'shop-tasks.Url',
  ])('E24 lists the outputs that there are where %s is asked for', (name) => {
    const error = caught(() => publish(name));
    expect(error.code).toBe('E_OUTPUT_MISSING');
    expect(error.message).toContain(name);
    expect(error.message).toContain('restapi.Url');
    expect(error.message).not.toContain(SECRET);
  });
});
