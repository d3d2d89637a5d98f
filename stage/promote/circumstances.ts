import { UserError } from '../../core/errors.ts';
import type { Asked } from '../../core/promote/asked.ts';
import type { Line } from '../../core/promote/line.ts';
import type { Override } from '../../core/promote/override.ts';
import { type ApprovalEnvironment, approvalLine, starterLine } from '../../core/promote/people.ts';
import type { PromotionPlan } from '../../core/promote/plan.ts';
import { type BranchRules, branchLine } from '../../core/promote/rules.ts';
import type { PromotionEdges } from './edges.ts';
import { freezeLine } from './freeze.ts';
import type { Scene } from './scene.ts';

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

/** What GitHub says of people and of the branch, whatever is promoted. */
export interface CommonAnswers {
  readonly rules: Asked<BranchRules>;
  readonly environment: Asked<ApprovalEnvironment | undefined>;
  /** Role of who started the run. */
  readonly role: Asked<string>;
  /** Changed files of workflows that the move brings. */
  readonly workflowFiles: readonly string[];
}

const environmentOf = ({ pair }: Scene, { approvalEnvironment }: Circumstances) =>
  approvalEnvironment ?? `${pair.to}-approval`;

/** Asks what does not depend on the commit. */
export async function askCommon(
  scene: Scene,
  workflowFiles: readonly string[],
  circumstances: Circumstances,
  { people, run }: Pick<PromotionEdges, 'people' | 'run'>,
): Promise<CommonAnswers> {
  const [rules, environment, role] = await Promise.all([
    people.rules(scene.to.branch),
    people.environment(environmentOf(scene, circumstances)),
    people.role(run.actor),
  ]);
  return { rules, environment, role, workflowFiles };
}

/** What a plan does; undefined if nothing is to happen. */
type Action = PromotionPlan['action'] | undefined;

/** The lines that every verdict has. */
export function commonLines(
  scene: Scene,
  { rules, environment, role, workflowFiles }: CommonAnswers,
  circumstances: Circumstances,
  { action, actor }: { readonly action: Action; readonly actor: string },
): Line[] {
  const { pair, to } = scene;
  const { freeze: variable, now } = circumstances;
  const isReviewed = pair.mode === 'pull-request' && action === 'move';
  return [
    freezeLine({ stage: to.name, config: to.config, variable, now }),
    starterLine(actor, pair.requires, role),
    ...(isReviewed ? [] : [approvalLine(environmentOf(scene, circumstances), environment)]),
    ...(action === 'move' ? [branchLine({ branch: to.branch, mode: pair.mode, rules, workflowFiles })] : []),
  ];
}

/**
 * Throws E_INPUT for an override that nobody approves: a move by a pull request is approved by its review, everything else in the
 * environment.
 */
export function checkOverride(
  { pair }: Scene,
  { rules, environment }: CommonAnswers,
  override: Override | undefined,
  action: Action,
): void {
  const isReviewed = pair.mode === 'pull-request' && action === 'move';
  const isApproved = isReviewed
    ? 'value' in rules && rules.value.approvals > 0
    : 'value' in environment && (environment.value?.reviewers.length ?? 0) > 0;
  if (override === undefined || action === undefined) {
    return;
  }
  if (!isApproved) {
    throw new UserError('E_INPUT', {
      what: `the input "override" is "${override.text}", and nobody is asked to approve`,
      why: 'only an approval lets something through that a verdict refuses',
      fix: 'give the environment of the approval required reviewers (docs/promotion.md), or leave "override" out',
    });
  }
  if (isReviewed && override.names.includes('freeze')) {
    throw new UserError('E_INPUT', {
      what: 'the input "override" names "freeze", and the branch moves by a pull request',
      why: 'the merge of the pull request is deployed by a push, which keeps to the freeze',
      fix: 'lift the freeze itself (docs/freeze.md), or wait until it has ended',
    });
  }
}
