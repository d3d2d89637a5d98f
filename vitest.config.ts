import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'examples/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests wait for processes and clocks more than they compute.
    maxWorkers: 4,
  },
});
