import { stagePath } from '../../core/ledger/keys.ts';
import { isSuccess } from '../../core/stack/status.ts';
import type { Attempt } from './actions.ts';
import type { Play } from './history.ts';
import { differsFromBase, SERVICE_KEYS, templateOf } from './serverless.ts';
import { lockOf, stageOfRef, type World } from './world.ts';

/** What is wrong in the end: what is there and is not wanted or not known, and what is wanted and is not there. */
export interface Faults {
  readonly left: readonly string[];
  /** Refs whose previews are not what they are to be, with what they lack. */
  readonly missing: ReadonlyMap<string, string>;
}

/** Compares the world, when nobody does anything any more and the sweep has come by, with what GitHub wants. */
export function findFaults({ options, github, stacks, store }: World): Faults {
  const left: string[] = [];
  const missing = new Map<string, string>();
  const known = new Set<string>();
  for (const ref of github.refs) {
    const stage = stageOfRef(ref);
    const commit = github.wanted(ref);
    const path = stagePath({ app: 'shop', kind: 'preview', name: stage });
    const names = store.below(path).map(({ name }) => name);
    const standing = stacks.standing().filter((stack) => stack.stage === stage);
    if (commit === undefined) {
      left.push(...names, ...standing.map(({ name, status }) => `stack ${name} (${status})`));
      continue;
    }
    known.add(path);
    for (const { name } of standing) {
      const service = name.slice(0, -stage.length - 1);
      left.push(...(names.includes(`${path}/${service}`) ? [] : [`stack ${name} without a record`]));
    }
    for (const key of SERVICE_KEYS.slice(0, options.services)) {
      const stack = standing.find(({ name }) => name === `shop-${key}-${stage}`);
      const isLive =
        stack !== undefined && isSuccess(stack.status) && stack.template === JSON.stringify(templateOf(key, commit));
      const isLeftOut = stack === undefined && options.hasSource && !differsFromBase(key, commit);
      if (!isLive && !isLeftOut) {
        missing.set(ref, `${key} at ${commit.slice(0, 7)} (${stack?.status ?? 'no stack'})`);
      }
    }
  }
  const strangers = store
    .below('/serverless-stages')
    .filter(({ name }) => ![...known].some((path) => name.startsWith(path)));
  return { left: [...new Set([...left, ...strangers.map(({ name }) => name)])], missing };
}

/** Whether an attempt is about the preview of a ref. */
function concerns({ trigger }: Attempt, ref: string): boolean {
  const isOfBranch = ref.startsWith('refs/heads/');
  return trigger.type === 'pull-request'
    ? isOfBranch || ref === `refs/pull/${trigger.number}`
    : trigger.type !== 'sweep' && isOfBranch;
}

/**
 * Whether an attempt rightly left a preview to another run: the head that its event was of is not the branch's any more; or it
 * is the run of a deletion, which deploys nothing, and the branch is there again.
 */
function leftItToAnother({ status, attempt, trigger }: Attempt, { world }: Play): boolean {
  const { head } = world.github;
  const hasMovedOn = attempt === 1 && trigger.type === 'pull-request' && trigger.headSha !== head;
  return status === 'skip' && (hasMovedOn || (trigger.type === 'delete' && head !== undefined));
}

/** The attempts that should have brought a preview to what it is to be: they asked after it changed, and went their way. */
export function responsibleFor(ref: string, play: Play): Attempt[] {
  const since = play.world.github.changedAt(ref);
  return play.actions.attempts.filter((attempt) => {
    const asked = attempt.decidedSince !== undefined && attempt.decidedSince >= since;
    const went = attempt.end === 'finished' && !attempt.isFaulty && !leftItToAnother(attempt, play);
    return asked && went && concerns(attempt, ref);
  });
}

/**
 * What is left of previews that are not wanted although the sweep has not come by yet: whoever asked, or took the stage, or
 * wrote something of it after it changed has to remove it, where nobody was stopped on the way.
 */
export function leftBeforeSweep(play: Play): string[] {
  const { github, stacks, store } = play.world;
  return github.refs.flatMap((ref) => {
    const stage = stageOfRef(ref);
    const since = github.changedAt(ref);
    const active = play.actions.attempts.filter((one) => one.endedAt >= since && one.end !== 'replaced');
    const mustSee = ({ touched }: Attempt) => (touched.get(lockOf(stage)) ?? -1) > since;
    const isOwed = responsibleFor(ref, play).length > 0 || active.some(mustSee);
    if (github.wanted(ref) !== undefined || !isOwed || active.some((one) => one.end !== 'finished' || one.isFaulty)) {
      return [];
    }
    const names = store.below(stagePath({ app: 'shop', kind: 'preview', name: stage })).map(({ name }) => name);
    const standing = stacks.standing().filter((stack) => stack.stage === stage);
    return [...names.filter((name) => !name.endsWith('/lock')), ...standing.map(({ name }) => `stack ${name}`)];
  });
}

/** The last attempt of the newest run of a ref's preview. */
export function newestFor(ref: string, { actions }: Play): Attempt | undefined {
  const age = ({ run, attempt }: Attempt) => Number(run) * 1000 + attempt;
  return actions.attempts.filter((one) => concerns(one, ref)).sort((a, b) => age(b) - age(a))[0];
}

/** Attempts that failed although nothing stood in their way. */
export function failedByThemselves({ actions }: Play): string[] {
  return actions.attempts.flatMap(({ name, failure, isFaulty }) =>
    failure === undefined || isFaulty ? [] : [`${name}: ${failure}`],
  );
}
