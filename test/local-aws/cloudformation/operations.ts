import type { Stack, StackOutput, Wish } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { bringTo, failureReason } from './bring-to.ts';
import { exportConflict } from './exports.ts';
import { type Removal, removeResources } from './remove.ts';
import { dropChangeSet } from './remove-change-set.ts';
import { rollBackCreate, rollBackUpdate } from './rollback.ts';
import { newRun, type Run, setStackStatus } from './run.ts';
import { activeResources } from './scope.ts';

interface Active {
  run: Run;
  /** Resolves when the operation has reached its terminal state. */
  done: Promise<void>;
}

const active = new WeakMap<Stack, Active>();

export interface StartOptions {
  token?: string;
  /** What a failed create becomes; ROLLBACK by default. */
  onFailure?: string;
}

/** Starts to create a stack's resources; the stack is CREATE_IN_PROGRESS when it returns. */
export function startCreate(world: World, stack: Stack, wish: Wish, options: StartOptions = {}): Promise<void> {
  const run = newRun(world, stack, options.token);
  stack.wish = wish;
  setStackStatus(run, 'CREATE_IN_PROGRESS', 'User Initiated');
  return begin(run, async () => {
    const outputs = await bringTo(run, wish);
    if (run.abandoned) return;
    if (outputs) {
      settleOutputs(run, wish, outputs);
      setStackStatus(run, 'CREATE_COMPLETE');
      return;
    }
    const reason = failureReason(run);
    const onFailure = stack.disableRollback ? 'DO_NOTHING' : options.onFailure;
    if (onFailure === 'DO_NOTHING') setStackStatus(run, 'CREATE_FAILED', reason);
    else if (onFailure === 'DELETE') await removeAll(run, { rollback: true }, reason);
    else await rollBackCreate(run, `${reason}Rollback requested by user.`);
  });
}

/** Starts to bring a stack to a wish; the stack is UPDATE_IN_PROGRESS when it returns. */
export function startUpdate(world: World, stack: Stack, wish: Wish, options: StartOptions = {}): Promise<void> {
  const run = newRun(world, stack, options.token);
  stack.snapshot ??= {
    wish: stack.wish ?? wish,
    imports: stack.imports,
    resources: new Map(stack.resources),
  };
  stack.wish = wish;
  stack.updatedAt = world.clock.now();
  setStackStatus(run, 'UPDATE_IN_PROGRESS', 'User Initiated');
  return begin(run, async () => {
    const outputs = await bringTo(run, wish);
    if (outputs) {
      await finishUpdate(run, wish, outputs);
      return;
    }
    const reason = failureReason(run);
    if (stack.disableRollback) setStackStatus(run, 'UPDATE_FAILED', reason);
    else await rollBackUpdate(run, reason);
  });
}

/** Starts to delete a stack; where another stack uses an export, the stack stays as it is, with the reason. */
export function startDelete(world: World, stack: Stack, removal: Removal, options: StartOptions = {}): Promise<void> {
  const before = active.get(stack);
  if (before && stack.status === 'CREATE_IN_PROGRESS') {
    before.run.stopped = true;
    before.run.abandoned = true;
  }
  const run = newRun(world, stack, options.token);
  const conflict = exportConflict(world, stack, []);
  if (conflict !== undefined) {
    setStackStatus(run, stack.status, conflict);
    return Promise.resolve();
  }
  stack.deletedAt = world.clock.now();
  setStackStatus(run, 'DELETE_IN_PROGRESS', 'User Initiated');
  return begin(run, async () => {
    await before?.done;
    await removeAll(run, removal);
  });
}

/** Starts ContinueUpdateRollback, or RollbackStack of a failed update. */
export function startUpdateRollback(world: World, stack: Stack, skip: string[], token?: string): Promise<void> {
  const run = newRun(world, stack, token);
  return begin(run, () => rollBackUpdate(run, 'User Initiated', skip));
}

/** Starts RollbackStack of a create that was left as it failed. */
export function startCreateRollback(world: World, stack: Stack, token?: string): Promise<void> {
  const run = newRun(world, stack, token);
  return begin(run, () => rollBackCreate(run, 'User Initiated'));
}

/** Cancels the update under way, which then rolls back; false where there is none. */
export function cancelUpdate(stack: Stack): boolean {
  const current = active.get(stack);
  if (!current || stack.status !== 'UPDATE_IN_PROGRESS') return false;
  current.run.stopped = true;
  current.run.reason = 'User Initiated';
  return true;
}

function begin(run: Run, work: () => Promise<void>): Promise<void> {
  const done = work().catch((cause) => {
    if (!run.world.closing.aborted) throw cause;
  });
  active.set(run.stack, { run, done });
  return done;
}

function settleOutputs({ stack }: Run, wish: Wish, outputs: StackOutput[]): void {
  stack.outputs = outputs;
  stack.wish = wish;
  delete stack.snapshot;
}

async function finishUpdate(run: Run, wish: Wish, outputs: StackOutput[]): Promise<void> {
  const { stack } = run;
  const wanted = activeResources(stack, wish);
  settleOutputs(run, wish, outputs);
  setStackStatus(run, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  const dropped = [...stack.resources.values()].filter(({ logicalId }) => !(logicalId in wanted));
  const replaced = run.replaced.map(({ deletionPolicy: _, ...resource }) => ({
    ...resource,
    ...(resource.updateReplacePolicy ? { deletionPolicy: resource.updateReplacePolicy } : {}),
  }));
  await removeResources(run, [...replaced, ...dropped], { forget: true });
  for (const { logicalId } of dropped) stack.resources.delete(logicalId);
  setStackStatus(run, 'UPDATE_COMPLETE');
}

async function removeAll(run: Run, removal: Removal, reason?: string): Promise<void> {
  const { stack } = run;
  stack.deletedAt ??= run.world.clock.now();
  if (reason !== undefined) setStackStatus(run, 'DELETE_IN_PROGRESS', reason);
  const failed = await removeResources(run, [...stack.resources.values()], removal);
  if (failed.length > 0) {
    setStackStatus(run, 'DELETE_FAILED', `The following resource(s) failed to delete: [${failed.join(', ')}]. `);
    return;
  }
  stack.imports = new Map();
  for (const changeSet of [...stack.changeSets.values()]) dropChangeSet(run.world, stack, changeSet);
  setStackStatus(run, 'DELETE_COMPLETE');
}
