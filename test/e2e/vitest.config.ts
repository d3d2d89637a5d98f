import { defineConfig } from 'vitest/config';
import { HANGS_AFTER } from '../limits.ts';
import { useTemporaryFolder } from '../world/temporary-folder.ts';

useTemporaryFolder();

/** Whole workflows and foreign emulators: `ACT=… MINISTACK=… npx vitest run --config test/e2e/vitest.config.ts`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: HANGS_AFTER,
    hookTimeout: HANGS_AFTER,
    env: { TESTS: 'whole' },
    // A workflow's jobs run at the same time already; two files keep two cores busy.
    maxWorkers: 2,
  },
});
