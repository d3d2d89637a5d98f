import { configuredStages } from '../../core/configuration/effective.ts';
import { freezeWindow } from '../../core/configuration/freeze.ts';
import { UserError } from '../../core/errors.ts';
import { type Frozen, frozenNow } from '../../core/freeze/freeze.ts';
import { failed, type Line, passed } from '../../core/promote/line.ts';
import type { Override } from '../../core/promote/override.ts';
import { type ApprovalEnvironment, type Asked, approvalLine, starterLine } from '../../core/promote/people.ts';
import { type BranchRules, branchLine } from '../../core/promote/rules.ts';
import type { PromotionEdges } from './edges.ts';
import type { Scene, Side } from './scene.ts';

/** What a run says of freezes and approvals. */
export interface Circumstances {
  /** What the variable SERVERLESS_STAGES_FREEZE says. */
  readonly freeze: string;
  /** Undefined: the name of `to` with `-approval` behind it. */
  readonly approvalEnvironment: string | undefined;
  readonly override: Override | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What every verdict asks, of a promotion and of a rollback. */
export interface CommonAnswers {
  readonly lines: readonly Line[];
  readonly rules: Asked<BranchRules>;
}

/** Asks about freezes, people and rules; `workflowFiles`: files of workflows that the move changes. Throws E_INPUT for an override that nobody approves. */
export async function askCommon(
  { pair, to, moves }: Scene,
  workflowFiles: readonly string[],
  circumstances: Circumstances,
  { people, run }: Pick<PromotionEdges, 'people' | 'run'>,
): Promise<CommonAnswers> {
  const { approvalEnvironment = `${pair.to}-approval`, override } = circumstances;
  const [rules, environment, role] = await Promise.all([
    people.rules(to.branch),
    people.environment(approvalEnvironment),
    people.role(run.actor),
  ]);
  checkOverride(override, isApproved(pair.mode, rules, environment));
  return {
    rules,
    lines: [
      freezeLine(to, circumstances),
      starterLine(run.actor, pair.requires, role),
      ...(pair.mode === 'branch' ? [approvalLine(approvalEnvironment, environment)] : []),
      ...(moves ? [branchLine({ branch: to.branch, mode: pair.mode, rules, workflowFiles })] : []),
    ],
  };
}

/** Whether a person says yes to the move: in the environment, or in the review of the pull request. */
function isApproved(
  mode: 'branch' | 'pull-request',
  rules: Asked<BranchRules>,
  environment: Asked<ApprovalEnvironment | undefined>,
): boolean {
  return mode === 'pull-request'
    ? 'value' in rules && rules.value.approvals > 0
    : 'value' in environment && (environment.value?.reviewers.length ?? 0) > 0;
}

function checkOverride(override: Override | undefined, approved: boolean): void {
  if (override !== undefined && !approved) {
    throw new UserError('E_INPUT', {
      what: `the input "override" is "${override.text}", and nobody is asked to approve`,
      why: 'only an approval lets something through that a verdict refuses',
      fix: 'give the environment of the approval required reviewers (docs/promotion.md), or leave "override" out',
    });
  }
}

/** Returns why the stage of a side is frozen now; undefined if it is not. Throws E_INPUT if the variable names no stage. */
export function frozenSide(
  { name, stage, config }: Omit<Side, 'head'>,
  freeze: string,
  now: number,
): Frozen | undefined {
  const windows = (stage.freeze ?? []).map(freezeWindow);
  return frozenNow({ stage: name, stages: configuredStages(config), windows, variable: freeze, now });
}

function freezeLine(to: Side, { freeze, now }: Circumstances): Line {
  const frozen = frozenSide(to, freeze, now);
  return frozen === undefined
    ? passed('freeze', `${to.name} is not frozen`)
    : failed('freeze', `${to.name} is frozen (${frozen.reason})`, {
        code: 'E_FROZEN',
        fix: 'start it again when the freeze has ended, or let it through with override "freeze: REASON"',
        liftedBy: 'freeze',
      });
}
