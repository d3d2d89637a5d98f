import { parseRoleArn, ROLE_ARN_FIX, roleArnFault } from '../../core/aws/role-arn.ts';
import type { EffectiveConfiguration, EffectiveProfile } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { outputTexts, planMasks } from '../../core/profile/masking.ts';
import {
  checkSecretReferences,
  combineParameters,
  type Parameter,
  parseParametersSecret,
  ssmReferences,
} from '../../core/profile/parameter.ts';
import type { Session } from '../../core/profile/session.ts';
import { describeParameters, renderParameters } from '../../core/report/parameters.ts';
import type { ParameterStore } from '../../io/aws/ssm.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { contract, Inputs } from './contract.ts';

export interface Dependencies {
  readonly configuration: EffectiveConfiguration;
  /** Assumes the profile's role with GitHub's identity token. */
  readonly assumeRole: (role: string) => Promise<Session>;
  /** Checks the credentials that an earlier step left in the environment. */
  readonly ambientSession: (region: string, account: string | undefined) => Promise<Session>;
  /** What else offers credentials: names of variables, and files. */
  readonly strayCredentials: readonly string[];
  readonly openParameterStore: (session: Session) => ParameterStore;
  /** Has the runner mask a text from here on. */
  readonly mask: (text: string) => void;
  /** Writes both files for the later steps and returns their paths. */
  readonly writeFiles: (
    session: Session,
    parameters: readonly Parameter[],
  ) => Promise<{ credentials: string; parameters: string }>;
  /** Sets the AWS variables for the later steps. */
  readonly exportCredentials: (session: Session) => void;
  readonly log: Log;
}

/** Loads a stage's profile: credentials and parameters, checked and masked, into files for the later steps. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const { configuration, log } = deps;
  const { stage } = configuration;
  const profile = inputs.planner ? plannersProfile(configuration.profile) : configuration.profile;
  const secrets = parseParametersSecret(inputs.parameters ?? '');
  checkSecretReferences(profile.parameters, secrets);
  tellStray(inputs, deps);
  const session = await openSession(inputs['assume-role'], profile, deps);
  log.info(`profile ${profile.name} for stage ${stage.name}: account ${session.account}, region ${session.region}`);
  const parameters = await readParameters(profile, secrets, deps.openParameterStore(session), log);
  maskSecrets(parameters, outputTexts(configuration, session), deps);
  log.info(describeParameters(parameters));
  const files = await deps.writeFiles(session, parameters);
  if (inputs['export-credentials']) {
    deps.exportCredentials(session);
  }
  return {
    outputs: {
      'credentials-file': files.credentials,
      'parameters-file': files.parameters,
      account: session.account,
      region: session.region,
      role: profile.role,
      'parameter-names': parameters.map((parameter) => parameter.name).join(','),
    },
    summary: renderParameters(profile.name, parameters),
  };
}

/** A profile with the role that only plans in the place of the one that deploys. Throws E_ROLE_ARN. */
function plannersProfile({ plannerRole, ...profile }: EffectiveProfile): EffectiveProfile {
  if (plannerRole === undefined) {
    throw new UserError('E_ROLE_ARN', {
      what: `the profile "${profile.name}" has no planner-role`,
      fix: 'add `planner-role:` to it in serverless-stages.yml (docs/workflows.md), or leave the input "planner" out',
    });
  }
  return { ...profile, role: plannerRole };
}

/** People wonder which credentials count where a machine offers several. */
function tellStray(
  { 'assume-role': assume, 'export-credentials': isExported }: Inputs,
  { strayCredentials, log }: Dependencies,
): void {
  const ignored = strayCredentials.filter((source) => assume || source !== 'AWS_ACCESS_KEY_ID');
  if (ignored.length > 0) {
    const used = assume ? "the profile's role" : 'AWS_ACCESS_KEY_ID with its secret';
    log.notice(`this action does not use ${ignored.join(', ')}: what counts is ${used}`);
  }
  if (isExported && ignored.some((source) => /^AWS_(DEFAULT_)?PROFILE$/.test(source))) {
    log.warning(
      'AWS_PROFILE is set: SDKs of later steps may prefer it to the exported credentials; take it out of the environment',
    );
  }
}

async function openSession(assume: boolean, profile: EffectiveProfile, deps: Dependencies): Promise<Session> {
  const { role, region } = profile;
  const fault = role === undefined ? undefined : roleArnFault(role, region);
  if (fault !== undefined) {
    throw new UserError('E_ROLE_ARN', {
      what: `the role "${role}" of profile "${profile.name}": ${fault}`,
      fix: ROLE_ARN_FIX,
    });
  }
  if (!assume) {
    return deps.ambientSession(region, role === undefined ? undefined : parseRoleArn(role).account);
  }
  if (role === undefined) {
    throw new UserError('E_ROLE_ARN', {
      what: `the profile "${profile.name}" has no role`,
      fix: 'add `role:` to it in serverless-stages.yml, or set assume-role: false and bring credentials',
    });
  }
  return deps.assumeRole(role);
}

async function readParameters(
  profile: EffectiveProfile,
  secrets: ReadonlyMap<string, string>,
  store: ParameterStore,
  log: Log,
): Promise<Parameter[]> {
  const path = profile.parametersPath;
  const { referenced, below } = await store.read(ssmReferences(profile.parameters), path);
  if (path !== undefined && below.length === 0) {
    const what = `SSM has nothing below "${path}" (parameters-path of profile "${profile.name}")`;
    if (profile.requireParameters) {
      throw new UserError('E_SSM_PATH', {
        what,
        fix: 'create the parameters there, correct the path or the region of the profile, or write require-parameters: false',
      });
    }
    log.warning(`${what}; require-parameters: false lets it pass`);
  }
  const place = onlyDefined({ path });
  return combineParameters({ parameters: profile.parameters, secrets, referenced, below, ...place });
}

function maskSecrets(parameters: readonly Parameter[], outputs: readonly string[], deps: Dependencies): void {
  const plan = planMasks(parameters, outputs);
  for (const mask of plan.masks) {
    deps.mask(mask);
  }
  for (const warning of plan.warnings) {
    deps.log.warning(warning);
  }
}
