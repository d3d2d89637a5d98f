import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RunSettings } from './deploy-job.ts';

const OSLS = resolve(import.meta.dirname, '../../node_modules/osls');

/** Settings of a run whose workspace gets this repository's osls instead of installing its own. */
export const WITH_LINKED_CLI = {
  without: ['install-dependencies'],
  beforeStep(action, workspace) {
    if (action !== 'load-profile') return;
    mkdirSync(join(workspace, 'node_modules'), { recursive: true });
    symlinkSync(OSLS, join(workspace, 'node_modules/osls'));
  },
} as const satisfies RunSettings;
