import pLimit from 'p-limit';
import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { checkOutputNames } from '../../core/deploy/publish.ts';
import { UserError } from '../../core/errors.ts';
import { outputTexts, planMasks } from '../../core/profile/masking.ts';
import type { Parameter } from '../../core/profile/parameter.ts';
import { parseRoleArn } from '../../core/profile/role-arn.ts';
import type { Session } from '../../core/profile/session.ts';
import { createRedactor, type Redactor } from '../../core/redact.ts';
import type { ServerlessCli } from '../../core/serverless/cli.ts';
import type { Service } from '../../core/service/definition.ts';
import type { StackReader } from '../../io/aws/cloudformation.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { RunnerParts, ServerlessRunner } from '../../io/serverless/runner.ts';
import type { contract, Inputs } from './contract.ts';
import { deployOne } from './deploy-one.ts';
import { outcome } from './outcome.ts';
import { createStackClaims, planJobs } from './plan.ts';

export interface Dependencies {
  readonly configuration: EffectiveConfiguration;
  readonly session: Session;
  readonly parameters: readonly Parameter[];
  /** Absolute path of the application's folder. */
  readonly root: string;
  readonly findServices: (root: string, configured: EffectiveConfiguration['services']) => Promise<Service[]>;
  readonly findCli: (folder: string) => Promise<ServerlessCli>;
  readonly createRunner: (parts: Omit<RunnerParts, 'folder'>) => Promise<ServerlessRunner>;
  readonly stacks: StackReader;
  readonly log: Log;
  readonly clock: () => number;
}

/** Deploys services into a stage and returns what CloudFormation says came of each. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const { configuration, session, parameters } = deps;
  const licence = licenceOf(inputs);
  checkSession(configuration, session);
  const jobs = await planJobs({
    ...deps,
    wanted: inputs.services,
    hasLicence: Object.keys(licence).length > 0,
  });
  checkOutputNames(
    inputs['publish-outputs'] ?? [],
    jobs.map(({ key }) => key),
  );
  const redactor = redactorOf(deps, Object.values(licence));
  const { region, exportEnv } = configuration.profile;
  const target = { stage: configuration.stage.name, region };
  const runner = await deps.createRunner({ target, session, parameters, exportEnv, licence, redactor });
  const log = redactingLog(deps.log, redactor);
  const parameterValues = parameters.map(({ value }) => value);
  const tools = {
    region,
    stage: configuration.stage,
    parameterValues,
    runner,
    stacks: deps.stacks,
    claimStack: createStackClaims(),
    log,
    clock: deps.clock,
  };
  const limit = pLimit(inputs.concurrency);
  const services = await Promise.all(
    jobs.map((job) =>
      limit(async () => {
        const result = await deployOne(job, tools);
        log.info(`${job.key}: ${result.status}${result.url === undefined ? '' : `, ${result.url}`}`);
        return result;
      }),
    ),
  );
  return outcome(inputs, services, redactor, deps);
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
  };
}
