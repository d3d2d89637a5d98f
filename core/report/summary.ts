import type { DeployResult, RunStatus, ServiceResult, ServiceStatus } from '../deploy/result.ts';
import { outputName } from '../output/names.ts';
import { link, plain } from './markdown.ts';

const HEADLINES: Readonly<Record<ServiceStatus | RunStatus, string>> = {
  deployed: '✅ deployed',
  unchanged: '✅ unchanged',
  failed: '❌ failed',
  superseded: '⏭️ superseded',
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
    ...table(result),
    ...result.leftOver.map((each) => `⚠️ left over, and not removed by a deploy: ${plain(each)}\n`),
    ...result.services.flatMap(details),
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
