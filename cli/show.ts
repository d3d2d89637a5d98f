import type { EffectiveConfiguration } from '../core/configuration/effective.ts';
import type { DeployResult, RunStatus, ServiceStatus } from '../core/deploy/result.ts';
import type { Session } from '../core/profile/session.ts';
import { printable } from '../core/report/printable.ts';
import { renderTable } from '../core/terminal/table.ts';
import type { Style, Terminal } from '../io/laptop/terminal.ts';

/** Says which stage is meant, and where it is. */
export function showHead(
  { app, stage, profile }: EffectiveConfiguration,
  { account }: Pick<Session, 'account'>,
  terminal: Terminal,
): void {
  const regions = profile.regions.join(', ');
  terminal.print([
    `${terminal.style('bold', `${app} · ${stage.name}`)} (${stage.kind} stage)`,
    `profile ${profile.name}, account ${account}, ${regions}`,
  ]);
}

const STYLES: Readonly<Record<ServiceStatus | RunStatus, readonly [style: Style, mark: string, words: string]>> = {
  deployed: ['green', '✓', 'deployed'],
  planned: ['cyan', '+', 'would be deployed'],
  'rolled-back': ['yellow', '↩', 'rolled back'],
  unchanged: ['green', '✓', 'unchanged'],
  failed: ['red', '✗', 'failed'],
  superseded: ['yellow', '–', 'superseded'],
  removed: ['yellow', '–', 'removed'],
  'not-started': ['yellow', '–', 'not started'],
  'left-out': ['dim', '–', 'not in this stage'],
};

/** Shows what became of each service. */
export function showResult(result: DeployResult, terminal: Terminal): void {
  const { services, regions } = result;
  const rows = services.map(({ key, region, status, reason, reads, seconds, url = '' }) => {
    const [, mark, words] = STYLES[status];
    const from = reads.map(({ service, stage }) => `${service} from ${stage}`);
    const why = [reason, ...(from.length === 0 ? [] : [`reads ${from.join(', ')}`])].join('; ');
    const name = regions.length > 1 ? `${key} (${region})` : key;
    return [`${mark} ${name}`, words, seconds === 0 ? '' : `${Math.round(seconds)} s`, url, printable(why)];
  });
  const lines =
    rows.length === 0 ? [] : renderTable([['  service', 'status', 'time', 'URL', 'why'], ...rows], terminal.width);
  const [head = '', ...body] = lines;
  const styled = body.map((line, index) => terminal.style(STYLES[services[index]?.status ?? 'planned'][0], line));
  const [style, mark, words] = STYLES[result.status];
  const left = result.leftOver.map((each) => `left over, and not removed by a deploy: ${printable(each)}`);
  terminal.print([
    '',
    ...(lines.length === 0 ? [] : [terminal.style('dim', head), ...styled, '']),
    ...(result.reason === undefined ? [] : [printable(result.reason)]),
    ...left,
    terminal.style(style, `${mark} ${words}`),
  ]);
}

/** Shows what would change in each stack. */
export function showChanges({ services }: DeployResult, terminal: Terminal): void {
  const rows = services.flatMap(({ key, changes = [] }) =>
    changes.map(({ action, type, logicalId }) => [key, action, logicalId, type]),
  );
  terminal.print(
    rows.length === 0 ? [] : ['', ...renderTable([['service', 'change', 'resource', 'type'], ...rows], terminal.width)],
  );
}

/** The services in the order that they are deployed in: lists of those that go at the same time. */
export function orderOf({ services, dependsOn = {} }: Pick<DeployResult, 'services' | 'dependsOn'>): string[][] {
  const order: string[][] = [];
  const keys = [...new Set(services.filter(({ status }) => status !== 'left-out').map(({ key }) => key))];
  const placed = new Set<string>();
  for (let rest = keys; rest.length > 0; rest = rest.filter((key) => !placed.has(key))) {
    const ready = rest.filter((key) => (dependsOn[key] ?? []).every((on) => placed.has(on) || !keys.includes(on)));
    const next = ready.length === 0 ? rest : ready;
    order.push(next);
    for (const key of next) {
      placed.add(key);
    }
  }
  return order;
}
