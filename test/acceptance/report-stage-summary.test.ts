import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_PLAIN_BYTES } from '../../core/transport.ts';
import { deployedService, HOSTILE } from '../core/report/sample-report.ts';
import { sampleOf } from '../sample.ts';
import { type Office, resultOf, startOffice } from './report-run.ts';
import { expectSuccess } from './verdict.ts';

const MIB = 1_048_576;
let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

describe('the job summary', () => {
  it('shows at the end who reads whom, and each service with its status, time, address and why', async () => {
    const preview = await office.openPreview();
    const url = 'https://a1b2c3.execute-api.us-east-1.amazonaws.com';
    const services = [deployedService({ key: 'database', reason: 'its files changed' }), deployedService({ url })];
    const result = resultOf(preview, services, { url, dependsOn: { restapi: ['database'] } });
    const [start, end] = await office.reportBoth(preview, result);
    expect(start.summary).toBe('');
    expect(end.summary).toMatch(/```mermaid\nflowchart/);
    expect(end.summary).toMatch(/\["\S+ database"\]\n.*\["\S+ restapi"\]\n\s+s0 --> s1/);
    expect(end.summary).toMatch(/\| service \| status \| time \| URL \| why \|/);
    expect(end.summary).toMatch(/\| database \| \S+ deployed \| 42 s \| – \| its files changed \|/);
    expect(end.summary).toContain(url);
  });

  it('says why there was no deploy', async () => {
    const preview = await office.openPreview();
    const end = await office.report('end', preview.configuration, { inputs: { 'test-result': 'failure' } });
    expect(end.summary).toMatch(/failed[\s\S]*tests failed/);
  });

  it('is none where another step has said it', async () => {
    const preview = await office.openPreview();
    const inputs = { 'job-summary': 'false' };
    const end = await office.report('end', preview.configuration, { result: resultOf(preview), inputs });
    expectSuccess(end);
    expect(end.files.STEP_SUMMARY).toBe('');
  });

  it('H6 shows the words of others as text', async () => {
    const preview = await office.openPreview();
    const error = { code: 'E_DEPLOY_FAILED', message: HOSTILE };
    const service = deployedService({
      status: 'failed',
      reason: HOSTILE,
      error,
      stack: HOSTILE,
      outputs: { [HOSTILE]: HOSTILE },
    });
    const result = resultOf(preview, [service], { reason: HOSTILE, leftOver: [HOSTILE], ref: HOSTILE });
    const end = await office.report('end', preview.configuration, { result });
    expect(end.summary).not.toMatch(/<img|!\[x\]|^# c|@acme|`d`|<!-- f/m);
  });

  it.each(
    sampleOf([
      ['errors', { status: 'failed', error: { code: 'E_DEPLOY_FAILED', message: '*'.repeat(4000) } }],
      ['reasons', { reason: '*'.repeat(4000) }],
      ['outputs', { outputs: { Key: '*'.repeat(4000) } }],
    ] as const),
  )('H4 is at most 1 MiB with long %s of 400 services', async (_what, overrides) => {
    const preview = await office.openPreview();
    const services = Array.from({ length: 400 }, (_, index) => deployedService({ key: `s${index}`, ...overrides }));
    const result = resultOf(preview, services);
    expect(JSON.stringify(result).length).toBeGreaterThan(MAX_PLAIN_BYTES);
    const end = await office.report('end', preview.configuration, { result });
    expectSuccess(end);
    expect(Buffer.byteLength(end.files.STEP_SUMMARY)).toBeLessThanOrEqual(MIB);
    expect(end.summary).toContain('s0');
    expect(end.summary).toMatch(/too long to be shown/);
  });
});
