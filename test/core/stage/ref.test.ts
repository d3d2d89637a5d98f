import { describe, expect, it } from 'vitest';
import { branchOfRef, isBranchRef, pullRequestOfRef } from '../../../core/stage/ref.ts';
import { caught } from '../caught.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('branchOfRef', () => {
  it.each([
    ['refs/heads/feature/login', 'feature/login'],
    ['feature/login', 'feature/login'],
    ['refs/heads/prod', 'prod'],
    ['refs/heads/HEAD-fix', 'HEAD-fix'],
  ])('reads %s as the branch %s', (ref, branch) => {
    expect(branchOfRef(ref)).toBe(branch);
  });

  it('A10 takes one refs/heads/ off, as a branch may be called refs/heads/x', () => {
    expect(branchOfRef('refs/heads/refs/heads/x')).toBe('refs/heads/x');
    expect(branchOfRef('refs/heads/refs/pull/5/merge')).toBe('refs/pull/5/merge');
  });

  it.each(['', 'HEAD', 'refs/heads/', COMMIT])('A15 asks for a ref where it gets %j', (ref) => {
    expect(caught(() => branchOfRef(ref)).code).toBe('E_REF_REQUIRED');
  });

  it.each(['refs/tags/prod', 'refs/tags/v1'])('F17 takes the tag %s for no branch, whatever it is called', (ref) => {
    expect(caught(() => branchOfRef(ref)).code).toBe('E_REF_REQUIRED');
  });
});

describe('the kind of a ref', () => {
  it('A10 goes by how the ref begins, never by what its name looks like', () => {
    expect(isBranchRef('refs/heads/refs/pull/5/merge')).toBe(true);
    expect(pullRequestOfRef('refs/heads/refs/pull/5/merge')).toBeUndefined();
    expect(isBranchRef('refs/tags/master')).toBe(false);
    expect(isBranchRef('refs/pull/5/merge')).toBe(false);
  });

  it.each([
    ['refs/pull/5/merge', 5],
    ['refs/pull/12', 12],
    ['refs/pull/12/head', 12],
    ['refs/pull/x/merge', undefined],
    ['refs/pull/', undefined],
    ['refs/pull/0', undefined],
    ['pull/12', undefined],
    ['refs/heads/12', undefined],
  ])('reads the pull request of %s as %s', (ref, number) => {
    expect(pullRequestOfRef(ref)).toBe(number);
  });
});
