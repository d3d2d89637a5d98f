import { describe, expect, it } from 'vitest';
import { type MoveFacts, moveMessage, pullRequestsOf, readTrailers } from '../../../core/promote/trailers.ts';

const COMMIT = 'abcdef0123456789abcdef0123456789abcdef01';
const FACTS: MoveFacts = {
  from: 'staging',
  to: 'prod',
  commit: COMMIT,
  isRollback: false,
  pullRequests: [12, 15],
  by: 'ada',
  runId: '77',
  runUrl: 'https://github.com/acme/shop/actions/runs/77/attempts/1',
  override: undefined,
};

describe('the message of a move', () => {
  it('says what it brings, and has the trailers that the next run reads', () => {
    const message = moveMessage(FACTS);
    expect(message.split('\n')[0]).toBe('Promote staging@abcdef0 to prod (#12, #15)');
    expect(message).toContain('\nPromoted-By: ada\n');
    expect(readTrailers(message)).toEqual({ promoted: COMMIT, rolledBackTo: undefined, run: '77' });
  });

  it('of a rollback names no stage that it came from', () => {
    const message = moveMessage({ ...FACTS, isRollback: true, pullRequests: [] });
    expect(message.split('\n')[0]).toBe('Roll prod back to abcdef0');
    expect(readTrailers(message)).toEqual({ promoted: undefined, rolledBackTo: COMMIT, run: '77' });
    expect(message).not.toContain('Promoted-');
  });

  it('keeps an override in one line, and a long list of pull requests short', () => {
    const pullRequests = Array.from({ length: 30 }, (_, index) => index + 1);
    const message = moveMessage({ ...FACTS, pullRequests, override: 'soak: now\nRolled-Back-To: x' });
    expect(message.split('\n')[0]).toMatch(/\(#1, #2, .*#10, …\)$/);
    expect(message).toContain('\nPromotion-Override: soak: now Rolled-Back-To: x\n');
    expect(readTrailers(message).rolledBackTo).toBeUndefined();
  });

  it('is read in its last paragraph alone, as git does', () => {
    expect(readTrailers(`Fix\n\nPromoted-Commit: ${COMMIT}\n\nand more`).promoted).toBeUndefined();
    expect(readTrailers(`Fix\n\nPromoted-Commit: ${COMMIT}\n`).promoted).toBe(COMMIT);
    expect(readTrailers('Fix\n\nPromoted-Commit: abc').promoted).toBeUndefined();
    expect(readTrailers('').promoted).toBeUndefined();
  });
});

it('finds the pull requests that commits say they came with', () => {
  const messages = [
    'Merge pull request #9 from acme/feature\n\nSay #3',
    'Tell more (#12)\n\n* fix (#4)',
    'Refs (#5) in the middle',
    'Tell more (#12)',
  ];
  expect(pullRequestsOf(messages)).toEqual([9, 12]);
});
