import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../../core/stage/event.ts';
import { caught } from '../caught.ts';

const SHA = 'a'.repeat(40);

function pullRequestPayload(repo: { id: number } | null = { id: 1 }) {
  return {
    action: 'synchronize',
    number: 12,
    pull_request: {
      number: 12,
      state: 'open',
      draft: false,
      head: { ref: 'feature/login', sha: SHA, repo },
      base: { ref: 'master', sha: 'b'.repeat(40), repo: { id: 1 } },
      user: { login: 'octocat', type: 'User' },
    },
    repository: { id: 1, default_branch: 'master' },
  };
}

describe('parseEvent', () => {
  it('reads a pull request by number, action and head', () => {
    const event = parseEvent('pull_request', pullRequestPayload());
    expect(event).toEqual({ type: 'pull-request', number: 12, action: 'synchronize', headSha: SHA });
  });

  it('reads the label that started a run', () => {
    const payload = { ...pullRequestPayload(), action: 'labeled', label: { name: 'documentation' } };
    expect(parseEvent('pull_request', payload)).toMatchObject({ action: 'labeled', label: 'documentation' });
  });

  it("A16 reads a pull request whose head's repository is gone", () => {
    expect(parseEvent('pull_request', pullRequestPayload(null))).toMatchObject({ type: 'pull-request', number: 12 });
  });

  it.each([
    ['pull_request', {}],
    ['pull_request', null],
    ['pull_request', []],
    ['pull_request', { action: 'opened', pull_request: null }],
    ['pull_request', { action: 'opened', number: '12', pull_request: { head: {} } }],
    ['push', {}],
    ['push', { ref: 7 }],
    ['push', 'text'],
    ['delete', { ref: 'x' }],
    ['delete', undefined],
  ])('A16 says which event it cannot read: %s with %j', (name, payload) => {
    const error = caught(() => parseEvent(name, payload));
    expect(error.code).toBe('E_EVENT');
    expect(error.message).toContain(name);
  });

  it('reads a push, of a branch or a tag, with its full ref', () => {
    expect(parseEvent('push', { ref: 'refs/heads/feature/a' })).toEqual({ type: 'push', ref: 'refs/heads/feature/a' });
    expect(parseEvent('push', { ref: 'refs/tags/master' })).toEqual({ type: 'push', ref: 'refs/tags/master' });
  });

  it('A17 keeps what was deleted, a tag or a branch', () => {
    expect(parseEvent('delete', { ref: 'v1', ref_type: 'tag' })).toMatchObject({ type: 'delete', refType: 'tag' });
    expect(parseEvent('delete', { ref: 'feature/a', ref_type: 'branch' })).toMatchObject({
      ref: 'feature/a',
      refType: 'branch',
    });
  });

  it.each(['merge_group', 'schedule', 'issue_comment', 'constructor'])('leaves %s to others', (name) => {
    expect(parseEvent(name, {})).toEqual({ type: 'other', name });
  });

  it('reads a dispatch', () => {
    expect(parseEvent('workflow_dispatch', { inputs: {} })).toEqual({ type: 'dispatch' });
  });
});
