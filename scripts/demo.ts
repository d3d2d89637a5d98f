import type { WorkflowRun } from '../test/story/deploy-job.ts';
import { sendForm } from '../test/story/form.ts';
import { withRegistry } from '../test/story/machine.ts';
import { runPreview } from '../test/story/preview-run.ts';
import { type StandIns, startStandIns } from '../test/story/stand-ins.ts';

const say = (text = '') => console.log(text);
const step = (text: string) => say(`\n▸ ${text}`);
const fact = (name: string, text: string) => say(`    ${name.padEnd(12)} ${text}`);

/** Plays a pull request's preview with the built actions and real osls, all on this machine. */
async function play(standIns: StandIns): Promise<void> {
  const { github, repository } = standIns;
  say('Serverless Stages: a pull request gets its own deployment.');
  say(
    'Real git, the built actions and the real Serverless Framework (osls); GitHub and AWS are stand-ins on 127.0.0.1.',
  );

  step('A person pushes the branch feature/sign-up and opens pull request #1 into master');
  repository.push('feature/sign-up', 'Ask for a name', { 'frontend/news.txt': 'Sign up now\n' });
  const pull = await github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });

  step('GitHub starts the preview workflow');
  const run = succeeded(await runPreview(standIns, pull.number, 'opened', withRegistry()));
  tellRun(run);

  const deploy = run.steps['deploy-service'];
  const result = JSON.parse(deploy?.outputs['result'] ?? '{}') as Result;
  step('A visitor sends the form to the deployed API');
  await tellForm(standIns, result.url ?? '');

  step('The same commit runs once more: nothing differs');
  const again = succeeded(await runPreview(standIns, pull.number, 'synchronize', withRegistry()));
  fact('status', again.steps['deploy-service']?.outputs['status'] ?? '(none)');

  step('The job summary that a reviewer sees, as Markdown');
  say();
  say(deploy?.summary ?? '');
}

interface Result {
  readonly url?: string;
  readonly services: readonly { key: string; status: string; stack?: string; stackStatus?: string; url?: string }[];
}

function tellRun(run: WorkflowRun): void {
  const { outputs } = run.resolve;
  say('  resolve-stage');
  fact('decision', `${outputs['decision']}: ${outputs['reason']}`);
  fact(
    'stage',
    `${outputs['stage']} (${outputs['kind']}), profile ${outputs['profile']}, environment ${outputs['environment']}`,
  );
  say('  install-dependencies');
  fact('installed', 'from the lockfile at the root, without install scripts');
  const profile = run.steps['load-profile'];
  say('  load-profile');
  fact('role', `${profile?.outputs['role']}, by the identity token of this run`);
  fact('account', `${profile?.outputs['account']}, ${profile?.outputs['region']}`);
  fact('parameters', `${profile?.outputs['parameter-names']}: in a file that only this job can read`);
  say('  deploy-service');
  const result = JSON.parse(run.steps['deploy-service']?.outputs['result'] ?? '{}') as Result;
  for (const service of result.services) {
    fact(
      service.key,
      `${service.status}: ${service.stack} is ${service.stackStatus}${service.url === undefined ? '' : `, ${service.url}`}`,
    );
  }
}

async function tellForm({ aws }: StandIns, url: string): Promise<void> {
  const { id, stored } = await sendForm((path) => aws.apiUrl(url + path));
  fact('POST', `${url}/submissions → stored as ${id}`);
  fact('GET', `${url}/submissions/${id} → ${JSON.stringify(stored)}`);
}

function succeeded(run: WorkflowRun): WorkflowRun {
  const failed = [run.resolve, ...Object.values(run.steps)].find((result) => result.exitCode !== 0);
  if (failed !== undefined) {
    throw new Error(`a step failed:\n${failed.log}`);
  }
  return run;
}

const standIns = await startStandIns();
try {
  await play(standIns);
} finally {
  await standIns.close();
}
