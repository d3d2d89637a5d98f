import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { deploymentsOf, type Office, ownComments, type Preview, resultOf, startOffice } from './report-run.ts';
import { annotationsOf, expectNoSecret, expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

type Permissions = Readonly<Record<string, 'read' | 'write'>>;
const ALL: Permissions = { contents: 'read', 'pull-requests': 'write', deployments: 'write', statuses: 'write' };

/** Reports the end of a deploy, its start unsaid, with a token that has these permissions; the texts of the warnings. */
async function warningsWith(preview: Preview, permissions: Permissions, phase = 'end'): Promise<string[]> {
  const context = { githubToken: office.github.issueToken({ permissions }) };
  const step = await office.report(phase, preview.configuration, { result: resultOf(preview), context });
  expectSuccess(step);
  expectNoSecret(step, context.githubToken);
  return annotationsOf(step, 'warning').map(({ message }) => message);
}
const without = (name: string): Permissions =>
  Object.fromEntries(Object.entries(ALL).filter(([permission]) => permission !== name));
const ways = ({ number, stage }: Preview) => ({
  comments: ownComments(office, number).length,
  deployments: deploymentsOf(office, stage).length,
  statuses: office.github.statuses.list(stage.commit).length,
});

describe('a token without a permission', () => {
  it('H1 is no matter where it has all that action.yml names', async () => {
    const preview = await office.openPreview();
    expect(await warningsWith(preview, ALL, 'start')).toEqual([]);
    expect(await warningsWith(preview, ALL, 'end')).toEqual([]);
    expect(ways(preview)).toEqual({ comments: 1, deployments: 1, statuses: 2 });
  });

  it.each(
    sampleOf([
      ['pull-requests', { comments: 0, deployments: 1, statuses: 1 }],
      ['deployments', { comments: 1, deployments: 0, statuses: 1 }],
      ['statuses', { comments: 1, deployments: 1, statuses: 0 }],
    ]),
  )('H1 to write %s is a warning that names it, and the other ways are told', async (name, expected) => {
    const preview = await office.openPreview();
    const warnings = await warningsWith(preview, without(name), 'start');
    expect(warnings).toEqual([expect.stringContaining(`${name}: write`)]);
    expect(ways(preview)).toEqual(expected);
  });

  it('H1 that may only read pull requests is told to be given the right to write', async () => {
    const preview = await office.openPreview();
    const warnings = await warningsWith(preview, { ...ALL, 'pull-requests': 'read' });
    expect(warnings).toEqual([expect.stringContaining('pull-requests: write')]);
  });

  it('H1 for anything is a success all the same, with a warning for each way and the summary', async () => {
    const preview = await office.openPreview();
    const context = { githubToken: office.github.issueToken({ permissions: {} }) };
    const step = await office.report('end', preview.configuration, { result: resultOf(preview), context });
    expectSuccess(step);
    expect(annotationsOf(step, 'warning').length).toBeGreaterThanOrEqual(2);
    expect(step.summary).toContain('restapi');
    expect(ways(preview)).toEqual({ comments: 0, deployments: 0, statuses: 0 });
  });

  it('H1 is a warning of one line without a stack', async () => {
    const preview = await office.openPreview();
    for (const warning of await warningsWith(preview, {})) expect(warning).not.toMatch(/\n|\bat .*\.js:\d/);
  });

  it('H1 that GitHub does not know is a success all the same', async () => {
    const preview = await office.openPreview();
    const context = { githubToken: 'canary-token-that-nobody-issued' };
    const step = await office.report('end', preview.configuration, { result: resultOf(preview), context });
    expectSuccess(step);
    expectNoSecret(step, context.githubToken);
    expect(annotationsOf(step, 'warning').map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/github-token/),
    );
  });
});
