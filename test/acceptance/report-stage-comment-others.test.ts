import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderComment } from '../../core/report/comment.ts';
import { reportOfDeploy } from '../../core/report/stage-report.ts';
import { deployedService, HOSTILE, RUN } from '../core/report/sample-report.ts';
import { sampleOf } from '../sample.ts';
import { changesOf, type Office, ownComment, ownComments, type Preview, resultOf, startOffice } from './report-run.ts';
import { expectSuccess } from './verdict.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;
/** What we would have written of an earlier deploy. */
const bodyOf = (preview: Preview) => renderComment(reportOfDeploy(preview.configuration, resultOf(preview), RUN));

describe('comments that look like ours', () => {
  it.each(
    sampleOf([
      ['a person', { login: 'octocat', type: 'User' }],
      ['another app', { login: 'acme-helper[bot]', type: 'Bot' }],
      ['a person of a like name', { login: 'github-actions', type: 'User' }],
    ] as const),
  )('H10 are never edited nor counted when %s wrote them', async (_who, author) => {
    const preview = await office.openPreview();
    const forged = office.github.comments.seed(preview.number, { author, body: bodyOf(preview) });
    await office.reportBoth(preview, resultOf(preview, [deployedService({ status: 'failed' })]));
    expect(office.github.comments.find(forged.id)).toEqual(forged);
    const [, own, ...more] = ownComments(office, preview.number);
    expect(own).toMatchObject({ author: BOT, body: expect.stringContaining('failed') });
    expect(more).toEqual([]);
  });

  it('H10 do not keep a run from writing by speaking of the head', async () => {
    const old = await office.openPreview();
    const now = office.pushTo(old);
    office.github.comments.seed(old.number, { body: bodyOf(now) });
    expectSuccess(await office.report('end', old.configuration, { result: resultOf(old) }));
    expect(ownComments(office, old.number).filter(({ author }) => author.login === BOT.login)).toHaveLength(1);
  });

  it('are left alone when our bot wrote them about something else', async () => {
    const preview = await office.openPreview();
    const bodies = ['Coverage: 97 %', `> ${bodyOf(preview)}`, '<!-- serverless-stages: app=shop -->\nx'];
    const others = bodies.map((body) => office.github.comments.seed(preview.number, { author: BOT, body }));
    await office.reportBoth(preview, resultOf(preview));
    for (const other of others) expect(office.github.comments.find(other.id)).toEqual(other);
    expect(ownComments(office, preview.number)).toHaveLength(1);
  });

  it('are removed when they are doubles of ours; the oldest stays', async () => {
    const preview = await office.openPreview();
    const [oldest] = [1, 2, 3].map(() =>
      office.github.comments.seed(preview.number, { author: BOT, body: bodyOf(preview) }),
    );
    office.github.comments.seed(preview.number, { body: 'looks good' });
    expectSuccess(await office.report('start', preview.configuration));
    expect(ownComment(office, preview.number).id).toBe(oldest?.id);
    expect(office.github.comments.list(preview.number)).toHaveLength(2);
  });

  it('are ours when the token’s own app, named by comment-author, wrote them', async () => {
    const preview = await office.openPreview();
    const login = 'acme-deployer[bot]';
    const context = { githubToken: office.github.issueToken({ login }) };
    const inputs = { 'comment-author': login };
    for (const phase of ['start', 'end']) {
      const result = phase === 'end' ? { result: resultOf(preview) } : {};
      expectSuccess(await office.report(phase, preview.configuration, { context, inputs, ...result }));
    }
    expect(ownComment(office, preview.number)).toMatchObject({
      author: { login },
      body: expect.stringContaining('is deployed'),
    });
  });
});

describe('a stale run', () => {
  it('leaves the comment alone that was written for the head', async () => {
    const old = await office.openPreview();
    const now = office.pushTo(old);
    await office.reportBoth(now, resultOf(now));
    const before = ownComment(office, old.number);
    const from = office.github.journal.length;
    for (const phase of ['start', 'end']) {
      const step = await office.report(phase, old.configuration, {
        result: resultOf(old, [], { status: 'superseded' }),
      });
      expectSuccess(step);
    }
    expect(ownComment(office, old.number)).toEqual(before);
    expect(changesOf(office, from).filter((change) => change.includes('comments'))).toEqual([]);
  });

  it('writes as long as nothing was written for the head', async () => {
    const old = await office.openPreview();
    office.pushTo(old);
    const result = resultOf(old, [], { status: 'superseded', reason: 'a newer commit is there' });
    expectSuccess(await office.report('end', old.configuration, { result }));
    expect(ownComment(office, old.number).body).toContain('was superseded');
  });
});

describe('the words of others in a comment', () => {
  it('H6 are shown as text', async () => {
    const preview = await office.openPreview();
    const error = { code: 'E_DEPLOY_FAILED', message: HOSTILE };
    const service = deployedService({
      status: 'failed',
      reason: HOSTILE,
      error,
      reads: [{ service: HOSTILE, stage: 'dev' }],
    });
    await office.reportBoth(preview, resultOf(preview, [service], { reason: HOSTILE }));
    expect(ownComment(office, preview.number).body).not.toMatch(/<img|!\[x\]|^# c|\r|@acme|`d`|<!-- f/m);
  });

  it('H4 are cut so that GitHub takes the comment, which ends with a note', async () => {
    const preview = await office.openPreview();
    const error = { code: 'E_DEPLOY_FAILED', message: 'x'.repeat(3000) };
    const services = Array.from({ length: 400 }, (_, index) =>
      deployedService({ key: `service-${index}`, status: 'failed', error }),
    );
    const [, end] = await office.reportBoth(preview, resultOf(preview, services));
    expect(end.annotations).toEqual([]);
    const { body } = ownComment(office, preview.number);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.slice(-200)).toMatch(/too long for a comment.*summary/);
  });
});
