import { configuredStages } from '../../core/configuration/effective.ts';
import { freezeWindow } from '../../core/configuration/freeze.ts';
import type { Config } from '../../core/configuration/schema.ts';
import { type Frozen, frozenNow } from '../../core/freeze/freeze.ts';
import { failed, type Line, passed } from '../../core/promote/line.ts';

/** What a freeze is told by. */
export interface FreezeParts {
  readonly stage: string;
  /** The file at the head of the stage's branch; undefined if there is none yet: then the variable alone counts. */
  readonly config: Config | undefined;
  /** What the variable SERVERLESS_STAGES_FREEZE says. */
  readonly variable: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Returns why a stage is frozen now; undefined if it is not. Throws E_INPUT if the variable names no stage. */
export function frozenStage({ stage, config, variable, now }: FreezeParts): Frozen | undefined {
  const windows = (config?.stages?.[stage]?.freeze ?? []).map(freezeWindow);
  const stages = config === undefined ? [stage] : configuredStages(config);
  return frozenNow({ stage, stages, windows, variable, now });
}

/** Says whether `to` is frozen. */
export function freezeLine(parts: FreezeParts): Line {
  const frozen = frozenStage(parts);
  return frozen === undefined
    ? passed('freeze', `${parts.stage} is not frozen`)
    : failed('freeze', `${parts.stage} is frozen (${frozen.reason})`, {
        code: 'E_FROZEN',
        fix: 'start it again when the freeze has ended, or let it through with override "freeze: REASON"',
        liftedBy: 'freeze',
      });
}
