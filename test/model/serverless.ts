import type { Service } from '../../core/service/definition.ts';
import { isSuccess, isTerminal } from '../../core/stack/status.ts';
import type { ProcessResult } from '../../io/process.ts';
import type { CliJob, ServerlessRunner } from '../../io/serverless/runner.ts';
import type { ApplicationSource } from '../../io/source.ts';
import type { CloudFormation, Operation, Stack } from './cloudformation.ts';
import { commitOf } from './github.ts';
import type { Actor, WaitOptions } from './scheduler.ts';
import { LOOK_MS } from './stack-tools.ts';

/** The first of the services is needed by the second. */
export const SERVICE_KEYS = ['database', 'restapi'] as const;

const READS = {
  params: [],
  needed: [],
  anyParam: false,
  outputs: [],
  neededOutputs: [],
  stacks: [],
  imports: [],
  through: [],
  files: [],
  unknown: [],
  outside: [],
};

/** The services of the application, of which there are one or two. */
export function servicesOf(count: number): Service[] {
  return SERVICE_KEYS.slice(0, count).map((key, index) => ({
    key,
    path: key,
    name: `shop-${key}`,
    dependsOn: index === 0 ? [] : ['database'],
    triggers: [],
    shared: false,
    composeParams: {},
    makesRole: false,
    hasCode: false,
    isProgram: false,
    reads: READS,
    stackName: undefined,
    exports: [],
    functionNames: [],
    includes: [],
  }));
}

/**
 * What a service's files are at a commit. The first service is another one in each; the second changes in every third
 * commit, and is at the others what it was before.
 */
export function contentOf(key: string, commit: string): string {
  const index = Number.parseInt(commit.slice(0, 2), 16) - 16;
  return `${key} ${key === 'database' ? index : Math.floor(index / 3)}`;
}

/** The clone that a job checked out. */
export function sourceOf(commit: string): ApplicationSource {
  const at = async (of: string, services: readonly { readonly key: string }[]) =>
    new Map(services.map(({ key }) => [key, { hash: contentOf(key, of) }]));
  return {
    head: commit,
    prefix: '',
    inWorkTree: (services) => at(commit, services),
    atCommit: at,
    tree: async () => undefined,
  };
}

/** Whether a service is in a preview where it is known what changed: not where it is what its base has. */
export const differsFromBase = (key: string, commit: string) => contentOf(key, commit) !== contentOf(key, commitOf(0));

/** The template of a service at a commit. */
export function templateOf(key: string, commit: string) {
  const Metadata = { content: contentOf(key, commit) };
  return { Resources: { Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle', Metadata } } };
}

/** What a stack holds after the first step of a first deploy: the bucket of the CLI. */
const CORE_TEMPLATE = JSON.stringify({ Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } });

export interface RunnerParts {
  readonly by: Actor;
  readonly commit: string;
  readonly stage: string;
  readonly stacks: CloudFormation;
  readonly turn: (what: string, options?: WaitOptions) => Promise<void>;
  readonly begins: (stack: Stack, operation: Operation) => void;
  /** Whether an answer of AWS gets lost. */
  readonly fails: () => boolean;
  readonly unlessCancelled: () => Promise<void>;
}

/** The Serverless CLI as one process runs it; it ends with its process. */
export function serverlessRunner(parts: RunnerParts): ServerlessRunner {
  const { commit, stage, turn, unlessCancelled } = parts;
  return {
    nodeVersion: async () => 'v24.0.0',
    async package(job) {
      await unlessCancelled();
      await turn(`packages ${job.key}`, { kind: 'child' });
      return ended(0, '');
    },
    async packaged({ key }) {
      const template = templateOf(key, commit);
      const named = { service: `shop-${key}`, stack: `shop-${key}-${stage}`, stackTags: { STAGE: stage } };
      const configured = { functions: {}, provider: {}, folder: '' };
      return {
        ...named,
        ...configured,
        resources: template.Resources,
        outputs: {},
        template,
        directory: undefined,
        decidesProtection: false,
      };
    },
    hook: async () => ended(1, 'no service of the model has a hook'),
    verify: async () => ended(1, 'no service of the model has a check'),
    rewrite: async () => undefined,
    templates: async () => [],
    hash: async () => 'hash',
    fileHash: async () => undefined,
    async deploy(job, { force }) {
      await unlessCancelled();
      return deploy(job, force, parts);
    },
  };
}

const ended = (code: number, output: string): ProcessResult => ({ code, signal: null, output });

/** Whether CloudFormation takes an update of a stack in this state, or one that is told of as a violation. */
const isDeployable = (status: string) =>
  !isTerminal(status) || isSuccess(status) || status === 'UPDATE_ROLLBACK_COMPLETE';

/** The calls of a deploy in their order: a new stack first gets the bucket, then everything gets the template. */
async function deploy({ key }: CliJob, force: boolean, parts: RunnerParts): Promise<ProcessResult> {
  const { by, commit, stage, stacks, begins } = parts;
  const turn = (what: string, sleep = 0) => parts.turn(what, { sleep, kind: 'child' });
  const name = `shop-${key}-${stage}`;
  const template = JSON.stringify(templateOf(key, commit));
  const isDone = async (stack: Stack) => {
    do {
      await turn(`the CLI looks at ${name}`, LOOK_MS);
    } while (!isTerminal(stack.status));
    return isSuccess(stack.status);
  };
  await turn(`the CLI looks at ${name}`);
  let stack = stacks.find(name);
  if (stack === undefined) {
    await turn(`the CLI makes the change set of ${name}`);
    stack = stacks.review(name, stage);
    begins(stack, 'create');
    await turn(`the CLI creates ${name}`);
    begins(stack, 'create');
    stacks.begin(by, stack, 'create', CORE_TEMPLATE);
    if (!(await isDone(stack))) {
      return ended(1, 'The stack could not be created.');
    }
  }
  await turn(`the CLI uploads ${name}`);
  if (stack.uploaded === template && !force) {
    return ended(0, 'No changes to deploy. Deployment skipped.');
  }
  stack.uploaded = template;
  await turn(`the CLI updates ${name}`);
  if (stack.template === template && isSuccess(stack.status)) {
    return ended(0, 'No updates are to be performed.');
  }
  if (!isDeployable(stack.status)) {
    return ended(1, `Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  }
  begins(stack, 'update');
  stacks.begin(by, stack, 'update', template);
  if (parts.fails()) {
    return ended(1, 'read ECONNRESET');
  }
  return (await isDone(stack)) ? ended(0, '') : ended(1, 'The stack could not be updated.');
}
