import type { Files } from '../world/repository.ts';
import { stagesFile } from './deployment.ts';
import { inFolder, outputsService, type StubCall, stubCalls, stubCli } from './stub-cli.ts';

/** A stub CLI, and `probe.cjs`: a user's own command that says what it saw, among the calls of the CLI. */
export const CLI: Files = {
  ...stubCli({ name: 'osls', version: '4.3.1', readsParameters: true }),
  'probe.cjs': `
const fs = require('node:fs');
const path = require('node:path');
const what = process.argv[2];
const key = path.basename(process.cwd());
const call = { command: what, argv: process.argv.slice(2), env: process.env, cwd: process.cwd(), files: {} };
fs.appendFileSync(path.join(__dirname, 'calls.jsonl'), JSON.stringify(call) + '\\n');
console.log('this is ' + what + ' of ' + key);
if (fs.existsSync(path.join(__dirname, 'fail-' + what + '-' + key))) {
  console.error(what + ' of ' + key + ' found a fault');
  process.exit(3);
}
`,
};

/** Keys of a service that run the probe as each of its commands. */
export const ALL_COMMANDS = {
  hooks: { 'before-deploy': 'node ../probe.cjs before-deploy', 'after-deploy': 'node ../probe.cjs after-deploy' },
  verify: 'node ../probe.cjs verify',
} as const;
export const VERIFY = { verify: ALL_COMMANDS.verify } as const;

export interface CommandedApplication {
  /** Further keys of services, by key; each has a folder of its own name. */
  readonly services: Readonly<Record<string, object>>;
  /** Output `greeting` of each service. */
  readonly greeting?: string;
  readonly profile?: Readonly<Record<string, unknown>>;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The address that each service of an application says it has. */
export const addressOf = (app: string, key: string) => `https://${app}-${key}.execute-api.us-east-1.amazonaws.com`;

/** The files of an application; names of its services, stacks and records begin with `app`. */
export function commandedApplication(
  app: string,
  { services, greeting = 'one', profile = {}, more = {} }: CommandedApplication,
): Record<string, string> {
  const entries = Object.entries(services).map(([key, keys]) => [key, { path: key, ...keys }]);
  const folders = Object.keys(services).map((key) =>
    inFolder(key, outputsService(`${app}-${key}`, { greeting, HttpApiUrl: addressOf(app, key) })),
  );
  const file = stagesFile(Object.fromEntries(entries) as Record<string, object>, profile, { app, ...more });
  return Object.assign({ 'serverless-stages.yml': file }, ...folders);
}

/** `what key` of each call of the CLI and of the services' own commands, in order. */
export function stepsIn(folder: string): string[] {
  return stubCalls(folder).map(({ command, cwd }) => `${command} ${cwd.split('/').at(-1)}`);
}

/** How one of a service's commands was called; throws where it was not. */
export function callOf(folder: string, what: string, key: string): StubCall {
  const call = stubCalls(folder).find(({ command, cwd }) => command === what && cwd.endsWith(`/${key}`));
  if (call === undefined) throw new Error(`${what} of ${key} was not called: ${stepsIn(folder).join(', ')}`);
  return call;
}
