import { ACCOUNTS, REGION, REPOSITORY } from '../world/accounts.ts';
import { exampleInOneAccount } from '../world/example.ts';
import { LINKED_CLI } from '../world/linked-cli.ts';
import type { Files } from '../world/repository.ts';
import { runStage } from '../world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import type { WorkflowOutcome } from './act.ts';
import { type JobIdentities, startJobIdentities } from './job-identities.ts';
import { runWorkshop, type WorkshopRun } from './workshop-run.ts';

/**
 * One service, in one account, with a role for each stage. The verdict assumes the viewers' role with a token that names no
 * environment, the deploy that of production with one that names its: so each job has an identity of its own (`JobIdentities`).
 */
const CONFIGURATION = exampleInOneAccount(
  ['  database: { path: backend-database, shared: true }\n', ''],
  ['  restapi: { path: backend-restapi, test: node --test }\n', ''],
  ['backend-tasks, test: node --test', 'backend-tasks, test: false'],
);

/** A team whose staging is promoted to prod. `octocat` starts the runs, and bob approves. */
export interface PromotionTeam extends TeamWorld {
  readonly identities: JobIdentities;
  /** Commits another version of the service to the main branch. */
  push(version: string, files?: Files): string;
  /** The same, and has it deployed to staging; without a workflow. */
  stage(version: string, files?: Files): Promise<string>;
  /** Has the head of a stage's branch deployed to it; without a workflow. */
  deploy(stage: 'staging' | 'prod'): Promise<void>;
  /** The run that a person starts by hand, on the branch of production if not on another one. */
  start(
    workflow: WorkshopRun['workflow'],
    inputs?: Readonly<Record<string, string>>,
    more?: RunParts & { readonly branch?: string },
  ): Promise<WorkflowOutcome>;
  /** The run of prod.yml that follows somebody's push to the branch of production, from `before` to its head. */
  pushed(before: string, more?: RunParts & { readonly actor?: string }): Promise<WorkflowOutcome>;
  /** The commit that a stage completed, and nothing else began there since, by the ledger. */
  commitIn(stage: string): string | undefined;
  /** Hash of the code that the service's function has in a stage. */
  codeIn(stage: string): string | undefined;
}

type RunParts = Pick<WorkshopRun, 'secrets' | 'variables' | 'change' | 'timeout'>;

/** Opens it: staging and production have the example. */
export async function startPromotionTeam(): Promise<PromotionTeam> {
  const world = await startTeamWorld({ files: { ...LINKED_CLI, 'serverless-stages.yml': CONFIGURATION } });
  const { aws, github, repository } = world;
  github.people.put('octocat', 'write');
  github.people.put('bob', 'maintain');
  github.environments.put('prod-approval', { reviewers: [{ type: 'User', login: 'bob' }], branches: 'custom' });
  github.environments.addPolicy('prod-approval', { name: 'prod' });
  const identities = await startJobIdentities(world.oidc);
  const team: PromotionTeam = {
    ...world,
    identities,
    push: (version, files = { [VERSION]: `export const version = '${version}';\n` }) =>
      repository.commit('master', files, { message: version }),
    async stage(version, files) {
      const commit = team.push(version, files);
      await team.deploy('staging');
      return commit;
    },
    // The tool is in the repository.
    deploy: async (stage) => void (await runStage(world, stage, { without: ['install-dependencies'] })),
    start(workflow, inputs, { branch = 'prod', ...more } = {}) {
      const ref = `refs/heads/${branch}`;
      const payload = github.dispatchEvent(ref, inputs, `.github/workflows/${workflow}`);
      const event = { name: 'workflow_dispatch', payload };
      const commit = repository.head(branch);
      return runWorkshop(world, { workflow, event, ref, commit, environment: identities, ...more });
    },
    async pushed(before, { actor = 'octocat', ...more } = {}) {
      const commit = repository.head('prod');
      const pushed = await github.pushEvent('prod', before, commit);
      const event = { name: 'push', payload: { ...pushed, sender: { login: actor } } };
      const ref = 'refs/heads/prod';
      return runWorkshop(world, { workflow: 'prod.yml', event, ref, commit, environment: identities, ...more });
    },
    commitIn: (stage) => completedIn(world, stage),
    codeIn: (stage) => aws.functions.list().find(({ name }) => name === `workshop-tasks-${stage}-digest`)?.codeSha256,
    async close() {
      await identities.close();
      await world.close();
    },
  };
  await team.deploy('staging');
  await team.deploy('prod');
  return team;
}

/** A file that is packaged, so that each version of the service has other code. */
const VERSION = 'backend-tasks/src/version.mjs';

function completedIn({ aws }: TeamWorld, stage: string): string | undefined {
  const name = `/serverless-stages/workshop/configured/${stage}/_repository/${REPOSITORY.id}`;
  const wish = JSON.parse(aws.ssm.get(ACCOUNTS.dev, REGION, name)?.value ?? '{}') as Readonly<Record<string, unknown>>;
  const isCompleted = wish['complete'] === true && wish['commit'] === wish['completedCommit'];
  return isCompleted ? String(wish['commit']) : undefined;
}

/** What each job came to. */
export const resultsOf = ({ jobs }: WorkflowOutcome) =>
  Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));

/** All that the jobs of a run wrote into its summary, without what keeps GitHub from finding hashes in it. */
export const summaryOf = ({ jobs }: WorkflowOutcome) =>
  Object.values(jobs)
    .flatMap(({ steps }) => steps.map(({ summary }) => summary))
    .join('\n')
    .replaceAll('\u200b', '');

/** The errors that the steps of a run ended with. */
export const errorsOf = ({ jobs }: WorkflowOutcome) =>
  Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ annotations }) =>
      annotations.filter(({ level }) => level === 'error').map(({ message }) => message),
    ),
  );
