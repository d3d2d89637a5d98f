import type { StageReport } from './stage-report.ts';
import { told } from './state.ts';

/** Longest description of a commit status or of a GitHub deployment, in characters: GitHub refuses a longer one. */
const MAX_DESCRIPTION = 140;

/** Says in one short line how a stage stands, for a commit status or a GitHub deployment. */
export function describeShortly({ stage, state, reason, deploy }: StageReport): string {
  const { words } = told(state);
  const counts = deploy === undefined || deploy.services.length === 0 ? '' : ` (${countServices(deploy.services)})`;
  const why = reason === undefined ? '' : `: ${reason.replace(/\s+/g, ' ')}`;
  return cut(`${stage.name} ${words}${counts}${why}`);
}

function countServices(services: readonly { readonly status: string }[]): string {
  const kinds = ['deployed', 'unchanged', 'failed', 'not-started'] as const;
  return kinds
    .map((kind) => [services.filter(({ status }) => status === kind).length, kind.replace('-', ' ')] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`)
    .join(', ');
}

/** Cuts by whole characters: half of a pair would be refused. */
function cut(text: string): string {
  const signs = [...text];
  return signs.length <= MAX_DESCRIPTION ? text : `${signs.slice(0, MAX_DESCRIPTION - 1).join('')}…`;
}

/** Name of the commit status of a stage: one of all previews, as a commit has one preview. */
export function statusContext({ app, stage }: StageReport): string {
  return `serverless-stages/${app}/${stage.kind === 'preview' ? 'preview' : stage.name}`;
}

/** Task of the GitHub deployments of a stage, by which those of one stage are found in an environment of many. */
export function deploymentTask({ app, stage }: Pick<StageReport, 'app' | 'stage'>): string {
  return `deploy:${app}/${stage.name}`;
}
