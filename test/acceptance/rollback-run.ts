import { stringify } from 'yaml';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import type { World } from '../world/world.ts';
import { type Application, deploy, makeApplication } from './deployment.ts';

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

export interface Team {
  /** Writes the services as they are now, and deploys them to `dev`. */
  deploy(services: Readonly<Record<string, Written>>, stage?: Readonly<Record<string, unknown>>): Promise<StepResult>;
  /** The text that the function of a service has. */
  says(key: string): Promise<string | undefined>;
  readonly application: Application;
}

/** An application whose stage `dev` goes back if a service fails. */
export function openTeam(world: World, app: string): Team {
  const application = makeApplication({ 'serverless-stages.yml': '' });
  return {
    application,
    async deploy(services, stage = { 'on-failure': 'rollback' }) {
      application.write(filesOf(app, services, stage));
      return (await deploy(world, application.folder)).step;
    },
    async says(key) {
      return world.aws.functions.environment(`${app}-${key}-dev-main`)?.['SAYS'];
    },
  };
}

function filesOf(app: string, services: Readonly<Record<string, Written>>, stage: object): Record<string, string> {
  const entries = Object.entries(services).map(([key, { entry }]) => [key, { path: key, ...entry }]);
  const config = {
    version: 1,
    app,
    profiles: { dev: { role: `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`, region: REGION } },
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
