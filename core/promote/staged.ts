import type { DeploymentRecord } from '../ledger/record.ts';
import type { Wish } from '../ledger/wish.ts';
import { shortCommit } from '../short-commit.ts';
import { isSuccess, type StackView } from '../stack/status.ts';
import type { Asked } from './asked.ts';
import { failed, type Line, notAsked, passed } from './line.ts';

/** One deployment of a stage, by its record and by its stack. */
export interface Standing {
  readonly region: string;
  readonly record: DeploymentRecord;
  readonly stack: StackView | undefined;
}

/** What a stage has, as far as a viewer sees it. */
export interface StageFacts {
  readonly stage: string;
  /** What this repository wants in it. */
  readonly wish: Wish | undefined;
  /** When the wish was written, in milliseconds since 1970. */
  readonly wishWritten: number;
  readonly deployments: readonly Standing[];
  /** Records that cannot be read. */
  readonly broken: readonly string[];
  /** Milliseconds since 1970, by AWS's clock. */
  readonly now: number;
}

/** The commit that a stage completed and nothing else began in it since; undefined if there is none. */
export function completedCommit({ wish }: StageFacts): string | undefined {
  return wish?.complete === true && wish.commit === wish.completedCommit ? wish.completedCommit : undefined;
}

/**
 * Returns the commit that a stage has, by what it completed last; by the head of its branch if nobody may look. Undefined if neither is
 * known.
 */
export function commitOfStage(facts: Asked<StageFacts>, head: string | undefined): string | undefined {
  return 'because' in facts ? head : (completedCommit(facts.value) ?? facts.value.wish?.completedCommit);
}

/** Says whether a stage completed a commit. */
export function stagedLine(facts: StageFacts, commit: string, again: string): Line {
  const { stage, wish } = facts;
  const short = shortCommit(commit);
  if (completedCommit(facts) === commit) {
    return passed('staged', `${stage} completed ${short}`);
  }
  const fix = `deploy it to ${stage} first: ${again}`;
  if (wish === undefined) {
    return failed('staged', `this repository never deployed to ${stage}`, { code: 'E_NOT_STAGED', fix });
  }
  if (wish.commit === commit) {
    const text = `${stage} did not complete ${short}: its deploy failed, or is under way (${wish.run.url})`;
    return failed('staged', text, { code: 'E_NOT_STAGED', fix: `look at that run; then ${fix}` });
  }
  if (wish.completedCommit === commit) {
    const text = `${stage} completed ${short}, and ${shortCommit(wish.commit ?? '')} was begun there since`;
    return failed('staged', text, { code: 'E_NOT_STAGED', fix: `wait for that one, or ${fix}` });
  }
  const has = wish.completedCommit === undefined ? 'nothing yet' : shortCommit(wish.completedCommit);
  return failed('staged', `${stage} completed ${has}, not ${short}`, {
    code: 'E_NOT_STAGED',
    fix: `promote what it has, or ${fix}`,
  });
}

/** What a stage has to have. */
export interface Expected {
  /** Keys of its services; undefined if they cannot be told. */
  readonly keys: readonly string[] | undefined;
  readonly regions: readonly string[];
  /** How it is deployed once more, for the error. */
  readonly again: string;
}

/** Says whether every deployment of a stage is there and stands just as its record says. */
export function wholeLine({ stage, deployments, broken }: StageFacts, { keys, regions, again }: Expected): Line {
  const recorded = new Set(deployments.map(({ region, record }) => `${record.key} in ${region}`));
  const missing = regions.flatMap((region) => (keys ?? []).map((key) => `${key} in ${region}`));
  const faults = [
    ...broken,
    ...deployments.flatMap((one) => {
      const fault = faultOf(one);
      return fault === undefined ? [] : [`${one.record.key} in ${one.region}: ${fault}`];
    }),
    ...missing.filter((name) => !recorded.has(name)).map((name) => `${name}: it has no record`),
    ...(deployments.length === 0 && missing.length === 0 ? ['it has no records at all'] : []),
  ];
  if (faults.length > 0) {
    return failed('whole', `${stage} is not whole any more`, {
      code: 'E_NOT_STAGED',
      details: faults,
      fix: `deploy to ${stage} again: ${again}`,
    });
  }
  const count = deployments.length === 1 ? 'its deployment is' : `all ${deployments.length} deployments are`;
  const text = `${count} whole in ${stage}: records and stacks agree`;
  return keys === undefined
    ? notAsked('whole', `${text}; which services it has to have cannot be told`)
    : passed('whole', text);
}

function faultOf({ record, stack }: Standing): string | undefined {
  const { completed } = record;
  if (record.status !== 'deployed' || completed === undefined) {
    return `its record says ${record.status}`;
  }
  if (stack === undefined) {
    return `the stack ${record.stackName} is gone`;
  }
  if (!isSuccess(stack.status)) {
    return `the stack ${stack.name} is ${stack.status}`;
  }
  return stack.id === completed.stack && stack.changed === completed.changed
    ? undefined
    : `the stack ${stack.name} was changed by something else`;
}

/** Says what is known of tests, checks and hooks: a stage completes nothing whose check or hook failed. */
export function testedLine({ stage, wish }: StageFacts): Line {
  const checks = `checks and hooks passed in ${stage}`;
  switch (wish?.tests) {
    case 'passed':
      return passed('tested', `tests, ${checks}`);
    case 'none':
      return passed('tested', `${checks}; no service that was deployed has tests`);
    case undefined:
      return notAsked('tested', `${checks}; its workflow did not say what came of the tests`);
  }
}

/** Says whether a commit is long enough in a stage; `soak` in seconds. */
export function soakLine({ stage, wish, wishWritten, now }: StageFacts, soak: number): Line {
  if (soak === 0) {
    return passed('soak', `no time in ${stage} is asked for (promote.soak)`);
  }
  const since = wish?.completedSince === undefined ? wishWritten : Date.parse(wish.completedSince);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  if (seconds >= soak) {
    return passed('soak', `in ${stage} for ${spellTime(seconds)}, at least ${spellTime(soak)} are asked for`);
  }
  return failed('soak', `in ${stage} for ${spellTime(seconds)}, and ${spellTime(soak)} are asked for (promote.soak)`, {
    code: 'E_NOT_SOAKED',
    fix: `start it again after ${new Date(since + soak * 1000).toISOString()}, or let it through with override "soak: REASON"`,
    liftedBy: 'soak',
  });
}

/** Spells seconds in the largest two units that say something. */
export function spellTime(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ] as const;
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first === -1) {
    return '0 s';
  }
  let rest = seconds;
  const parts = units.slice(first, first + 2).flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${unit}`];
  });
  return parts.join(' ');
}
