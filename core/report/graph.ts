import type { DeployResult, ServiceResult, ServiceStatus } from '../deploy/result.ts';

const ICONS: Readonly<Record<ServiceStatus, string>> = {
  failed: '❌',
  'not-started': '⏸️',
  'rolled-back': '↩️',
  planned: '🔎',
  deployed: '✅',
  unchanged: '✔️',
  'left-out': '➖',
};

/** Statuses from the one that matters most, for a service of several regions. */
const BY_WEIGHT = Object.keys(ICONS) as ServiceStatus[];

/** Most services that a picture shows: a larger one is not read, and Mermaid has limits of its own. */
const MAX_SHOWN = 60;

/**
 * Renders the services and what each needs as a Mermaid flowchart: an arrow goes from a service to the one that reads it.
 * Empty where there are no two services, or too many.
 */
export function renderGraph({ services, dependsOn = {} }: Pick<DeployResult, 'services' | 'dependsOn'>): string[] {
  const keys = [...new Set(services.map(({ key }) => key))];
  if (keys.length < 2 || keys.length > MAX_SHOWN) {
    return [];
  }
  const node = (key: string) => `s${keys.indexOf(key)}`;
  const boxes = keys.map((key) => `  ${node(key)}["${label(services.filter((service) => service.key === key))}"]`);
  const arrows = keys.flatMap((key) =>
    (dependsOn[key] ?? []).filter((on) => keys.includes(on)).map((on) => `  ${node(on)} --> ${node(key)}`),
  );
  return ['```mermaid', 'flowchart LR', ...boxes, ...arrows, '```', ''];
}

/** A key has letters, digits, - and _ alone, here and in a result of another job (result-schema.ts): nothing in it is markup. */
function label(regions: readonly ServiceResult[]): string {
  const status = BY_WEIGHT.find((each) => regions.some((region) => region.status === each)) ?? 'left-out';
  return `${ICONS[status]} ${regions[0]?.key ?? ''}`;
}
