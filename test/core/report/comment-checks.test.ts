import { describe, expect, it } from 'vitest';
import type { CheckResult, StageCheck } from '../../../core/check/result.ts';
import { readMark, renderComment } from '../../../core/report/comment.ts';
import { checkedService, checkedStage, checkResult, faulty } from './sample-checks.ts';
import { deployedService, deployResult, endedReport, HOSTILE, shown } from './sample-report.ts';

const LONGEST = 65_536;
const DETAILS = '<!-- serverless-stages: details -->';
const deployed = deployResult([deployedService()]);
const commentOf = (...stages: StageCheck[]) =>
  renderComment(endedReport({ result: deployed, checks: checkResult(...stages) }));
const many = (count: number, text: string) => Array.from({ length: count }, () => text);

describe('the comment of a preview whose services were checked', () => {
  it('has a line for each stage between the headline and the services', () => {
    const text = commentOf(checkedStage('staging', checkedService()), checkedStage('prod', faulty('restapi', ['no'])));
    const places = ['**✅', 'would pass in staging', 'would not pass in prod', DETAILS, '| restapi'].map((part) =>
      text.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('has blank lines around them, so that they are a list', () => {
    const lines = commentOf(checkedStage('staging', checkedService())).split('\n');
    const at = lines.findIndex((line) => line.startsWith('- **'));
    expect([lines[at - 1], lines[at + 1]]).toEqual(['', '']);
  });

  it('says nothing of checks where there were none', () => {
    const without = renderComment(endedReport({ result: deployed }));
    expect(without).not.toMatch(/would (not )?pass/);
    expect(commentOf()).not.toMatch(/would (not )?pass/);
  });

  it('has those of this run, and none that stood there before', () => {
    const before = commentOf(checkedStage('prod', faulty('restapi', ['of before'])));
    const report = endedReport({ error: 'E_LOCKED: no', checks: checkResult(checkedStage('prod', checkedService())) });
    const after = renderComment(report, before);
    expect(after).toContain('would pass in prod');
    expect(after).not.toMatch(/of before|would not pass/);
    expect(renderComment(endedReport({ error: 'E_LOCKED: no' }), before)).not.toMatch(/of before/);
  });
});

describe('the length of a comment with checks', () => {
  const STAGES = ['dev', 'test', 'staging', 'prod'];
  const long: readonly (readonly [string, CheckResult])[] = [
    [
      'a hundred faults in each stage',
      checkResult(...STAGES.map((stage) => checkedStage(stage, faulty('api', many(100, 'x'.repeat(400)))))),
    ],
    [
      'faults of signs that are written longer',
      checkResult(...STAGES.map((stage) => checkedStage(stage, faulty('api', many(20, '*'.repeat(500)))))),
    ],
    [
      'faults of pairs',
      checkResult(...STAGES.map((stage) => checkedStage(stage, faulty('api', many(20, `x${'🚀'.repeat(400)}`))))),
    ],
    [
      'a thousand services that were not asked',
      checkResult(
        ...STAGES.map((stage) =>
          checkedStage(
            stage,
            ...many(1000, 'x').map((_, index) => checkedService({ key: `s${index}`, reason: '|'.repeat(300) })),
          ),
        ),
      ),
    ],
  ];

  it.each(long)('is one that GitHub takes, with %s', (_what, checks) => {
    const text = renderComment(endedReport({ result: deployed, checks }));
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text.isWellFormed(), 'half of a pair is left').toBe(true);
    expect(readMark(text)).toMatchObject({ app: 'workshop' });
    expect(text).toContain('| restapi');
    expect(text.split(DETAILS)).toHaveLength(2);
  });

  it.each(long)('leaves a line for every stage, with %s', (_what, checks) => {
    const text = renderComment(endedReport({ result: deployed, checks }));
    for (const stage of STAGES) expect(text).toMatch(new RegExp(`^- \\*\\*.* ${stage}\\*\\*`, 'm'));
  });

  it.each(long)('leaves no sign and no line half, with %s', (_what, checks) => {
    const [head = ''] = renderComment(endedReport({ result: deployed, checks })).split(DETAILS);
    const lines = head.split('\n').filter((line) => /^( {2})?- /.test(line));
    for (const line of lines) {
      expect(shown(line), line.slice(-40)).not.toMatch(/&#?[a-z0-9]*…?$/);
      expect(line.split('**').length % 2, line.slice(0, 60)).toBe(1);
    }
  });

  it('is no longer than that with as much of everything else', () => {
    const services = many(1000, 'x').map((_, index) =>
      deployedService({ key: `s${index}`, url: `https://x.example.com/${'r'.repeat(100)}` }),
    );
    const checks = long[0]?.[1];
    const text = renderComment(endedReport({ result: deployResult(services), checks }));
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text.slice(-200)).toMatch(/too long for a comment/);
  });

  it('says where the rest is if some of the checks is missing', () => {
    const [, checks] = long[1] ?? [];
    const text = renderComment(endedReport({ result: deployed, checks }));
    const [head = ''] = text.split(DETAILS);
    expect(head).toMatch(/more|too long|summary/);
  });
});

describe('hostile texts in the checks of a comment', () => {
  const MARKS = `${DETAILS}\n<!-- serverless-stages: app=other -->`;

  it('are shown as text, and the comment keeps its own marks', () => {
    const text = commentOf(
      checkedStage('prod', faulty('restapi', [HOSTILE, MARKS]), checkedService({ key: 'a', reason: HOSTILE + MARKS })),
    );
    expect(text).not.toMatch(/<img|!\[x\]|^# c|\r|@acme|`d`|\*\*e|<!-- f/m);
    expect(text.split(DETAILS)).toHaveLength(2);
    expect(readMark(text)?.app).toBe('workshop');
  });
});
