import { describe, expect, it } from 'vitest';
import { readMark, renderComment } from '../../../core/report/comment.ts';
import type { StageReport } from '../../../core/report/stage-report.ts';
import { removedService, removedStage } from '../removal/sample-removal.ts';
import { deployedService, deployResult, endedReport, HOSTILE, removalResult, rowsOf } from './sample-report.ts';

const LONGEST = 65_536;
const failed = (key: string, message: string) =>
  deployedService({ key, status: 'failed', error: { code: 'E_DEPLOY_FAILED', message } });
const many = (count: number, message: string) =>
  endedReport({ result: deployResult(Array.from({ length: count }, (_, index) => failed(`s${index}`, message))) });

describe('the length of a comment', () => {
  const long: readonly (readonly [string, StageReport])[] = [
    ['a thousand services', many(1000, 'no')],
    ['fifty errors of 10,000 characters', many(50, 'x'.repeat(10_000))],
    ['errors of signs that are written longer', many(40, '*'.repeat(10_000))],
    ['errors of pairs', many(60, `x${'🚀'.repeat(4000)}`)],
    ['an error of one long line', endedReport({ error: `E_INTERNAL: ${'|'.repeat(4000)}` })],
    ['a removal of a thousand services', endedReport({ result: removalOf(1000) })],
    [
      'a service with an endless reason',
      endedReport({ result: deployResult([{ ...failed('a', 'b'), reason: '_'.repeat(200_000) }]) }),
    ],
  ];

  it.each(long)('H4 is one that GitHub takes, with %s', (_what, report) => {
    const text = renderComment(report);
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text.isWellFormed(), 'half of a pair is left').toBe(true);
    expect(readMark(text)).toMatchObject({ app: 'workshop' });
  });

  it('H4 ends with a note where something is missing, which points to the summary', () => {
    expect(renderComment(many(1000, 'no')).slice(-200)).toMatch(/too long for a comment.*summary/);
    expect(renderComment(many(3, 'no'))).not.toMatch(/too long/);
  });

  it('H4 cuts between two lines, so that no row is half', () => {
    const rows = rowsOf(renderComment(many(1000, 'no')));
    expect(rows.every((row) => row.endsWith('|'))).toBe(true);
  });

  it('H4 has its note outside of every block, wherever the cut is', () => {
    const keys = Array.from({ length: 60 }, (_, index) => `service-${index}`);
    const cutAt = new Set<string>();
    for (let length = 880; length < 1100; length += 2) {
      const url = `https://x.example.com/${'r'.repeat(length)}`;
      const text = renderComment(
        endedReport({ result: deployResult(keys.map((key) => deployedService({ key, url }))) }),
      );
      const isWhole = rowsOf(text).length === keys.length + 2;
      cutAt.add(text.includes('too long for a comment') ? (isWhole ? 'picture' : 'table') : 'nowhere');
      expect(text.split('```').length % 2, 'a code block is left open').toBe(1);
      expect(text.split('<details>')).toHaveLength(text.split('</details>').length);
    }
    expect([...cutAt]).toEqual(['nowhere', 'picture', 'table']);
  });
});

describe('a comment of hostile words', () => {
  const reports = (words: string): StageReport[] => {
    const error = { code: 'E_DEPLOY_FAILED', message: words };
    const service = deployedService({
      status: 'failed',
      reason: words,
      error,
      reads: [{ service: words, stage: words }],
      url: `https://x.example.com/${words}`,
      region: 'us-east-1',
    });
    const gone = removedService({ stack: words, reason: words, status: 'failed', error, emptied: [{ bucket: words }] });
    const stage = removedStage({ of: words, reason: words, status: 'failed', services: [gone], error });
    return [
      endedReport({ result: deployResult([service], { reason: words, url: words }) }),
      endedReport({ result: removalResult([stage]) }),
      endedReport({ error: words }),
    ];
  };

  it('H6 shows them as text: no markup, no image, no mention, no broken table', () => {
    const calm = reports('calm').map((report) => renderComment(report));
    reports(HOSTILE).forEach((report, index) => {
      const text = renderComment(report);
      expect(text).not.toMatch(/<img|!\[x\]|^# c|\r|@acme|`d`|\*\*e|<!-- f/m);
      expect(text.split('</details>')).toHaveLength(calm[index]?.split('</details>').length ?? 0);
      expect(rowsOf(text).map((row) => row.split('|').length)).toEqual(
        rowsOf(calm[index] ?? '').map((row) => row.split('|').length),
      );
    });
  });

  it('H6 keeps its own mark whatever a reason holds', () => {
    const mark = '<!-- serverless-stages: app=other -->\n<!-- serverless-stages: details -->';
    const text = renderComment(endedReport({ error: mark }));
    expect(readMark(text)?.app).toBe('workshop');
    expect(text.split('<!-- serverless-stages: details -->')).toHaveLength(2);
  });
});

function removalOf(count: number) {
  const services = Array.from({ length: count }, (_, index) => removedService({ key: `s${index}` }));
  return removalResult([removedStage({ services })]);
}
