import { isOfParameters, whyNotAsked } from '../../core/check/failure.ts';
import { type OfflineParameters, offlineParameters } from '../../core/check/parameters.ts';
import { placeholderFor } from '../../core/check/placeholder.ts';
import { type Problem, type ServiceCheck, serviceCheck } from '../../core/check/result.ts';
import { replacePlaceholders, withUnknowns } from '../../core/check/unknowns.ts';
import { describeExit, lastWords } from '../../core/child-exit.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { describeError } from '../../core/described-error.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { outputName } from '../../core/output/names.ts';
import type { SafeguardResult } from '../../core/safeguards/evaluate.ts';
import { checkCli, licenceFailure, needsLicence, type ServerlessCli } from '../../core/serverless/cli.ts';
import { checkTemplateNames } from '../../core/serverless/names.ts';
import { checkServerless4Values } from '../../core/serverless/parameters.ts';
import type { PackagedService } from '../../core/serverless/state.ts';
import type { VariableLookup } from '../../core/serverless/variables.ts';
import type { Service } from '../../core/service/definition.ts';
import { UNKNOWN_PART } from '../../core/stack/template-text.ts';
import type { CliJob, ServerlessRunner } from '../../io/serverless/runner.ts';
import { checkNames } from '../deploy/plan/find-clis.ts';
import { nestedTemplates } from '../deploy/service/check-safeguards.ts';
import { evaluatePackage } from '../deploy/service/evaluate-package.ts';
import type { ClaimStack } from '../deploy/service/stack-claims.ts';
import type { CheckEdges } from './edges.ts';

/** The stage and region that services are checked for. */
export interface CheckedStage {
  readonly configuration: EffectiveConfiguration;
  readonly region: string;
  /** All services of the application. */
  readonly services: readonly Service[];
  readonly runner: ServerlessRunner;
  readonly claimStack: ClaimStack;
  readonly lookup: VariableLookup;
}

/** What came of a service, and the names of the outputs that its package publishes; undefined if there is no package. */
export interface Checked {
  readonly check: ServiceCheck;
  readonly outputs: readonly string[] | undefined;
}

/** Packages a service for a stage without the cloud and checks what came out. Rejects only if the disk fails. */
export async function checkService(service: Service, around: CheckedStage, edges: CheckEdges): Promise<Checked> {
  const { key } = service;
  const { region, configuration } = around;
  const end = (found: {
    problems?: readonly Problem[];
    safeguards?: readonly SafeguardResult[];
    reason?: string | undefined;
  }) => serviceCheck({ key, region, problems: [], safeguards: [], ...onlyDefined(found) });
  if (service.commands?.beforeDeploy !== undefined) {
    return { check: end({ reason: 'its hook before-deploy runs in the deploy alone' }), outputs: undefined };
  }
  try {
    checkNames(service, configuration);
    const cli = await edges.findCli(edges.folderOf(service));
    if (needsLicence(cli) && Object.keys(edges.licence).length === 0) {
      return { check: end({ reason: `serverless ${cli.version} needs a key` }), outputs: undefined };
    }
    const made = await packageOffline(service, cli, around, edges);
    if ('reason' in made) {
      return { check: end(made), outputs: undefined };
    }
    const { job, packaged, problems } = made;
    const safeguards = await evaluateOffline(service, job, packaged, around, edges);
    return { check: end({ problems, safeguards }), outputs: Object.keys(packaged.outputs).map(outputName) };
  } catch (error) {
    const { code, message } = describeError(error);
    return { check: end({ problems: [{ level: 'error', message: `${code}: ${message}` }] }), outputs: undefined };
  }
}

interface Made {
  readonly job: CliJob;
  readonly packaged: PackagedService;
  readonly problems: readonly Problem[];
}

/** Packages with placeholders; once more with one for each parameter that may stand below `parameters-path`. Throws E_PACKAGE_FAILED. */
async function packageOffline(
  service: Service,
  cli: ServerlessCli,
  around: CheckedStage,
  edges: CheckEdges,
): Promise<Made | { readonly reason: string }> {
  const { configuration, region, services, runner, lookup, claimStack } = around;
  const { parameters, parametersPath } = configuration.profile;
  const hasMore = parametersPath !== undefined;
  const offline = offlineParameters(service, {
    parameters,
    hasMore,
    region,
    keys: services.map(({ key }) => key),
    lookup,
  });
  const lacking = service.reads.needed.filter((name) => !offline.parameters.some((known) => known.name === name));
  const first = jobOf(service, cli, offline, around, edges);
  checkCli(cli, true);
  if (needsLicence(cli)) {
    checkServerless4Values(first.parameters);
  }
  let { job, result } = { job: first, result: await runner.package(first) };
  if (result.code !== 0 && hasMore && lacking.length > 0 && isOfParameters(result.output)) {
    const guessed = lacking.map((name) => ({
      name,
      value: placeholderFor(name, region),
      secret: false,
      source: 'parameters-path',
    }));
    job = { ...first, parameters: [...first.parameters, ...guessed] };
    result = await runner.package(job);
  }
  if (result.code !== 0) {
    edges.log.foreign(`${job.label}: ${cli.product} package`, result.output);
    const unknown = [...offline.unknown, ...(hasMore ? lacking : [])];
    const reason = licenceFailure(cli, result.output)?.message ?? whyNotAsked(result.output, service, unknown);
    if (reason !== undefined) {
      return { reason };
    }
    throw new UserError('E_PACKAGE_FAILED', {
      what: `it cannot be packaged for "${configuration.stage.name}" (${describeExit(result)})`,
      why: lastWords(result.output),
      fix:
        isOfParameters(result.output) && lacking.length > 0
          ? `give the profile "${configuration.profile.name}" what it needs of these: ${lacking.join(', ')}`
          : 'mend what it says',
    });
  }
  const packaged = told(await runner.packaged(job));
  if (!packaged.stack.includes(UNKNOWN_PART)) {
    claimStack(packaged.stack, service.key);
    checkTemplateNames(packaged.stack, packaged.resources, region);
  }
  const problems = offline.missing.map(
    (name): Problem => ({
      level: 'error',
      message: `serverless-compose.yml reads \${env:${name}}, and the profile "${configuration.profile.name}" has no parameter "${name}"`,
    }),
  );
  return { job, packaged, problems };
}

function jobOf(
  service: Service,
  cli: ServerlessCli,
  { parameters, outputs }: OfflineParameters,
  { configuration, region }: CheckedStage,
  { folderOf }: CheckEdges,
): CliJob {
  const { app, stage, accounts, profile } = configuration;
  const reader = { app, stage: stage.name, kind: stage.kind, region, accounts };
  return {
    key: service.key,
    label: `${service.key} for ${stage.name}${profile.regions.length > 1 ? ` in ${region}` : ''}`,
    ...onlyDefined({ config: service.config }),
    folder: folderOf(service),
    cli,
    parameters,
    pluginContext: { schemaVersion: 1, reader, resolved: outputs, stacks: {} },
    isRedirected: false,
  };
}

/** A package with what CloudFormation has for unknown values in the place of placeholders. */
function told(packaged: PackagedService): PackagedService {
  const { template, resources, outputs, functions, provider, stackTags, stack } = packaged;
  const unknowns = withUnknowns({ template, resources, outputs, functions, provider }) as Pick<
    PackagedService,
    'template' | 'resources' | 'outputs' | 'functions' | 'provider'
  >;
  const tags = Object.entries(stackTags).map(([tag, value]) => [tag, replacePlaceholders(value, UNKNOWN_PART)]);
  return {
    ...packaged,
    ...unknowns,
    stackTags: Object.fromEntries(tags),
    stack: replacePlaceholders(stack, UNKNOWN_PART),
  };
}

/** Safeguards that are about the moment of a deploy, and what it would find there. */
const OF_THE_DEPLOY = ['no-stateful-replacement', 'restricted-deploy-times'];

async function evaluateOffline(
  service: Service,
  job: CliJob,
  packaged: PackagedService,
  { configuration, region, runner }: CheckedStage,
  { safeguardingOf, now }: CheckEdges,
): Promise<SafeguardResult[]> {
  const safeguarding = safeguardingOf(configuration);
  const nested = (await nestedTemplates(job, runner)).map((one) => withUnknowns(one) as typeof one);
  const safeguards = safeguarding.safeguards.filter(({ id }) => !OF_THE_DEPLOY.includes(id));
  const { name, kind } = configuration.stage;
  return evaluatePackage(
    job,
    service,
    { packaged, nested, stage: { name, kind }, region, now: now(), changes: undefined },
    { ...safeguarding, safeguards },
  );
}
