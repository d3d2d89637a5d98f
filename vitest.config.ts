import { configDefaults, defineConfig } from 'vitest/config';
import { HANGS_AFTER } from './test/limits.ts';
import { secondTries } from './test/second-tries.ts';
import { useTemporaryFolder } from './test/world/temporary-folder.ts';

/** Pure functions. */
const PURE = ['test/core/**/*.test.ts'];

// Before vitest makes a folder of its own; the workers inherit it.
useTemporaryFolder();

export default defineConfig(({ mode }) => {
  // For test/sample.ts: projects read this file again without the mode; the workers inherit it.
  process.env['TESTS'] ??= mode === 'long' ? 'whole' : 'sample';
  return {
    // What GitHub's packages say of source maps that they do not ship.
    logLevel: 'error',
    test: {
      // GitHub's packages import JSON in a way that only a bundler takes.
      server: { deps: { inline: [/@actions\//] } },
      testTimeout: HANGS_AFTER,
      hookTimeout: HANGS_AFTER,
      // Of 11,000 tests with processes and clocks one may meet a machine that stands still: .ci/run tells which went well at the second try.
      reporters: ['default', secondTries],
      retry: process.env['TESTS'] === 'whole' ? 1 : 0,
      // Files share a process, which starts and imports once: whoever changes something of it puts it back.
      isolate: false,
      // Tests wait for processes and clocks more than they compute.
      maxWorkers: 4,
      projects: [
        { extends: true, test: { name: 'unit', include: PURE } },
        {
          extends: true,
          test: {
            name: 'acceptance',
            include: ['test/**/*.test.ts'],
            exclude: [...configDefaults.exclude, ...PURE],
          },
        },
      ],
    },
  };
});
