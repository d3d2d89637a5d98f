import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeJson } from '../../core/transport.ts';
import { sampleOf } from '../sample.ts';
import { changesOf, type Office, type Preview, removalOf, resultOf, startOffice } from './report-run.ts';
import { annotationsOf, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

let office: Office;
let preview: Preview;
beforeAll(async () => {
  office = await startOffice();
  preview = await office.openPreview();
});
afterAll(() => office.close());

/** Runs with inputs over good ones; expects E_INPUT, and that nobody was told anything. Returns the error's text. */
async function refused(inputs: Readonly<Record<string, string>>): Promise<string> {
  const from = office.github.journal.length;
  const { phase = 'end', configuration = encodeJson(preview.configuration), ...rest } = inputs;
  const step = await office.report(phase, configuration, {
    inputs: { result: encodeJson(resultOf(preview)), ...rest },
  });
  const { message } = expectFailure(step, 'E_INPUT');
  expect(changesOf(office, from)).toEqual([]);
  expect(step.summary).toBe('');
  return message;
}

describe('a bad input', () => {
  it.each(sampleOf(['', 'begin', 'END', 'start end']))('is a phase like %j', async (phase) => {
    expect(await refused({ phase })).toMatch(/phase/);
  });

  it.each(
    sampleOf([
      '',
      '{',
      'null',
      '[]',
      '{"schemaVersion":1}',
      '{"schemaVersion":2,"app":"a","stage":{},"profile":{}}',
      'gzip:AAAA',
    ]),
  )('is a configuration like %j', async (configuration) => {
    expect(await refused({ configuration })).toMatch(/configuration/);
  });

  it.each(
    sampleOf([
      '{',
      'null',
      '7',
      '"deployed"',
      '[]',
      '{}',
      '{"schemaVersion":1}',
      '{"schemaVersion":1,"services":"all"}',
      '{"schemaVersion":1,"status":"removed","stages":{}}',
      '{"schemaVersion":1,"services":[null]}',
      '{"schemaVersion":1,"status":"constructor","services":[]}',
      'gzip:',
      'gzip:AAAA',
      `gzip:${gzipSync('{"schemaVersion":1').toString('base64')}`,
    ]),
  )('is a result like %j', async (result) => {
    expect(await refused({ result })).toMatch(/"result"/);
  });

  it('is the result of another schema version', async () => {
    expect(await refused({ result: JSON.stringify({ ...resultOf(preview), schemaVersion: 2 }) })).toMatch(/"result"/);
  });

  it.each(['test-result', 'deploy-result'])('is an unknown word as %s', async (name) => {
    expect(await refused({ [name]: 'succeeded' })).toContain(name);
  });

  it.each(sampleOf(['yes', 'True ', '1']))('B12 is %j for job-summary', async (value) => {
    expect(await refused({ 'job-summary': value })).toContain('job-summary');
  });

  it.each(sampleOf(['abc', '-1', '4.2', '1e3']))('is %j for github-deployment', async (value) => {
    expect(await refused({ 'github-deployment': value })).toContain('github-deployment');
  });
});

describe('a secret of addresses that is not as it is read', () => {
  it('H11 is a warning that says nothing of it, and everybody else is told', async () => {
    const secret = 'https://hooks.example.com/canary-one\nhttps://hooks.example.com/canary-two';
    const step = await office.report('end', preview.configuration, {
      inputs: { 'notify-slack': secret, result: JSON.stringify(resultOf(preview)) },
    });
    expectSuccess(step);
    expect(annotationsOf(step, 'warning').map(({ message }) => message)).toEqual([
      expect.stringContaining('NOTIFY_SLACK'),
    ]);
    expectNoSecret(step, ...secret.split('\n'));
    expect(step.outputs['comment']).toMatch(/#issuecomment-/);
  });
});

describe('a good input', () => {
  it('is a result in its long form', async () => {
    const result = `gzip:${gzipSync(JSON.stringify(resultOf(preview))).toString('base64')}`;
    const step = await office.report('end', preview.configuration, { inputs: { result } });
    expectSuccess(step);
    expect(step.summary).toContain('deployed');
  });

  it('is the result of a removal', async () => {
    const removal = removalOf(preview);
    expectSuccess(await office.report('end', removal.configuration, removal));
  });

  it('is no result at all where the job ended before there was one', async () => {
    const step = await office.report('end', preview.configuration, { inputs: { 'deploy-result': 'failure' } });
    expectSuccess(step);
    expect(step.summary).toMatch(/failed/);
  });
});
