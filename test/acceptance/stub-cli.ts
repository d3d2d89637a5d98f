import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Files } from '../world/repository.ts';

/** What a stand-in for the Serverless Framework's CLI is and does. */
export interface StubCli {
  readonly name: 'serverless' | 'osls';
  readonly version: string;
  /** JavaScript that runs before each command; `return true` skips what the command itself would do. */
  readonly before?: string;
  /** JavaScript that runs after a package was written; it knows `folder`, the package's. */
  readonly afterPackage?: string;
  /** JavaScript that runs before the deploy of the package in `folder`. */
  readonly beforeDeploy?: string;
  /** Whether `${param:NAME}` in a template comes to what the CLI was given. */
  readonly readsParameters?: boolean;
}

/** One call of the stub, as it saw it. */
export interface StubCall {
  readonly command: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Files that the arguments point into: mode (octal) and text. */
  readonly files: Readonly<Record<string, { readonly mode: string; readonly text: string }>>;
}

/** Files that install the stub in a workspace; it notes its calls in `<workspace>/calls.jsonl`. */
export function stubCli(stub: StubCli): Files {
  const folder = `node_modules/${stub.name}`;
  const bin = { [stub.name]: './bin/cli.js' };
  const code = PROGRAM.replace('/* before */', () => stub.before ?? '')
    .replace('/* afterPackage */', () => stub.afterPackage ?? '')
    .replace('/* beforeDeploy */', () => stub.beforeDeploy ?? '')
    .replace('/* readsParameters */', () => (stub.readsParameters === true ? 'return resolved(text);' : ''));
  return {
    [`${folder}/package.json`]: JSON.stringify({ name: stub.name, version: stub.version, bin }),
    [`${folder}/bin/cli.js`]: code,
  };
}

/** The calls that the stub of a workspace has noted. */
export function stubCalls(workspace: string): StubCall[] {
  const file = join(workspace, 'calls.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StubCall);
}

/** A stub's service: its template is `resources.json`; a variable in its name comes to what `resolved-name.txt` holds. */
export function stubService(name: string, template: object = QUEUE): Record<string, string> {
  return {
    'serverless.yml': `service: ${name}\nprovider: { name: aws }\n`,
    'resources.json': JSON.stringify(template),
  };
}

/**
 * A service with a queue and these outputs, which may read `${param:NAME}`: its serverless.yml is one for osls too, a stub
 * has to be one that `readsParameters`.
 */
export function outputsService(name: string, outputs: Readonly<Record<string, string>>): Record<string, string> {
  const Outputs = Object.fromEntries(Object.entries(outputs).map(([key, Value]) => [key, { Value }]));
  const resources = { Resources: QUEUE.Resources, Outputs };
  return {
    'serverless.yml': stringify({ service: name, provider: { name: 'aws', runtime: 'nodejs22.x' }, resources }),
    'resources.json': JSON.stringify(resources),
  };
}

/** Prefixes paths with a folder. */
export function inFolder(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

export const QUEUE = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } }, Outputs: { greeting: { Value: 'hello' } } };

// Plain CommonJS: it is the user's program, not ours, and runs on the machine's Node.
const PROGRAM = String.raw`#!/usr/bin/env node
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { setTimeout: sleep } = require('node:timers/promises');

const argv = process.argv.slice(2);
const command = argv.find((word) => word === 'package' || word === 'deploy') ?? argv[0] ?? '';
const workspace = path.resolve(__dirname, '../../..');
function option(name) {
  const joined = argv.find((word) => word.startsWith('--' + name + '='));
  return joined ? joined.slice(name.length + 3) : argv[argv.indexOf('--' + name) + 1];
}

function note() {
  const files = {};
  for (const word of argv) {
    const [, file] = /\$\{file\(([^)]*)\)/.exec(word) ?? [];
    if (file === undefined || files[file] !== undefined) continue;
    files[file] = { mode: (fs.statSync(file).mode & 0o777).toString(8), text: fs.readFileSync(file, 'utf8') };
  }
  const call = { command, argv, env: process.env, cwd: process.cwd(), files };
  fs.appendFileSync(path.join(workspace, 'calls.jsonl'), JSON.stringify(call) + '\n');
}

async function aws(action, params) {
  const { AWS_ACCESS_KEY_ID: key, AWS_SESSION_TOKEN: token, AWS_ENDPOINT_URL: url } = process.env;
  const scope = key + '/20260101/' + option('region') + '/cloudformation/aws4_request';
  const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=' + scope + ', SignedHeaders=host, Signature=0' };
  if (token) headers['x-amz-security-token'] = token;
  headers['content-type'] = 'application/x-www-form-urlencoded';
  const body = String(new URLSearchParams({ Action: action, Version: '2010-05-15', ...params }));
  return post(url, headers, body);
}

// fetch takes twice as long to load as all the rest of this program.
function post(url, headers, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers }, (answer) => {
      const ok = answer.statusCode < 300;
      answer.setEncoding('utf8');
      let text = '';
      answer.on('data', (piece) => (text += piece));
      answer.on('end', () => resolve({ ok, text }));
      answer.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

function given(name) {
  const joined = argv.find((word) => word.startsWith('--param=' + name + '='));
  const apart = argv.find((word, index) => argv[index - 1] === '--param' && word.startsWith(name + '='));
  const value = joined ? joined.slice(9 + name.length) : apart?.slice(1 + name.length);
  if (value === undefined) throw new Error('no parameter ' + name);
  const piece = (_all, file, key) => JSON.parse(fs.readFileSync(file, 'utf8'))[key];
  return value.replaceAll(/\$\{file\(([^)]*)\):(\w+)\}/g, piece);
}

function resolved(text) {
  return text.replaceAll(/\$\{param:([^}]*)\}/g, (_all, name) => given(name));
}

function withParameters(text) {
  /* readsParameters */
  return text;
}

function packageService(folder) {
  const [, written] = /^service: (\S+)$/m.exec(fs.readFileSync('serverless.yml', 'utf8'));
  const service = fs.existsSync('resolved-name.txt') ? fs.readFileSync('resolved-name.txt', 'utf8') : written;
  const compiledCloudFormationTemplate = JSON.parse(fs.readFileSync('resources.json', 'utf8'), (_key, value) =>
    typeof value === 'string' ? withParameters(value) : value);
  const provider = { name: 'aws', stage: option('stage'), region: option('region'), compiledCloudFormationTemplate };
  fs.mkdirSync(folder, { recursive: true });
  const artifactDirectoryName = ['serverless', service, option('stage'), Date.now()].join('/');
  const state = { service: { service, provider, functions: {} }, package: { artifactDirectoryName, artifact: '' } };
  fs.writeFileSync(path.join(folder, 'serverless-state.json'), JSON.stringify(state));
  const template = JSON.stringify(compiledCloudFormationTemplate);
  fs.writeFileSync(path.join(folder, 'cloudformation-template-update-stack.json'), template);
}

async function deployPackage(folder) {
  const { service } = JSON.parse(fs.readFileSync(path.join(folder, 'serverless-state.json'), 'utf8'));
  const StackName = service.service + '-' + service.provider.stage;
  const params = {
    StackName,
    TemplateBody: JSON.stringify(service.provider.compiledCloudFormationTemplate),
    'Tags.member.1.Key': 'STAGE',
    'Tags.member.1.Value': service.provider.stage,
  };
  const known = await aws('DescribeStacks', { StackName });
  const started = await aws(known.ok ? 'UpdateStack' : 'CreateStack', params);
  if (started.text.includes('No updates are to be performed')) return console.log('No changes to deploy.');
  if (!started.ok) throw new Error(started.text);
  for (;;) {
    const [, status] = /<StackStatus>(.*?)</.exec((await aws('DescribeStacks', { StackName })).text) ?? [];
    if (!status?.endsWith('_IN_PROGRESS')) break;
    await sleep(20);
  }
}

async function main() {
  note();
  const folder = path.resolve(option('package') ?? '.serverless');
  const done = await (async () => {
    /* before */
  })();
  if (done === true) return;
  if (command === 'package') {
    packageService(folder);
    /* afterPackage */
  } else if (command === 'deploy') {
    /* beforeDeploy */
    await deployPackage(folder);
  }
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
`;
