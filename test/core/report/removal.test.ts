import { describe, expect, it } from 'vitest';
import { type RemovalResult, type RemovedStage, removalStatus } from '../../../core/removal/result.ts';
import { removedStages, renderRemoval } from '../../../core/report/removal.ts';
import { removedService, removedStage } from '../removal/sample-removal.ts';

const MIB = 1_048_576;
const HOSTILE = 'a | b\n# c\r\n<img src=x onerror=y> @octocat ![x](https://evil.example.com/x.png) `d` </details>';

const result = (stages: readonly RemovedStage[], overrides: Partial<RemovalResult> = {}): RemovalResult => ({
  schemaVersion: 1,
  app: 'workshop',
  status: removalStatus(stages),
  dryRun: false,
  stages,
  more: 0,
  wanted: 0,
  unrecorded: [],
  looked: [{ account: '111111111111', region: 'us-east-1' }],
  ...overrides,
});
const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));
const columns = (line: string) => line.split('|').length;
/** The text as it is read: escapes of Markdown and entities resolved, signs that are not seen taken out. */
const shown = (text: string) =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\u200b/g, '');

describe('the summary of a removal', () => {
  it('shows each stage with whose it was and why it went, and each service with what became of it', () => {
    const text = shown(renderRemoval(result([removedStage()])));
    for (const word of ['pr-1-0pv3fa9c', 'feature/login', 'pull request #12 is closed', 'api', 'us-east-1', 'removed'])
      expect(text).toContain(word);
  });

  it('G13 lists what was retained, which costs, by name and type', () => {
    const retained = [{ logicalId: 'Table', type: 'AWS::DynamoDB::Table', physicalId: 'shop-orders' }];
    const text = shown(renderRemoval(result([removedStage({ services: [removedService({ retained })] })])));
    for (const word of ['AWS::DynamoDB::Table', 'shop-orders']) expect(text).toContain(word);
  });

  it('shows why something failed, or was not started', () => {
    const services = [
      removedService({ status: 'failed', error: { code: 'E_STACK_PROTECTED', message: 'a person protects it' } }),
      removedService({ key: 'web', status: 'not-started', reason: 'the service "api" failed' }),
    ];
    const busy = removedStage({
      stage: 'pr-2-0pv3fa9d',
      status: 'failed',
      services: [],
      error: { code: 'E_STAGE_BUSY', message: 'run 7 holds it' },
    });
    const text = shown(renderRemoval(result([removedStage({ status: 'failed', services }), busy])));
    for (const word of ['E_STACK_PROTECTED', 'a person protects it', 'E_STAGE_BUSY', 'run 7 holds it', 'not started'])
      expect(text.replaceAll('not-started', 'not started')).toContain(word);
  });

  it('G12 names stacks that look like previews’ and have no record, and says that they were not touched', () => {
    const unrecorded = [{ account: '111111111111', region: 'us-east-1', stack: 'api-feature-x-0pvabcde' }];
    expect(renderRemoval(result([], { unrecorded }))).toMatch(/api-feature-x-0pvabcde.*no record.*not touched/);
  });

  it('says how many stages are wanted and stay', () => {
    expect(renderRemoval(result([], { wanted: 3 }))).toContain('3 stages are wanted, and stay');
  });

  it('says where it looked when it found nothing', () => {
    const looked = [
      { account: '111111111111', region: 'us-east-1' },
      { account: '999999999999', region: 'eu-west-1' },
    ];
    const text = renderRemoval(result([], { looked }));
    for (const word of ['111111111111', 'us-east-1', '999999999999', 'eu-west-1']) expect(text).toContain(word);
  });

  it('says that nothing was changed in a dry run', () => {
    const planned = removedStage({ status: 'planned', services: [removedService({ status: 'planned' })] });
    const text = renderRemoval(result([planned], { dryRun: true }));
    expect(text).not.toBe(renderRemoval(result([planned])));
    expect(text).toMatch(/dry|nothing was changed|would/i);
  });

  it('G11 says how many are left to the next run', () => {
    expect(renderRemoval(result([removedStage()], { more: 250 }))).toContain('250');
    expect(renderRemoval(result([removedStage()]))).not.toMatch(/\b0 more\b/);
  });

  it('is a receipt: how long it lived, and how many stacks serverless 4 would bill', () => {
    const services = [
      removedService({ days: 12.3, cli: 'serverless 4.41.1' }),
      removedService({ key: 'web', days: 2, cli: 'serverless 4.41.1' }),
    ];
    const text = renderRemoval(result([removedStage({ services })]));
    expect(text).toContain('12.3');
    expect(shown(text)).toMatch(/ten days|10 days/);
  });

  it('H6 keeps its tables whole, mentions nobody and shows no markup, whatever stands in it', () => {
    const stages = (text: string) => [
      removedStage({
        stage: text,
        of: text,
        reason: text,
        error: { code: text, message: text },
        status: 'failed',
        services: [
          removedService({
            service: text,
            key: text,
            stack: text,
            reason: text,
            cli: text,
            status: 'failed',
            error: { code: text, message: text },
            emptied: [{ bucket: text, versions: 3 }],
            alsoRemoved: [text],
            retained: [{ logicalId: text, type: text, physicalId: text }],
          }),
        ],
      }),
    ];
    const calm = rows(renderRemoval(result(stages('calm'))));
    const text = renderRemoval(result(stages(HOSTILE), { app: HOSTILE }));
    const hostile = rows(text);
    expect(hostile).toHaveLength(calm.length);
    hostile.forEach((row, index) => {
      expect(columns(row.replace(/\\\|/g, ''))).toBe(columns(calm[index] ?? ''));
    });
    expect(text).not.toMatch(/<img|!\[x\]|^# c|\r/m);
    expect(text).not.toMatch(/@octocat/);
    expect(text.split('</details>').length).toBe(renderRemoval(result(stages('calm'))).split('</details>').length);
  });

  it.each(['a', 'ä', '🚀', '_', '<'])('H4 stays below 1 MiB of bytes and says that it was cut, full of %j', (sign) => {
    const services = Array.from({ length: 50 }, (_, index) =>
      removedService({ key: `s-${index}`, status: 'failed', error: { code: 'E_X', message: sign.repeat(1999) } }),
    );
    const many = Array.from({ length: 50 }, (_, index) => removedStage({ stage: `pr-${index}-0pv3fa9c`, services }));
    const text = renderRemoval(result(many));
    expect(text).toContain('pr-0-0pv3fa9c');
    expect(text.slice(-200)).toMatch(/cut|left out|too long|truncated|shortened/i);
    expect(text.isWellFormed()).toBe(true);
    expect(Buffer.byteLength(text)).toBeGreaterThan(MIB / 4);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MIB);
  });

  it('H4 cuts nothing of a summary that fits', () => {
    const many = Array.from({ length: 300 }, (_, index) => removedStage({ stage: `pr-${index}-0pv3fa9c` }));
    const text = renderRemoval(result(many));
    expect(Buffer.byteLength(text)).toBeLessThan(MIB);
    for (const { stage } of many) expect(text).toContain(stage);
  });
});

describe('the stages in a summary', () => {
  it('are each there, with a row for each of their services', () => {
    const services = [removedService(), removedService({ key: 'web', region: 'eu-west-1' })];
    const text = removedStages([removedStage({ services }), removedStage({ stage: 'pr-2-0pv3fa9d' })]).join('\n');
    expect(text).toContain('pr-1-0pv3fa9c');
    expect(text).toContain('pr-2-0pv3fa9d');
    expect(rows(text).filter((row) => row.includes('eu-west-1'))).toHaveLength(1);
    expect(rows(text).filter((row) => row.includes('us-east-1'))).toHaveLength(2);
  });

  it('are nothing where there are none', () => {
    expect(removedStages([]).join('')).toBe('');
  });
});
