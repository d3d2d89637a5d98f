import type { DeployResult, ServiceResult } from '../deploy/result.ts';
import { outputName } from '../output/names.ts';
import { changeLines, countChanges } from './changes.ts';
import { failureLines } from './failure-lines.ts';
import { folded } from './folded.ts';
import { renderGraph } from './graph.ts';
import { commitLink, plain } from './markdown.ts';
import { removedStages } from './removal.ts';
import { rollbackLines } from './rollback.ts';
import { safeguardLines } from './safeguards.ts';
import { HEADLINES, servicesTable } from './services-table.ts';
import { truncateSummary } from './truncate.ts';

/** Renders a (redacted) result as the Markdown of the job summary. */
export function renderSummary(result: DeployResult): string {
  const commit = result.commit === undefined ? '' : ` at ${commitLink(result.commit)}`;
  const lines = [
    `## ${HEADLINES[result.status]}: ${plain(result.app)} in stage ${plain(result.stage)}`,
    '',
    `${result.kind} stage of ${plain(result.ref)}${commit}, account ${result.account}, ${result.regions.length > 1 ? 'regions' : 'region'} ${result.regions.join(', ')}`,
    '',
    ...(result.reason === undefined ? [] : [plain(result.reason), '']),
    ...(result.removed === undefined ? [] : removedStages([result.removed])),
    ...renderGraph(result),
    ...servicesTable(result),
    ...rollbackLines(result),
    ...sameCodeLines(result),
    ...safeguardLines(result),
    ...changes(result),
    ...result.leftOver.map((each) => `⚠️ left over, and not removed by a deploy: ${plain(each)}\n`),
    ...detailsThatFit(result.services),
  ];
  return truncateSummary(`${lines.join('\n')}\n`);
}

/** What changes, folded away if it is long. */
function changes(result: DeployResult): string[] {
  const lines = changeLines(result);
  return lines.length > MAX_OPEN_CHANGES ? folded(`What changes: ${countChanges(result)}`, lines) : lines;
}

/** Most lines of changes that are shown without a click. */
const MAX_OPEN_CHANGES = 30;

/** Says whether the code is the code of the stage before, as far as that was asked and is known. */
function sameCodeLines({ services, codeOf }: Pick<DeployResult, 'services' | 'codeOf'>): string[] {
  if (codeOf === undefined) {
    return [];
  }
  const keysOf = (wanted: boolean | undefined) => [
    ...new Set(services.flatMap(({ key, sameCode }) => (sameCode === wanted ? [plain(key)] : []))),
  ];
  const [others, unknown] = [keysOf(false), keysOf(undefined)];
  const stage = plain(codeOf);
  return [
    ...(others.length === 0 ? [] : [`⚠️ not the code that ${stage} has: ${others.join(', ')}`, '']),
    ...(unknown.length === 0
      ? []
      : [`➖ not known whether it is the code that ${stage} has: ${unknown.join(', ')}`, '']),
    ...(others.length === 0 && unknown.length === 0 ? [`✅ same code as ${stage}`, ''] : []),
  ];
}

/** Most bytes of what is folded away: the table comes first. */
const MAX_DETAILS = 700 * 1024;

function detailsThatFit(services: readonly ServiceResult[]): string[] {
  const lines: string[] = [];
  let size = 0;
  for (const [index, service] of services.entries()) {
    const more = details(service);
    size += Buffer.byteLength(more.join('\n'));
    if (size > MAX_DETAILS) {
      return [...lines, `The outputs of ${services.length - index} more services are too long to be shown here.`, ''];
    }
    lines.push(...more);
  }
  return lines;
}

function details(service: ServiceResult): string[] {
  const { key, error, stack, stackStatus = 'absent' } = service;
  const failure = failureLines(key, error);
  const outputs = Object.entries(service.outputs);
  if (stack === undefined && outputs.length === 0) {
    return failure;
  }
  const rows = [
    ...(stack === undefined ? [] : [`| stack | ${plain(stack)} (${stackStatus}) |`]),
    ...outputs.map(([id, value]) => `| ${plain(outputName(id))} | ${plain(value)} |`),
  ];
  const title = `<details><summary>Stack and outputs of ${plain(key)}</summary>`;
  return [...failure, title, '', '| output | value |', '|---|---|', ...rows, '', '</details>', ''];
}
