import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an action that does nothing and takes any input: what is left of actions/setup-node where node is in PATH. */
export function writeEmptyAction(folder: string): void {
  writeAction(folder, 'Does nothing', [], '');
}

const CHECKOUT_INPUTS = ['repository', 'ref', 'token', 'path', 'fetch-depth', 'persist-credentials', 'clean'];

/**
 * Writes a stand-in for actions/checkout that takes from a bare repository on this machine what the real one takes from
 * GitHub: the commit of the run or the given ref, alone or with the whole history. It leaves GitHub's address behind as
 * `origin`, so that a later fetch without credentials fails here as it would there.
 */
export function writeCheckoutAction(folder: string, bareRepository: string): void {
  writeAction(folder, 'Checks out the repository of the run', CHECKOUT_INPUTS, checkoutProgram(bareRepository));
}

const APP_TOKEN_INPUTS = [
  'app-id',
  'private-key',
  'permission-contents',
  'permission-pull-requests',
  'permission-workflows',
];

/**
 * Writes a stand-in for actions/create-github-app-token. The real one signs with the key and asks GitHub for a token of the
 * installation; here the key of the App is that token already. It is masked as there, and its rights are those of whoever issued it.
 */
export function writeAppTokenAction(folder: string): void {
  writeAction(folder, 'Gets a token of an App', APP_TOKEN_INPUTS, APP_TOKEN_PROGRAM);
}

const APP_TOKEN_PROGRAM = `const { appendFileSync } = require('node:fs');
const input = (name) => process.env['INPUT_' + name.toUpperCase()] || '';
for (const name of ['app-id', 'private-key']) {
  if (input(name) === '') throw new Error("The '" + name + "' input must be set to a non-empty string");
}
console.log('::add-mask::' + input('private-key'));
appendFileSync(process.env.GITHUB_OUTPUT, 'token=' + input('private-key') + '\\n');
`;

const UPLOAD_INPUTS = ['name', 'path', 'overwrite', 'if-no-files-found', 'retention-days'];

/** Writes a stand-in for actions/upload-artifact that says what it would keep, and fails where there is no such file. */
export function writeUploadAction(folder: string): void {
  writeAction(folder, 'Keeps an artifact', UPLOAD_INPUTS, UPLOAD_PROGRAM);
}

const UPLOAD_PROGRAM = `const { readFileSync } = require('node:fs');
const input = (name) => process.env['INPUT_' + name.toUpperCase()] || '';
const { version, runs } = JSON.parse(readFileSync(input('path'), 'utf8'));
console.log('kept the artifact ' + input('name') + ': SARIF ' + version + ' with ' + runs[0].results.length + ' results');
`;

function writeAction(folder: string, name: string, inputs: readonly string[], program: string): void {
  mkdirSync(folder, { recursive: true });
  const declared = inputs.map((input) => `  ${input}: { description: as of the real one, required: false }\n`).join('');
  const head = `name: ${name}\ndescription: ${name}.\n${declared === '' ? '' : `inputs:\n${declared}`}`;
  writeFileSync(join(folder, 'action.yml'), `${head}runs:\n  using: node24\n  main: main.cjs\n`);
  writeFileSync(join(folder, 'main.cjs'), program);
}

function checkoutProgram(bareRepository: string): string {
  return `const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const input = (name) => process.env['INPUT_' + name.toUpperCase()] || '';
const { GITHUB_REPOSITORY, GITHUB_SERVER_URL, GITHUB_SHA, GITHUB_WORKSPACE } = process.env;
if (input('repository') !== '' && input('repository') !== GITHUB_REPOSITORY) {
  throw new Error('no stand-in for a checkout of ' + input('repository'));
}
const folder = join(GITHUB_WORKSPACE, input('path'));
mkdirSync(folder, { recursive: true });
const git = (...args) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
// GitHub gives any commit that it has, by its id.
const uploadPack = '--upload-pack=git -c uploadpack.allowAnySHA1InWant=true upload-pack';
const fetch = (...what) => git('fetch', '--quiet', uploadPack, ...what);
const ref = input('ref') || GITHUB_SHA;
const depth = Number(input('fetch-depth') || 1);
const isSecond = existsSync(join(folder, '.git'));
git('init', '--quiet');
// A second checkout of a job takes away what the first one and its steps left, as the real one does.
if (isSecond && input('clean') !== 'false') {
  git('clean', '-ffdx', '--quiet');
  git('reset', '--hard', '--quiet', 'HEAD');
}
git('remote', ...(isSecond ? ['set-url'] : ['add']), 'origin', ${JSON.stringify(`file://${bareRepository}`)});
if (depth === 0) fetch('--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*');
fetch(...(depth === 0 ? [] : ['--depth=' + depth]), 'origin', ref);
git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
git('remote', 'set-url', 'origin', GITHUB_SERVER_URL + '/' + GITHUB_REPOSITORY);
console.log('checked out ' + git('rev-parse', 'HEAD').trim());
`;
}
