import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Rule } from '../local-github/rulesets.ts';
import type { Laptop } from './laptop.ts';
import type { World } from './world.ts';

/** A command that `init` prints. */
export interface PrintedCommand {
  readonly what: string;
  readonly command: string;
}

const CLIENT = resolve(import.meta.dirname, '../../node_modules/@aws-sdk/client-cloudformation/dist-cjs/index.js');

/** `aws cloudformation deploy`, as far as a new stack goes. */
const AWS = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } = require(${JSON.stringify(CLIENT)});
const args = process.argv.slice(2);
if (args.splice(0, 2).join(' ') !== 'cloudformation deploy') throw new Error('no such command');
const valuesOf = (name) => {
  const start = args.indexOf('--' + name) + 1;
  if (start === 0) throw new Error('--' + name + ' is missing');
  const end = args.findIndex((one, index) => index >= start && one.startsWith('--'));
  return args.slice(start, end < 0 ? undefined : end);
};
const [StackName] = valuesOf('stack-name');
const client = new CloudFormationClient({ region: valuesOf('region')[0] });
client.send(new CreateStackCommand({
  StackName,
  TemplateBody: readFileSync(valuesOf('template-file')[0], 'utf8'),
  Capabilities: valuesOf('capabilities'),
  Parameters: valuesOf('parameter-overrides').map((pair) => {
    const at = pair.indexOf('=');
    return { ParameterKey: pair.slice(0, at), ParameterValue: pair.slice(at + 1) };
  }),
}))
  .then(() => waitUntilStackCreateComplete({ client, maxWaitTime: 30, minDelay: 0.02, maxDelay: 0.1 }, { StackName }))
  .catch((error) => { console.error(error.message); process.exitCode = 1; });
`;

/** `gh api`, with the person's token; a ruleset is noted, since administrators alone write it. */
const GH = `#!${process.execPath}
const { readFileSync, appendFileSync } = require('node:fs');
const args = process.argv.slice(2);
if (args.shift() !== 'api') throw new Error('no such command');
let method = 'GET', path = '', query = '', input;
const fields = {};
while (args.length > 0) {
  const one = args.shift();
  if (one === '-X') method = args.shift();
  else if (one === '--jq') query = args.shift();
  else if (one === '--input') { args.shift(); input = readFileSync(0, 'utf8'); }
  else if (one === '-f') { const [key, ...rest] = args.shift().split('='); fields[key] = rest.join('='); }
  else if (one.startsWith('-') || path !== '') throw new Error('unknown: ' + one);
  else path = one;
}
const body = input ?? (Object.keys(fields).length > 0 ? JSON.stringify(fields) : undefined);
async function main() {
  if (path === 'user') return { id: 7 };
  if (path.endsWith('/rulesets')) {
    appendFileSync(process.env.RULESETS, JSON.stringify(JSON.parse(body)) + '\\n');
    return {};
  }
  const headers = { authorization: 'Bearer ' + process.env.GH_TOKEN };
  const answer = await fetch(process.env.GITHUB_API_URL + '/' + path, { method, headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(answer.status + ' ' + text);
  return text === '' ? {} : JSON.parse(text);
}
main().then((value) => {
  const found = query.split('.').filter((key) => key !== '').reduce((one, key) => one[key], value);
  console.log(typeof found === 'object' ? JSON.stringify(found) : String(found));
}).catch((error) => { console.error(error.message); process.exitCode = 1; });
`;

interface WrittenRuleset {
  readonly name: string;
  readonly conditions: { readonly ref_name: { readonly include: readonly string[] } };
  readonly rules: readonly { readonly type: string; readonly parameters?: Record<string, unknown> }[];
}

/** Runs commands that `init` prints, as they are, in a shell of a person who may do all that: in each account, and on GitHub. */
export async function runCommands(world: World, laptop: Laptop, commands: readonly PrintedCommand[]): Promise<void> {
  const bin = join(laptop.home, 'bin');
  const rulesets = join(laptop.home, 'rulesets');
  mkdirSync(bin, { recursive: true });
  for (const [name, text] of [
    ['aws', AWS],
    ['gh', GH],
  ] as const) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  for (const { what, command } of commands) {
    const keys = world.aws.addUser(/\d{12}/.exec(what)?.[0]);
    const env = {
      PATH: `${bin}:${process.env['PATH']}`,
      AWS_ENDPOINT_URL: world.aws.url,
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      GITHUB_API_URL: world.github.url,
      GH_TOKEN: world.github.token,
      RULESETS: rulesets,
      NODE_NO_WARNINGS: '1',
    };
    await promisify(execFile)('bash', ['-eo', 'pipefail', '-c', command], { cwd: laptop.folder, env });
  }
  const written = existsSync(rulesets) ? readFileSync(rulesets, 'utf8').trimEnd().split('\\n') : [];
  for (const line of written) putRuleset(world, JSON.parse(line) as WrittenRuleset);
  for (const account of new Set(commands.flatMap(({ what }) => /\d{12}/.exec(what) ?? []))) {
    for (const provider of world.aws.providers.of(account))
      world.aws.providers.add({ ...provider, jwksUri: world.oidc.jwksUri });
  }
}

function putRuleset({ github }: World, { name, conditions, rules }: WrittenRuleset): void {
  const branches = conditions.ref_name.include.map((ref) => ref.replace(/^refs\/heads\//, ''));
  github.rulesets.put({
    name,
    branches,
    rules: rules.map(({ type, parameters = {} }): Rule => {
      const checks = parameters['required_status_checks'] as { context: string }[] | undefined;
      if (type === 'required_status_checks') return { type, contexts: checks?.map(({ context }) => context) ?? [] };
      return { type } as Rule;
    }),
  });
}
