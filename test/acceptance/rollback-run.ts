import { stringify } from 'yaml';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import type { World } from '../world/world.ts';
import { type Application, type Deployment, type DeployOptions, deploy, makeApplication } from './deployment.ts';

/** One service as these tests write it: the text that its function answers, and more of its configuration. */
export interface Written {
  /** What its function answers; it has no function if this is left out. */
  readonly says?: string;
  /** More of its serverless.yml; `functions` is added to. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** More of its entry in serverless-stages.yml. */
  readonly entry?: Readonly<Record<string, unknown>>;
}

/** What came of a service in the output `result`. */
export interface Row {
  readonly key: string;
  readonly status: string;
  readonly stackStatus?: string;
  readonly rollback?: { readonly status: string; readonly reason?: string };
  readonly error?: { readonly code: string; readonly message: string };
}

export interface RunOptions extends DeployOptions {
  /** More of the stage's entry (default: it goes back). */
  readonly stage?: Readonly<Record<string, unknown>>;
  /** More of the profile's. */
  readonly profile?: Readonly<Record<string, unknown>>;
}

export interface Team {
  /** Writes the services as they are now, and deploys them to `dev`. */
  deploy(services: Readonly<Record<string, Written>>, stage?: Readonly<Record<string, unknown>>): Promise<StepResult>;
  /** The same, with the calls of AWS. */
  run(services: Readonly<Record<string, Written>>, options?: RunOptions): Promise<Deployment>;
  /** The text that the function of a service has. */
  says(key: string): Promise<string | undefined>;
  readonly application: Application;
}

/** An application whose stage `dev` goes back if a service fails. */
export function openTeam(world: World, app: string, install?: readonly string[]): Team {
  const application = makeApplication({ 'serverless-stages.yml': '' }, install);
  const run: Team['run'] = async (services, { stage = ROLLBACK, profile = {}, ...options } = {}) => {
    application.write(filesOf(app, services, { stage, profile }));
    return deploy(world, application.folder, options);
  };
  return {
    application,
    run,
    deploy: async (services, stage = ROLLBACK) => (await run(services, { stage })).step,
    async says(key) {
      return world.aws.functions.environment(`${app}-${key}-dev-main`)?.['SAYS'];
    },
  };
}

const ROLLBACK = { 'on-failure': 'rollback' };

/** The files of an application with these services. */
export function filesOf(
  app: string,
  services: Readonly<Record<string, Written>>,
  { stage = ROLLBACK, profile = {} }: { readonly stage?: object; readonly profile?: object } = {},
): Record<string, string> {
  const entries = Object.entries(services).map(([key, { entry }]) => [key, { path: key, ...entry }]);
  const config = {
    version: 1,
    app,
    profiles: { dev: { role: `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`, region: REGION, ...profile } },
    stages: { dev: { profile: 'dev', branch: 'master', destroy: 'allowed', ...stage } },
    services: Object.fromEntries(entries),
  };
  const folders = Object.entries(services).flatMap(([key, { says, more }]) => [
    [`${key}/serverless.yml`, stringify(configOf(`${app}-${key}`, says, more))],
    [`${key}/main.js`, `exports.handler = async () => '${says}';\n`],
  ]);
  return { 'serverless-stages.yml': stringify(config), ...Object.fromEntries(folders) };
}

function configOf(service: string, says: string | undefined, more: Written['more']) {
  const main = { handler: 'main.handler', environment: { SAYS: says } };
  return {
    service,
    frameworkVersion: '4',
    provider: { name: 'aws', runtime: 'nodejs24.x' },
    ...(says === undefined ? {} : { functions: { main } }),
    ...more,
  };
}

/** What came of each service, by its key. */
export function rowsOf(step: StepResult): Record<string, Row> {
  const { services } = JSON.parse(step.outputs['result'] || '{"services":[]}') as { services: Row[] };
  return Object.fromEntries(services.map((row) => [row.key, row]));
}
