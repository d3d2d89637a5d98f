import type { ServiceResult } from '../deploy/result.ts';
import { renderGraph } from './graph.ts';
import { link, plain } from './markdown.ts';
import { removedStages } from './removal.ts';
import { servicesTable } from './services-table.ts';
import type { StageReport } from './stage-report.ts';
import { told } from './state.ts';

/** Longest comment, in characters; GitHub refuses more than 65,536. */
export const MAX_COMMENT = 65_000;

/** Stands between what changes when a run starts and what the last run left behind. */
const DETAILS = '<!-- serverless-stages: details -->';

/** Longest text of one error in a comment, in characters. */
const MAX_ERROR = 2000;

/** What a comment says of itself, unseen. */
export interface CommentMark {
  readonly app: string;
  /** The commit that it speaks of. */
  readonly commit?: string;
}

/** Reads the mark of a comment; undefined where it is none of this product. Whoever wrote it is the caller's to check. */
export function readMark(body: string): CommentMark | undefined {
  const [, app, commit] = /^<!-- serverless-stages: app=([a-z0-9-]+)(?: commit=([0-9a-f]{40}))? -->/.exec(body) ?? [];
  return app === undefined ? undefined : { app, ...(commit === undefined ? {} : { commit }) };
}

/**
 * Renders what a pull request is told of its preview. While it is being deployed the details of `before` (our comment as it
 * stands) stay, so that a reviewer keeps the address that he has.
 */
export function renderComment(report: StageReport, before?: string): string {
  const { app, commit } = report;
  const mark = `<!-- serverless-stages: app=${app}${commit === undefined ? '' : ` commit=${commit}`} -->`;
  const head = [mark, headline(report), '', DETAILS, ''];
  const kept = report.state === 'deploying' && before !== undefined ? detailsOf(before) : undefined;
  return whole(head, kept?.split('\n') ?? details(report));
}

function headline(report: StageReport): string {
  const { app, stage, commit, state, reason, url, run } = report;
  const { icon, words } = told(state);
  const at = commit === undefined ? '' : ` at ${plain(commit.slice(0, 7))}`;
  const address = url === undefined || state === 'removed' ? '' : ` – ${link(url)}`;
  const why = reason === undefined ? '' : `\n\n${plain(cut(reason))}`;
  return `**${icon} ${plain(app)}: the preview \`${stage.name}\` ${words}**${at}${address} · [log](${run.url})${why}`;
}

function details({ deploy, removal }: StageReport): string[] {
  return [
    ...(removal === undefined ? [] : removedStages([removal])),
    ...(deploy === undefined
      ? []
      : [...deploy.services.flatMap(failure), ...servicesTable(deploy), ...folded(renderGraph(deploy))]),
  ];
}

function folded(graph: readonly string[]): string[] {
  return graph.length === 0 ? [] : ['<details><summary>What reads what</summary>', '', ...graph, '</details>', ''];
}

function failure({ key, error }: ServiceResult): string[] {
  return error === undefined ? [] : [`**${plain(key)}**: ${plain(error.code)}: ${plain(cut(error.message))}`, ''];
}

function cut(text: string): string {
  return text.length <= MAX_ERROR ? text : `${text.slice(0, MAX_ERROR)} …`;
}

/** The part of a comment that speaks of the last result. */
function detailsOf(body: string): string | undefined {
  const at = body.indexOf(DETAILS);
  return at === -1 ? undefined : body.slice(at + DETAILS.length).replace(/^\n+/, '');
}

/** Takes as many lines as a comment may have, and says where some are missing. */
function whole(head: readonly string[], lines: readonly string[]): string {
  const note = '\n\nThe rest is too long for a comment; the summary of the run has it.\n';
  const text = [...head, ...lines].join('\n');
  if (text.length <= MAX_COMMENT) {
    return text;
  }
  const start = text.slice(0, MAX_COMMENT - note.length);
  return start.slice(0, Math.max(start.lastIndexOf('\n'), 0)) + note;
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
  if (state === 'kept') {
    return 'nothing was done';
  }
  const isStale = commit !== undefined && commit !== headSha && mark?.commit === headSha;
  return isStale ? `it speaks of ${headSha.slice(0, 7)} by now` : undefined;
}
