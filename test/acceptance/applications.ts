import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ListImportsCommand } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect } from 'vitest';
import type { JournalEntry } from '../local-aws/journal.ts';
import { stackClient } from '../local-aws/stack-client.ts';
import type { Stack } from '../local-aws/state/stacks.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Content, type Files, writeFiles } from '../world/repository.ts';
import type { World } from '../world/world.ts';
import { type Deployment, deploy, deployPreview, type Preview, statusesOf } from './deployment.ts';
import { expectSuccess, isQuestion } from './verdict.ts';

const APPLICATIONS = resolve(import.meta.dirname, '../applications');
/** What an installation adds to each checkout. */
const INSTALLED: Files = { 'node_modules/osls': { link: resolve(import.meta.dirname, '../osls/package') } };

/** One of the applications of test/applications/, as master of a world's repository. */
export interface Team {
  /** Deploys master to the stage `dev`. */
  deployDev(): Promise<Deployment>;
  /** Opens a pull request with these changes, and deploys its preview. */
  deployPreview(topic: string, changes: Files): Promise<Preview>;
  /** The text of one of its files. */
  text(path: string): string;
}

/** Makes an application all that master of the world's repository holds; `installed` are further files of an installation. */
export function openApplication(world: World, name: string, installed: Files = {}): Team {
  const { repository } = world;
  const files = filesOf(join(APPLICATIONS, name));
  const before = repository.git('ls-tree', '--name-only', '-z', 'master').split('\0').filter(Boolean);
  repository.commit('master', { ...Object.fromEntries(before.map((path) => [path, null])), ...files });
  // In one folder each time, as on GitHub's runners: its path is in what the framework compares.
  const checkOut = (commit: string) => {
    const folder = repository.workspace(commit);
    writeFiles(folder, { ...INSTALLED, ...installed });
    return folder;
  };
  return {
    deployDev: () => deploy(world, checkOut(repository.head('master'))),
    async deployPreview(topic, changes) {
      const head = `feature/${name}-${topic}`;
      const commit = repository.commit(head, changes);
      const { number } = await world.github.pulls.open({ head, base: 'master' });
      return deployPreview(world, checkOut(commit), number);
    },
    text: (path) => readFileSync(join(APPLICATIONS, name, path), 'utf8'),
  };
}

/** All files below a folder, by path; a symbolic link stays one, whatever it leads to. */
function filesOf(folder: string, prefix = ''): Record<string, Content> {
  const files: Record<string, Content> = {};
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    const file = join(folder, path);
    if (entry.isDirectory()) Object.assign(files, filesOf(folder, `${path}/`));
    else files[path] = entry.isSymbolicLink() ? { link: readlinkSync(file) } : readFileSync(file);
  }
  return files;
}

/** The stacks that a stage has, by name. */
export function stacksIn({ aws }: World, stage: string): string[] {
  const living = aws.stacks.list().filter(({ status }) => status !== 'DELETE_COMPLETE');
  return living
    .filter(({ wish }) => wish?.tags['STAGE'] === stage)
    .map(({ name }) => name)
    .sort();
}

/** The stack of a name, which has to stand complete. */
export function standing(world: World, name: string): Stack {
  const stack = world.aws.stacks.find(name);
  expect(stack?.status, name).toMatch(/^(CREATE|UPDATE)_COMPLETE$/);
  if (stack === undefined) throw new Error('unreachable: its status was expected above');
  return stack;
}

/** Outputs of a stack that stands, by key; without those that the Serverless Framework adds. */
export function outputsOf(world: World, name: string): Record<string, string> {
  const { outputs } = standing(world, name);
  const own = outputs.filter(
    ({ key }) => !/^(ServerlessDeploymentBucketName|\w+LambdaFunctionQualifiedArn)$/.test(key),
  );
  return Object.fromEntries(own.map(({ key, value }) => [key, value]));
}

/** What `Ref` of a resource of a stack that stands is. */
export function idOf(world: World, stack: string, logicalId: string): string {
  const id = standing(world, stack).resources.get(logicalId)?.physicalId;
  if (id === undefined) throw new Error(`${stack} has no ${logicalId}`);
  return id;
}

/** The ARN of a queue of a stack that stands. */
export function queueArnOf(world: World, stack: string, logicalId: string): string {
  const name = idOf(world, stack, logicalId).split('/').at(-1);
  return `arn:aws:sqs:${REGION}:${ACCOUNTS.dev}:${name}`;
}

/** The environment variables of a function. */
export const environmentOf = (world: World, name: string) => world.aws.functions.environment(name);

/** What a function answers. */
export async function answerOf(world: World, name: string, event: object): Promise<unknown> {
  const credentials = world.aws.addUser(ACCOUNTS.dev);
  const client = new LambdaClient({ endpoint: world.aws.url, region: REGION, credentials });
  const { Payload = [] } = await client.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }));
  return JSON.parse(Buffer.from(Payload).toString());
}

/** The text of the template that a stack has. */
export const templateOf = (world: World, stack: string) => standing(world, stack).wish?.templateBody ?? '';

/** Names of the stacks that import an export, as CloudFormation says them. */
export async function importersOf(world: World, exportName: string): Promise<string[]> {
  const { client } = stackClient(world.aws, ACCOUNTS.dev, REGION);
  try {
    const { Imports = [] } = await client.send(new ListImportsCommand({ ExportName: exportName }));
    return Imports;
  } catch (error) {
    // How it says that there are none.
    if (String(error).includes('is not imported by any stack')) return [];
    throw error;
  }
}

/** Names of the exports of a stack that stands. */
export function exportsOf(world: World, stack: string): string[] {
  return standing(world, stack).outputs.flatMap(({ exportName }) => exportName ?? []);
}

const CHANGES = ['CreateStack', 'UpdateStack', 'CreateChangeSet', 'ExecuteChangeSet', 'DeleteStack'];

/** The calls that change a stack. */
export function stackChanges(calls: readonly JournalEntry[]): string[] {
  return calls
    .filter((call) => call.service === 'cloudformation' && CHANGES.includes(call.action) && !isQuestion(call))
    .map(({ params }) => nameIn(String(params['StackName'])));
}

const nameIn = (nameOrArn: string) => (nameOrArn.startsWith('arn:') ? (nameOrArn.split('/')[1] ?? '') : nameOrArn);

/** Expects that all that was done to each stack of a list was done before anything was done to the next one. */
export function expectOrder({ calls }: Deployment, ...stacks: readonly string[]): void {
  const changes = stackChanges(calls);
  for (const [index, next] of stacks.entries()) {
    const before = stacks[index - 1];
    expect(changes).toContain(next);
    if (before === undefined) continue;
    expect(changes.lastIndexOf(before), `${before} before ${next}`).toBeLessThan(changes.indexOf(next));
  }
}

/** Expects that a deploy succeeded and got exactly these services into its stage, by key; others may be left out. */
export function expectDeployed({ step }: Deployment, ...keys: readonly string[]): void {
  expectSuccess(step);
  const deployed = Object.entries(statusesOf(step)).filter(([, status]) => status !== 'left-out');
  expect(Object.fromEntries(deployed)).toEqual(Object.fromEntries(keys.map((key) => [key, 'deployed'])));
}

/**
 * Expects that a deploy left everything as it was. The services `asked` are packaged all the same, for a documented reason,
 * and CloudFormation has nothing to do; the CLI is not run for any other.
 */
export function expectLeftAlone({ step, calls }: Deployment, ...asked: readonly string[]): void {
  expectSuccess(step);
  const statuses = statusesOf(step);
  expect(statuses).toEqual(Object.fromEntries(Object.keys(statuses).map((key) => [key, 'unchanged'])));
  expect(stackChanges(calls)).toEqual([]);
  const packaged = [...step.log.matchAll(/^([\w-]+): \w+ package:$/gm)].map(([, key]) => key ?? '');
  expect(packaged.filter((key) => !asked.includes(key))).toEqual([]);
}
