import type { Line } from '../promote/line.ts';
import type { PromotionPlan } from '../promote/plan.ts';
import type { PromotionResult } from '../promote/result.ts';
import { shortCommit } from '../short-commit.ts';
import { commitLink, link, plain } from './markdown.ts';
import { truncateSummary, truncateText } from './truncate.ts';

/** Where people see the repository: `https://github.com/OWNER/NAME`. */
type RepositoryUrl = string;

const ANSWERS: Readonly<Record<Line['answer'], string>> = {
  passed: '✅ passed',
  failed: '❌ failed',
  'not-asked': '➖ not asked',
  lifted: '⚠️ let through',
};

const HEADLINES: Readonly<Record<PromotionResult['decision'], string>> = {
  promote: '🟢 to be approved',
  deploy: '🟢 to be approved',
  nothing: '✅ nothing to do',
  refused: '❌ refused',
  'dry-run': '🔎 dry run',
};

/** Most details of a line, and longest of them, in characters. */
const MOST_DETAILS = 20;
const LONGEST = 300;

/** Renders a verdict as Markdown: what was asked, what it brings, and how to go on. */
export function renderPromotion(result: PromotionResult, repository: RepositoryUrl): string {
  const { kind, from, to, commit, decision, command, by, override } = result;
  const what =
    kind === 'promotion'
      ? `${plain(from)} at ${commitLink(commit)} to ${plain(to)}`
      : `${plain(to)} back to ${commitLink(commit)}`;
  const lines = [
    `## ${HEADLINES[decision]}: ${what}`,
    '',
    plain(truncateText(result.reason, 2000)),
    '',
    `Started by ${plain(by)}.`,
    '',
    ...(override === undefined ? [] : [`⚠️ Let through: ${plain(truncateText(override, 1000))}`, '']),
    '| | what was asked |',
    '|---|---|',
    ...result.lines.map((line) => `| ${ANSWERS[line.answer]} | ${lineText(line)} |`),
    '',
    ...bringsLines(result, repository),
    ...servicesLines(result),
    ...(command === undefined
      ? []
      : ['To do it, start it on the branch of production:', '', '```bash', command, '```', '']),
  ];
  return truncateSummary(`${lines.join('\n')}\n`);
}

function lineText({ text, details = [], answer, fix }: Line): string {
  const shown = details.slice(0, MOST_DETAILS).map((detail) => plain(truncateText(detail, LONGEST)));
  const more = details.length > MOST_DETAILS ? [`and ${details.length - MOST_DETAILS} more`] : [];
  const listed = shown.length === 0 ? '' : `: ${[...shown, ...more].join(', ')}`;
  const remedy = answer === 'failed' && fix !== undefined ? ` – ${plain(fix)}` : '';
  return `${plain(text)}${listed}${remedy}`;
}

function bringsLines({ kind, commits, hasMore, pullRequests }: PromotionResult, repository: RepositoryUrl): string[] {
  if (commits.length === 0) {
    return [];
  }
  const pulls = pullRequests.map((number) => `[#${number}](${repository}/pull/${number})`);
  return [
    kind === 'promotion' ? '### What it brings' : '### What is taken away',
    '',
    ...(pulls.length === 0 ? [] : [`Pull requests: ${pulls.join(', ')}`, '']),
    ...commits.map(
      ({ id, subject }) =>
        `- [\`${shortCommit(id)}\`](${repository}/commit/${id}) ${plain(truncateText(subject, LONGEST))}`,
    ),
    ...(hasMore ? ['- and more'] : []),
    '',
  ];
}

function servicesLines({ services }: PromotionResult): string[] {
  if (services.length === 0) {
    return [];
  }
  const regions = new Set(services.map(({ region }) => region));
  const rows = services.map(({ key, region, deploys, reason }) => {
    const name = regions.size > 1 ? `${plain(key)} (${region})` : plain(key);
    return `| ${name} | ${deploys ? '🔄 deployed' : '➖ left alone'} | ${plain(truncateText(reason, LONGEST))} |`;
  });
  return ['### What would become of the services', '', '| service | | why |', '|---|---|---|', ...rows, ''];
}

/** What a promotion came to. */
export type CameTo = 'done' | 'superseded' | 'proposed' | 'failed' | 'not-moved';

/** What came of a promotion, for the last job. */
export interface Promoted {
  readonly plan: PromotionPlan;
  readonly came: CameTo;
  /** The commit that was to be deployed; undefined if nothing was moved. */
  readonly commit: string | undefined;
  /** Number of the pull request that asks for the move. */
  readonly pullRequest: string | undefined;
  /** How to deploy the same again, and how to go back. */
  readonly commands: { readonly again: string; readonly back: string };
}

/** Renders the end of a promotion as Markdown. */
export function renderPromoted(promoted: Promoted, repository: RepositoryUrl): string {
  const { plan, came, commit = '', pullRequest = '', commands } = promoted;
  const what =
    plan.kind === 'promotion'
      ? `${plain(plan.from)} at ${commitLink(plan.commit)} to ${plain(plan.to)}`
      : `${plain(plan.to)} back to ${commitLink(plan.commit)}`;
  const stage = plain(plan.to);
  switch (came) {
    case 'proposed':
      return `## 📬 asked for: ${what}\n\n${link(`${repository}/pull/${pullRequest}`)} moves the branch when it is merged.\n`;
    case 'not-moved':
      return `## ❌ not moved: ${what}\n\nNothing was deployed.\n`;
    case 'done':
      return `## ✅ done: ${what}\n\n${commitLink(commit)} is deployed to ${stage}.\n`;
    case 'superseded':
      return `## ⏭️ superseded: ${what}\n\n${stage} has a newer commit than ${commitLink(commit)} already.\n`;
    case 'failed':
      return [
        `## ❌ not deployed: ${what}`,
        '',
        `The branch ${plain(plan.toBranch)} holds ${commitLink(commit)}, and its deploy did not succeed.`,
        '',
        'Run the failed jobs again, or deploy it anew:',
        '',
        '```bash',
        commands.again,
        '```',
        '',
        'Or go back to what was there before:',
        '',
        '```bash',
        commands.back,
        '```',
        '',
      ].join('\n');
  }
}
