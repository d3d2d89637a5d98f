import type { DeployResult, RunStatus, ServiceResult, ServiceStatus } from '../deploy/result.ts';
import { link, plain } from './markdown.ts';

/** How the status of a service or of a run is shown. */
export const HEADLINES: Readonly<Record<ServiceStatus | RunStatus, string>> = {
  deployed: '✅ deployed',
  unchanged: '✅ unchanged',
  failed: '❌ failed',
  superseded: '⏭️ superseded',
  removed: '🗑️ removed',
  'not-started': '⏸️ not started',
  'left-out': '➖ not in this stage',
};

/** Renders the services as a table, a line each; empty where there are none. */
export function servicesTable({ services, regions }: Pick<DeployResult, 'services' | 'regions'>): string[] {
  if (services.length === 0) {
    return [];
  }
  const head = ['| service | status | time | URL | why |', '|---|---|---|---|---|'];
  return [...head, ...services.map((service) => row(service, regions.length > 1)), ''];
}

function row(service: ServiceResult, withRegion: boolean): string {
  const url = service.url === undefined ? '–' : link(service.url);
  const name = `${plain(service.key)}${withRegion && service.status !== 'left-out' ? ` (${service.region})` : ''}`;
  const reads = service.reads.map(({ service: other, stage }) => `${plain(other)} from ${plain(stage)}`);
  const why = [plain(service.reason), ...(reads.length === 0 ? [] : [`reads ${reads.join(', ')}`])].join('; ');
  const time = service.seconds === 0 ? '–' : `${Math.round(service.seconds)} s`;
  return `| ${name} | ${HEADLINES[service.status]} | ${time} | ${url} | ${why} |`;
}
