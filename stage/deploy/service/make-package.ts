import type { NamingParts } from '../../../core/serverless/own-names.ts';
import { isStanding } from '../../../core/stack/retained.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { Run } from '../../run.ts';
import type { Voice } from '../../voice.ts';
import type { ServiceInputs } from '../outputs/read-outputs.ts';
import type { PlannedService } from '../plan/planned-service.ts';
import { runBeforeDeploy } from './own-commands.ts';
import { type CheckedPackage, packageService } from './package-service.ts';
import type { ClaimStack } from './stack-claims.ts';

interface UnpackagedService {
  readonly job: CliJob;
  readonly planned: Pick<PlannedService, 'service'>;
  readonly inputs: ServiceInputs;
}

interface PackageEdges {
  readonly run: Run;
  readonly place: Place;
  readonly voice: Pick<Voice, 'log'>;
  readonly runner: ServerlessRunner;
  readonly claimStack: ClaimStack;
}

/** Runs the hook before the deploy (not in a dry run), packages the service, and checks what came out; `reason` is why it is deployed. */
export async function makePackage(
  { job, planned, inputs }: UnpackagedService,
  reason: string,
  { run, place, voice, runner, claimStack }: PackageEdges,
): Promise<CheckedPackage> {
  const facts = { run, region: place.region };
  if (!run.isDryRun) {
    await runBeforeDeploy(job, planned.service.commands, facts, { runner, log: voice.log });
  }
  voice.log.info(`${job.label}: packaging with ${job.cli.product} ${job.cli.version}: ${reason}`);
  return packageService(
    job,
    {
      missing: inputs.missing,
      region: place.region,
      boundary: run.boundary,
      naming: run.stage.kind === 'configured' ? undefined : (stack) => namingOf(stack, run, place),
      readImport: inputs.readImport,
      claimStack,
    },
    runner,
    voice.log,
  );
}

/** The roles of previews and of personal stages know what is theirs by its name; a configured stage's resources keep those that they have. */
async function namingOf(stackName: string, { stage, recorded }: Run, place: Place): Promise<NamingParts> {
  const { stacks, changes, account, region } = place;
  const stack = await stacks.find(stackName);
  const resources = stack === undefined ? [] : await changes.resources(stack.id);
  return {
    stage: stage.name,
    region,
    standing: new Map(resources.filter(isStanding).map(({ logicalId, physicalId }) => [logicalId, physicalId])),
    nonce: [account, region, stackName, recorded.id, recorded.attempt].join(' '),
  };
}
