import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUNTIME_TOKEN } from '../runner/environment.ts';
import { isWhole } from '../sample.ts';
import { ACCOUNTS, API_KEYS, REGION } from '../world/accounts.ts';
import { everyService } from '../world/example.ts';
import { WITH_LINKED_CLI } from '../world/linked-cli.ts';
import type { WorkflowRun } from '../world/workflow.ts';
import { runPreview } from '../world/workflow.ts';
import { startTeamWorld, startWorld, type TeamWorld, type World } from '../world/world.ts';
import { type Application, deployInOwnJob, makeApplication, stagesFile, type WholeJob, written } from './deployment.ts';
import { findSecrets } from './secret-forms.ts';
import { expectFailure } from './verdict.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PARAMETERS = {
  SecureString: 'canary-ssm/"x"+&=\\n${env:HOME}-81',
  PEM: '-----BEGIN PRIVATE KEY-----\ncanaryMIIEvQIBADANBgkqhkiG9w0BAQ\ncanaryEFAASCBKcwggSjAgEAAoIBA\n-----END PRIVATE KEY-----\n',
};
const ENTRIES = { ENTRY: 'canary-entry \'"$`% 92', JSON_ENTRY: '{\n  "password": "canary-json-password"\n}' };

/** The text of every file below a folder, by path; links are not followed. */
function filesBelow(folder: string, skipped: readonly string[] = []): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const wanted = files.filter((file) => !skipped.some((each) => file.includes(each)));
  return Object.fromEntries(wanted.map((file) => [file, readFileSync(file, 'latin1')]));
}

/** The identity tokens that a stand-in of AWS was shown, by number. */
function tokensIn(journal: TeamWorld['aws']['journal']): Record<string, string> {
  const calls = journal.of('sts', 'AssumeRoleWithWebIdentity');
  return Object.fromEntries(calls.map(({ params }, index) => [`JWT ${index + 1}`, String(params['WebIdentityToken'])]));
}

/** Notes the keys of every session that a stand-in of AWS gives out from now on. */
function noteSessions(aws: TeamWorld['aws']): Record<string, string> {
  const noted: Record<string, string> = {};
  const add = aws.credentials.add.bind(aws.credentials);
  aws.credentials.add = (credential) => {
    const number = Object.keys(noted).length + 1;
    noted[`session secret ${number}`] = credential.secretAccessKey;
    if (credential.sessionToken !== undefined) noted[`session token ${number}`] = credential.sessionToken;
    add(credential);
  };
  return noted;
}

// The demo is whole workflows with a CLI that is really installed: .ci/run plays it once, here.
if (isWhole) {
  describe('the demo', () => {
    it('shows no secret and no token', async () => {
      const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
      const ended = await new Promise<{ error: Error | null; text: string }>((done) => {
        execFile(
          process.execPath,
          [tsx, 'scripts/demo.ts'],
          { cwd: ROOT, maxBuffer: 2 ** 26 },
          (error, stdout, stderr) => done({ error, text: stdout + stderr }),
        );
      });
      expect(ended.error).toBeNull();
      expect(ended.text).toContain('deployed');
      expect(findSecrets({ demo: ended.text }, { 'API key': API_KEYS.dev, 'runtime token': RUNTIME_TOKEN })).toEqual(
        [],
      );
      // The beginnings of a JSON web token, of the stand-in's request token and of GitHub's tokens.
      expect(ended.text).not.toMatch(/eyJ[\w-]{10}|local-oidc-[\w-]{8}|gh[a-z]_\w{8}/);
    });
  });
}

describe('a preview run', () => {
  let world: TeamWorld;
  let run: WorkflowRun;
  let sessions: Record<string, string>;
  let workspace = '';
  beforeAll(async () => {
    world = await startTeamWorld();
    sessions = noteSessions(world.aws);
    world.repository.commit('feature/canary', everyService('x'), { message: 'Change' });
    const { number } = await world.github.pulls.open({ head: 'feature/canary', base: 'master', title: 'Canary' });
    run = await runPreview(world, number, 'opened', {
      ...WITH_LINKED_CLI,
      beforeStep(action, folder) {
        workspace = folder;
        WITH_LINKED_CLI.beforeStep(action, folder);
      },
    });
  });
  afterAll(() => world.close());

  it('leaves no secret in its logs, outputs, summaries, comment, command files and workspace', () => {
    const { aws, oidc, github } = world;
    const secrets = {
      'API key': API_KEYS.dev,
      'request token': oidc.requestToken,
      'GitHub token': github.token,
      'runtime token': RUNTIME_TOKEN,
      ...sessions,
      ...tokensIn(aws.journal),
    };
    expect(Object.keys(secrets)).toEqual(expect.arrayContaining(['JWT 1', 'session secret 1', 'session token 1']));
    expect(run.steps['deploy-service']?.exitCode).toBe(0);
    const places = {
      ...written(run.resolve, ...Object.values(run.steps), ...run.posts, ...Object.values(run.reports)),
      ...Object.fromEntries(github.comments.list().map(({ id, body }) => [`comment ${id}`, body])),
      ...filesBelow(workspace, ['/.git/', '/node_modules/']),
    };
    expect(Object.keys(places).length).toBeGreaterThan(30);
    expect(Object.keys(places)).toContainEqual(expect.stringMatching(/^comment /));
    expect(findSecrets(places, secrets)).toEqual([]);
  });
});

describe('a run that fails', () => {
  let world: World;
  let application: Application;
  let run: WholeJob;
  let sessions: Record<string, string>;
  beforeAll(async () => {
    world = await startWorld();
    sessions = noteSessions(world.aws);
    const [secure, pem] = Object.values(PARAMETERS) as [string, string];
    world.aws.ssm.put(ACCOUNTS.dev, REGION, '/canary/secure', secure, { type: 'SecureString' });
    world.aws.ssm.put(ACCOUNTS.dev, REGION, '/canary/pem', pem, { type: 'SecureString' });
    const parameters = { entry: { secret: 'ENTRY' }, json: { secret: 'JSON_ENTRY' } };
    application = makeApplication({
      'serverless-stages.yml': stagesFile({ api: 'api' }, { parameters, 'parameters-path': '/canary/' }),
      'api/serverless.yml': `service: canary-api
provider:
  name: aws
  runtime: nodejs22.x
  environment: { SECURE: '\${param:secure}', PEM: '\${param:pem}', ENTRY: '\${param:entry}', JSON: '\${param:json}' }
functions: { hello: { handler: index.handler } }
resources:
  Outputs: { secure: { Value: 'at \${param:secure}' } }
`,
      'api/index.js': 'exports.handler = async () => ({});\n',
    });
    const reason = `Invalid variables: ${secure}, ${ENTRIES.ENTRY}, ${pem}`;
    const fault = { type: 'AWS::Lambda::Function', on: 'create', reason } as const;
    world.aws.faults.failResource({ stack: 'canary-api-dev', ...fault });
    const entries = Object.entries(ENTRIES).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    const loadInputs = { parameters: entries.join('\n') };
    run = await deployInOwnJob(world, application.folder, { loadInputs, context: { debug: true } });
  });
  afterAll(async () => {
    await world.close();
    application.remove();
  });

  it('E38 leaves no secret in what it shows, hands on or leaves behind', () => {
    const { message } = expectFailure(run.step, 'E_DEPLOY_FAILED');
    expect(message).toContain('Invalid variables: ***');
    const secrets = {
      ...PARAMETERS,
      ...ENTRIES,
      'request token': world.oidc.requestToken,
      'GitHub token': world.github.token,
      'runtime token': RUNTIME_TOKEN,
      ...sessions,
      ...tokensIn(world.aws.journal),
    };
    expect(Object.keys(secrets)).toEqual(expect.arrayContaining(['JWT 1', 'session secret 1']));
    const places = {
      ...written(run.profile, run.step, ...run.posts),
      ...filesBelow(dirname(run.job.temp)),
      ...filesBelow(application.folder, ['/node_modules/']),
    };
    expect(findSecrets(places, secrets)).toEqual([]);
  });
});
