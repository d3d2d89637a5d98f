import type { DeployResult } from '../core/deploy/result.ts';
import type { RemovalResult } from '../core/removal/result.ts';
import { sendForm } from '../test/world/form.ts';
import { WITH_LINKED_CLI } from '../test/world/linked-cli.ts';
import { withRegistry } from '../test/world/machine.ts';
import { type PromotionRun, runPromotion } from '../test/world/promotion.ts';
import type { WorkflowRun } from '../test/world/workflow.ts';
import { runPreview, runStage } from '../test/world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../test/world/world.ts';

const say = (text = '') => console.log(text);
const step = (text: string) => say(`\n▸ ${text}`);
const fact = (name: string, text: string) => say(`    ${name.padEnd(12)} ${text}`);

/** Plays an application's life with the built actions and real osls, all on this machine. */
async function play(world: TeamWorld): Promise<void> {
  const { github, repository } = world;
  say('Serverless Stages: previews of pull requests, staging by branch, production by promotion, rollback by git.');
  say(
    'Real git, the built actions and the real Serverless Framework (osls); GitHub and AWS are stand-ins on 127.0.0.1.',
  );

  step('A push to master: the stage dev gets the whole application, and so does staging');
  // One run installs the packages, the others use the same osls from here: that is half of the time.
  const dev = succeeded(await runStage(world, 'dev', withRegistry()));
  tellProfile(dev);
  tellServices(dev);
  succeeded(await runStage(world, 'staging', TESTED));

  step('Production is set up: it gets what staging proved, once bob has approved');
  github.people.put('ada', 'maintain');
  github.environments.put('prod-approval', { reviewers: [{ type: 'User', login: 'bob' }] });
  tellPromotion(promoted(await runPromotion(world, {}, WITH_LINKED_CLI)));

  step('Pull request #1 changes the API: its preview gets the API alone, which reads the table of dev');
  repository.commit(
    'feature/sign-up',
    {
      'backend-restapi/src/kind.mjs': 'export const kind = true;\n',
    },
    { message: 'Say it kindly' },
  );
  const pull = await github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
  const opened = succeeded(await runPreview(world, pull.number, 'opened', WITH_LINKED_CLI));
  fact('stage', `${opened.resolve.outputs['stage']}, because ${opened.resolve.outputs['reason']}`);
  tellServices(opened);
  await tellForm(world, resultOf(opened).url ?? '');

  step('A second push changes the database: the preview gets a table of its own, and its API moves there');
  repository.commit('feature/sign-up', { 'backend-database/NOTES.md': 'A table of its own\n' }, { message: 'Note' });
  tellServices(succeeded(await runPreview(world, pull.number, 'synchronize', WITH_LINKED_CLI)));

  step('The one comment on the pull request, as a reviewer has it then');
  say();
  say(github.comments.list(pull.number)[0]?.body ?? '');

  step('The pull request is merged: its preview is removed, by the ledger and CloudFormation alone');
  await github.pulls.merge(pull.number);
  const closed = succeeded(await runPreview(world, pull.number, 'closed', WITH_LINKED_CLI));
  tellRemoval(closed);
  fact('left', describeStacks(world, opened.resolve.outputs['stage'] ?? ''));

  step('Staging gets the merge, and proves it');
  tellServices(succeeded(await runStage(world, 'staging', TESTED)));

  step('ada promotes staging to production: first the verdict');
  const promotion = promoted(await runPromotion(world, {}, WITH_LINKED_CLI));
  say();
  say(promotion.verdict.summary);
  step('bob approves: the branch moves, and production is deployed');
  tellPromotion(promotion);

  step('Something is wrong in production: ada rolls back to the version before');
  tellPromotion(promoted(await runPromotion(world, { rollback: 'last' }, WITH_LINKED_CLI)));

  step('The history of production, as git has it');
  say();
  say(repository.git('log', '--first-parent', '--format=%h %s (%an)', 'prod'));
  fact('prod', describeStacks(world, 'prod'));
}

/** A run of the workflow whose job Test was green. */
const TESTED = { ...WITH_LINKED_CLI, inputs: { 'deploy-service': { 'test-result': 'success' } } };

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

function tellPromotion({ verdict, move, deploy, report }: PromotionRun): void {
  fact('verdict', verdict.outputs['reason'] ?? '');
  fact('moved', `prod is at ${(move?.outputs['commit'] ?? '').slice(0, 7)}`);
  if (deploy !== undefined) tellServices(deploy);
  fact('report', (report?.summary.split('\n')[0] ?? '').replace('## ', ''));
}

function promoted(run: PromotionRun): PromotionRun {
  const failed = [run.verdict, run.move, run.report].find((result) => result?.exitCode !== 0);
  if (failed !== undefined) throw new Error(`a promotion failed:\n${failed.log}`);
  if (run.deploy !== undefined) succeeded(run.deploy);
  return run;
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
