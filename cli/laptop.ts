import { run as loadProfile } from '../actions/load-profile/run.ts';
import { run as resolveStage } from '../actions/resolve-stage/run.ts';
import { parseRoleArn } from '../core/aws/role-arn.ts';
import {
  type EffectiveConfiguration,
  effectiveConfiguration,
  personalRoleOf,
} from '../core/configuration/effective.ts';
import type { Config } from '../core/configuration/schema.ts';
import { decodeConfiguration } from '../core/configuration/transport.ts';
import { UserError } from '../core/errors.ts';
import type { PersonFacts } from '../core/laptop/person.ts';
import { checkLaptopAllowed, type LaptopStage, laptopStage, type StageWish } from '../core/laptop/stage.ts';
import { outputTexts, planMasks } from '../core/profile/masking.ts';
import type { Parameter } from '../core/profile/parameter.ts';
import type { Session } from '../core/profile/session.ts';
import { createRedactor, type Redactor } from '../core/redact.ts';
import { roomForStage } from '../core/serverless/names.ts';
import { MIN_LENGTH } from '../core/stage/name.ts';
import { openParameterStore } from '../io/aws/ssm.ts';
import { readConfig } from '../io/configuration.ts';
import { createConfigReader } from '../io/github/config-reader.ts';
import { type Checkout, isDirty, openCheckout, readPerson } from '../io/laptop/checkout.ts';
import { ownSession } from '../io/laptop/credentials.ts';
import { servicesOnDisk } from '../io/laptop/services.ts';
import type { Terminal } from '../io/laptop/terminal.ts';
import { filesAtCommit, withSource } from '../io/source.ts';
import type { Face } from '../stage/open/face.ts';
import { previewsFrom } from '../stage/wanted/preview-now.ts';
import { laptopFace, openGitHub, repositoryId } from './face.ts';
import type { Options } from './options.ts';

/** A stage of a person at a laptop, before anything is asked of AWS. */
export interface Laptop {
  readonly checkout: Checkout;
  readonly config: Config;
  readonly configuration: EffectiveConfiguration;
  readonly face: Face;
  /** The credentials that the stage is deployed with: of the role of personal stages, or the person's own. */
  session(): Promise<Session>;
}

/** What a verb is going to do: read what is there, or change the stage. */
export type Purpose = 'read' | 'change';

/**
 * Reads the clone and its configuration, and decides which stage is meant. Throws E_NO_CLONE, E_CONFIG and its kin,
 * E_LAPTOP_FORBIDDEN for a configured stage that may not be changed from here, E_GITHUB.
 */
export async function openLaptop(options: Options, terminal: Terminal, purpose: Purpose): Promise<Laptop> {
  const checkout = await openCheckout(process.cwd());
  const config = await readConfig({ 'working-directory': checkout.folder }, checkout.root);
  const person = await readPerson(checkout.root);
  const wanted = { stage: options.stage, profile: options.profile };
  const target = await fittedStage(config, wanted, person, checkout);
  if (purpose === 'change') {
    checkLaptopAllowed(config, target.stage);
  }
  const github = await openGitHub(checkout);
  const id = await repositoryId(checkout, github);
  const own = () => ownSession(configuration.profile.region, accountOf(configuration), options.awsProfile);
  const face = laptopFace({ checkout, person, github, repositoryId: id, log: terminal.log, own });
  const configuration =
    purpose === 'change' && target.stage.kind === 'configured'
      ? await configuredStage(target, checkout, face)
      : effectiveConfiguration(config, target.stage, target.profile);
  return {
    checkout,
    config,
    configuration,
    face,
    session: async () => {
      const role = target.stage.kind === 'personal' ? personalRoleOf(config, target.profile) : undefined;
      const secret = () => undefined;
      return role === undefined ? own() : face.assumerOf(configuration, secret, terminal.log)(role);
    },
  };
}

/** A personal stage has a shorter name if the usual one does not fit beside the names of the functions, as a preview has. */
async function fittedStage(
  config: Config,
  wanted: StageWish,
  person: PersonFacts,
  checkout: Checkout,
): Promise<LaptopStage> {
  const { head } = checkout;
  const usual = laptopStage(config, wanted, person, head);
  if (usual.stage.kind !== 'personal') {
    return usual;
  }
  const { services, profile } = effectiveConfiguration(config, usual.stage, usual.profile);
  // What is wrong with the services is told by what needs them.
  const found = await servicesOnDisk(checkout, services, { stage: usual.stage.name, region: profile.region }).catch(
    () => [],
  );
  const room = roomForStage(found.flatMap(({ functionNames }) => functionNames));
  return usual.stage.name.length > room ? laptopStage(config, wanted, person, head, MIN_LENGTH) : usual;
}

/** The account that a stage is in, as far as the configuration says. */
function accountOf({ profile: { role } }: EffectiveConfiguration): string | undefined {
  return role === undefined ? undefined : parseRoleArn(role).account;
}

/** A configured stage gets a commit that is on its branch, by the file that GitHub has, as a workflow does it. */
async function configuredStage(
  { stage }: LaptopStage,
  { root, folder, head, branch }: Checkout,
  { github, log }: Face,
): Promise<EffectiveConfiguration> {
  if (head === undefined || (await isDirty(root))) {
    throw new UserError('E_WRONG_CHECKOUT', {
      what: `this clone has changes that are not committed, and "${stage.name}" is a configured stage`,
      why: 'a configured stage has a commit of its branch, and nothing else',
      fix: 'commit and push them, or stash them (git stash)',
    });
  }
  const configs = createConfigReader(github, folder, log);
  const inputs = {
    stage: stage.name,
    commit: head,
    ref: undefined,
    freeze: undefined,
    'lift-freeze': undefined,
    'dry-run': false,
    sweep: false,
    'working-directory': folder,
    'github-token': '',
  };
  const { outputs } = await withSource(root, folder, (source) =>
    resolveStage(inputs, {
      event: { type: 'dispatch' },
      runRef: branch === undefined ? '' : `refs/heads/${branch}`,
      isRerun: false,
      ...previewsFrom({ github, configs }),
      github,
      configs,
      source,
      filesOf: filesAtCommit(source),
      now: Date.now,
      log,
    }),
  );
  return decodeConfiguration(outputs.configuration ?? '');
}

/** A stage's profile, loaded. */
export interface LoadedProfile {
  readonly session: Session;
  readonly parameters: readonly Parameter[];
  /** Knows the secrets among them. */
  readonly redactor: Redactor;
}

/** Loads a stage's profile as the action load-profile does, and leaves no file. Throws what that throws. */
export async function openProfile({ configuration, session }: Laptop, { log }: Terminal): Promise<LoadedProfile> {
  const opened = await session();
  let parameters: readonly Parameter[] = [];
  await loadProfile(
    {
      configuration: undefined,
      stage: undefined,
      profile: undefined,
      parameters: process.env['PARAMETERS'],
      planner: false,
      'assume-role': false,
      'export-credentials': false,
      'working-directory': '.',
    },
    {
      configuration,
      assumeRole: () => Promise.resolve(opened),
      ambientSession: () => Promise.resolve(opened),
      strayCredentials: [],
      openParameterStore,
      mask: () => undefined,
      writeFiles: async (_, all) => {
        parameters = all;
        return { credentials: '', parameters: '' };
      },
      exportCredentials: () => undefined,
      log,
    },
  );
  const redactor = createRedactor(planMasks(parameters, outputTexts(configuration, opened)).secrets);
  return { session: opened, parameters, redactor };
}
