import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Files } from './repository.ts';
import type { RunSettings } from './workflow.ts';

const OSLS = resolve(import.meta.dirname, '../osls/package');

/**
 * Files of a repository that has this repository's osls in it, where a test is not about installing: each job would unpack
 * thousands of files.
 */
export const LINKED_CLI: Files = {
  'package.json': '{ "name": "workshop", "private": true, "type": "module" }\n',
  'package-lock.json': null,
  'node_modules/osls': { link: OSLS },
};

/** Settings of a run whose workspace gets this repository's osls instead of installing its own. */
export const WITH_LINKED_CLI = {
  without: ['install-dependencies'],
  beforeStep(action, workspace) {
    if (action !== 'load-profile') return;
    mkdirSync(join(workspace, 'node_modules'), { recursive: true });
    symlinkSync(OSLS, join(workspace, 'node_modules/osls'));
  },
} as const satisfies RunSettings;
