import type { ServiceResult } from '../../../core/deploy/result.ts';
import { runGraph } from '../../../core/graph/run.ts';
import { onlyDefined } from '../../../core/only-defined.ts';
import { apiUrl } from '../../../core/output/api-url.ts';
import { removalTasks } from '../../../core/removal/order.ts';
import { outputsGivenBack, type StackView } from '../../../core/stack/status.ts';
import type { DeployEdges } from '../../edges.ts';
import type { Held } from '../../hold/lock.ts';
import type { Run } from '../../run.ts';
import { type GoneBack, goBack } from './go-back.ts';
import type { Updated } from './updated.ts';

/** What a run has updated, by the id of the deployment. */
export type Updates = ReadonlyMap<string, Updated>;

interface RollbackParts extends Held {
  readonly updates: Updates;
  /** Ids of the deployments that each one needs. */
  readonly needs: (id: string) => readonly string[];
  readonly concurrency: number;
}

/**
 * Takes what a run has updated back if any of its services failed: each after those that need it, and not if one of those stays as it
 * is now. Returns the results with what came of that. Nothing goes back after E_TEMPLATE_CHANGED: a person has to look first. Never rejects.
 */
export async function rollBack(
  results: ReadonlyMap<string, ServiceResult>,
  { updates, needs, concurrency, checkHeld }: RollbackParts,
  run: Run,
  edges: Pick<DeployEdges, 'placeIn' | 'voice' | 'cancellation'>,
): Promise<ReadonlyMap<string, ServiceResult>> {
  const { voice, cancellation } = edges;
  const all = [...results.values()];
  const isOver = all.some(({ status }) => status === 'failed') && updates.size > 0;
  if (!isOver) {
    return results;
  }
  if (all.some(({ error }) => error?.code === 'E_TEMPLATE_CHANGED')) {
    voice.log.warning('nothing goes back: something changes packages on their way, and a person has to look first');
    const rollback = { status: 'skipped', reason: 'nothing goes back after E_TEMPLATE_CHANGED' } as const;
    return new Map([...results].map(([id, result]) => [id, updates.has(id) ? { ...result, rollback } : result]));
  }
  const names = [...updates.values()].map(({ label }) => label);
  voice.log.warning(`a service failed, so those that this run has updated go back: ${names.join(', ')}`);
  const gone = new Map<string, GoneBack>();
  const tasks = removalTasks([...updates.keys()].map((id) => ({ id, needs: needs(id) })));
  await runGraph(tasks, concurrency, {
    async work(id) {
      const updated = updates.get(id) as Updated;
      const place = edges.placeIn(updated.region);
      const back = await goBack(updated, { run, place, voice, cancellation, checkHeld });
      gone.set(id, back);
      const { status, reason } = back.rollback;
      voice.log[status === 'done' ? 'info' : 'warning'](
        status === 'done' ? `${updated.label}: rolled back` : `${updated.label}: not rolled back: ${reason}`,
      );
      return status === 'done';
    },
    notStarted(id, because) {
      const reason = `${updates.get(because)?.label ?? because} needs it and did not go back`;
      gone.set(id, { rollback: { status: 'skipped', reason } });
    },
  });
  return new Map([...results].map(([id, result]) => [id, withRollback(result, gone.get(id))]));
}

function withRollback(result: ServiceResult, back: GoneBack | undefined): ServiceResult {
  if (back === undefined) {
    return result;
  }
  const { rollback, stack } = back;
  const isDone = rollback.status === 'done' && result.status === 'deployed';
  return {
    ...(stack === undefined ? result : withStack(result, stack)),
    status: isDone ? 'rolled-back' : result.status,
    rollback,
  };
}

function withStack({ url: _, ...result }: ServiceResult, stack: StackView): ServiceResult {
  const outputs = outputsGivenBack(stack);
  return { ...result, stackStatus: stack.status, outputs, ...onlyDefined({ url: apiUrl(outputs) }) };
}
