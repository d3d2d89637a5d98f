import { printable } from './printable.ts';
import type { StageReport } from './stage-report.ts';
import { truncateText } from './truncate.ts';
import { wordingOf } from './wording.ts';

/** Longest description of a commit status or of a GitHub deployment, in characters: GitHub refuses a longer one. */
const MAX_DESCRIPTION = 140;

/** Says in one short line how a stage stands, for a commit status or a GitHub deployment. */
export function describeShortly({ stage, state, reason, deploy }: StageReport): string {
  const { words } = wordingOf(state);
  const counts = countServices(deploy?.services ?? []);
  const why = reason === undefined ? '' : `: ${printable(reason).replace(/\s+/g, ' ')}`;
  return truncateText(`${stage.name} ${words}${counts === '' ? '' : ` (${counts})`}${why}`, MAX_DESCRIPTION);
}

function countServices(services: readonly { readonly status: string }[]): string {
  const kinds = ['deployed', 'planned', 'rolled-back', 'unchanged', 'failed', 'not-started'] as const;
  return kinds
    .map((kind) => [services.filter(({ status }) => status === kind).length, kind.replace('-', ' ')] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`)
    .join(', ');
}

/** Name of the commit status of a stage: one of all previews, as a commit has one preview. */
export function statusContext({ app, stage }: StageReport): string {
  return `serverless-stages/${app}/${stage.kind === 'preview' ? 'preview' : stage.name}`;
}

/** Task of the GitHub deployments of a stage, by which those of one stage are found in an environment of many. */
export function deploymentTask({ app, stage }: Pick<StageReport, 'app' | 'stage'>): string {
  return `deploy:${app}/${stage.name}`;
}
