import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GithubFault } from '../local-github/faults.ts';
import { sampleOf } from '../sample.ts';
import { deploymentsOf, type Office, ownComment, ownComments, resultOf, startOffice } from './report-run.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterEach(() => office.github.faults.clear());
afterAll(() => office.close());

/** The three ways, each by the request that writes. */
const WAYS = [
  ['the comment', 'POST', /\/comments$/, 'pull request'],
  ['the GitHub deployment', 'POST', /\/deployments$/, 'deployment'],
  ['the commit status', 'POST', /\/statuses\/[0-9a-f]{40}$/, 'status'],
] as const;
const warningsOf = (step: Parameters<typeof annotationsOf>[0]) =>
  annotationsOf(step, 'warning').map(({ message }) => message);

describe.each(WAYS)('GitHub that does not take %s', (_way, method, path, words) => {
  it.each<[string, GithubFault]>(
    sampleOf([
      ['an error of its own', { kind: 'status', status: 502 }],
      ['an HTML page', { kind: 'html', status: 503 }],
      ['a cut connection', { kind: 'reset' }],
      ['an answer that got lost', { kind: 'lost-answer' }],
      ['a repository that was renamed', { kind: 'moved' }],
    ]),
  )('H2 with %s is asked again, once', async (_what, fault) => {
    const preview = await office.openPreview();
    office.github.faults.next(fault, { method, path });
    const step = await office.report('start', preview.configuration);
    expectSuccess(step);
    expect(warningsOf(step)).toEqual([]);
    expect(ownComments(office, preview.number)).toHaveLength(1);
    expect(deploymentsOf(office, preview.stage)).toHaveLength(1);
    expect(office.github.statuses.latest(preview.stage.commit)).toHaveLength(1);
  });

  it.each<[number, RegExp]>(
    sampleOf([
      [404, /./],
      [410, /./],
      [422, /422/],
    ]),
  )('H2 with %i is a warning after one request, and no step that fails', async (status, text) => {
    const preview = await office.openPreview();
    const from = office.github.journal.length;
    office.github.faults.next({ kind: 'status', status }, { method, path, times: Number.POSITIVE_INFINITY });
    const step = await office.report('start', preview.configuration);
    expectSuccess(step);
    const warnings = warningsOf(step);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(text);
    expect(warnings[0]).toContain(words);
    const asked = office.github.journal.slice(from).filter((call) => call.method === method && path.test(call.path));
    expect(asked).toHaveLength(1);
  });

  it('H7 at all is a warning, and the other two ways are told', async () => {
    const preview = await office.openPreview();
    office.github.faults.next({ kind: 'html', status: 503 }, { method, path, times: Number.POSITIVE_INFINITY });
    const step = await office.report('start', preview.configuration);
    expectSuccess(step);
    expect(warningsOf(step)).toEqual([expect.stringContaining('503')]);
    const told = [
      ownComments(office, preview.number).length,
      deploymentsOf(office, preview.stage).length,
      office.github.statuses.latest(preview.stage.commit).length,
    ];
    expect(told.sort()).toEqual([0, 1, 1]);
  });
});

describe('GitHub that is troubled while a report is made', () => {
  it('H2 without the pull request is no failure: the other ways are told', async () => {
    const preview = await office.openPreview();
    const stage = { ...preview.configuration.stage, pullRequest: 999 };
    const step = await office.report('start', { ...preview.configuration, stage });
    expectSuccess(step);
    expect(step.outputs['comment']).toBe('');
    expect(deploymentsOf(office, preview.stage)).toHaveLength(1);
    expect(step.log).toMatch(/#?999/);
  });

  it('H2 that stays silent is asked again', async () => {
    const preview = await office.openPreview();
    office.github.faults.next({ kind: 'timeout' }, { path: /\/comments/ });
    office.github.faults.next({ kind: 'timeout' }, { path: /\/statuses\// });
    const step = await office.report('start', preview.configuration);
    expectSuccess(step);
    expect(warningsOf(step)).toEqual([]);
    expect(ownComments(office, preview.number)).toHaveLength(1);
  });

  it('H7 without its deployments is a comment, a status and a summary at the end too', async () => {
    const preview = await office.openPreview();
    office.github.faults.next(
      { kind: 'html', status: 503 },
      { path: /\/deployments/, times: Number.POSITIVE_INFINITY },
    );
    expectSuccess(await office.report('start', preview.configuration));
    const end = await office.report('end', preview.configuration, { result: resultOf(preview) });
    expectSuccess(end);
    expect(ownComment(office, preview.number).body).toContain('is deployed');
    expect(office.github.statuses.latest(preview.stage.commit)).toMatchObject([{ state: 'success' }]);
    expect(end.summary).toContain('restapi');
  });

  it('H2 that loses the comment between reading and writing is told again, or it is a warning', async () => {
    const preview = await office.openPreview();
    expectSuccess(await office.report('start', preview.configuration));
    office.github.faults.next({ kind: 'status', status: 404 }, { method: 'PATCH', path: /\/comments\// });
    const end = await office.report('end', preview.configuration, { result: resultOf(preview) });
    expectSuccess(end);
    const isTold = ownComments(office, preview.number).some(({ body }) => body.includes('is deployed'));
    expect(isTold || warningsOf(end).length > 0).toBe(true);
  });
});
