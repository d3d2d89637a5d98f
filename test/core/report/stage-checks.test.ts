import { describe, expect, it } from 'vitest';
import type { StageCheck } from '../../../core/check/result.ts';
import { checkLines, renderChecks } from '../../../core/report/stage-checks.ts';
import { checkedService, checkedStage, checkResult, faulty, safeguardWith } from './sample-checks.ts';
import { HOSTILE, shown } from './sample-report.ts';

const textOf = (...stages: readonly StageCheck[]) => shown(checkLines(checkResult(...stages)).join('\n'));
const many = (count: number, of: string) => Array.from({ length: count }, (_, index) => `${of} ${index}`);

describe('the line of a stage', () => {
  it('says for how many services it would pass', () => {
    expect(textOf(checkedStage('staging', checkedService()))).toBe('- **✅ would pass in staging** (1 service)\n');
    expect(textOf(checkedStage('staging', checkedService(), checkedService({ key: 'tasks' })))).toContain(
      '(2 services)',
    );
  });

  it('counts a service in two regions as one', () => {
    const both = ['us-east-1', 'eu-central-1'].map((region) => checkedService({ region }));
    expect(textOf(checkedStage('prod', ...both))).toContain('(1 service)');
  });

  it('comes in the order of the stages', () => {
    const text = textOf(checkedStage('staging', checkedService()), checkedStage('prod', faulty('restapi', ['no'])));
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- **✅ would pass in staging** (1 service)',
      '- **❌ would not pass in prod** (1 service)',
    ]);
  });

  it('says that it would pass with warnings, and which', () => {
    const text = textOf(checkedStage('prod', faulty('restapi', ['this is odd'], 'warning')));
    expect(text).toContain('⚠️ would pass in prod, with warnings');
    expect(text).toContain('  - ⚠️ restapi: this is odd');
  });

  it('says which services were not asked, and why', () => {
    const open = checkedService({ key: 'tasks', reason: 'it reads ${ssm:…}' });
    expect(textOf(checkedStage('prod', checkedService(), open))).toMatch(
      /would pass in prod\*\* \(1 service\); 1 service not asked \(tasks: it reads \$\{ssm:…\}\)/,
    );
    expect(textOf(checkedStage('prod', open))).toMatch(/➖ not asked for prod\*\*; 1 service not asked/);
  });

  it('is none where there is no stage', () => {
    expect(checkLines(checkResult())).toEqual([]);
    expect(renderChecks(checkResult())).toBe('');
  });
});

describe('the lines below it', () => {
  it('name the service, the safeguard, what is wrong and what to change', () => {
    const service = checkedService({ safeguards: [safeguardWith('failed', {})] });
    expect(textOf(checkedStage('prod', service))).toContain(
      '  - ❌ restapi: no-public-bucket: the bucket Open is public – close it',
    );
  });

  it('name the region where a service has the same fault in one of two', () => {
    const safeguards = [safeguardWith('failed', {})];
    const text = textOf(checkedStage('prod', checkedService(), checkedService({ region: 'eu-central-1', safeguards })));
    expect(text).toMatch(/❌.*eu-central-1/);
  });

  it('say a fault in two regions once, or each with its region', () => {
    const safeguards = [safeguardWith('failed', {})];
    const both = ['us-east-1', 'eu-central-1'].map((region) => checkedService({ region, safeguards }));
    const lines = checkLines(checkResult(checkedStage('prod', ...both))).filter((line) => line.includes('❌ restapi'));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('show a waiver with who let it through and until when', () => {
    const waiver = { owner: 'platform team', reason: 'The shop window.', until: '2099-12-31', hasExpired: false };
    const service = checkedService({ safeguards: [safeguardWith('waived', { waiver })] });
    expect(textOf(checkedStage('prod', service))).toMatch(/waived.*2099-12-31|2099-12-31.*waived/);
  });

  it('have a finding whose waiver is over as a fault, and none that is let through', () => {
    const waiver = { owner: 'platform team', reason: 'The shop window.', until: '2020-01-01' };
    const service = checkedService({
      safeguards: [
        safeguardWith(
          'failed',
          { what: 'over', waiver: { ...waiver, hasExpired: true } },
          { what: 'let through', waiver: { ...waiver, hasExpired: false } },
        ),
      ],
    });
    const lines = textOf(checkedStage('prod', service))
      .split('\n')
      .filter((line) => line.includes('❌ restapi'));
    expect(lines).toEqual([expect.stringContaining('over')]);
  });

  it('have the warnings of a safeguard that also has a fault', () => {
    const service = checkedService({
      safeguards: [safeguardWith('failed', { what: 'a fault' }, { what: 'a warning', level: 'warning' })],
    });
    const text = textOf(checkedStage('prod', service));
    expect(text).toMatch(/❌ restapi: no-public-bucket: a fault/);
    expect(text).toMatch(/⚠️ restapi: no-public-bucket: a warning/);
  });

  it('are at most twenty, and say how many more there are', () => {
    const lines = checkLines(checkResult(checkedStage('prod', faulty('restapi', many(25, 'fault')))));
    expect(lines.filter((line) => line.includes('❌ restapi'))).toHaveLength(20);
    expect(lines).toContain('  - and 5 more');
    expect(textOf(checkedStage('prod', faulty('restapi', many(20, 'fault'))))).not.toContain('more');
  });

  it('have every fault before any warning, so that no fault is left out for one', () => {
    const text = textOf(
      checkedStage('prod', faulty('admin', many(30, 'warning'), 'warning'), faulty('restapi', ['it is broken'])),
    );
    expect(text).toContain('restapi: it is broken');
  });

  it('cut a long text', () => {
    const [, line = ''] = checkLines(checkResult(checkedStage('prod', faulty('restapi', ['x'.repeat(100_000)]))));
    expect(line.length).toBeLessThan(600);
    expect(line).toMatch(/…$/);
  });
});

describe('hostile texts of a check', () => {
  const hostile = checkResult(
    checkedStage(
      'prod',
      faulty('restapi', [HOSTILE]),
      faulty('tasks', [HOSTILE], 'warning'),
      checkedService({ key: 'admin', reason: HOSTILE }),
      checkedService({
        key: 'mail',
        safeguards: [{ ...safeguardWith('failed', { what: HOSTILE, fix: HOSTILE }), title: HOSTILE }],
      }),
      checkedService({
        key: 'list',
        safeguards: [{ ...safeguardWith('warned', { what: HOSTILE, fix: HOSTILE, level: 'warning' }), title: HOSTILE }],
      }),
    ),
  );

  it('are shown as text: no markup, no image, no mention, no new line', () => {
    const text = renderChecks(hostile);
    expect(text).not.toMatch(/<img|!\[x\]|^# c|\r|@acme|`d`|\*\*e|<!-- f|<\/details>/m);
    expect(
      text
        .trim()
        .split('\n')
        .slice(2)
        .every((line) => /^( {2})?- /.test(line)),
    ).toBe(true);
  });

  it('are all there', () => {
    expect(shown(renderChecks(hostile)).split('<img src=x onerror=y>').length).toBeGreaterThanOrEqual(8);
  });

  it('of a stage are shown as text', () => {
    const text = renderChecks(checkResult(checkedStage('**x** <img src=x>\n# c', checkedService())));
    expect(text).not.toMatch(/<img|^# c|\*\*x\*\*/m);
  });
});

describe('the summary of a job', () => {
  it('is one that GitHub takes, however many services are not asked, and names every stage', () => {
    const open = Array.from({ length: 1000 }, (_, index) =>
      checkedService({ key: `s${index}`, reason: '*'.repeat(500) }),
    );
    const text = renderChecks(
      checkResult(checkedStage('staging', ...open), checkedStage('prod', faulty('api', ['no']))),
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toMatch(/staging/);
    expect(text).toMatch(/would not pass in prod/);
  });
});
