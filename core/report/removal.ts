import {
  billedStacks,
  describePlaces,
  type RemovalResult,
  type RemovalRunStatus,
  type RemovalStatus,
  type RemovedService,
  type RemovedStage,
} from '../removal/result.ts';
import { failureLines } from './failure-lines.ts';
import { plain } from './markdown.ts';
import { truncateSummary } from './truncate.ts';

const HEADLINES: Readonly<Record<RemovalRunStatus | RemovedStage['status'] | RemovalStatus, string>> = {
  removed: '🗑️ removed',
  absent: '🗑️ gone already',
  nothing: '✅ nothing to remove',
  planned: '📝 would be removed',
  superseded: '⏭️ superseded',
  wanted: '⏭️ left alone',
  kept: '🔒 not touched',
  failed: '❌ not removed',
  orphaned: '❌ removed but for what is left behind',
  'not-started': '⏸️ not started',
};

/** Renders what a removal came to as the Markdown of the job summary: the receipt of a sweep. */
export function renderRemoval(result: RemovalResult): string {
  const { app, status, stages, more, wanted, looked } = result;
  const billed = billedStacks(stages);
  const lines = [
    `## ${HEADLINES[status]}: ${plain(app)}${result.dryRun ? ' (dry run, nothing was changed)' : ''}`,
    '',
    `Looked in ${describePlaces(looked)}.`,
    '',
    ...removedStages(stages),
    ...(more === 0 ? [] : [`⚠️ ${more} more stages would go too; the next run goes on with them.`, '']),
    ...result.unrecorded.map(
      ({ stack, region }) =>
        `⚠️ ${plain(stack)} (${region}) looks like a preview's, and no record of this application claims it: not touched.\n`,
    ),
    ...(wanted === 0
      ? []
      : [`${wanted === 1 ? '1 stage is wanted, and stays' : `${wanted} stages are wanted, and stay`}.`, '']),
    ...(billed.of === 0
      ? []
      : [
          `Removed stacks: ${billed.of} deployed by serverless 4, ${billed.pastTenDays} of them lived longer than ten days.`,
          '',
        ]),
  ];
  return truncateSummary(`${lines.join('\n')}\n`);
}

/** Renders stages with a table of their services. */
export function removedStages(stages: readonly RemovedStage[]): string[] {
  return stages.flatMap((stage) => [
    `### ${HEADLINES[stage.status]}: ${plain(stage.stage)}`,
    '',
    `${stage.kind} stage${stage.of === '' ? '' : ` of ${plain(stage.of)}`}${stage.reason === '' ? '' : `: ${plain(stage.reason)}`}`,
    '',
    ...(stage.error === undefined ? [] : [`**${plain(stage.error.code)}**: ${plain(stage.error.message)}`, '']),
    ...removedServices(stage.services),
  ]);
}

/** Renders the services of a removed stage as a table, with what failed below it; empty where there were none. */
export function removedServices(services: readonly RemovedService[]): string[] {
  if (services.length === 0) {
    return [];
  }
  const head = ['| service | status | stack | lived | also removed | left behind |', '|---|---|---|---|---|---|'];
  const errors = services.flatMap(({ key, error }) => failureLines(key, error));
  return [...head, ...services.map(row), '', ...errors];
}

function row(service: RemovedService): string {
  const emptied = service.emptied.map(({ bucket, versions }) =>
    versions === undefined ? `contents of ${bucket}` : `${versions} versions in ${bucket}`,
  );
  const gone = [...emptied, ...service.alsoRemoved].map(plain).join('<br>');
  const retained = service.retained.map(({ type, physicalId }) => plain(`${type} ${physicalId}`)).join('<br>');
  const why = service.reason === undefined ? '' : `: ${plain(service.reason)}`;
  const days = service.days === undefined ? '–' : `${service.days} days`;
  const stack = `${plain(service.stack)} (${service.region})`;
  return `| ${plain(service.key)} | ${HEADLINES[service.status]}${why} | ${stack} | ${days} | ${gone || '–'} | ${retained || '–'} |`;
}
