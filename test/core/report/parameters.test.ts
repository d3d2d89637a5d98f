import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../../core/profile/parameter.ts';
import { describeParameters, parametersHash, renderParameters } from '../../../core/report/parameters.ts';

const literal: Parameter = { name: 'env', value: 'canary-literal', secret: false, source: 'literal' };
const ssm = (version: number): Parameter => ({
  name: 'key',
  value: `canary-${version}`,
  secret: true,
  source: 'ssm:/shop/key',
  version,
});
const secret: Parameter = { name: 'token', value: 'canary-token', secret: true, source: 'secret:TOKEN' };

describe('the hash of parameters', () => {
  it('is the same in any order, whatever the values of a version', () => {
    expect(parametersHash([literal, ssm(1)])).toBe(parametersHash([ssm(1), literal]));
    expect(parametersHash([{ ...secret, value: 'other' }])).toBe(parametersHash([secret]));
    expect(parametersHash([literal])).toMatch(/^[0-9a-f]{12}$/);
  });

  it.each([
    ['a version', [ssm(1)], [ssm(2)]],
    ['a name', [ssm(1)], [{ ...ssm(1), name: 'other' }]],
    ['a source', [ssm(1)], [{ ...ssm(1), source: 'ssm:/shop/other' }]],
    ['a parameter', [ssm(1)], [ssm(1), literal]],
    ['nothing', [], [literal]],
  ])('tells %s apart', (_what, one, other) => {
    expect(parametersHash(one)).not.toBe(parametersHash(other));
  });
});

describe('what people are told of parameters', () => {
  const all = [literal, ssm(3), secret];

  it('is how many there are, from where, and the hash, in the log and in the summary', () => {
    const hash = parametersHash(all);
    expect(describeParameters(all)).toBe(
      `3 parameters, 2 of them secret, names and versions ${hash}: env (literal), key (ssm:/shop/key), token (secret:TOKEN)`,
    );
    expect(renderParameters('dev', all)).toBe(
      `Profile dev: 3 parameters (1 of the configuration, 1 of SSM, 1 of the PARAMETERS secret), names and versions \`${hash}\`\n`,
    );
    expect(renderParameters('dev', [])).toMatch(/^Profile dev: 0 parameters, names/);
    expect(renderParameters('dev', [literal])).toMatch(/^Profile dev: 1 parameter \(1 of the configuration\)/);
  });

  it('is never a value', () => {
    expect(describeParameters(all) + renderParameters('dev', all)).not.toContain('canary');
  });
});
