import { describe, expect, it } from 'vitest';
import { type OrderParts, supersededBy } from '../../../core/deploy/order.ts';
import { caught } from '../caught.ts';

const COMMIT = 'c'.repeat(40);
const COMPLETED = 'd'.repeat(40);
const NEWER = 'e'.repeat(40);

const order = (comparison: OrderParts['comparison'], head: string | undefined = COMMIT) =>
  supersededBy({ stage: 'staging', commit: COMMIT, completed: COMPLETED, comparison, head });
const diverged = (comparison: OrderParts['comparison'], head?: string) => {
  const error = caught(() => order(comparison, head));
  expect(error.code).toBe('E_STAGE_DIVERGED');
  expect(error.message).toMatch(/ – \S/);
  expect(error.message).toContain('"staging"');
  return error.message;
};

describe('a commit for a configured stage', () => {
  it.each([COMMIT, COMPLETED, NEWER])('goes on where it follows what the stage has; the head is %s', (head) => {
    expect(order('ahead', head)).toBeUndefined();
  });

  it.each([COMMIT, NEWER])('goes on where it is what the stage has: it may be repaired', (head) => {
    expect(order('identical', head)).toBeUndefined();
  });

  it('goes on where its branch is gone', () => {
    expect(
      supersededBy({ stage: 'staging', commit: COMMIT, completed: COMPLETED, comparison: 'ahead', head: undefined }),
    ).toBe(undefined);
  });

  it('is superseded where the stage has a newer one, which is the head of its branch', () => {
    const reason = order('behind', COMPLETED);
    expect(reason).toContain('"staging"');
    expect(reason).toContain(COMPLETED.slice(0, 7));
    expect(reason).toContain(COMMIT.slice(0, 7));
  });

  it('is refused where the stage has a newer one, and the branch yet another: the message says which to start', () => {
    const message = diverged('behind', NEWER);
    expect(message).toContain(NEWER);
    expect(message).toContain(COMPLETED.slice(0, 7));
    expect(message).toContain('redeploy: true');
  });

  it('is refused where the branch was brought back to it: to start it once more would not help', () => {
    const message = diverged('behind', COMMIT);
    expect(message).toContain('redeploy: true');
    expect(message).not.toContain(`start the workflow for the commit ${COMMIT}`);
  });

  it.each([COMMIT, COMPLETED, NEWER])(
    'is refused where it does not follow what the stage has; the head is %s',
    (head) => {
      const message = diverged('diverged', head);
      expect(message).toContain(COMMIT.slice(0, 7));
      expect(message).toContain(COMPLETED.slice(0, 7));
      expect(message).toContain('redeploy: true');
    },
  );

  it.each([COMMIT, COMPLETED, NEWER])('is refused where GitHub does not know how it stands; the head is %s', (head) => {
    expect(diverged(undefined, head)).toContain('redeploy: true');
  });
});
