import { describe, expect, it } from 'vitest';
import { removalFailure } from '../../../core/removal/failure.ts';
import { removedService, removedStage } from './sample-removal.ts';

const error = (code: string, message: string) => ({ code, message });

describe('what went wrong with stages', () => {
  it('is nothing where nothing did', () => {
    expect(removalFailure([])).toBeUndefined();
    expect(removalFailure([removedStage(), removedStage({ status: 'wanted' })])).toBeUndefined();
  });

  it('is the error of a service', () => {
    const services = [
      removedService(),
      removedService({ status: 'failed', error: error('E_STACK_PROTECTED', 'it is') }),
    ];
    const failure = removalFailure([removedStage(), removedStage({ status: 'failed', services })]);
    expect(failure).toMatchObject({ code: 'E_STACK_PROTECTED' });
    expect(failure?.message).toContain('it is');
  });

  it('is the error of a stage whose services were not even looked at', () => {
    const failure = removalFailure([
      removedStage({ status: 'failed', services: [], error: error('E_STAGE_BUSY', 'run 7 holds it') }),
    ]);
    expect(failure).toMatchObject({ code: 'E_STAGE_BUSY' });
    expect(failure?.message).toContain('run 7 holds it');
  });

  it('is all of it, each once, under the code of the first', () => {
    const services = [
      removedService({ status: 'failed', error: error('E_BUCKET_NOT_EMPTY', 'a lock') }),
      removedService({ status: 'not-started', reason: 'shop-web failed' }),
      removedService({ status: 'failed', error: error('E_DESTROY_FAILED', 'a queue') }),
    ];
    const failure = removalFailure([
      removedStage({ status: 'failed', services }),
      removedStage({ status: 'failed', services: [], error: error('E_STAGE_BUSY', 'run 7') }),
    ]);
    expect(failure?.code).toBe('E_BUCKET_NOT_EMPTY');
    for (const text of ['a lock', 'a queue', 'run 7']) expect(failure?.message.split(text)).toHaveLength(2);
  });
});
