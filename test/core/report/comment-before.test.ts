import { describe, expect, it } from 'vitest';
import { MAX_COMMENT, readMark, reasonToKeep, renderComment } from '../../../core/report/comment.ts';
import {
  COMMIT,
  deployedService,
  deployResult,
  endedReport,
  PREVIEW,
  removalResult,
  startedReport,
} from './sample-report.ts';

const NEWER = 'f'.repeat(40);
const url = 'https://a1b2c3.execute-api.us-east-1.amazonaws.com';
const deployed = endedReport({ result: deployResult([deployedService({ url })], { url }) });

describe('what a comment keeps of the one before', () => {
  const next = startedReport({ ...PREVIEW, commit: NEWER });

  it('is the table with its addresses while the next commit is deployed', () => {
    const text = renderComment(next, renderComment(deployed));
    expect(text).toContain('is being deployed');
    expect(text).toContain(NEWER.slice(0, 7));
    expect(text).toMatch(/\| restapi \| ✅ deployed \|.*a1b2c3/);
    expect(text).not.toContain('**✅');
  });

  it('is the same after three starts in a row, and no longer', () => {
    const once = renderComment(next, renderComment(deployed));
    expect(renderComment(next, renderComment(next, once))).toBe(once);
  });

  it('is nothing once there is a new result', () => {
    const tasks = endedReport({ result: deployResult([deployedService({ key: 'tasks' })]) });
    const text = renderComment(tasks, renderComment(deployed));
    expect(text).toContain('tasks');
    expect(text).not.toContain('restapi');
  });

  it('is nothing of a text that is not ours', () => {
    expect(renderComment(next, 'a text of somebody else')).toBe(renderComment(next));
  });

  it('H4 fits when the one before was as long as it may be', () => {
    const services = Array.from({ length: 1200 }, (_, index) => deployedService({ key: `s${index}` }));
    const before = renderComment(endedReport({ result: deployResult(services) }));
    expect(before.length).toBeGreaterThan(MAX_COMMENT - 500);
    expect(renderComment(next, before).length).toBeLessThanOrEqual(MAX_COMMENT);
  });
});

describe('the mark of a comment', () => {
  it('is read back with the application and the commit', () => {
    expect(readMark(renderComment(deployed))).toEqual({ app: 'workshop', commit: COMMIT });
  });

  it('has no commit where the stage is removed', () => {
    expect(readMark(renderComment(endedReport({ result: removalResult() })))).toEqual({ app: 'workshop' });
  });

  it.each([
    '',
    'Looks good to me',
    '> <!-- serverless-stages: app=workshop -->',
    'x <!-- serverless-stages: app=workshop -->',
    '<!-- serverless-stages: app=Work shop -->',
    '<!-- serverless-stages: app= -->',
    '<!-- other-stages: app=workshop -->',
  ])('is in none of %j', (body) => {
    expect(readMark(body)).toBeUndefined();
  });
});

describe('why a comment is left alone', () => {
  const head = { app: 'workshop', commit: NEWER };

  it('is that it speaks of the newest commit and the run does not', () => {
    expect(reasonToKeep(deployed, head, NEWER)).toContain(NEWER.slice(0, 7));
  });

  it('is that a removal found the stage wanted', () => {
    const kept = { ...deployed, state: 'kept' } as const;
    expect(reasonToKeep(kept, undefined, COMMIT)).toBeDefined();
  });

  it.each([
    ['there is none', undefined, NEWER],
    ['it speaks of an older commit', { app: 'workshop', commit: 'e'.repeat(40) }, NEWER],
    ['it speaks of no commit', { app: 'workshop' }, NEWER],
    ['the run is about the head', { app: 'workshop', commit: COMMIT }, COMMIT],
  ])('is nothing where %s', (_what, mark, headSha) => {
    expect(reasonToKeep(deployed, mark, headSha)).toBeUndefined();
  });

  it('is nothing where the stage is removed, which has no commit', () => {
    expect(reasonToKeep(endedReport({ result: removalResult() }), head, NEWER)).toBeUndefined();
  });
});
