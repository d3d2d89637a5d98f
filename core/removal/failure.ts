import { joinErrors } from '../described-error.ts';
import type { UserError } from '../errors.ts';
import type { RemovedStage } from './result.ts';

/** Makes one error of all that went wrong with stages; undefined where nothing did. */
export function removalFailure(stages: readonly RemovedStage[]): UserError | undefined {
  return joinErrors(
    stages.flatMap((stage) => [stage.error ?? [], ...stage.services.map(({ error }) => error ?? [])].flat()),
  );
}
