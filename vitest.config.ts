import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  // What GitHub's packages say of source maps that they do not ship.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'examples/**'],
    // GitHub's packages import JSON in a way that only a bundler takes.
    server: { deps: { inline: [/@actions\//] } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests wait for processes and clocks more than they compute.
    maxWorkers: 4,
  },
});
