import type { DeployResult, RunStatus, ServiceResult, ServiceStatus } from '../deploy/result.ts';
import { outputName } from '../output/names.ts';
import { link, plain } from './markdown.ts';
import { removedStages } from './removal.ts';

const HEADLINES: Readonly<Record<ServiceStatus | RunStatus, string>> = {
  deployed: '✅ deployed',
  unchanged: '✅ unchanged',
  failed: '❌ failed',
  superseded: '⏭️ superseded',
  removed: '🗑️ removed',
  'not-started': '⏸️ not started',
  'left-out': '➖ not in this stage',
};

/** Renders a (redacted) result as the Markdown of the job summary. */
export function renderSummary(result: DeployResult): string {
  const commit = result.commit === undefined ? '' : ` at ${plain(result.commit.slice(0, 7))}`;
  const lines = [
    `## ${HEADLINES[result.status]}: ${plain(result.app)} in stage ${plain(result.stage)}`,
    '',
    `${result.kind} stage of ${plain(result.ref)}${commit}, account ${result.account}, ${result.regions.length > 1 ? 'regions' : 'region'} ${result.regions.join(', ')}`,
    '',
    ...(result.reason === undefined ? [] : [plain(result.reason), '']),
    ...(result.removed === undefined ? [] : removedStages([result.removed])),
    ...table(result),
    ...result.leftOver.map((each) => `⚠️ left over, and not removed by a deploy: ${plain(each)}\n`),
    ...detailsThatFit(result.services),
  ];
  return `${lines.join('\n')}\n`;
}

function table({ services, regions }: DeployResult): string[] {
  if (services.length === 0) {
    return [];
  }
  const head = ['| service | status | why | stack | time | URL |', '|---|---|---|---|---|---|'];
  return [...head, ...services.map((service) => row(service, regions.length > 1)), ''];
}

function row(service: ServiceResult, withRegion: boolean): string {
  const stack = service.stack === undefined ? '–' : `${plain(service.stack)} (${service.stackStatus ?? 'absent'})`;
  const url = service.url === undefined ? '–' : link(service.url);
  const name = `${plain(service.key)}${withRegion && service.status !== 'left-out' ? ` (${service.region})` : ''}`;
  const reads = service.reads.map(({ service: other, stage }) => `${plain(other)} from ${plain(stage)}`);
  const why = [plain(service.reason), ...(reads.length === 0 ? [] : [`reads ${reads.join(', ')}`])].join('; ');
  const time = service.seconds === 0 ? '–' : `${Math.round(service.seconds)} s`;
  return `| ${name} | ${HEADLINES[service.status]} | ${why} | ${stack} | ${time} | ${url} |`;
}

/** GitHub takes a summary of 1 MiB at most, and shows nothing of a longer one. */
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
  if (service.error !== undefined) {
    return [`**${plain(service.key)}**: ${plain(service.error.code)}: ${plain(service.error.message)}`, ''];
  }
  const outputs = Object.entries(service.outputs);
  if (outputs.length === 0) {
    return [];
  }
  const items = outputs.map(([id, value]) => `| ${plain(outputName(id))} | ${plain(value)} |`);
  const title = `<details><summary>Outputs of ${plain(service.key)}</summary>`;
  return [title, '', '| output | value |', '|---|---|', ...items, '', '</details>', ''];
}
