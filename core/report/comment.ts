import { onlyDefined } from '../only-defined.ts';
import { shortCommit } from '../short-commit.ts';
import { changeLines, countChanges } from './changes.ts';
import { failureLines } from './failure-lines.ts';
import { folded } from './folded.ts';
import { renderGraph } from './graph.ts';
import { commitLink, link, plain } from './markdown.ts';
import { removedServices } from './removal.ts';
import { safeguardLines } from './safeguards.ts';
import { servicesTable } from './services-table.ts';
import { checkLines } from './stage-checks.ts';
import type { StageReport } from './stage-report.ts';
import { truncateText } from './truncate.ts';
import { wordingOf } from './wording.ts';

/** Longest comment, in characters; GitHub refuses more than 65,536. */
export const MAX_COMMENT = 65_000;

/** Stands between what changes when a run starts and what the last run left behind. */
const DETAILS = '<!-- serverless-stages: details -->';

/** Longest text of one error in a comment, in characters. */
const MAX_ERROR = 2000;

/** Longest text of the checks for later stages, in characters. */
const MAX_CHECKS = 10_000;

/** What a comment says of itself, unseen. */
export interface CommentMark {
  readonly app: string;
  /** The commit that it speaks of. */
  readonly commit?: string;
}

/** Reads the mark of a comment; undefined where it is none of this product. Whoever wrote it is the caller's to check. */
export function readMark(body: string): CommentMark | undefined {
  const [, app, commit] = /^<!-- serverless-stages: app=([a-z0-9-]+)(?: commit=([0-9a-f]{40}))? -->/.exec(body) ?? [];
  return app === undefined ? undefined : { app, ...onlyDefined({ commit }) };
}

/**
 * Renders what a pull request is told of its preview. Where there is nothing to show of the services (a deploy begins, or ended
 * before it touched any) the details of `before`, our comment as it stands, stay: a reviewer keeps the address that he has.
 */
export function renderComment(report: StageReport, before?: string): string {
  const { app, commit } = report;
  const mark = `<!-- serverless-stages: app=${app}${commit === undefined ? '' : ` commit=${commit}`} -->`;
  const head = [mark, headline(report), '', ...checksOf(report), DETAILS, '', ''].join('\n');
  const own = sections(report).filter(({ lines }) => lines.length > 0);
  const kept =
    own.length === 0 && report.state !== 'removed' && report.state !== 'absent' ? detailsOf(before ?? '') : '';
  return withSections(head, kept === '' ? own : [{ lines: [kept] }]);
}

/** What was found for later stages: always this run's, never what stood there before. */
function checksOf({ checks }: StageReport): string[] {
  return checks === undefined ? [] : checkLines(checks, MAX_CHECKS);
}

function headline(report: StageReport): string {
  const { app, stage, commit, state, reason, url, run } = report;
  const { icon, words } = wordingOf(state);
  const at = commit === undefined ? '' : ` at ${commitLink(commit)}`;
  const address = url === undefined || state === 'removed' ? '' : ` – ${link(url)}`;
  const why = reason === undefined ? '' : `\n\n${plain(truncateText(reason, MAX_ERROR))}`;
  return `**${icon} ${plain(app)}: the preview \`${stage.name}\` ${words}**${at}${address} · [log](${run.url})${why}`;
}

/** A part of a comment; one that is not `divisible` is shown whole or not at all. */
interface Section {
  readonly lines: readonly string[];
  readonly divisible?: true;
}

function sections({ deploy, removal }: StageReport): Section[] {
  const removed =
    removal === undefined ? [] : [...failureLines('', removal.error, MAX_ERROR), ...removedServices(removal.services)];
  if (deploy === undefined) {
    return [{ lines: removed, divisible: true }];
  }
  return [
    {
      lines: [...removed, ...deploy.services.flatMap(({ key, error }) => failureLines(key, error, MAX_ERROR))],
      divisible: true,
    },
    { lines: servicesTable(deploy, ({ status }) => status !== 'left-out'), divisible: true },
    { lines: safeguardLines(deploy), divisible: true },
    { lines: folded(`What changes: ${countChanges(deploy)}`, changeLines(deploy)) },
    { lines: folded('What reads what', renderGraph(deploy)) },
    {
      lines: folded(
        'Not in this preview',
        servicesTable(deploy, ({ status }) => status === 'left-out'),
      ),
    },
  ];
}

/** The part of a comment that speaks of the last result; empty where it has none. */
function detailsOf(body: string): string {
  const at = body.indexOf(DETAILS);
  return at === -1 ? '' : body.slice(at + DETAILS.length).trim();
}

const NOTE = '\nThe rest is too long for a comment; the summary of the run has it.\n';

/** Puts as much of the sections behind the head as a comment may have, and says where some is missing. */
function withSections(head: string, parts: readonly Section[]): string {
  let text = head;
  let isWhole = true;
  const fits = (more: string) => text.length + more.length + NOTE.length <= MAX_COMMENT;
  for (const { lines, divisible } of parts) {
    const shown = divisible === true ? lines : [lines.join('\n')];
    for (const line of shown.map((each) => `${each}\n`)) {
      const isPart = fits(line);
      text += isPart ? line : '';
      isWhole &&= isPart;
      if (!isPart) {
        break;
      }
    }
  }
  return isWhole ? text : text + NOTE;
}

/**
 * Says why a run leaves the comment that stands alone; undefined where it may write. A stale run never overwrites what was
 * written for the pull request's head, and a stage that was left alone is nothing to tell of.
 */
export function reasonToKeep(
  { commit, state }: StageReport,
  mark: CommentMark | undefined,
  headSha: string,
): string | undefined {
  const isToldAlready = state === 'absent' && mark?.commit === undefined;
  if (state === 'kept' || isToldAlready) {
    return 'nothing was done';
  }
  const isStale = commit !== undefined && commit !== headSha && mark?.commit === headSha;
  return isStale ? `it speaks of ${shortCommit(headSha)} by now` : undefined;
}
