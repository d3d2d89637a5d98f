import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapForAct } from './product-copy.ts';
import { runVariables } from './run-context.ts';
import { git, type TinyRepositories, writeTinyRepositories } from './tiny-product.ts';

const folder = mkdtempSync(join(tmpdir(), 'run-context-'));
let repositories: TinyRepositories;

beforeAll(() => {
  repositories = writeTinyRepositories(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the run of an event', () => {
  const repository = { id: 1001, full_name: 'acme/shop', default_branch: 'main', owner: { id: 2001 } };
  const pull = { head: { ref: 'feature/a', sha: 'c'.repeat(40) }, base: { ref: 'main' } };

  it.each([
    ['pull_request', { number: 12, pull_request: pull }, 'refs/pull/12/merge', 'refs/pull/12/merge'],
    ['pull_request', { number: 12, pull_request: { ...pull, merged: true } }, 'refs/heads/main', 'refs/heads/main'],
    ['delete', { ref: 'feature/a', ref_type: 'branch' }, 'refs/heads/main', 'refs/heads/main'],
    ['schedule', {}, 'refs/heads/main', 'refs/heads/main'],
    ['workflow_dispatch', { ref: 'refs/heads/feature/a' }, 'refs/heads/feature/a', 'refs/heads/feature/a'],
  ])('%s %j has the ref %s and its commit', (name, payload, ref, commitOf) => {
    const run = runVariables({ name, payload: { repository, ...payload } }, repositories.user);
    expect(run).toMatchObject({
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REPOSITORY_ID: '1001',
      GITHUB_REF: ref,
      SHA_REF: git(repositories.bare, 'rev-parse', commitOf),
    });
  });

  it('has the commit of the push, and the head where there is no merge commit', () => {
    const push = { name: 'push', payload: { repository, ref: 'refs/heads/main', after: 'd'.repeat(40) } };
    expect(runVariables(push, repositories.user)['SHA_REF']).toBe('d'.repeat(40));
    const conflicting = { name: 'pull_request', payload: { repository, number: 99, pull_request: pull } };
    expect(runVariables(conflicting, repositories.user)['SHA_REF']).toBe('c'.repeat(40));
  });

  it('is an error without a repository or with a branch that is not there', () => {
    expect(() => runVariables({ name: 'push', payload: {} }, repositories.user)).toThrow('repository.full_name');
    const gone = { name: 'workflow_dispatch', payload: { repository, ref: 'refs/heads/gone' } };
    expect(() => runVariables(gone, repositories.user)).toThrow('has no refs/heads/gone');
  });
});

describe('the copy for act', () => {
  const name = { repository: 'OWNER/serverless-stages', ref: 'v1' };

  it.each([
    ['      - uses: $/actions/x # ours\n', '      - uses: OWNER/serverless-stages/actions/x@v1 # ours\n'],
    ['    uses: "$/.github/workflows/a.yml"\n', '    uses: "OWNER/serverless-stages/.github/workflows/a.yml@v1"\n'],
    ['      name: p\n      deployment: false\n    steps:\n', '      name: p\n    steps:\n'],
    ['    environment: { name: p, deployment: false }\n', '    environment: { name: p }\n'],
    ['    environment: { deployment: false, name: p }\n', '    environment: { name: p }\n'],
  ])('maps %j', (text, mapped) => {
    expect(mapForAct(text, name)).toBe(mapped);
  });

  it.each([
    '      - run: echo "uses $/x, deployment: false"\n',
    '      deployment: ${{ inputs.object }}\n',
    '    uses: ./.github/workflows/a.yml\n',
  ])('leaves %j', (text) => {
    expect(mapForAct(text, name)).toBe(text);
  });
});
