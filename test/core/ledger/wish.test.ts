import { describe, expect, it } from 'vitest';
import { newestWish, rememberPullRequest } from '../../../core/ledger/wish.ts';
import { repositoryRecord, runOf } from './sample-record.ts';

const of = (run: string, attempt = '1') => repositoryRecord({ run: runOf(run, attempt) });

describe('the newest of what a repository wants', () => {
  it('is none of none', () => {
    expect(newestWish([])).toBeUndefined();
  });

  it.each([
    ['the later run', of('19500000002'), of('19500000001')],
    ['the later run, by its number and not its text', of('10'), of('9')],
    ['the later attempt of a run', of('7', '2'), of('7', '1')],
    ['the later attempt, by its number and not its text', of('7', '10'), of('7', '9')],
    ['the later run, whatever its attempt', of('8', '1'), of('7', '3')],
  ])('is what %s wrote', (_, newest, other) => {
    expect(newestWish([newest, other])).toBe(newest);
    expect(newestWish([other, newest])).toBe(newest);
    expect(newestWish([other, newest, other])).toBe(newest);
  });

  it('is the one that there is', () => {
    const only = of('7');
    expect(newestWish([only])).toBe(only);
  });
});

describe('the pull requests that a preview was deployed for', () => {
  it.each([
    ['none, where there never was one', undefined, undefined, undefined],
    ['the first one', undefined, 7, [7]],
    ['one more', [7], 9, [7, 9]],
    ['one of them again, as the newest', [7, 9], 7, [9, 7]],
    ['those that are known, in a deploy of no pull request', [7, 9], undefined, [7, 9]],
  ])('are %s', (_, known, number, expected) => {
    expect(rememberPullRequest(known, number)).toEqual(expected);
  });

  it('are at most the newest twenty', () => {
    const known = Array.from({ length: 20 }, (_, at) => at + 1);
    expect(rememberPullRequest(known, 21)).toEqual([...known.slice(1), 21]);
  });
});
