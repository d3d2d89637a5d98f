import { join } from 'node:path';
import { ACCOUNT } from '../../test/aws/deploy-role.ts';
import { REGION } from '../../test/world/accounts.ts';
import { everyService } from '../../test/world/example.ts';
import { withRegistry } from '../../test/world/machine.ts';
import type { WorkflowRun } from '../../test/world/workflow.ts';
import { runPreview } from '../../test/world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../../test/world/world.ts';
import { child, seconds } from './child.ts';

/** The services of the example, those that read others first: `osls remove` knows no order. */
const FOLDERS = ['backend-restapi', 'backend-tasks', 'backend-database'] as const;
/** What a person has to type for each service, because its configuration reads it. */
const PARAMETERS = ['env', 'endpoint', 'endpoint_api_key', 'database.tableName', 'database.tableArn'].map(
  (name) => `--param=${name}=any`,
);

/** Prints how long the removal of a preview of three services takes: our whole run, and `osls remove` with its `npm ci`. */
export async function benchDestroy(): Promise<void> {
  const world = await startTeamWorld();
  try {
    const first = await openPreview(world, 'feature/ours');
    const second = await openPreview(world, 'feature/osls');
    await world.github.pulls.close(first.number);
    const ours = await seconds(async () => {
      check(await runPreview(world, first.number, 'closed', withRegistry()));
    });
    const install = await seconds(() =>
      child('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], second.workspace, process.env),
    );
    const remove = await seconds(async () => {
      for (const folder of FOLDERS) await removeByOsls(world, join(second.workspace, folder), second.stage);
    });
    const left = world.aws.stacks
      .list()
      .filter(({ name, status }) => /-feature-/.test(name) && status !== 'DELETE_COMPLETE');
    if (left.length > 0) throw new Error(`still there: ${left.map(({ name }) => name).join(', ')}`);
    console.log('\nRemoval of a preview of three services (a local AWS, resources take no time)');
    const rows: [string, number][] = [
      ['Serverless Stages: resolve, profile, destroy', ours],
      ['osls remove, one after another', remove],
      ['npm ci, and osls remove', install + remove],
    ];
    for (const [name, time] of rows) {
      console.log(
        `  ${name.padEnd(46)} ${time.toFixed(1).padStart(6)} s   ${(time / (install + remove)).toFixed(2)} × npm ci and osls remove`,
      );
    }
  } finally {
    await world.close();
  }
}

async function openPreview(world: TeamWorld, branch: string) {
  const { github, repository } = world;
  const head = repository.commit(branch, everyService(branch), { message: 'Change all' });
  const { number } = await github.pulls.open({ head: branch, base: 'master', title: branch });
  const opened = check(await runPreview(world, number, 'opened', withRegistry()));
  return { number, stage: opened.resolve.outputs['stage'] ?? '', workspace: repository.workspace(head) };
}

function check(outcome: WorkflowRun): WorkflowRun {
  const failed = [outcome.resolve, ...Object.values(outcome.steps)].find(({ exitCode }) => exitCode !== 0);
  if (failed !== undefined) throw new Error(failed.log);
  return outcome;
}

async function removeByOsls({ aws }: TeamWorld, folder: string, stage: string): Promise<void> {
  const keys = aws.addUser(ACCOUNT);
  await child('npx', ['osls', 'remove', '--stage', stage, '--region', REGION, ...PARAMETERS], folder, {
    ...process.env,
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_REGION: REGION,
    SLS_AWS_MONITORING_FREQUENCY: '1000',
    SLS_NOTIFICATIONS_MODE: 'off',
  });
}
