import { UserError } from '../../core/errors.ts';
import { writeLift } from '../../core/freeze/freeze.ts';
import { startCommand } from '../../core/promote/command.ts';
import { parseOverride } from '../../core/promote/override.ts';
import { parsePlan } from '../../core/promote/plan.ts';
import { LAST } from '../../core/promote/rollback.ts';
import { type CameTo, renderPromoted, renderPromotion } from '../../core/report/promotion.ts';
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
      has: result.has,
      plan:
        plan === undefined
          ? undefined
          : encodeJson({ ...plan, folder: inputs['working-directory'], summary: truncateText(summary, MAX_BODY) }),
      'expected-code': expectedCode === undefined ? undefined : encodeJson(expectedCode),
      'lift-freeze': plan?.liftFreeze === undefined ? undefined : writeLift(plan.judged, plan.liftFreeze),
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

/** Statuses of a deploy that brought the stage to the commit. */
const DONE = ['deployed', 'unchanged'];

function report(inputs: Inputs, { run: { workflow }, repositoryUrl }: OpenedPromotion): Outcome<typeof contract> {
  const plan = parsePlan(inputs.plan);
  const { from, to, toBranch: branch, commit: target, override } = plan;
  const start = (given: Readonly<Record<string, string | undefined>>) =>
    startCommand({ workflow, branch, inputs: { from, to, ...given } });
  const again = plan.kind === 'rollback' ? { rollback: target } : { commit: target };
  const commands = { again: start({ ...again, override }), back: start({ rollback: LAST }) };
  const { 'moved-commit': commit, 'pull-request': pullRequest, 'deploy-status': status = '' } = inputs;
  const result = inputs['deploy-result'];
  const came = cameTo({ commit, pullRequest, status, result });
  const summary = renderPromoted({ plan, came, commit, pullRequest, commands }, repositoryUrl);
  if (came !== 'failed' && came !== 'not-moved') {
    return { outputs: { decision: came }, summary };
  }
  const failure = new UserError('E_DEPLOY_FAILED', {
    what:
      commit === undefined
        ? `"${branch}" was not moved, and nothing was deployed to "${to}"`
        : `"${branch}" holds ${commit}, and its deploy to "${to}" did not succeed (${result ?? 'it did not run'})`,
    fix:
      commit === undefined
        ? 'the job that moves says why'
        : `run the failed jobs again, or deploy it anew: ${commands.again} – or go back: ${commands.back}`,
  });
  return { outputs: { decision: 'failed' }, summary, failure };
}

interface Ended {
  readonly commit: string | undefined;
  readonly pullRequest: string | undefined;
  readonly status: string;
  readonly result: string | undefined;
}

function cameTo({ commit, pullRequest, status, result }: Ended): CameTo {
  if (pullRequest !== undefined) {
    return 'proposed';
  }
  if (commit === undefined) {
    return 'not-moved';
  }
  if (result === 'success' && DONE.includes(status)) {
    return 'done';
  }
  return result === 'success' && status === 'superseded' ? 'superseded' : 'failed';
}
