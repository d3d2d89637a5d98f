import type { StackResource } from '../state/stacks.ts';
import { handlerOf } from './registry.ts';
import { checkRights } from './rights.ts';
import { type Run, setResourceStatus, takeTime } from './run.ts';

export interface Removal {
  /** Logical ids that are left alone, as RetainResources asks. */
  retain?: readonly string[];
  /** FORCE_DELETE_STACK: what cannot be deleted is left alone. */
  force?: boolean;
  /** The operation that made the resources is undone: RetainExceptOnCreate does not hold them. */
  rollback?: boolean;
  /** Forgets what is gone, as an update does; a deleted stack goes on listing it. */
  forget?: boolean;
}

/** Deletes resources, the youngest first; answers the logical ids that failed. */
export async function removeResources(run: Run, resources: StackResource[], removal: Removal = {}): Promise<string[]> {
  const failed: string[] = [];
  for (const resource of [...resources].reverse()) {
    if (resource.status === 'DELETE_COMPLETE' || resource.status === 'DELETE_SKIPPED') continue;
    if (isKept(resource, removal)) {
      setResourceStatus(run, resource, 'DELETE_SKIPPED');
    } else if (!(await removeResource(run, resource)) && !removal.force) {
      failed.push(resource.logicalId);
      continue;
    }
    const listed = run.stack.resources.get(resource.logicalId) === resource;
    if (removal.forget && listed) run.stack.resources.delete(resource.logicalId);
  }
  return failed;
}

function isKept({ deletionPolicy, logicalId }: StackResource, { retain = [], rollback = false }: Removal): boolean {
  if (deletionPolicy === 'RetainExceptOnCreate' && !rollback) return true;
  return deletionPolicy === 'Retain' || retain.includes(logicalId);
}

async function removeResource(run: Run, resource: StackResource): Promise<boolean> {
  const { world, stack } = run;
  const { logicalId, type, properties, physicalId } = resource;
  if (physicalId === undefined) {
    setResourceStatus(run, resource, 'DELETE_COMPLETE');
    return true;
  }
  setResourceStatus(run, resource, 'DELETE_IN_PROGRESS');
  await takeTime(run, type, logicalId);
  try {
    const fault = world.faults.takeResource({ stack: stack.name, logicalId, type, on: 'delete' });
    if (fault !== undefined) throw new Error(fault);
    checkRights('remove', { world, stack, logicalId, type, properties }, physicalId);
    await handlerOf(type).remove?.({ world, stack, logicalId, type, properties }, physicalId);
    setResourceStatus(run, resource, 'DELETE_COMPLETE');
    return true;
  } catch (cause) {
    if (world.closing.aborted) throw cause;
    setResourceStatus(run, resource, 'DELETE_FAILED', cause instanceof Error ? cause.message : String(cause));
    return false;
  }
}
