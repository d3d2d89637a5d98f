import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GithubFault } from '../local-github/faults.ts';
import { sampleOf } from '../sample.ts';
import { type Office, ownComments, resultOf, startOffice } from './report-run.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterEach(() => office.github.faults.clear());
afterAll(() => office.close());

const ALWAYS = Number.POSITIVE_INFINITY;
/** Seconds that a report waits at most. */
const PATIENCE = 60;

/** Reports an end; the seconds that it says it waits, and the warnings. */
async function report() {
  const preview = await office.openPreview();
  const step = await office.report('end', preview.configuration, { result: resultOf(preview) });
  expectSuccess(step);
  const warnings = annotationsOf(step, 'warning').map(({ message }) => message);
  const waits = [...step.log.matchAll(/GitHub asks to wait (\d+) s/g)].map(([, seconds]) => Number(seconds));
  return { preview, step, waited: waits.reduce((sum, seconds) => sum + seconds, 0), warnings };
}

describe('GitHub’s limits of requests', () => {
  it.each<[string, GithubFault]>(
    sampleOf([
      ['403 that says when', { kind: 'secondary-limit', status: 403, retryAfter: 1 }],
      ['429 that says when', { kind: 'secondary-limit', status: 429, retryAfter: 1 }],
      ['403 of an hour that is over soon', { kind: 'primary-limit', status: 403, resetIn: 2 }],
      ['429 of an hour that is over soon', { kind: 'primary-limit', status: 429, resetIn: 2 }],
    ]),
  )('H3 they are waited for: %s', async (_what, fault) => {
    for (const path of [/\/pulls\//, /\/comments/, /\/statuses\//]) office.github.faults.next(fault, { path });
    const { preview, step, warnings } = await report();
    expect(warnings).toEqual([]);
    expect(step.log).toMatch(/GitHub asks to wait \d s/);
    expect(ownComments(office, preview.number)).toHaveLength(1);
    expect(office.github.statuses.list(preview.stage.commit)).toHaveLength(1);
  });

  it.each<[string, GithubFault]>(
    sampleOf([
      [
        'the secondary one with 403 that asks for two minutes',
        { kind: 'secondary-limit', status: 403, retryAfter: 120 },
      ],
      [
        'the secondary one with 429 that asks for two minutes',
        { kind: 'secondary-limit', status: 429, retryAfter: 120 },
      ],
      ['the secondary one with 403 that does not say when', { kind: 'secondary-limit', status: 403 }],
      ['the secondary one with 429 that does not say when', { kind: 'secondary-limit', status: 429 }],
      ['the hourly one with 403, 40 minutes from its end', { kind: 'primary-limit', status: 403, resetIn: 2400 }],
      ['the hourly one with 429, 40 minutes from its end', { kind: 'primary-limit', status: 429, resetIn: 2400 }],
    ]),
  )('H3 %s is a warning about the limit, within a minute', async (_what, fault) => {
    office.github.faults.next(fault, { times: ALWAYS });
    const { step, waited, warnings } = await report();
    expect(waited).toBeLessThanOrEqual(PATIENCE);
    expect(warnings.length).toBeGreaterThan(0);
    for (const warning of warnings) {
      expect(warning).toMatch(/limit/);
      expect(warning, 'no permission is missing').not.toMatch(/permissions:|: write/);
    }
    expect(step.summary).toContain('restapi');
  });

  it('H3 are waited for no longer than a minute in all, however often they are met', async () => {
    const scopes = [
      { method: 'GET', path: /\/pulls\// },
      { method: 'GET', path: /\/comments/ },
      { method: 'POST', path: /\/comments/ },
    ];
    for (const scope of scopes) office.github.faults.next({ kind: 'secondary-limit', retryAfter: 25 }, scope);
    const { waited, warnings } = await report();
    expect(waited).toBe(50);
    expect(warnings).toEqual([expect.stringMatching(/limit/)]);
  });
});
