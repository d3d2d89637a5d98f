import type { RemovedService, RemovedStage } from '../../../core/removal/result.ts';

/** A service of the sample stage that was removed. */
export function removedService(overrides: Partial<RemovedService> = {}): RemovedService {
  return {
    service: 'shop-api',
    key: 'api',
    account: '111111111111',
    region: 'us-east-1',
    stack: 'shop-api-pr-1-0pv3fa9c',
    status: 'removed',
    days: 3.5,
    emptied: [],
    alsoRemoved: [],
    retained: [],
    seconds: 42,
    ...overrides,
  };
}

/** A preview that was removed, with one service. */
export function removedStage(overrides: Partial<RemovedStage> = {}): RemovedStage {
  return {
    stage: 'pr-1-0pv3fa9c',
    kind: 'preview',
    of: 'refs/heads/feature/login',
    status: 'removed',
    reason: 'pull request #12 is closed',
    services: [removedService()],
    ...overrides,
  };
}
