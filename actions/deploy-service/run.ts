import { checkOutputNames } from '../../core/deploy/publish.ts';
import { UserError } from '../../core/errors.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { checkSession } from '../../core/profile/session.ts';
import { parseChoice } from '../../core/service/choose.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { Dependencies } from '../../stage/deploy/dependencies.ts';
import { deployGraph } from '../../stage/deploy/deploy-graph.ts';
import { leftOutResults } from '../../stage/deploy/plan/left-out.ts';
import { prepareServices } from '../../stage/deploy/plan/prepare.ts';
import { checkOwners, graphOf, lookupOf, planStage } from '../../stage/deploy/plan/stage-plan.ts';
import { askWhetherWanted, type NotWanted } from '../../stage/wanted/commit-wanted.ts';
import type { contract, Inputs } from './contract.ts';
import { endAsWanted, endUnwanted } from './ending.ts';
import { type Ending, outcome } from './outcome.ts';

/** Brings a stage to the commit that is wanted and returns what CloudFormation says came of each service. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const { configuration, session, parameters } = deps;
  const licence = licenceOf(inputs);
  for (const secret of Object.values(licence)) {
    deps.redactor.learn(secret);
  }
  checkSession(configuration.profile, session, 'deploy-service');
  const services = await deps.discover(configuration.services, lookupOf(configuration, parameters));
  const clis = await prepareServices(services, Object.keys(licence).length > 0, deps);
  graphOf(services, deps);
  parseChoice(services, inputs.services);
  checkOutputNames(
    inputs['publish-outputs'] ?? [],
    services.map(({ key }) => key),
  );
  const commit = commitOf(deps);
  const { app, stage } = configuration;
  const ledgerStage = { app, kind: stage.kind, name: stage.name };
  return deps.whileLocked(ledgerStage, async (lock) => {
    const record = await deps.readWish(ledgerStage);
    const now = await askWanted(inputs, record, { ...deps, commit });
    if (now !== undefined) {
      return endUnwanted(now, { ledgerStage, lock }, { ...deps, commit });
    }
    const note = (complete: boolean) => deps.writeWish(ledgerStage, { before: record, commit, complete });
    const plan = await planStage(services, inputs.services, record?.regions ?? [], deps);
    checkOwners(plan, deps);
    await note(false);
    const work = { plan, clis, commit, ledgerStage, licence, inputs };
    const results = await deployGraph(work, deps);
    const leftOut = await leftOutResults(plan, inputs['publish-outputs'] ?? [], deps);
    const deployed = { services: [...results, ...leftOut], plan };
    const build = (ending?: Ending) => outcome(inputs, deployed, { ...deps, commit }, ending);
    const isWhole = inputs.services === undefined || inputs.services.includes('all');
    if (build().failure === undefined && isWhole) {
      // What was deployed stands; the next run compares once more.
      await note(true).catch((error: Error) =>
        deps.log.warning(`the completed commit could not be noted: ${error.message}`),
      );
    }
    return endAsWanted(build, { ledgerStage, lock }, { ...deps, commit });
  });
}

async function askWanted(
  { redeploy }: Inputs,
  record: Wish | undefined,
  deps: Dependencies & { readonly commit: string | undefined },
): Promise<NotWanted | undefined> {
  const { commit } = deps;
  return commit === undefined ? undefined : askWhetherWanted({ ...deps, commit, record, redeploy });
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

function licenceOf(inputs: Inputs): { accessKey?: string; licenseKey?: string } {
  const accessKey = inputs['serverless-access-key'];
  const licenseKey = inputs['serverless-license-key'];
  return onlyDefined({ accessKey, licenseKey });
}
