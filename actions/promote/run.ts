import { UserError } from '../../core/errors.ts';
import { startCommand } from '../../core/promote/command.ts';
import { parseOverride } from '../../core/promote/override.ts';
import { parsePlan } from '../../core/promote/plan.ts';
import { renderPromoted, renderPromotion } from '../../core/report/promotion.ts';
import { truncateText } from '../../core/report/truncate.ts';
import { suggestName } from '../../core/suggest.ts';
import { encodeJson } from '../../core/transport.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { OpenedPromotion } from '../../stage/open/promotion.ts';
import { judge } from '../../stage/promote/judge.ts';
import { movePlan } from '../../stage/promote/move.ts';
import type { contract, Inputs } from './contract.ts';

const PHASES = ['verdict', 'move', 'report'] as const;
/** Longest body of a pull request that GitHub takes, in characters, with room for more. */
const MAX_BODY = 60_000;

/** Does one of the three jobs of a promotion. */
export async function run(inputs: Inputs, deps: OpenedPromotion): Promise<Outcome<typeof contract>> {
  const phase = PHASES.find((known) => known === inputs.phase);
  switch (phase) {
    case 'verdict':
      return decide(inputs, deps);
    case 'move':
      return move(inputs, deps);
    case 'report':
      return report(inputs, deps);
    case undefined:
      throw new UserError('E_INPUT', {
        what: `the input "phase" is "${inputs.phase}"`,
        fix: suggestName(inputs.phase, PHASES),
      });
  }
}

async function decide(inputs: Inputs, deps: OpenedPromotion): Promise<Outcome<typeof contract>> {
  const { result, plan, expectedCode, failure } = await judge(
    {
      from: inputs.from,
      to: inputs.to,
      commit: inputs.commit,
      rollback: inputs.rollback,
      isDryRun: inputs['dry-run'],
      circumstances: {
        freeze: inputs.freeze ?? '',
        approvalEnvironment: inputs['approval-environment'],
        override: parseOverride(inputs.override),
        now: deps.now(),
      },
    },
    deps,
  );
  const summary = renderPromotion(result, deps.repositoryUrl);
  for (const { answer, text } of result.lines) {
    deps.log.info(`${answer}: ${text}`);
  }
  return {
    outputs: {
      decision: result.decision,
      reason: result.reason,
      from: result.from,
      to: result.to,
      commit: result.commit,
      plan: plan === undefined ? undefined : encodeJson({ ...plan, summary: truncateText(summary, MAX_BODY) }),
      'expected-code': expectedCode === undefined ? undefined : encodeJson(expectedCode),
      'lift-freeze': plan?.liftFreeze,
      result: encodeJson(result),
    },
    summary,
    notice:
      result.command === undefined
        ? `${result.decision}: ${result.reason}`
        : `${result.decision}: ${result.reason}; to do it: ${result.command}`,
    ...(failure === undefined ? {} : { failure }),
  };
}

async function move(inputs: Inputs, deps: OpenedPromotion): Promise<Outcome<typeof contract>> {
  const plan = parsePlan(inputs.plan);
  const moved = await movePlan(plan, { ...deps, runRef: deps.run.ref, freeze: inputs.freeze ?? '' });
  const isProposed = moved.pullRequest !== undefined;
  return {
    outputs: {
      decision: isProposed ? 'proposed' : 'deploy',
      reason: isProposed
        ? `pull request #${moved.pullRequest} asks for the move`
        : `"${plan.toBranch}" holds what was approved`,
      from: plan.from,
      to: plan.to,
      commit: moved.commit,
      redeploy: String(plan.redeploy),
      rollback: String(plan.kind === 'rollback'),
      'pull-request': moved.pullRequest?.toString(),
    },
  };
}

function report(inputs: Inputs, { run: { workflow }, repositoryUrl }: OpenedPromotion): Outcome<typeof contract> {
  const plan = parsePlan(inputs.plan);
  const { 'moved-commit': commit, 'pull-request': pullRequest, 'deploy-result': deployResult } = inputs;
  const pair = { from: plan.from, to: plan.to };
  const branch = plan.toBranch;
  const commands = {
    again: startCommand({ workflow: `${plan.to}.yml`, branch, inputs: { commit } }),
    back: startCommand({ workflow, branch, inputs: { ...pair, rollback: 'last' } }),
  };
  const summary = renderPromoted({ plan, commit, pullRequest, deployResult, commands }, repositoryUrl);
  if (pullRequest !== undefined) {
    return { outputs: { decision: 'proposed' }, summary };
  }
  if (commit !== undefined && deployResult === 'success') {
    return { outputs: { decision: 'done' }, summary };
  }
  const failure = new UserError('E_DEPLOY_FAILED', {
    what:
      commit === undefined
        ? `"${branch}" was not moved, and nothing was deployed to "${plan.to}"`
        : `"${branch}" holds ${commit}, and its deploy to "${plan.to}" did not succeed (${deployResult ?? 'it did not run'})`,
    fix:
      commit === undefined
        ? 'the job that moves says why'
        : `deploy it again: ${commands.again} – or go back: ${commands.back}`,
  });
  return { outputs: { decision: 'failed' }, summary, failure };
}
