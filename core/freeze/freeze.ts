import { UserError } from '../errors.ts';
import { suggestName } from '../suggest.ts';
import { openUntil, type TimeWindow } from './window.ts';

/** A window of a stage in which it is not deployed to. */
export interface FreezeWindow extends TimeWindow {
  readonly reason: string;
}

/** Why a stage is frozen now. */
export interface Frozen {
  /** With the end, where it is known. */
  readonly reason: string;
}

/** The variable of a repository, or of its organisation, that freezes stages. */
export const FREEZE_VARIABLE = 'SERVERLESS_STAGES_FREEZE';
/** What stands in it for all stages. */
const ALL = 'all';

export interface FreezeParts {
  readonly stage: string;
  /** Names of all configured stages. */
  readonly stages: readonly string[];
  readonly windows: readonly FreezeWindow[];
  /** What the variable says: `all`, or names of stages with commas between; empty for nothing. */
  readonly variable: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Returns why a configured stage is frozen; undefined if it is not. Throws E_INPUT if the variable names no stage. */
export function frozenNow({ stage, stages, windows, variable, now }: FreezeParts): Frozen | undefined {
  const named = variable.split(/[\s,]+/).filter((name) => name !== '');
  const unknown = named.find((name) => name !== ALL && !stages.includes(name));
  if (unknown !== undefined) {
    throw new UserError('E_INPUT', {
      what: `the variable ${FREEZE_VARIABLE} is "${variable}", and "${unknown}" is not a configured stage`,
      why: 'a name with a typing mistake would freeze nothing',
      fix: `write "${ALL}" or names of configured stages with commas between, or remove the variable – ${suggestName(unknown, stages)}`,
    });
  }
  if (named.includes(ALL) || named.includes(stage)) {
    return { reason: `the variable ${FREEZE_VARIABLE} is "${variable}"` };
  }
  for (const window of windows) {
    const until = openUntil(window, now);
    if (until !== undefined) {
      return { reason: `until ${until}: ${window.reason}` };
    }
  }
  return undefined;
}

/** How long a lifted freeze stays lifted for the run that it was lifted for, in milliseconds: a re-run of it may come much later. */
const LIFTED_MS = 24 * 60 * 60_000;

/** Writes what lifts a freeze, from a moment (ISO 8601) on. */
export function writeLift(since: string, reason: string): string {
  return `${since} ${reason}`;
}

/** Returns why a freeze is lifted, as an input says it; undefined if it says nothing, or if it was lifted too long ago. */
export function readLift(text: string | undefined, now: number): string | undefined {
  const [, since, reason] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.+)$/.exec(text ?? '') ?? [];
  return since !== undefined && now - Date.parse(since) > LIFTED_MS ? undefined : (reason ?? text);
}

/** Says that a stage is deployed to although it is frozen, and why. */
export function tellLifted(stage: string, { reason }: Frozen, why: string): string {
  return `the stage "${stage}" is frozen (${reason}) and is deployed to all the same: ${why}`;
}

/** Says that a stage is frozen to who wanted to deploy to it. */
export function frozenError(stage: string, { reason }: Frozen): UserError {
  return new UserError('E_FROZEN', {
    what: `the stage "${stage}" is frozen (${reason})`,
    why: 'nothing was deployed',
    fix: 'start the run again when the freeze has ended; nothing starts by itself then',
  });
}
