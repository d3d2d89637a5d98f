import { checkOutputNames } from '../../core/deploy/publish.ts';
import type { DeployResult } from '../../core/deploy/result.ts';
import { frozenError, frozenNow, readLift, tellLifted } from '../../core/freeze/freeze.ts';
import { lockRegion } from '../../core/ledger/lock.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { checkSession } from '../../core/profile/session.ts';
import { renderSarif } from '../../core/report/sarif.ts';
import { licenceOf } from '../../core/serverless/cli.ts';
import { parseChoice } from '../../core/service/choose.ts';
import type { Service } from '../../core/service/definition.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import { deployGraph } from '../../stage/deploy/deploy-graph.ts';
import { type Clis, findClis } from '../../stage/deploy/plan/find-clis.ts';
import { leftOutResults } from '../../stage/deploy/plan/left-out.ts';
import { graphOf, lookupOf, planStage } from '../../stage/deploy/plan/stage-plan.ts';
import type { Licence } from '../../stage/edges.ts';
import { whileLocked } from '../../stage/hold/locked-stage.ts';
import { readWish, writeWish } from '../../stage/hold/wish.ts';
import type { OpenedDeployment } from '../../stage/open/deployment.ts';
import type { Run } from '../../stage/run.ts';
import { askOfConfigured, askOfPreview, type NotWanted } from '../../stage/wanted/still-wanted.ts';
import type { contract, Inputs } from './contract.ts';
import { type DeployOutcome, outcome } from './outcome.ts';
import { askWhetherOvertaken, endUnwanted, type HeldRun } from './overtaken.ts';
import { runOf } from './run-of.ts';

/** Brings a stage to the commit that is wanted and returns what CloudFormation says came of each service. */
export async function run(inputs: Inputs, deps: OpenedDeployment): Promise<Outcome<typeof contract>> {
  const { configuration, session, parameters, redactor } = deps;
  const licence = licenceOf(inputs);
  for (const secret of Object.values(licence)) {
    redactor.learn(secret);
  }
  checkSession(configuration.profile, session, 'deploy-service');
  const services = await deps.discover(configuration.services, lookupOf(configuration, parameters));
  const clis = await findClis(services, Object.keys(licence).length > 0, deps);
  graphOf(services, deps);
  parseChoice(services, inputs.services);
  checkOutputNames(
    inputs['publish-outputs'] ?? [],
    services.map(({ key }) => key),
  );
  const own = await runOf(inputs, deps);
  const facts = { configuration, session, redactor, commit: own.commit, codeOf: own.expectedCode?.stage };
  const place = deps.placeIn(lockRegion(configuration.profile.regions));
  const application = { services, clis, licence };
  const done = own.isDryRun
    ? await foresee(inputs, application, { run: own, facts }, deps)
    : await whileLocked(own.stage, place, deps, (lock) =>
        deployHeld(inputs, application, { run: own, lock, facts }, deps),
      );
  return { ...done, outputs: { ...done.outputs, ...onlyDefined({ sarif: await keepSarif(done.result, deps) }) } };
}

/** Writes what the safeguards found into a file for code scanning; returns its path, undefined for none. */
async function keepSarif(
  result: DeployResult,
  { attempt, keep, voice }: OpenedDeployment,
): Promise<string | undefined> {
  if (keep === undefined) {
    return undefined;
  }
  const [server = ''] = attempt.url.split(`/${attempt.repository}/`);
  const sarif = renderSarif(result, `${server}/${attempt.repository}`);
  try {
    return sarif === undefined ? undefined : await keep(`safeguards-${result.stage}.sarif`, sarif);
  } catch (error) {
    // What was deployed stands, and the summary has it too.
    voice.log.warning(`the SARIF file could not be written: ${(error as Error).message}`);
    return undefined;
  }
}

/** What is known of the application before the stage is held. */
interface Application {
  readonly services: readonly Service[];
  readonly clis: Clis;
  readonly licence: Licence;
}

/** Says what a deploy would do now; nobody's lock is waited for, and nothing is written. */
async function foresee(
  inputs: Inputs,
  { services, clis, licence }: Application,
  { run: own, facts }: Omit<HeldRun, 'lock'>,
  deps: OpenedDeployment,
): Promise<DeployOutcome> {
  const plan = await planStage({ services, clis, named: inputs.services, regionsBefore: [] }, own, deps);
  const { concurrency } = inputs;
  const results = await deployGraph(plan, own, { concurrency, licence, checkHeld: async () => undefined }, deps);
  const leftOut = await leftOutResults(plan, [], deps);
  return outcome({ ...inputs, 'publish-outputs': undefined }, { services: [...results, ...leftOut], plan }, facts);
}

async function deployHeld(
  inputs: Inputs,
  { services, clis, licence }: Application,
  held: HeldRun,
  deps: OpenedDeployment,
): Promise<DeployOutcome> {
  const { run: own, facts, lock } = held;
  checkFreeze(inputs, deps);
  const wish = await readWish(own.stage, deps);
  const notWanted = await askWhetherWanted(inputs, own, wish, deps);
  if (notWanted !== undefined) {
    return endUnwanted(notWanted, held, deps);
  }
  const named = inputs.services;
  const plan = await planStage({ services, clis, named, regionsBefore: wish?.regions ?? [] }, own, deps);
  await writeWish(own, { before: wish, complete: false }, deps);
  const results = await deployGraph(
    plan,
    own,
    { concurrency: inputs.concurrency, licence, checkHeld: lock.check },
    deps,
  );
  const leftOut = await leftOutResults(plan, inputs['publish-outputs'] ?? [], deps);
  const deployed = { services: [...results, ...leftOut], plan };
  const done = outcome(inputs, deployed, facts);
  const isWhole = named === undefined || named.includes('all');
  if (done.failure === undefined && isWhole) {
    // What was deployed stands; the next run compares once more.
    const note = () => writeWish(own, { before: wish, complete: true }, deps);
    await lock
      .check()
      .then(note)
      .catch((error: Error) => deps.voice.log.warning(`the completed commit could not be noted: ${error.message}`));
  }
  const overtaken = await askWhetherOvertaken(held, deps);
  return overtaken === undefined ? done : outcome(inputs, deployed, facts, overtaken);
}

/** A freeze may have begun while the run waited. Throws E_FROZEN unless somebody lifted it for this run. */
function checkFreeze(
  { freeze: variable = '', 'lift-freeze': lift }: Inputs,
  { configuration, placeIn, voice }: OpenedDeployment,
): void {
  const { stage, configured, freeze: windows = [], profile } = configuration;
  const { ledger } = placeIn(profile.region);
  const now = ledger.now();
  const parts = { stage: stage.name, stages: configured, windows, variable, now };
  const frozen = stage.kind === 'configured' ? frozenNow(parts) : undefined;
  if (frozen === undefined) {
    return;
  }
  const lifted = readLift(lift, now);
  if (lifted === undefined) {
    throw frozenError(stage.name, frozen);
  }
  voice.log.notice(tellLifted(stage.name, frozen, lifted));
}

/** Asks again, now that the run holds the stage, whether its commit is what the stage is to have. */
async function askWhetherWanted(
  { redeploy }: Inputs,
  { stage, commit }: Run,
  wish: Wish | undefined,
  deps: OpenedDeployment,
): Promise<NotWanted | undefined> {
  // A person's stage is what the person wants.
  if (commit === undefined || stage.kind === 'personal') {
    return undefined;
  }
  const parts = { ...deps, commit };
  return stage.kind === 'preview' ? askOfPreview(parts) : askOfConfigured(parts, { wish, redeploy });
}
