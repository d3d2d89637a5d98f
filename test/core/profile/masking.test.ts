import { describe, expect, it } from 'vitest';
import { effectiveConfiguration } from '../../../core/configuration/effective.ts';
import { outputTexts, planMasks } from '../../../core/profile/masking.ts';
import type { Parameter } from '../../../core/profile/parameter.ts';
import { configOf } from '../sample-config.ts';

const parameter = (value: string, overrides: Partial<Parameter> = {}): Parameter => ({
  name: 'endpoint_api_key',
  value,
  secret: true,
  source: 'ssm:/workshop/dev/endpoint_api_key',
  ...overrides,
});

describe('planMasks', () => {
  it('masks a secret value', () => {
    expect(planMasks([parameter('s3cr3t-value')], [])).toEqual({
      masks: ['s3cr3t-value'],
      secrets: ['s3cr3t-value'],
      warnings: [],
    });
  });

  it('leaves a value that is not secret alone', () => {
    expect(planMasks([parameter('plain-value', { secret: false })], [])).toEqual({
      masks: [],
      secrets: [],
      warnings: [],
    });
  });

  it.each(['a', '1', 'true', 'false', '{', 'prod', '12345', '123456789', '-1234567', '3.14159265', 'x y z'])(
    'C4 does not mask %s, and warns by name',
    (value) => {
      const { masks, warnings } = planMasks([parameter(value)], []);
      expect(masks).toEqual([]);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('endpoint_api_key');
    },
  );

  it('C4 does not repeat in a warning what is left readable', () => {
    const { warnings } = planMasks([parameter('98765'), parameter('zq7w9', { name: 'other' })], []);
    expect(warnings.join(' ')).not.toMatch(/98765|zq7w9/);
  });

  it('C4 does not mask what is part of an output that the jobs pass on, and warns by name', () => {
    const { masks, warnings } = planMasks([parameter('staging')], ['stage', 'app-staging-1']);
    expect(masks).toEqual([]);
    expect(warnings[0]).toContain('endpoint_api_key');
  });

  it('C4 warns of no empty value', () => {
    expect(planMasks([parameter('')], []).masks).toEqual([]);
  });

  it('C5 masks the long lines of a PEM, and never a text of several lines, as the runner would mask each line', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG\r\nshort\n-----END PRIVATE KEY-----\n';
    const { masks } = planMasks([parameter(pem)], []);
    expect(masks).toContain('MIIEvQIBADANBgkqhkiG');
    for (const mask of masks) {
      expect(mask).not.toMatch(/[\r\n]/);
      expect(mask.length).toBeGreaterThanOrEqual(8);
    }
  });

  it('C5 never masks a brace of a JSON secret over several lines', () => {
    const json = JSON.stringify({ user: 'somebody-else', password: 'correct-horse' }, null, 2);
    const { masks } = planMasks([parameter(json)], []);
    expect(masks.map((mask) => mask.trim())).not.toContain('{');
    expect(masks.join(' ')).toContain('correct-horse');
  });

  it('C4 leaves a line alone that is part of an output', () => {
    const { masks } = planMasks([parameter('us-east-1-workshop\nreally-secret-line')], ['us-east-1-workshop']);
    expect(masks).toEqual(['really-secret-line']);
  });

  it('masks a value once that two parameters have', () => {
    const { masks } = planMasks([parameter('s3cr3t-value'), parameter('s3cr3t-value', { name: 'other' })], []);
    expect(masks).toEqual(['s3cr3t-value']);
  });
});

describe('outputTexts', () => {
  const stage = { name: 'staging', kind: 'configured', ref: 'refs/heads/master', commit: 'a'.repeat(40) } as const;
  const texts = outputTexts(effectiveConfiguration(configOf(), stage, 'dev'), { account: '111111111111' });

  it.each(['staging', 'refs/heads/master', 'a'.repeat(40), 'workshop', 'us-east-1', '111111111111', 'dev'])(
    'knows that %s is passed on',
    (text) => {
      expect(texts.some((one) => one.includes(text))).toBe(true);
    },
  );
});
