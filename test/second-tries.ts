import type { Reporter } from 'vitest/reporters';

/** Tells which tests went well at their second try alone: each is one to look at. */
export const secondTries: Reporter = {
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky === true) {
      const [first] = test.result().errors ?? [];
      console.log(
        `=== SECOND TRY: ${test.module.relativeModuleId} > ${test.fullName}: ${first?.message ?? ''}`.slice(0, 1000),
      );
    }
  },
};
