import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { checkOutputNames } from '../../core/deploy/publish.ts';
import { UserError } from '../../core/errors.ts';
import { type LedgerStage, lockName } from '../../core/ledger/keys.ts';
import { outputTexts, planMasks } from '../../core/profile/masking.ts';
import { parseRoleArn } from '../../core/profile/role-arn.ts';
import type { Session } from '../../core/profile/session.ts';
import { createRedactor, type Redactor, redactDeep } from '../../core/redact.ts';
import { parseChoice } from '../../core/service/choose.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { contract, Inputs } from './contract.ts';
import type { Dependencies } from './dependencies.ts';
import { deployGraph } from './deploy-graph.ts';
import { leftOutResults } from './left-out.ts';
import { outcome, supersededOutcome } from './outcome.ts';
import { prepareServices } from './prepare.ts';
import { checkOwners, graphOf, lookupOf, planStage } from './stage-plan.ts';
import { askWhetherSuperseded } from './wanted.ts';
import { lockRegion, readWish, writeWish } from './wish.ts';

/** Brings a stage to the commit that is wanted and returns what CloudFormation says came of each service. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const { configuration, session, parameters } = deps;
  const licence = licenceOf(inputs);
  checkSession(configuration, session);
  const services = await deps.discover(configuration.services, lookupOf(configuration, parameters));
  const clis = await prepareServices(services, Object.keys(licence).length > 0, deps);
  graphOf(services, deps);
  parseChoice(services, inputs.services);
  checkOutputNames(
    inputs['publish-outputs'] ?? [],
    services.map(({ key }) => key),
  );
  const redactor = redactorOf(deps, Object.values(licence));
  const log = redactingLog(deps.log, redactor);
  const commit = commitOf(deps);
  return whileLocked({ ...deps, log }, async (ledgerStage) => {
    const record = await readWish(ledgerStage, deps);
    const superseded =
      commit === undefined
        ? undefined
        : await askWhetherSuperseded({ ...deps, commit, record, redeploy: inputs.redeploy });
    if (superseded !== undefined) {
      return supersededOutcome(superseded, { ...deps, commit });
    }
    const note = (complete: boolean) => writeWish(ledgerStage, { before: record, commit, complete }, deps);
    const plan = await planStage(services, inputs.services, record?.regions ?? [], { ...deps, log });
    checkOwners(plan, deps);
    await note(false);
    const work = { plan, clis, commit, ledgerStage, redactor, licence, inputs };
    const results = await deployGraph(work, { ...deps, log });
    const leftOut = await leftOutResults(plan, inputs['publish-outputs'] ?? [], { ...deps, log });
    const result = outcome(inputs, { services: [...results, ...leftOut], plan }, redactor, { ...deps, commit });
    const isWhole = inputs.services === undefined || inputs.services.includes('all');
    if (result.failure === undefined && isWhole) {
      // What was deployed stands; the next run compares once more.
      await note(true).catch((error: Error) =>
        log.warning(`the completed commit could not be noted: ${error.message}`),
      );
    }
    return result;
  });
}

/** The commit that is deployed: what was decided has to be what is checked out. Throws E_WRONG_CHECKOUT. */
function commitOf({ configuration, source }: Dependencies): string | undefined {
  const { commit } = configuration.stage;
  if (commit !== undefined && source !== undefined && source.head !== commit) {
    throw new UserError('E_WRONG_CHECKOUT', {
      what: `the commit ${commit} is to be deployed, and ${source.head} is checked out`,
      fix: 'give actions/checkout the output "commit" of resolve-stage: `ref: ${{ … outputs.commit }}`',
    });
  }
  return commit ?? source?.head;
}

/** Does a piece of work while this repository's lock of the stage is held. */
async function whileLocked<Result>(deps: Dependencies, work: (stage: LedgerStage) => Promise<Result>): Promise<Result> {
  const { configuration, run } = deps;
  const ledgerStage = { app: configuration.app, kind: configuration.stage.kind, stage: configuration.stage.name };
  const lock = await deps.acquireLock({
    ledger: deps.toolsOf(lockRegion(configuration.profile.regions)).ledger,
    name: lockName(ledgerStage, run.repositoryId),
    holder: {
      kind: 'run',
      repository: run.repository,
      repositoryId: run.repositoryId,
      run: run.id,
      attempt: run.attempt,
      runner: run.runner,
      url: run.url,
    },
    onWait: (text) => deps.log.info(text),
  });
  try {
    return await work(ledgerStage);
  } finally {
    await lock
      .release()
      .catch((error: Error) => deps.log.warning(`the stage's lock could not be given back: ${error.message}`));
  }
}

function licenceOf(inputs: Inputs): { accessKey?: string; licenseKey?: string } {
  const accessKey = inputs['serverless-access-key'];
  const licenseKey = inputs['serverless-license-key'];
  return { ...(accessKey === undefined ? {} : { accessKey }), ...(licenseKey === undefined ? {} : { licenseKey }) };
}

/** The credentials may come from another profile than the configuration: then nothing is deployed. */
function checkSession(configuration: EffectiveConfiguration, session: Session): void {
  const { role, region, name } = configuration.profile;
  const account = role === undefined ? session.account : parseRoleArn(role).account;
  if (account !== session.account || region !== session.region) {
    throw new UserError('E_WRONG_ACCOUNT', {
      what: `the credentials are of account ${session.account}, region ${session.region}; the profile "${name}" is of ${account}, ${region}`,
      fix: 'give load-profile and deploy-service the same configuration',
    });
  }
}

function redactorOf({ configuration, session, parameters }: Dependencies, more: readonly string[]): Redactor {
  const { secrets } = planMasks(parameters, outputTexts(configuration, session));
  return createRedactor([...secrets, session.secretAccessKey, session.sessionToken ?? '', ...more]);
}

function redactingLog(log: Log, redactor: Redactor): Log {
  return {
    info: (text) => log.info(redactor.redact(text)),
    notice: (text) => log.notice(redactor.redact(text)),
    warning: (text) => log.warning(redactor.redact(text)),
    foreign: (title, text) => log.foreign(title, redactor.redact(text)),
    debug: (text) => log.debug(redactor.redact(text)),
    group: (title, entries) => log.group(redactor.redact(title), redactDeep(entries, redactor)),
  };
}
