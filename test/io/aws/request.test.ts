import { describe, expect, it } from 'vitest';
import { PATIENT_RETRY, patienceOf } from '../../../io/aws/request.ts';

describe('what waits for CloudFormation', () => {
  it('E23 goes on asking for more than two minutes without any answer', () => {
    expect(patienceOf(PATIENT_RETRY)).toBeGreaterThan(120_000);
  });

  it('counts every pause of a plan, the longest as often as it comes', () => {
    expect(patienceOf({ retries: 3, minTimeout: 100, maxTimeout: 200 })).toBeCloseTo(100 + 170 + 200);
  });
});
