import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOf, sessionName } from '../../../core/profile/session.ts';

const LEGAL = /^[\w+=,.@-]{2,64}$/;

describe('sessionName', () => {
  it('D12 names repository, run and attempt', () => {
    expect(sessionName('octo/shop', '1234567890', '2')).toBe('serverless-stages-octo-shop-1234567890-2');
  });

  it('D12 keeps the run and the attempt whole where the repository is long', () => {
    const name = sessionName(`${'o'.repeat(39)}/${'r'.repeat(100)}`, '12345678901', '12');
    expect(name).toMatch(LEGAL);
    expect(name).toMatch(/^serverless-stages-.*-12345678901-12$/);
  });

  it('D12 is legal whatever the repository is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(), fc.nat(9999), (repository, run, attempt) => {
        const name = sessionName(repository, `${run}`, `${attempt}`);
        expect(name).toMatch(LEGAL);
        expect(name.endsWith(`-${run}-${attempt}`)).toBe(true);
      }),
      { seed: 20261123, numRuns: 1000 },
    );
  });
});

describe('audienceOf', () => {
  it('D14 asks for the audience that the STS of the partition wants', () => {
    expect(audienceOf('aws')).toBe('sts.amazonaws.com');
    expect(audienceOf('aws-us-gov')).toBe('sts.amazonaws.com');
    expect(audienceOf('aws-cn')).toBe('sts.amazonaws.com.cn');
  });
});
