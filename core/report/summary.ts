import type { DeployResult, ServiceResult, ServiceStatus } from '../deploy/result.ts';
import { link, plain } from './markdown.ts';

const HEADLINES: Readonly<Record<ServiceStatus, string>> = {
  deployed: '✅ deployed',
  unchanged: '✅ unchanged',
  failed: '❌ failed',
};

/** Renders a (redacted) result as the Markdown of the job summary. */
export function renderSummary(result: DeployResult): string {
  const commit = result.commit === undefined ? '' : ` at ${plain(result.commit.slice(0, 7))}`;
  const lines = [
    `## ${HEADLINES[result.status]}: ${plain(result.app)} in stage ${plain(result.stage)}`,
    '',
    `${result.kind} stage of ${plain(result.ref)}${commit}, account ${result.account}, region ${result.region}`,
    '',
    '| service | status | stack | time | URL |',
    '|---|---|---|---|---|',
    ...result.services.map(row),
    '',
    ...result.services.flatMap(details),
  ];
  return `${lines.join('\n')}\n`;
}

function row(service: ServiceResult): string {
  const stack = service.stack === undefined ? '–' : `${plain(service.stack)} (${service.stackStatus ?? 'absent'})`;
  const url = service.url === undefined ? '–' : link(service.url);
  return `| ${plain(service.key)} | ${HEADLINES[service.status]} | ${stack} | ${Math.round(service.seconds)} s | ${url} |`;
}

function details(service: ServiceResult): string[] {
  if (service.error !== undefined) {
    return [`**${plain(service.key)}**: ${plain(service.error.code)}: ${plain(service.error.message)}`, ''];
  }
  const outputs = Object.entries(service.outputs);
  if (outputs.length === 0) {
    return [];
  }
  const items = outputs.map(([name, value]) => `| ${plain(name)} | ${plain(value)} |`);
  const title = `<details><summary>Outputs of ${plain(service.key)}</summary>`;
  return [title, '', '| output | value |', '|---|---|', ...items, '', '</details>', ''];
}
