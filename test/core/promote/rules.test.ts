import { describe, expect, it } from 'vitest';
import { approvalLine, starterLine } from '../../../core/promote/people.ts';
import { findRollback, targetLine } from '../../../core/promote/rollback.ts';
import { type BranchRules, branchLine } from '../../../core/promote/rules.ts';

const asked = (
  rules: Partial<BranchRules>,
  more: { mode?: 'branch' | 'pull-request'; workflowFiles?: string[] } = {},
) =>
  branchLine({
    branch: 'prod',
    mode: 'branch',
    workflowFiles: [],
    ...more,
    rules: { value: { types: [], approvals: 0, isProtected: true, ...rules } },
  });

describe('the branch of production', () => {
  it.each<[what: string, line: ReturnType<typeof asked>, answer: string, text: RegExp]>([
    ['without rules', asked({ isProtected: false }), 'passed', /has no rules/],
    [
      'with rules that a commit passes',
      asked({ types: ['deletion', 'non_fast_forward'] }),
      'passed',
      /let a commit of promote pass$/,
    ],
    ['with a linear history', asked({ types: ['required_linear_history'] }), 'passed', /one parent/],
    ['that asks for pull requests', asked({ types: ['pull_request'] }), 'not-asked', /pull_request.*bypass list/],
    ['with rules that nobody knew of', asked({ types: ['some_new_rule'] }), 'not-asked', /some_new_rule/],
    ['with a classic protection', asked({}), 'not-asked', /classic protection/],
    [
      'that a pull request moves',
      asked({ types: ['pull_request'], approvals: 2 }, { mode: 'pull-request' }),
      'passed',
      /needs 2 approvals/,
    ],
    [
      'with changed workflows',
      asked({ isProtected: false }, { workflowFiles: ['.github/workflows/a.yml'] }),
      'not-asked',
      /`workflows: write`/,
    ],
    [
      'of which nobody may ask',
      branchLine({ branch: 'prod', mode: 'branch', workflowFiles: [], rules: { because: 'no right' } }),
      'not-asked',
      /no right/,
    ],
  ])('%s is told of', (_what, line, answer, text) => {
    expect(line.answer).toBe(answer);
    expect(line.text).toMatch(text);
  });
});

describe('who starts a promotion', () => {
  it.each([
    ['read', 'write', 'failed'],
    ['none', 'write', 'failed'],
    ['write', 'write', 'passed'],
    ['write', 'maintain', 'failed'],
    ['admin', 'maintain', 'passed'],
    ['maintain', 'admin', 'failed'],
  ] as const)('as %s where %s is asked for: %s', (role, required, answer) => {
    expect(starterLine('ada', required, { value: role }).answer).toBe(answer);
  });

  it('is not let through if more than writing is asked for and nobody can say', () => {
    expect(starterLine('ada', 'write', { because: 'no right' }).answer).toBe('not-asked');
    expect(starterLine('ada', 'admin', { because: 'no right' })).toMatchObject({
      answer: 'failed',
      code: 'E_NOT_ALLOWED',
    });
  });

  it('is told who approves, or that nobody does', () => {
    const environment = { name: 'prod-approval', reviewers: ['bob', 'the team ops'], preventsSelfReview: true };
    expect(approvalLine('prod-approval', { value: environment })).toMatchObject({
      answer: 'passed',
      text: 'one of bob, the team ops approves in "prod-approval", and not who started the run',
    });
    for (const value of [undefined, { ...environment, reviewers: [] }]) {
      expect(approvalLine('prod-approval', { value })).toMatchObject({
        answer: 'not-asked',
        text: expect.stringMatching(/^nobody is asked to approve/),
      });
    }
  });
});

describe('a rollback', () => {
  const commit = (id: string, tree: string) => ({ id: id.repeat(40), tree, parents: [], message: '' });
  const line = [commit('d', 't3'), commit('c', 't2'), commit('b', 't2'), commit('a', 't1')];
  const parts = { to: 'prod', toBranch: "it's", line, present: 'd'.repeat(40) };
  const ids = (text: string) => [...text].map((each) => each.repeat(40));

  it.each<[what: string, completed: string, present: string, found: string]>([
    ['the newest that it completed', 'dcba', 'd', 'c'],
    ['not what it has', 'cba', 'c', 'a'],
    ['the newest, if what it has failed', 'ba', 'd', 'b'],
    ['only what is on the line', 'dxa', 'd', 'a'],
  ])('to the last goes to %s', (_what, completed, present, found) => {
    const [at = ''] = ids(present);
    expect(findRollback('last', { ...parts, completed: ids(completed), present: at }).id[0]).toBe(found);
  });

  it.each<[wanted: string, completed: string[] | undefined, words: RegExp]>([
    ['last', undefined, /the ledger cannot be looked at/],
    ['last', ids('d'), /no other version.*'it'\\''s'/],
    ['main', ids('dc'), /all 40 digits/],
    ['e'.repeat(40), ids('dc'), /not on the line of first parents.*git log --first-parent 'it'\\''s'/],
  ])('to %s is refused if there is nothing to go to', (wanted, completed, words) => {
    expect(() => findRollback(wanted, { ...parts, completed })).toThrow(words);
  });

  it('on a shared branch goes only to what was completed', () => {
    const [a = ''] = ids('a');
    const answer = (completed: string[] | undefined, moves: boolean) =>
      targetLine(a, { completed, to: 'prod', moves }).answer;
    expect([answer([a], false), answer([], false), answer([], true), answer(undefined, false)]).toEqual([
      'passed',
      'failed',
      'not-asked',
      'not-asked',
    ]);
  });
});
