import { isStageAmong } from '../stage/among.ts';
import type { StageIdentity } from '../stage/identity.ts';
import type { SafeguardId } from './catalogue.ts';
import { readSafeguard, type Safeguard } from './entry.ts';

type Stage = Pick<StageIdentity, 'name' | 'kind'>;

/**
 * Returns the safeguards of a stage by its profile's list, which was checked before, and those that need no entry:
 * no-unresolved-variables always, no-stateful-replacement for configured stages.
 */
export function safeguardsOf(entries: readonly unknown[], stage: Stage): Safeguard[] {
  const listed = entries.map(readSafeguard).filter((one) => 'id' in one);
  const always: SafeguardId[] = [
    'no-unresolved-variables',
    ...(stage.kind === 'configured' ? ([STATEFUL] as const) : []),
  ];
  const missing = always.filter((id) => !listed.some((one) => one.id === id && appliesTo(one, stage)));
  return [...missing.map((id): Safeguard => ({ id, title: id, level: 'error' })), ...listed];
}

/** On for configured stages, without an entry. */
const STATEFUL = 'no-stateful-replacement' satisfies SafeguardId;

/** Whether a safeguard is for a stage. */
export function appliesTo({ stages }: Pick<Safeguard, 'stages'>, stage: Stage): boolean {
  return stages === undefined || isStageAmong(stage, stages);
}
