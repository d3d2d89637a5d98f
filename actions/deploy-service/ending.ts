import { describeError } from '../../core/described-error.ts';
import type { LedgerStage } from '../../core/ledger/keys.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { RemovedStage } from '../../core/removal/result.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { Dependencies } from '../../stage/deploy/dependencies.ts';
import type { HeldLock } from '../../stage/hold/lock.ts';
import { askOfPreview, type NotWanted } from '../../stage/wanted/commit-wanted.ts';
import type { contract } from './contract.ts';
import { type Ending, removedOutcome, supersededOutcome } from './outcome.ts';

/** The stage that a run holds. */
interface Held {
  readonly ledgerStage: LedgerStage;
  readonly lock: HeldLock;
}

type Parts = Dependencies & { readonly commit: string | undefined };

/** Ends a run whose commit is not wanted before anything was deployed: the stage is left alone, or goes. */
export async function endUnwanted(now: NotWanted, held: Held, deps: Parts): Promise<Outcome<typeof contract>> {
  const removed = now.isClosed ? await removeIfUnwanted(held, deps) : undefined;
  return removed === undefined ? supersededOutcome(now.reason, deps) : removedOutcome(removed, deps);
}

/**
 * Asks once more when a preview was deployed: its pull request may have been closed meanwhile, whose own run may have come
 * and gone, or its head may have moved on. What cannot be asked is left to the next run and to the sweep.
 */
export async function endAsWanted(
  build: (ending?: Ending) => Outcome<typeof contract>,
  held: Held,
  deps: Parts,
): Promise<Outcome<typeof contract>> {
  const { configuration, commit, log } = deps;
  if (configuration.stage.kind !== 'preview' || commit === undefined) {
    return build();
  }
  try {
    const now = await askOfPreview({ ...deps, commit });
    const removed = now?.isClosed === true ? await removeIfUnwanted(held, deps) : undefined;
    return build({
      ...onlyDefined({ superseded: now?.reason, removed }),
    });
  } catch (error) {
    const { message } = describeError(error);
    log.warning(`it could not be asked whether the preview is still wanted, the next run will see: ${message}`);
    return build();
  }
}

/** Removes the stage where GitHub says that it is to go; undefined where it stays, or there is nothing of it. */
async function removeIfUnwanted({ ledgerStage, lock }: Held, deps: Parts): Promise<RemovedStage | undefined> {
  const decision = await deps.previewNow();
  return decision.decision === 'destroy' ? deps.removeIfClosed(ledgerStage, lock) : undefined;
}
