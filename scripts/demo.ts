import type { DeployResult } from '../core/deploy/result.ts';
import type { RemovalResult } from '../core/removal/result.ts';
import { ACCOUNTS, apiKeyName, REGION } from '../test/world/accounts.ts';
import { sendForm } from '../test/world/form.ts';
import { withRegistry } from '../test/world/machine.ts';
import type { WorkflowRun } from '../test/world/workflow.ts';
import { runPreview, runStage } from '../test/world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../test/world/world.ts';

const say = (text = '') => console.log(text);
const step = (text: string) => say(`\n▸ ${text}`);
const fact = (name: string, text: string) => say(`    ${name.padEnd(12)} ${text}`);

/** Plays an application's life with the built actions and real osls, all on this machine. */
async function play(world: TeamWorld): Promise<void> {
  const { github, repository } = world;
  say('Serverless Stages: services that read each other, in a shared stage and in a preview of a pull request.');
  say(
    'Real git, the built actions and the real Serverless Framework (osls); GitHub and AWS are stand-ins on 127.0.0.1.',
  );

  step('A push to master: the stage dev gets the whole application');
  const dev = succeeded(await runStage(world, 'dev', withRegistry()));
  tellProfile(dev);
  tellServices(dev);

  step('Pull request #1 changes the API: its preview gets the API alone, which reads the table of dev');
  repository.commit(
    'feature/sign-up',
    {
      'backend-restapi/src/kind.mjs': 'export const kind = true;\n',
    },
    { message: 'Say it kindly' },
  );
  const pull = await github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
  const opened = succeeded(await runPreview(world, pull.number, 'opened', withRegistry()));
  fact('stage', `${opened.resolve.outputs['stage']}, because ${opened.resolve.outputs['reason']}`);
  tellServices(opened);
  await tellForm(world, resultOf(opened).url ?? '');

  step('A second push changes the tasks: only the tasks are deployed');
  repository.commit(
    'feature/sign-up',
    { 'backend-tasks/src/more.mjs': 'export const more = true;\n' },
    { message: 'Tell more' },
  );
  tellServices(succeeded(await runPreview(world, pull.number, 'synchronize', withRegistry())));

  step('A third push changes the database: the preview gets a table of its own, and its API moves there');
  repository.commit('feature/sign-up', { 'backend-database/NOTES.md': 'A table of its own\n' }, { message: 'Note' });
  tellServices(succeeded(await runPreview(world, pull.number, 'synchronize', withRegistry())));

  step('A secret of dev is rotated in SSM: exactly the service that reads it is deployed again');
  world.aws.ssm.put(ACCOUNTS.dev, REGION, apiKeyName('dev'), 'wk-live-0a9d55ce11f2b7e4', { type: 'SecureString' });
  tellServices(succeeded(await runStage(world, 'dev', withRegistry())));

  step('The one comment on the pull request, as a reviewer has it after the third push');
  say();
  say(github.comments.list(pull.number)[0]?.body ?? '');

  step('The pull request is closed: its preview is removed, by the ledger and CloudFormation alone');
  await github.pulls.close(pull.number);
  const closed = succeeded(await runPreview(world, pull.number, 'closed', withRegistry()));
  tellRemoval(closed);
  fact('comment', github.comments.list(pull.number)[0]?.body.split('\n')[1] ?? '');
  const stage = opened.resolve.outputs['stage'] ?? '';
  fact('left', describeStacks(world, stage));
  fact('dev', describeStacks(world, 'dev'));
}

const resultOf = (run: WorkflowRun) =>
  JSON.parse(run.steps['deploy-service']?.outputs['result'] ?? '{"services":[]}') as DeployResult;

function tellProfile({ steps }: WorkflowRun): void {
  const profile = steps['load-profile']?.outputs ?? {};
  fact('role', `${profile['role']}, by the identity token of this run`);
  fact('parameters', `${profile['parameter-names']}: in a file that only this job can read`);
}

function tellServices(run: WorkflowRun): void {
  for (const { key, status, reason, reads, stackStatus } of resultOf(run).services) {
    const from = reads.map(({ service, stage }) => `; reads ${service} from ${stage}`).join('');
    const stack = status === 'deployed' ? `${stackStatus}, ` : '';
    fact(key, `${status === 'left-out' ? 'not in this stage' : status}: ${stack}${reason}${from}`);
  }
}

function tellRemoval({ steps }: WorkflowRun): void {
  const { stages } = JSON.parse(steps['destroy-stage']?.outputs['result'] ?? '{"stages":[]}') as RemovalResult;
  for (const { stage, status, reason, services } of stages) {
    fact('stage', `${stage} ${status}, because ${reason}`);
    for (const { key, status: each, emptied, alsoRemoved } of services) {
      const more = [...emptied.map(({ bucket, versions }) => `${versions} versions in ${bucket}`), ...alsoRemoved];
      fact(key, `${each}${more.length === 0 ? '' : `, with ${more.join(', ')}`}`);
    }
  }
}

/** The stacks of a stage as CloudFormation has them. */
function describeStacks({ aws }: TeamWorld, stage: string): string {
  const stacks = aws.stacks
    .list()
    .filter(({ name, status }) => name.endsWith(`-${stage}`) && status !== 'DELETE_COMPLETE');
  return stacks.length === 0 ? 'nothing' : stacks.map(({ name, status }) => `${name} ${status}`).join(', ');
}

async function tellForm({ aws }: TeamWorld, url: string): Promise<void> {
  const { id, stored } = await sendForm((path) => aws.apiUrl(url + path));
  fact('POST', `${url}/submissions → stored as ${id}`);
  fact('GET', `${url}/submissions/${id} → ${JSON.stringify(stored)}`);
}

function succeeded(run: WorkflowRun): WorkflowRun {
  const failed = [run.resolve, ...Object.values(run.steps), ...Object.values(run.reports)].find(
    (result) => result.exitCode !== 0,
  );
  if (failed !== undefined) {
    throw new Error(`a step failed:\n${failed.log}`);
  }
  return run;
}

const world = await startTeamWorld();
try {
  await play(world);
} finally {
  await world.close();
}
