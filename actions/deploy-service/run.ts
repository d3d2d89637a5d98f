import pLimit from 'p-limit';
import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { publishOutputs } from '../../core/deploy/publish.ts';
import { type DeployResult, overallStatus, type ServiceResult } from '../../core/deploy/result.ts';
import { type ErrorCode, UserError } from '../../core/errors.ts';
import { outputTexts, planMasks } from '../../core/profile/masking.ts';
import type { Parameter } from '../../core/profile/parameter.ts';
import { parseRoleArn } from '../../core/profile/role-arn.ts';
import type { Session } from '../../core/profile/session.ts';
import { createRedactor, type Redactor, redactDeep } from '../../core/redact.ts';
import { renderSummary } from '../../core/report/summary.ts';
import type { ServerlessCli } from '../../core/serverless/cli.ts';
import type { Service } from '../../core/service/definition.ts';
import { encodeJson } from '../../core/transport.ts';
import type { StackReader } from '../../io/aws/cloudformation.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { RunnerParts, ServerlessRunner } from '../../io/serverless/runner.ts';
import type { contract, Inputs } from './contract.ts';
import { deployOne } from './deploy-one.ts';
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
  const redactor = redactorOf(deps);
  const { region, exportEnv } = configuration.profile;
  const target = { stage: configuration.stage.name, region };
  const runner = await deps.createRunner({ target, session, parameters, exportEnv, licence, redactor });
  const log = redactingLog(deps.log, redactor);
  const parameterValues = parameters.map(({ value }) => value);
  const tools = {
    region,
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

function redactorOf({ configuration, session, parameters }: Dependencies): Redactor {
  const { secrets } = planMasks(parameters, outputTexts(configuration, session));
  return createRedactor([...secrets, session.secretAccessKey, session.sessionToken ?? '']);
}

function redactingLog(log: Log, redactor: Redactor): Log {
  return {
    info: (text) => log.info(redactor.redact(text)),
    notice: (text) => log.notice(redactor.redact(text)),
    warning: (text) => log.warning(redactor.redact(text)),
    foreign: (title, text) => log.foreign(title, redactor.redact(text)),
  };
}

function outcome(
  inputs: Inputs,
  services: readonly ServiceResult[],
  redactor: Redactor,
  { configuration, session }: Dependencies,
): Outcome<typeof contract> {
  const { app, stage, profile } = configuration;
  const url = services.find((service) => service.url !== undefined)?.url;
  const status = overallStatus(services);
  const result: DeployResult = redactDeep(
    {
      schemaVersion: 1,
      app,
      stage: stage.name,
      kind: stage.kind,
      ref: stage.ref,
      ...(stage.commit === undefined ? {} : { commit: stage.commit }),
      account: session.account,
      region: profile.region,
      status,
      ...(url === undefined ? {} : { url }),
      services,
    },
    redactor,
  );
  const published = failureOf(result) ?? tryPublish(inputs['publish-outputs'] ?? [], services, redactor);
  return {
    outputs: {
      status: published instanceof UserError ? 'failed' : status,
      url: result.url,
      result: encodeJson(result),
      outputs: JSON.stringify(published instanceof UserError ? {} : published),
    },
    summary: renderSummary(result),
    ...(published instanceof UserError ? { failure: published } : {}),
  };
}

function tryPublish(
  names: readonly string[],
  services: readonly ServiceResult[],
  redactor: Redactor,
): Record<string, string> | UserError {
  try {
    return publishOutputs(names, services, redactor);
  } catch (error) {
    if (error instanceof UserError) {
      return error;
    }
    throw error;
  }
}

/** One error for all that failed; the first one's code stands for them. */
function failureOf(result: DeployResult): UserError | undefined {
  const errors = result.services.flatMap(({ error }) => (error === undefined ? [] : [error]));
  const [first, ...rest] = errors;
  if (first === undefined) {
    return undefined;
  }
  const others = rest.map((error) => `${error.code}: ${error.message}`);
  return new UserError(first.code as ErrorCode, { what: [first.message, ...others].join('\n'), fix: '' });
}
