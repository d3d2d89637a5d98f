import { describe, expect, it } from 'vitest';
import {
  billedStacks,
  type RemovalRunStatus,
  type RemovedStageStatus,
  removalStatus,
} from '../../../core/removal/result.ts';
import { removedService, removedStage } from './sample-removal.ts';

describe('removalStatus', () => {
  it.each<[RemovedStageStatus[], RemovalRunStatus]>([
    [[], 'nothing'],
    [['removed'], 'removed'],
    [['removed', 'wanted'], 'removed'],
    [['wanted'], 'superseded'],
    [['wanted', 'wanted'], 'superseded'],
    [['planned'], 'planned'],
    [['planned', 'wanted'], 'planned'],
    [['failed'], 'failed'],
    [['removed', 'failed', 'wanted'], 'failed'],
    [['planned', 'failed'], 'failed'],
  ])('sums %j up as %s', (statuses, status) => {
    expect(removalStatus(statuses.map((one) => removedStage({ status: one })))).toBe(status);
  });
});

describe('billedStacks', () => {
  const serverless = (days: number | undefined, cli = 'serverless 4.41.1') =>
    removedService({ cli, ...(days === undefined ? {} : { days }) });

  it('counts those that serverless 4 deployed and that lived longer than ten days', () => {
    const stages = [
      removedStage({ services: [serverless(10.1), serverless(3), serverless(40)] }),
      removedStage({ services: [serverless(11)] }),
    ];
    expect(billedStacks(stages)).toEqual({ of: 4, pastTenDays: 3 });
  });

  it('does not count ten days for longer than ten days', () => {
    expect(billedStacks([removedStage({ services: [serverless(10)] })]).pastTenDays).toBe(0);
  });

  it.each(['osls 4.3.1', 'serverless 3.40.0', 'serverless 40.0.0'])('bills nothing that %s deployed', (cli) => {
    expect(billedStacks([removedStage({ services: [serverless(40, cli)] })]).pastTenDays).toBe(0);
  });

  it('bills nothing of which it is not known how it was deployed, or how long it lived', () => {
    const { days: _, ...gone } = serverless(1);
    const stages = [removedStage({ services: [removedService({ days: 40 }), gone] })];
    expect(billedStacks(stages).pastTenDays).toBe(0);
  });

  it('is nothing for nothing', () => {
    expect(billedStacks([])).toEqual({ of: 0, pastTenDays: 0 });
  });
});
