import type { DeployResult, RunStatus, ServiceResult, ServiceStatus } from '../deploy/result.ts';
import { link, plain } from './markdown.ts';
import { truncateText } from './truncate.ts';

/** Longest reason in a row, in characters. */
const MAX_REASON = 500;

/** How the status of a service or of a run is shown. */
export const HEADLINES: Readonly<Record<ServiceStatus | RunStatus, string>> = {
  deployed: '✅ deployed',
  planned: '🔎 would be deployed',
  'rolled-back': '↩️ rolled back',
  unchanged: '✅ unchanged',
  failed: '❌ failed',
  superseded: '⏭️ superseded',
  removed: '🗑️ removed',
  'not-started': '⏸️ not started',
  'left-out': '➖ not in this stage',
};

/** Renders the services, or some of them, as a table, a line each; empty where there are none. */
export function servicesTable(
  { services, regions }: Pick<DeployResult, 'services' | 'regions'>,
  isShown: (service: ServiceResult) => boolean = () => true,
): string[] {
  const rows = services.filter(isShown).map((service) => row(service, regions.length > 1));
  return rows.length === 0 ? [] : ['| service | status | time | URL | why |', '|---|---|---|---|---|', ...rows, ''];
}

function row(service: ServiceResult, withRegion: boolean): string {
  const url = service.url === undefined ? '–' : link(service.url);
  const name = `${plain(service.key)}${withRegion && service.status !== 'left-out' ? ` (${service.region})` : ''}`;
  const reads = service.reads.map(({ service: other, stage }) => `${plain(other)} from ${plain(stage)}`);
  const why = [
    plain(truncateText(service.reason, MAX_REASON)),
    ...(reads.length === 0 ? [] : [`reads ${reads.join(', ')}`]),
  ].join('; ');
  const time = service.seconds === 0 ? '–' : `${Math.round(service.seconds)} s`;
  return `| ${name} | ${HEADLINES[service.status]} | ${time} | ${url} | ${why} |`;
}
