import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './source-files.ts';

type Access = 'read' | 'write';
type Grants = Readonly<Record<string, Access>>;

/**
 * What a caller has to grant each called workflow of v1. GitHub refuses a run whose caller grants less, so that one more would break every
 * workflow that users have copied: within v1 this table never grows.
 */
const GRANTS: Readonly<Record<string, Grants>> = {
  'preview.yml': {
    contents: 'read',
    'pull-requests': 'write',
    deployments: 'write',
    statuses: 'write',
    actions: 'read',
    'id-token': 'write',
  },
  'stage.yml': {
    contents: 'read',
    'pull-requests': 'read',
    deployments: 'write',
    statuses: 'write',
    actions: 'read',
    'id-token': 'write',
  },
  'promote.yml': { contents: 'read', actions: 'read', 'id-token': 'write' },
  'sweep.yml': {
    contents: 'read',
    'pull-requests': 'write',
    deployments: 'write',
    statuses: 'write',
    actions: 'read',
    'id-token': 'write',
  },
};

/** All that the jobs of a called workflow ask for, each at its most. */
function askedBy(file: string): Grants {
  const { jobs, permissions } = parse(readFileSync(join(ROOT, '.github/workflows', file), 'utf8')) as {
    permissions: Grants;
    jobs: Record<string, { permissions?: Grants }>;
  };
  expect(permissions).toEqual({});
  const grants: Record<string, Access> = {};
  for (const [name, access] of Object.values(jobs).flatMap((job) => Object.entries(job.permissions ?? {}))) {
    grants[name] = grants[name] === 'write' ? 'write' : access;
  }
  return grants;
}

describe('a called workflow', () => {
  it.each(Object.entries(GRANTS))('%s asks its caller for no more than it did', (file, grants) => {
    expect(askedBy(file)).toEqual(grants);
  });
});
