import { describeError } from '../../core/described-error.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { RemovedStage } from '../../core/removal/result.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { HeldLock } from '../../stage/hold/lock.ts';
import type { OpenedDeployment } from '../../stage/open/deployment.ts';
import { removeHeld } from '../../stage/remove/remove.ts';
import type { Run } from '../../stage/run.ts';
import { askOfPreview, type NotWanted } from '../../stage/wanted/still-wanted.ts';
import type { contract } from './contract.ts';
import { type Overtaken, type RunFacts, removedOutcome, supersededOutcome } from './outcome.ts';

/** A run that holds its stage. */
export interface HeldRun {
  readonly run: Run;
  readonly lock: HeldLock;
  /** For the result. */
  readonly facts: RunFacts;
}

/** Ends a run whose commit is not wanted before anything was deployed: the stage is left alone, or goes. */
export async function endUnwanted(
  now: NotWanted,
  held: HeldRun,
  deps: OpenedDeployment,
): Promise<Outcome<typeof contract>> {
  const removed = await removeUnwanted(now, held, deps);
  return removed === undefined ? supersededOutcome(now.reason, held.facts) : removedOutcome(removed, held.facts);
}

/**
 * Asks once more when a preview was deployed: its pull request may have been closed meanwhile, whose own run may have come
 * and gone, or its head may have moved on. What cannot be asked is left to the next run and to the sweep.
 */
export async function endAsWanted(
  build: (overtaken?: Overtaken) => Outcome<typeof contract>,
  held: HeldRun,
  deps: OpenedDeployment,
): Promise<Outcome<typeof contract>> {
  const { stage, commit } = held.run;
  if (stage.kind !== 'preview' || commit === undefined) {
    return build();
  }
  try {
    const now = await askOfPreview({ ...deps, commit });
    const removed = now === undefined ? undefined : await removeUnwanted(now, held, deps);
    return build(onlyDefined({ superseded: now?.reason, removed }));
  } catch (error) {
    const { message } = describeError(error);
    const what = 'it could not be asked whether the preview is still wanted, the next run will see';
    deps.voice.log.warning(`${what}: ${message}`);
    return build();
  }
}

/** Removes the stage if GitHub says that it is to go; undefined if it stays, or nothing of it is there. */
async function removeUnwanted(
  { mayGo }: NotWanted,
  { run, lock }: HeldRun,
  deps: OpenedDeployment,
): Promise<RemovedStage | undefined> {
  return mayGo ? removeHeld(run, lock, deps) : undefined;
}
