import type { DeployResult, ServiceResult } from '../deploy/result.ts';
import { labelOf } from '../deploy/task.ts';
import { losesData, type StackChange } from '../stack/change-table.ts';
import { holdsData } from '../stack/stateful.ts';
import { plain } from './markdown.ts';

/** A service, with what changes in its stack as far as that is known. */
type Changing = Pick<ServiceResult, 'key' | 'region' | 'changes'>;

/** Most rows of one service: what is lost stands first. */
const MOST = 100;

const WORDS: Readonly<Record<StackChange['action'], readonly [certain: string, open: string]>> = {
  add: ['add', 'add'],
  modify: ['modify', 'may modify'],
  replace: ['replace', 'may replace'],
  remove: ['remove', 'may remove'],
};

/** Renders what a deploy changes in its stacks, a row for each resource, without any value. Empty where nothing is known of it. */
export function changeLines({
  services,
  regions,
}: { readonly services: readonly Changing[] } & Pick<DeployResult, 'regions'>): string[] {
  const rows = services.flatMap(({ changes = [], ...of }) => {
    const name = plain(labelOf(of, regions));
    const sorted = [...changes].sort((a, b) => rank(a) - rank(b));
    const shown = sorted.slice(0, MOST).map((change) => row(name, change));
    const more = changes.length - MOST;
    return more > 0 ? [...shown, `| ${name} | … | ${more} more | | |`] : shown;
  });
  return rows.length === 0
    ? []
    : ['| service | change | resource | type | note |', '|---|---|---|---|---|', ...rows, ''];
}

/** Counts what a deploy changes, for a heading: `2 to add, 1 to replace`. Empty for nothing. */
export function countChanges({ services }: { readonly services: readonly Changing[] }): string {
  const changes = services.flatMap((service) => service.changes ?? []);
  const counts = (['add', 'modify', 'replace', 'remove'] as const).map((action) => ({
    action,
    count: changes.filter((change) => change.action === action).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${count} to ${action}`)
    .join(', ');
}

function row(service: string, change: StackChange): string {
  const { action, logicalId, type, stack, isCertain } = change;
  const name = stack === undefined ? logicalId : `${stack}/${logicalId}`;
  return `| ${service} | ${WORDS[action][isCertain ? 0 : 1]} | ${plain(name)} | ${plain(type)} | ${notesOf(change).join('; ')} |`;
}

function notesOf(change: StackChange): string[] {
  return [
    ...(change.action !== 'add' && holdsData(change.type) ? ['⚠️ holds data'] : []),
    ...(change.rights === true ? ['🔑 changes rights'] : []),
    ...(change.keeps ? ['what was there is kept'] : []),
  ];
}

function rank(change: StackChange): number {
  const order = ['remove', 'replace', 'modify', 'add'].indexOf(change.action);
  return (losesData(change) ? 0 : 10) + (change.rights === true ? 0 : 5) + order;
}
