import { describe, expect, it } from 'vitest';
import { KEEP_LABEL } from '../../../core/preview/preview.ts';
import { type SweepFacts, sweepVerdict } from '../../../core/removal/sweep.ts';
import type { Decision } from '../../../core/stage/decision.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const DAY = 86_400_000;
const inDays = (days: number) => new Date(NOW + days * DAY).toISOString();
const decided = (decision: 'deploy' | 'destroy', reason: string): Decision => ({
  decision,
  reason,
  profile: 'dev',
  stage: { name: 'pr-1-0pv3fa9c', kind: 'preview', ref: 'refs/heads/feature/login' },
});
const OPEN = decided('deploy', 'pull request #12 is open');
const CLOSED = decided('destroy', 'pull request #12 is closed');
const SKIPPED: Decision = { decision: 'skip', reason: 'draft pull requests are not deployed' };
const preview = (more: {
  decision: Decision;
  expires?: string | undefined;
  labels?: readonly string[];
}): SweepFacts => ({
  kind: 'preview',
  now: NOW,
  expires: inDays(3),
  labels: [],
  ...more,
});
const personal = (expires: string | undefined): SweepFacts => ({ kind: 'personal', now: NOW, expires });

describe('the sweep of a preview', () => {
  it('F5 F6 removes one that GitHub says is not wanted, for the reason that the decision gives', () => {
    const verdict = sweepVerdict(preview({ decision: CLOSED }));
    expect(verdict.remove).toBe(true);
    expect(verdict.reason).toContain('pull request #12 is closed');
  });

  it('keeps one that is wanted and has not expired', () => {
    const verdict = sweepVerdict(preview({ decision: OPEN }));
    expect(verdict.remove).toBe(false);
    expect(verdict.reason).not.toBe('');
  });

  it('removes one that nobody has deployed for too long, and says so', () => {
    const verdict = sweepVerdict(preview({ decision: OPEN, expires: inDays(-1) }));
    expect(verdict.remove).toBe(true);
    expect(verdict.reason).toMatch(/expire/);
  });

  it('keeps an expired one that a label keeps', () => {
    const labels = ['bug', KEEP_LABEL];
    expect(sweepVerdict(preview({ decision: OPEN, expires: inDays(-1), labels })).remove).toBe(false);
  });

  it('removes an expired one that has other labels only', () => {
    const labels = ['bug', `${KEEP_LABEL}s`, KEEP_LABEL.toUpperCase()];
    expect(sweepVerdict(preview({ decision: OPEN, expires: inDays(-1), labels })).remove).toBe(true);
  });

  it('removes one that is not wanted whatever its labels and its expiry say', () => {
    const labels = [KEEP_LABEL];
    for (const expires of [inDays(-1), inDays(3), undefined])
      expect(sweepVerdict(preview({ decision: CLOSED, expires, labels })).remove).toBe(true);
  });

  it('keeps one of which GitHub says neither, until it expires: a draft, say', () => {
    expect(sweepVerdict(preview({ decision: SKIPPED })).remove).toBe(false);
    expect(sweepVerdict(preview({ decision: SKIPPED, expires: inDays(-1) })).remove).toBe(true);
    expect(sweepVerdict(preview({ decision: SKIPPED, expires: inDays(-1), labels: [KEEP_LABEL] })).remove).toBe(false);
  });

  it.each([undefined, '', 'soon'])('keeps one that is wanted where the ledger says it expires %j', (expires) => {
    expect(sweepVerdict(preview({ decision: OPEN, expires })).remove).toBe(false);
  });

  it('goes by the moment', () => {
    const at = (ms: number) => sweepVerdict(preview({ decision: OPEN, expires: new Date(NOW + ms).toISOString() }));
    expect(at(1).remove).toBe(false);
    expect(at(-1).remove).toBe(true);
  });
});

describe('the sweep of a personal stage', () => {
  it('goes by its expiry alone', () => {
    expect(sweepVerdict(personal(inDays(-1)))).toMatchObject({ remove: true, reason: expect.stringMatching(/expire/) });
    expect(sweepVerdict(personal(inDays(1))).remove).toBe(false);
  });

  it.each([undefined, '', 'soon'])('keeps one that expires %j', (expires) => {
    expect(sweepVerdict(personal(expires)).remove).toBe(false);
  });
});
