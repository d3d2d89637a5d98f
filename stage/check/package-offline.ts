import { isOfParameters, whyNotAsked } from '../../core/check/failure.ts';
import { type OfflineParameters, offlineParameters } from '../../core/check/parameters.ts';
import { placeholderFor } from '../../core/check/placeholder.ts';
import { type OutputScene, publishedByConfiguration } from '../../core/check/reads.ts';
import type { Problem } from '../../core/check/result.ts';
import { replacePlaceholders, withUnknowns } from '../../core/check/unknowns.ts';
import { describeExit, lastWords } from '../../core/child-exit.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { isLiteral } from '../../core/configuration/schema.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { checkCli, licenceFailure, needsLicence, type ServerlessCli } from '../../core/serverless/cli.ts';
import { checkTemplateNames } from '../../core/serverless/names.ts';
import { checkServerless4Values } from '../../core/serverless/parameters.ts';
import type { PackagedService } from '../../core/serverless/state.ts';
import type { VariableLookup } from '../../core/serverless/variables.ts';
import type { Published, Service } from '../../core/service/definition.ts';
import type { NestedTemplate } from '../../core/stack/nested-templates.ts';
import { UNKNOWN_PART } from '../../core/stack/template-text.ts';
import type { CliJob, ServerlessRunner } from '../../io/serverless/runner.ts';
import { checkNames } from '../deploy/plan/find-clis.ts';
import { lookupOf } from '../deploy/plan/stage-plan.ts';
import { nestedTemplates } from '../deploy/service/check-safeguards.ts';
import { type ClaimStack, createStackClaims } from '../deploy/service/stack-claims.ts';
import type { CheckEdges } from './edges.ts';

/** The stage and region that services are packaged for. */
export interface OfflineStage {
  readonly configuration: EffectiveConfiguration;
  readonly region: string;
  /** All services of the application. */
  readonly services: readonly Service[];
  readonly runner: ServerlessRunner;
  readonly claimStack: ClaimStack;
  readonly lookup: VariableLookup;
}

/** Returns the services of an application, as a stage has them. Throws E_SERVICE_CONFIG and its kin. */
export function servicesFor(configuration: EffectiveConfiguration, { discover }: CheckEdges): Promise<Service[]> {
  return discover(configuration.services, lookupIn(configuration));
}

/** Returns what is known of the outputs of a stage's services. */
export function sceneOf(
  {
    configuration: { app, stage, only },
    services,
    lookup,
  }: Pick<OfflineStage, 'configuration' | 'services' | 'lookup'>,
  published: ReadonlyMap<string, Published>,
): OutputScene {
  return { app, stage: stage.name, services, only, published, lookup };
}

/** Opens a region of a stage for packages without the cloud. */
export async function openOffline(
  configuration: EffectiveConfiguration,
  region: string,
  services: readonly Service[],
  { createRunner, licence }: CheckEdges,
): Promise<OfflineStage> {
  const target = { stage: configuration.stage.name, region };
  const runner = await createRunner({ target, exportEnv: configuration.profile.exportEnv, licence });
  const lookup = lookupIn(configuration, region);
  return { configuration, region, services, runner, claimStack: createStackClaims(), lookup };
}

/** What variables are known to be in a stage without the cloud, and in one of its regions. */
function lookupIn(configuration: EffectiveConfiguration, region?: string): VariableLookup {
  const literals = Object.entries(configuration.profile.parameters).flatMap(([name, value]) =>
    isLiteral(value) ? [{ name, value: String(value), secret: false, source: 'literal' }] : [],
  );
  return lookupOf(configuration, literals, region);
}

/** A package that was made without the cloud, what is not known in it as CloudFormation has it. */
export interface OfflinePackage {
  readonly job: CliJob;
  readonly packaged: PackagedService;
  readonly nested: readonly NestedTemplate[];
  /** What the deploy would fail by, or may. */
  readonly problems: readonly Problem[];
}

/**
 * Packages a service with placeholders, and checks its names; once more with one for each parameter that may stand below
 * `parameters-path`. `reason` says why it cannot be packaged without the cloud. Throws E_PACKAGE_FAILED, E_NAME_TOO_LONG, E_STACK_COLLISION, E_CLI_MISSING, E_CLI_VERSION.
 */
export async function packageOffline(
  service: Service,
  around: OfflineStage,
  edges: CheckEdges,
): Promise<OfflinePackage | { readonly reason: string }> {
  const { configuration, region, services, runner, claimStack } = around;
  if (service.commands?.beforeDeploy !== undefined) {
    return { reason: 'its hook before-deploy runs in the deploy alone' };
  }
  checkNames(service, configuration);
  const cli = await edges.findCli(edges.folderOf(service));
  if (needsLicence(cli) && Object.keys(edges.licence).length === 0) {
    return { reason: `serverless ${cli.version} needs a key` };
  }
  const { parameters, parametersPath } = configuration.profile;
  const hasMore = parametersPath !== undefined;
  const offline = offlineParameters(service, {
    parameters,
    hasMore,
    region,
    scene: sceneOf(around, publishedByConfiguration(services)),
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
  const nested = (await nestedTemplates(job, runner)).map((one) => withUnknowns(one) as NestedTemplate);
  return { job, packaged, nested, problems };
}

function jobOf(
  service: Service,
  cli: ServerlessCli,
  { parameters, outputs }: OfflineParameters,
  { configuration, region }: OfflineStage,
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
