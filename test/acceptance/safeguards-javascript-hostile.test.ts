import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deployInOwnJob, makeApplication, stagesFile, type WholeJob, written } from './deployment.ts';
import { leftRunning } from './fault-points.ts';
import { filesBelow, keysIn } from './load-profile-run.ts';
import { checkedOf, errorOf, verdictsOf } from './safeguards-checked.ts';
import { findSecrets } from './secret-forms.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, changesIn, expectNoSecret } from './verdict.ts';

const TOKEN = 'canary-hostile-token-40d7';
const FORGED = 'a-forged-annotation';
const PRINTED = 'what-a-policy-printed';

/** A policy that tries something, and has a finding where it got it; `files` are paths of the job. */
const tries = (body: string) => `export default async ({ config: files }) => {
  try {
    const fs = await import('node:fs').catch(() => undefined);
    const got = await (async () => { ${body} })();
    return got ? [{ message: 'GOT ' + String(got).slice(0, 40) }] : [];
  } catch {
    return [];
  }
};
`;
const ATTEMPTS: Readonly<Record<string, string>> = {
  'read a file of the application': 'return fs.readFileSync(files.configuration);',
  'read the file that it came from': 'return fs.readFileSync(files.source);',
  'read the credentials': 'return fs.readFileSync(files.credentials);',
  'read the parameters': 'return fs.readFileSync(files.parameters);',
  'read a file of the machine': "return fs.readFileSync('/etc/passwd');",
  'read its own environment': "return fs.readFileSync('/proc/self/environ', 'latin1');",
  "read its parent's environment": 'return fs.readFileSync(`/proc/${process.ppid}/environ`);',
  'read by a promise': 'return fs.promises.readFile(files.credentials);',
  'read by a link': "fs.symlinkSync(files.credentials, './link'); return fs.readFileSync('./link');",
  'import a file': 'return JSON.stringify(await import(files.module));',
  'list a folder': 'return fs.readdirSync(files.temp);',
  'look into the environment': 'return Object.keys(process.env).join();',
  'have the environment reported': 'return Object.keys(process.report.getReport().environmentVariables ?? {}).join();',
  'write beside itself': "fs.writeFileSync(new URL('left-behind.txt', import.meta.url), 'x'); return 'written';",
  'write into the temp folder': "fs.writeFileSync(files.temp + '/left-behind.txt', 'x'); return 'written';",
  'start a process': "return (await import('node:child_process')).spawnSync('true').error === undefined;",
  'start itself again': "return (await import('node:child_process')).fork(process.argv[1]).pid;",
  'start a worker': `const { Worker } = await import('node:worker_threads');
    return new Promise((done, no) => new Worker('0', { eval: true }).on('online', () => done('a worker')).on('error', no));`,
  'load an addon': `try { process.dlopen({ exports: {} }, files.temp + '/none.node'); } catch ({ code }) { return code === 'ERR_DLOPEN_FAILED'; }`,
  'send a signal to its parent': "process.kill(process.ppid, 'SIGUSR1'); return 'sent';",
  'reach a socket': "return (await import('node:net')).connect('/var/run/docker.sock') !== undefined;",
  'reach a socket by require':
    "return (await import('node:module')).createRequire(import.meta.url)('net').connect !== undefined;",
  'reach the network': 'return typeof fetch !== "undefined" || typeof WebSocket !== "undefined";',
  'open the inspector': "return (await import('node:inspector')).open() ?? 'open';",
  'have another context': "return (await import('node:vm')).runInNewContext('this') !== undefined;",
  'use WASI':
    "return new (await import('node:wasi')).WASI({ version: 'preview1', preopens: { '/': '/' } }) !== undefined;",
};

/** Policies that cannot be evaluated. */
const SILENT: Readonly<Record<string, string>> = {
  throws: `export default () => { throw new Error('no'); };`,
  'throws a secret':
    'export default ({ template }) => { throw new Error(template.Resources.Topic.Properties.DisplayName); };',
  rejects: `export default async () => { throw 'no'; };`,
  'throws as it is loaded': `throw new Error('no');`,
  'is no program': 'export default () => {',
  'exports nothing': 'const policy = () => [];',
  'exports no function': 'export default [];',
  exits: 'export default () => process.exit(0);',
  'exits as it is loaded': 'process.exit(0);',
  'prints an answer and exits': `export default () => { console.log('[]'); console.log('{"findings":[]}'); process.exit(0); };`,
  'kills itself': `export default () => process.kill(process.pid, 'SIGKILL');`,
  'never answers': 'export default () => new Promise(() => {});',
  hangs: 'export default () => { for (;;); };',
  'hangs on': `process.on('SIGTERM', () => {}); process.on('SIGINT', () => {});
    export default () => new Promise(() => setInterval(() => {}, 1000));`,
  'returns nothing': 'export default () => {};',
  'returns true': 'export default () => true;',
  'returns a text': `export default () => 'fine';`,
  'returns an object': 'export default () => ({ findings: [] });',
  'returns a list of texts': `export default () => ['no'];`,
  'returns a finding without a message': 'export default () => [{}];',
  'returns what is no JSON': 'export default () => [{ message: 1n }];',
};

/** Policies that say what they should not. */
const TALKING: Readonly<Record<string, string>> = {
  prints: `export default ({ template }) => {
    const secret = template.Resources.Topic.Properties.DisplayName;
    for (const text of [secret, btoa(secret), encodeURIComponent(secret), '${PRINTED}']) { console.log(text); console.error(text); }
    console.log('::error::${FORGED}');
    return [];
  };`,
  tells: `export default ({ template }) => {
    const secret = template.Resources.Topic.Properties.DisplayName;
    return [{ message: 'it is ' + secret, fix: btoa(secret), resource: secret, function: secret, level: 'warning' }];
  };`,
  commands: `export default () => [{ message: 'x\\n::error::${FORGED}\\n::set-output name=status::deployed', level: 'warning' }];`,
};

const policy = (title: string, path: string, more: object = {}) => ({
  title,
  safeguard: 'javascript',
  enforcementLevel: 'warning',
  config: { path, values: true, ...more },
});
const pathOf = (title: string) => `policies/${title.replaceAll(/\W/g, '-')}.mjs`;
const POLICIES = { ...ATTEMPTS, ...SILENT, ...TALKING };

let world: World;
let application: Application;
let run: WholeJob;
let own = '';
let kept: readonly string[] = [];
let session = { secretAccessKey: '', sessionToken: '' } as { secretAccessKey: string; sessionToken?: string };
beforeAll(async () => {
  world = await startWorld();
  own = mkdtempSync(join(tmpdir(), 'policies-'));
  const topic = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: '${param:token}' } };
  const codes = Object.entries(POLICIES).map(([title, code]) => [
    pathOf(title),
    title in ATTEMPTS ? tries(code) : code,
  ]);
  const profile = (safeguards: readonly object[]) => ({ safeguards, parameters: { token: { secret: 'TOKEN' } } });
  const fileWith = (safeguards: readonly object[]) =>
    stagesFile({ api: 'api' }, profile(safeguards), { app: 'hostile' });
  application = makeApplication(
    {
      'serverless-stages.yml': fileWith([]),
      ...Object.fromEntries(codes),
      'secret.mjs': 'export default 1;\n',
      ...stubCli({ name: 'osls', version: '4.3.1', readsParameters: true }),
      ...inFolder('api', stubService('hostile-api', { Resources: { ...QUEUE.Resources, Topic: topic } })),
    },
    [],
  );
  run = await deployInOwnJob(world, application.folder, {
    loadInputs: { parameters: `TOKEN=${JSON.stringify(TOKEN)}` },
    deployEnv: { TMPDIR: own },
    beforeDeploy: ({ outputs }, job) => {
      const file = (name: string) => join(application.folder, name);
      session = keysIn(outputs['credentials-file']);
      const files = {
        configuration: file('serverless-stages.yml'),
        source: file(pathOf('read the file that it came from')),
        credentials: outputs['credentials-file'],
        parameters: outputs['parameters-file'],
        module: `file://${file('secret.mjs')}`,
        temp: job.temp,
      };
      const safeguards = Object.keys(POLICIES).map((title) =>
        policy(title, pathOf(title), title in ATTEMPTS ? { config: files } : {}),
      );
      application.write({ 'serverless-stages.yml': fileWith(safeguards) });
      return undefined;
    },
  });
  kept = filesBelow(run.job.temp);
});
afterAll(async () => {
  await world.close();
  application.remove();
  rmSync(own, { recursive: true, force: true });
});

const findingsOf = (title: string) => checkedOf(run.step, 'api')[title]?.findings ?? [];

describe('a policy that tries to', () => {
  it.each(Object.keys(ATTEMPTS))('%s gets nothing', (title) => {
    expect(verdictsOf(run.step, 'api')).toHaveProperty([title]);
    expect(findingsOf(title).filter(({ what }) => what.includes('GOT'))).toEqual([]);
  });
});

describe('I6 a policy that', () => {
  it.each(Object.keys(SILENT))('%s blocks, though it is only to warn', (title) => {
    expect(verdictsOf(run.step, 'api')[title]).toBe('failed');
    expect(findingsOf(title)).toMatchObject([{ level: 'error' }]);
  });
});

describe('a deploy with such policies', () => {
  it('I6 touches nothing', () => {
    expect(errorOf(run.step)).toMatch(/^E_SAFEGUARD: /);
    expect(run.step.outputs['status']).toBe('failed');
    expect(changesIn(run.calls)).toEqual([]);
    expect(world.aws.stacks.find('hostile-api-dev')).toBeUndefined();
  });

  it('has its error among the ten annotations that GitHub keeps, however many findings there are', () => {
    const messages = annotationsOf(run.step, 'error').map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringMatching(/^E_SAFEGUARD: /));
  });

  it('shows no secret, whatever a policy throws, prints and tells', () => {
    const { profile, step, posts } = run;
    expect(verdictsOf(step, 'api')).toMatchObject({ prints: 'passed', tells: 'warned' });
    const secrets = { token: TOKEN, key: session.secretAccessKey, session: session.sessionToken ?? '' };
    for (const one of [profile, step, ...posts]) expectNoSecret(one, ...Object.values(secrets));
    expect(findSecrets(written(profile, step, ...posts), secrets)).toEqual([]);
  });

  it('shows nothing that a policy printed, and does nothing that it asked the runner for', () => {
    expect(Object.values(written(run.step)).filter((text) => text.includes(PRINTED))).toEqual([]);
    const shown = run.step.annotations.map(({ message }) => message);
    expect(shown.filter((message) => message.trim().startsWith(FORGED))).toEqual([]);
  });

  it('leaves no file and no process behind', async () => {
    expect(readdirSync(own, { recursive: true })).toEqual([]);
    expect(kept).toEqual([]);
    expect(await leftRunning(run.step, own)).toEqual([]);
    expect(await leftRunning(run.step, run.job.temp)).toEqual([]);
    expect(readdirSync(join(application.folder, 'policies')).filter((name) => !name.endsWith('.mjs'))).toEqual([]);
  });
});
