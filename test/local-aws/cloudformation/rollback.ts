import { isDeepStrictEqual } from 'node:util';
import type { Snapshot, Stack, StackResource } from '../state/stacks.ts';
import { handlerOf } from './registry.ts';
import { removeResources } from './remove.ts';
import { checkRights } from './rights.ts';
import { type Run, setResourceStatus, setStackStatus, takeTime } from './run.ts';

/** Undoes a failed create: deletes what was made, and ends in ROLLBACK_COMPLETE or ROLLBACK_FAILED. */
export async function rollBackCreate(run: Run, reason: string): Promise<void> {
  setStackStatus(run, 'ROLLBACK_IN_PROGRESS', reason);
  run.stack.imports = new Map();
  const failed = await removeResources(run, [...run.stack.resources.values()], { rollback: true });
  if (failed.length === 0) setStackStatus(run, 'ROLLBACK_COMPLETE');
  else setStackStatus(run, 'ROLLBACK_FAILED', `The following resource(s) failed to delete: [${failed.join(', ')}]. `);
}

/** Brings a stack back to its snapshot; resources in `skip` are taken as they are. Ends in UPDATE_ROLLBACK_COMPLETE or …_FAILED. */
export async function rollBackUpdate(run: Run, reason: string, skip: readonly string[] = []): Promise<void> {
  const { stack } = run;
  const snapshot = stack.snapshot ?? presentState(stack);
  setStackStatus(run, 'UPDATE_ROLLBACK_IN_PROGRESS', reason);
  const surplus = [...stack.resources.values()].filter(({ logicalId }) => !snapshot.resources.has(logicalId));
  const failed: string[] = [];
  for (const [logicalId, before] of snapshot.resources) {
    const current = stack.resources.get(logicalId) ?? before;
    const isReplaced = current.physicalId !== before.physicalId;
    const isTouched = needsUpdate(current, before);
    if (isReplaced) surplus.push(current);
    if (isTouched && !skip.includes(logicalId) && !(await restore(run, current, before))) {
      failed.push(logicalId);
      continue;
    }
    const restored = { ...before };
    if (isTouched || isReplaced) setResourceStatus(run, restored, 'UPDATE_COMPLETE');
    stack.resources.set(logicalId, restored);
  }
  if (failed.length > 0) {
    setStackStatus(
      run,
      'UPDATE_ROLLBACK_FAILED',
      `The following resource(s) failed to update: [${failed.join(', ')}]. `,
    );
    return;
  }
  setStackStatus(run, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  await removeResources(run, surplus, { forget: true, rollback: true });
  for (const { logicalId } of surplus) if (!snapshot.resources.has(logicalId)) stack.resources.delete(logicalId);
  if (snapshot.wish) stack.wish = snapshot.wish;
  stack.imports = snapshot.imports;
  delete stack.snapshot;
  setStackStatus(run, 'UPDATE_ROLLBACK_COMPLETE');
}

/** A stack whose state a test forced has nothing to go back to but what it is. */
function presentState({ wish, imports, resources }: Stack): Snapshot {
  return { ...(wish ? { wish } : {}), imports, resources: new Map(resources) };
}

function needsUpdate(current: StackResource, before: StackResource): boolean {
  if (current === before || current.physicalId !== before.physicalId) return false;
  return current.status === 'UPDATE_FAILED' || !isDeepStrictEqual(current.properties, before.properties);
}

async function restore(run: Run, current: StackResource, before: StackResource): Promise<boolean> {
  const { world, stack } = run;
  const { logicalId, type, properties, physicalId } = before;
  setResourceStatus(run, current, 'UPDATE_IN_PROGRESS');
  await takeTime(run, type, logicalId);
  try {
    const fault = world.faults.takeResource({ stack: stack.name, logicalId, type, on: 'update' });
    if (fault !== undefined) throw new Error(fault);
    if (physicalId !== undefined) {
      checkRights('update', { world, stack, logicalId, type, properties }, physicalId);
      await handlerOf(type).update?.({ world, stack, logicalId, type, properties }, physicalId);
    }
    return true;
  } catch (cause) {
    if (world.closing.aborted) throw cause;
    setResourceStatus(run, current, 'UPDATE_FAILED', cause instanceof Error ? cause.message : String(cause));
    return false;
  }
}
