import { describeError } from '../../core/described-error.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { RemovedStage } from '../../core/removal/result.ts';
import type { HeldLock } from '../../stage/hold/lock.ts';
import type { OpenedDeployment } from '../../stage/open/deployment.ts';
import { removeHeld } from '../../stage/remove/remove.ts';
import type { Run } from '../../stage/run.ts';
import { askOfPreview, type NotWanted } from '../../stage/wanted/still-wanted.ts';
import { type DeployOutcome, type Overtaken, type RunFacts, removedOutcome, supersededOutcome } from './outcome.ts';

/** A run that holds its stage. */
export interface HeldRun {
  readonly run: Run;
  readonly lock: HeldLock;
  /** For the result. */
  readonly facts: RunFacts;
}

/** Ends a run whose commit is not wanted before anything was deployed: the stage is left alone, or goes. */
export async function endUnwanted(notWanted: NotWanted, held: HeldRun, deps: OpenedDeployment): Promise<DeployOutcome> {
  const removed = await removeUnwanted(notWanted, held, deps);
  return removed === undefined ? supersededOutcome(notWanted.reason, held.facts) : removedOutcome(removed, held.facts);
}

/**
 * Asks once more when a preview was deployed, and removes it if it is to go: its pull request may have been closed meanwhile,
 * whose own run may have come and gone, or its head may have moved on. Undefined if the commit is still wanted; what cannot
 * be asked is left to the next run and to the sweep.
 */
export async function askWhetherOvertaken(held: HeldRun, deps: OpenedDeployment): Promise<Overtaken | undefined> {
  const { stage, commit } = held.run;
  if (stage.kind !== 'preview' || commit === undefined) {
    return undefined;
  }
  try {
    const notWanted = await askOfPreview({ ...deps, commit });
    return notWanted === undefined
      ? undefined
      : { superseded: notWanted.reason, ...onlyDefined({ removed: await removeUnwanted(notWanted, held, deps) }) };
  } catch (error) {
    const { message } = describeError(error);
    const what = 'it could not be asked whether the preview is still wanted, the next run will see';
    deps.voice.log.warning(`${what}: ${message}`);
    return undefined;
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
