import { defineConfig } from 'vitest/config';

/** Whole workflows and foreign emulators: `ACT=… MINISTACK=… npx vitest run --config test/e2e/vitest.config.ts`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A workflow's jobs run at the same time already; two files keep two cores busy.
    maxWorkers: 2,
  },
});
