import { expect } from 'vitest';
import { stringify } from 'yaml';
import type { RulesetInput } from '../local-github/rulesets.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, type Profile, REGION, REPOSITORY } from '../world/accounts.ts';
import { type PromotionRun, type PromotionSettings, runPromotion } from '../world/promotion.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { type PlantedService, type PlantOptions, plantStage } from './plant.ts';
import { stateOfAws } from './planted-state.ts';
import { stubService } from './stub-cli.ts';
import { annotationsOf } from './verdict.ts';

type Keys = Readonly<Record<string, unknown>>;

/** What a serverless-stages.yml says beside the usual. */
export interface FileChanges {
  readonly promote?: unknown;
  /** Further keys of stages and profiles, by name. */
  readonly stages?: Readonly<Record<string, Keys>>;
  readonly profiles?: Readonly<Record<string, Keys>>;
  readonly services?: Readonly<Record<string, Keys>>;
}

const roleOf = (profile: Profile, name: string) => `arn:aws:iam::${ACCOUNTS[profile]}:role/${name}`;
const PROFILES = ['dev', 'staging', 'prod'] as const;

/** The text of a serverless-stages.yml of the services `api` and `tasks`, whose staging is promoted to prod. */
export function promotionFile({ promote, stages = {}, profiles = {}, services }: FileChanges = {}): string {
  const profileOf = (name: Profile) => ({
    role: roleOf(name, 'serverless-stages'),
    'viewer-role': roleOf(name, 'serverless-stages-viewer'),
    region: REGION,
    // Queues and tables come and go here: what promotions do is what is tried.
    safeguards: [{ 'no-stateful-replacement': { level: 'warning' } }],
    ...profiles[name],
  });
  const names = new Set([...PROFILES, ...Object.keys(stages)]);
  const stageOf = (name: string) => ({
    profile: PROFILES.find((known) => known === name) ?? 'dev',
    branch: name === 'prod' ? 'prod' : 'master',
    ...stages[name],
  });
  const file = {
    version: 1,
    app: 'workshop',
    profiles: Object.fromEntries(PROFILES.map((name) => [name, profileOf(name)])),
    stages: Object.fromEntries([...names].map((name) => [name, stageOf(name)])),
    promote: promote ?? { from: 'staging', to: 'prod' },
    services: services ?? { api: { path: 'api' }, tasks: { path: 'tasks' } },
  };
  // Quotes what is a boolean for readers of YAML 1.1, as the product asks for it.
  return stringify(file, { version: '1.1' });
}

const serviceFiles = (key: string): Files =>
  Object.fromEntries(Object.entries(stubService(key)).map(([path, text]) => [`${key}/${path}`, text]));

/** The files of that application. */
export function applicationFiles(file: FileChanges = {}): Files {
  const example = ['backend-database', 'backend-restapi', 'backend-tasks', 'frontend', 'test', 'package-lock.json'];
  return {
    ...Object.fromEntries(example.map((path) => [path, null])),
    'package.json': '{ "private": true }\n',
    'serverless-stages.yml': promotionFile(file),
    ...serviceFiles('api'),
    ...serviceFiles('tasks'),
  };
}

/** What a stage has beside the usual. */
export interface StageOptions extends Pick<PlantOptions, 'wish' | 'region'> {
  readonly services?: readonly string[];
  /** Other fields of each record, and of what is completed in it. */
  readonly record?: Keys;
  readonly completed?: Keys;
  readonly account?: string;
}

/** A team that has staging and prod, and promotes from one to the other. */
export interface Shop extends World {
  /** The commit that master and prod begin at. */
  readonly first: string;
  /** Commits to master (or another branch) and returns the commit. */
  push(files: Files | string, branch?: string): string;
  /** Has a stage complete a commit, as its deploy leaves it. */
  completes(stage: string, commit: string, options?: StageOptions): Promise<void>;
  /** Pushes to master, and has staging complete that. */
  stages(files: Files | string): Promise<string>;
  /** The run that a person starts on prod's branch. */
  promote(inputs?: Readonly<Record<string, string>>, settings?: PromotionSettings): Promise<PromotionRun>;
  /** Only its verdict. */
  verdict(inputs?: Readonly<Record<string, string>>, settings?: PromotionSettings): Promise<StepResult>;
  /** Verdict and move, and nothing is deployed. */
  move(inputs?: Readonly<Record<string, string>>, settings?: PromotionSettings): Promise<PromotionRun>;
}

export interface ShopOptions {
  readonly file?: FileChanges;
  readonly files?: Files;
  /** Whether somebody approves; default: bob. */
  readonly reviewer?: string | null;
}

let count = 0;

/** Opens a shop: staging and prod have completed the first commit, `ada` may start, and bob approves. */
export async function openShop({ file = {}, files = {}, reviewer = 'bob' }: ShopOptions = {}): Promise<Shop> {
  const world = await startWorld({ files: { ...applicationFiles(file), ...files } });
  const { github, repository } = world;
  github.people.put('ada', 'maintain');
  github.people.put('bob', 'maintain');
  const reviewers = reviewer === null ? [] : [{ type: 'User' as const, login: reviewer }];
  github.environments.put('prod-approval', { reviewers, branches: 'custom' });
  github.environments.addPolicy('prod-approval', { name: 'prod' });
  const shop: Shop = {
    ...world,
    first: repository.head('master'),
    push(given, branch = 'master') {
      const changes = typeof given === 'string' ? { [`${given.replaceAll(/\W+/g, '-')}.txt`]: `${given}\n` } : given;
      const message = typeof given === 'string' ? given : `Change ${Object.keys(given).join(', ')}`;
      return repository.commit(branch, changes, { message });
    },
    completes: (stage, commit, options) => plantCompleted(world, stage, commit, options),
    async stages(given) {
      const commit = shop.push(given);
      await shop.completes('staging', commit);
      return commit;
    },
    promote: (inputs, settings) => runPromotion(world, inputs, settings),
    verdict: async (inputs, settings) =>
      (await runPromotion(world, inputs, { ...settings, endAfter: 'verdict' })).verdict,
    move: (inputs, settings) => runPromotion(world, inputs, { ...settings, endAfter: 'move' }),
  };
  await shop.completes('staging', shop.first);
  await shop.completes('prod', shop.first);
  return shop;
}

/** Long enough ago for every soak. */
export const LONG_AGO = '2026-01-01T00:00:00.000Z';

async function plantCompleted(world: World, stage: string, commit: string, options: StageOptions = {}): Promise<void> {
  const { services = ['api', 'tasks'], record = {}, completed = {}, region = REGION } = options;
  const account = options.account ?? ACCOUNTS[PROFILES.find((name) => name === stage) ?? 'dev'];
  count += 1;
  const run = { id: String(100 + count), attempt: '1', url: `https://github.com/acme/workshop/actions/runs/${count}` };
  const known = (name: string) => world.aws.stacks.find(`${name}-${stage}`, { account, region });
  const planted = services.map((name): PlantedService => {
    const stack = known(name);
    const changed = stack === undefined ? {} : { stack: stack.id, changed: changedOf(stack) };
    return {
      name,
      recordOnly: stack !== undefined,
      record: { run, commit, ...record, ...(stack === undefined ? {} : { completed: { ...changed, outputs: '' } }) },
    };
  });
  const wish =
    options.wish === null
      ? null
      : {
          run,
          commit,
          complete: true,
          completedCommit: commit,
          completedSince: LONG_AGO,
          tests: 'passed',
          regions: [region],
          ...options.wish,
        };
  await plantStage(world, '', planted, { kind: 'configured', stage, account, region, wish });
  for (const name of services) {
    changeRecord(
      world,
      stage,
      name,
      (old) => ({
        ...old,
        completed: { ...(old['completed'] as Keys), commit, ...completed },
        ...record,
      }),
      { account, region },
    );
  }
}

const changedOf = ({ updatedAt, createdAt }: { readonly updatedAt?: number; readonly createdAt: number }) =>
  new Date(updatedAt ?? createdAt).toISOString();

interface Place {
  readonly account?: string;
  readonly region?: string;
}

/** Name of a record of a stage, or of what the repository wants in it. */
export const recordPath = (stage: string, name: string) => `/serverless-stages/workshop/configured/${stage}/${name}`;
export const WISH = `_repository/${REPOSITORY.id}`;

/** Changes a record of a stage (a service's, or the wish) in AWS. */
export function changeRecord(
  { aws }: World,
  stage: string,
  name: string,
  change: (old: Keys) => Keys,
  place: Place = {},
): void {
  const { account = ACCOUNTS[PROFILES.find((known) => known === stage) ?? 'dev'], region = REGION } = place;
  const path = recordPath(stage, name);
  const old = JSON.parse(aws.ssm.get(account, region, path)?.value ?? '{}') as Keys;
  aws.ssm.put(account, region, path, JSON.stringify(change(old)));
}

/** All that can be written: git's refs, what GitHub keeps, and what is in AWS. */
async function everything(shop: Shop): Promise<unknown> {
  return {
    refs: shop.repository.git('for-each-ref', '--format=%(refname) %(objectname)'),
    pulls: await shop.github.pulls.list(),
    pushes: shop.github.pushes.length,
    aws: stateOfAws(shop),
  };
}

/** Does something that must write nothing: no ref moves, nobody writes to GitHub, and nobody changes anything in AWS. */
export async function quietly<T>(shop: Shop, act: () => Promise<T>): Promise<T> {
  const expectQuiet = await watch(shop);
  const done = await act();
  await expectQuiet();
  return done;
}

/** From now on nothing may be written; what it returns says whether that was so. */
export async function watch(shop: Shop): Promise<() => Promise<void>> {
  const before = await everything(shop);
  const [githubCalls, awsCalls] = [shop.github.journal.length, shop.aws.journal.entries.length];
  return async () => {
    expect(await everything(shop)).toEqual(before);
    expect(shop.github.journal.slice(githubCalls).filter(({ method }) => method !== 'GET')).toEqual([]);
    const isWrite = ({ action }: { readonly action: string }) => !/^(Get|Describe|AssumeRole)/.test(action);
    expect(shop.aws.journal.entries.slice(awsCalls).filter(isWrite)).toEqual([]);
  };
}

/** Expects a verdict that lets nothing happen, with this code, and nothing for later jobs. Returns all that it says. */
export function expectRefused(step: StepResult, code: string): string {
  expect(step.log).toContain(code);
  expect(step.exitCode, step.log).not.toBe(0);
  expect(step.outputs).toMatchObject({ decision: 'refused' });
  expect(step.outputs['plan'] ?? '').toBe('');
  expect(
    annotationsOf(step, 'error')
      .map(({ message }) => message)
      .join('\n'),
  ).toContain(code);
  expect(step.raw).not.toMatch(/\n\s+at \S+.*[:(]/);
  return `${step.log}\n${step.summary}`;
}

/** Expects what a verdict lets happen. */
export function expectVerdict(step: StepResult, decision: string, more: Keys = {}): void {
  expect(step.exitCode, step.log).toBe(0);
  expect(annotationsOf(step, 'error')).toEqual([]);
  expect(step.outputs, step.log).toMatchObject({ decision, ...more });
}

/** A ruleset of prod's branch. */
export function rule(type: string, bypass: readonly string[] = []): RulesetInput {
  const rules = [type === 'required_status_checks' ? { type, contexts: ['ci'] } : { type }] as RulesetInput['rules'];
  return { name: 'production', branches: ['prod'], rules, bypass };
}

/** One line of a verdict. */
export interface Line {
  readonly id: string;
  readonly answer: string;
  readonly text: string;
}

/** The lines of a verdict by their ids. */
export function linesOf(step: StepResult): Readonly<Record<string, Line>> {
  const { lines = [] } = JSON.parse(step.outputs['result'] || '{}') as { lines?: Line[] };
  return Object.fromEntries(lines.map((line) => [line.id, line]));
}

/** Opens shops for the tests of a file, and closes them after each. */
export function shops(): { openShop(options?: ShopOptions): Promise<Shop>; closeAll(): Promise<void> } {
  const opened: Shop[] = [];
  return {
    async openShop(options) {
      const shop = await openShop(options);
      opened.push(shop);
      return shop;
    },
    async closeAll() {
      await Promise.all(opened.splice(0).map((shop) => shop.close()));
    },
  };
}

/** Puts a commit with this tree onto a branch, as a person's push does. */
function pushTree({ repository }: World, branch: string, tree: string, message: string): string {
  const ref = `refs/heads/${branch}`;
  const commit = repository.git('commit-tree', tree, '-p', ref, '-m', message);
  repository.git('update-ref', ref, commit);
  return commit;
}

/** The tree that two commits merge to over a base of ours. */
function mergeOver({ repository: { git } }: World, base: string, ...sides: readonly [string, string]): string {
  const [ours, theirs] = sides.map((side) => git('commit-tree', `${side}^{tree}`, '-p', base, '-m', 'stand-in'));
  return git('merge-tree', '--write-tree', ours ?? '', theirs ?? '');
}

/** `git cherry-pick -x` onto a branch. */
export function cherryPick(world: World, commit: string, branch = 'master'): string {
  const { git } = world.repository;
  const tree = mergeOver(world, `${commit}^`, branch, commit);
  return pushTree(
    world,
    branch,
    tree,
    `${git('log', '-1', '--format=%s', commit)}\n\n(cherry picked from commit ${commit})`,
  );
}

/** `git revert`, of a merge `git revert -m 1` as GitHub's button does, on a branch. */
export function revert(world: World, commit: string, branch: string): string {
  const { git } = world.repository;
  const tree = mergeOver(world, commit, branch, `${commit}^1`);
  const subject = git('log', '-1', '--format=%s', commit);
  return pushTree(world, branch, tree, `Revert "${subject}"\n\nThis reverts commit ${commit}.`);
}

/** A squash of one branch into another by hand. */
export function squash(world: World, from: string, into: string): string {
  return pushTree(world, into, world.repository.git('merge-tree', '--write-tree', into, from), `Squash ${from}`);
}

/** Names of the files in a commit. */
export const filesIn = ({ repository }: World, revision: string): string[] =>
  repository.git('ls-tree', '-r', '--name-only', revision).split('\n');

/** The tree of a commit. */
export const treeOf = ({ repository }: World, revision: string): string =>
  repository.git('rev-parse', `${revision}^{tree}`);

/** Promotes what staging has, or goes back, and has prod complete that; returns the commit that prod's branch is at. */
export async function ship(shop: Shop, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
  const { verdict, move } = await shop.move(inputs);
  expect(verdict.exitCode, verdict.log).toBe(0);
  expect(move?.exitCode, move?.log).toBe(0);
  const commit = move?.outputs['commit'] ?? '';
  expect(shop.repository.head('prod')).toBe(commit);
  await shop.completes('prod', commit);
  return commit;
}

/** The token of a GitHub App that may move branches, and change workflow files; it is called `promoter`. */
export const appToken = ({ github }: World, permissions: Readonly<Record<string, 'read' | 'write'>> = {}): string =>
  github.issueToken({
    login: 'promoter[bot]',
    permissions: { contents: 'write', 'pull-requests': 'write', workflows: 'write', ...permissions },
  });
