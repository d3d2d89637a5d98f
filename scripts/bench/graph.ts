import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { deploy, stagesFile } from '../../test/acceptance/deployment.ts';
import { startLocalAws } from '../../test/local-aws/server.ts';
import { startWorld } from '../../test/world/world.ts';
import { child, seconds } from './child.ts';

const MODULES = resolve(import.meta.dirname, '../../node_modules');
/** Milliseconds that CloudFormation takes over the one resource of each service. */
const RESOURCE_MS = { A: 20_000, B: 20_000, C: 30_000, D: 20_000 } as const;
/** Services by key, with those that each reads: A → B → D is the critical path, C is beside it. */
const READS = { a: [], b: ['a'], c: [], d: ['b', 'c'] } as const satisfies Record<string, readonly string[]>;
/** How often a CLI looks at CloudFormation, in milliseconds: as deploy-service has it, and as it comes. */
const POLL = { ours: '1000', own: '5000' } as const;

type Key = keyof typeof READS;

/** Prints how long the first deploy of four services takes, by us and by others, against the critical path's own runs. */
export async function benchGraph(): Promise<void> {
  const path: Work = async (run) => {
    for (const key of ['a', 'b', 'd'] as const) await run(key);
  };
  const sequence: Work = async (run) => {
    for (const key of ['a', 'b', 'c', 'd'] as const) await run(key);
  };
  const critical = await onFreshAws(path, POLL.own);
  const rows: [string, number][] = [
    ['critical path, osls as it comes', critical],
    ['critical path, a look each second', await onFreshAws(path, POLL.ours)],
    ['Serverless Stages', await ours()],
    ['level by level', await onFreshAws(byLevel, POLL.own)],
    ['@osls/compose', await compose()],
    ['one after another', await onFreshAws(sequence, POLL.own)],
  ];
  console.log('\nFirst deploy of four services (a → b → d, c → d; 20 to 30 s of resources each; osls on a local AWS)');
  for (const [name, seconds] of rows) {
    const ratio = (seconds / critical).toFixed(2);
    console.log(`  ${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s   ${ratio} × critical path`);
  }
}

const bin = (name: string) => join(MODULES, '.bin', name);

/** A way of deploying the services, by runs of osls. */
type Work = (run: (key: Key) => Promise<void>) => Promise<void>;

const byLevel: Work = async (run) => {
  await Promise.all([run('a'), run('c')]);
  await run('b');
  await run('d');
};

/** Seconds that a way of running osls takes on an AWS of its own. */
async function onFreshAws(work: Work, poll: string): Promise<number> {
  const aws = await startLocalAws({ resourceDelayMs: 0, resourceDelays: RESOURCE_MS });
  const folder = makeApplication();
  const env = environment(aws.url, aws.addUser('111111111111'), folder, poll);
  try {
    return await seconds(() =>
      work((key) => child(bin('osls'), ['deploy', '--stage', 'dev', ...parametersOf(key)], join(folder, key), env)),
    );
  } finally {
    await aws.close();
    rmSync(folder, { recursive: true });
  }
}

/** What a person has to type where nobody hands outputs over. */
const parametersOf = (key: Key) => READS[key].map((on) => `--param=${on}.url=https://example.com/${on}`);

async function compose(): Promise<number> {
  const aws = await startLocalAws({ resourceDelayMs: 0, resourceDelays: RESOURCE_MS });
  const folder = makeApplication();
  const services = Object.entries(READS).map(([key, reads]) => {
    const params = reads.map((on) => `      ${on}.url: \${${on}.url}\n`).join('');
    return `  ${key}:\n    path: ${key}\n${params === '' ? '' : `    params:\n${params}`}`;
  });
  writeFileSync(join(folder, 'serverless-compose.yml'), `services:\n${services.join('')}`);
  const env = environment(aws.url, aws.addUser('111111111111'), folder, POLL.own);
  try {
    return await seconds(() => child(bin('osls-compose'), ['deploy', '--stage', 'dev'], folder, env));
  } finally {
    await aws.close();
    rmSync(folder, { recursive: true });
  }
}

/** Our deploy-service, whole: lock, ledger, package, deploy, verdict. */
async function ours(): Promise<number> {
  const world = await startWorld({ resourceDelayMs: 0, resourceDelays: RESOURCE_MS });
  const folder = makeApplication();
  const paths = Object.fromEntries(Object.keys(READS).map((key) => [key, key]));
  writeFileSync(join(folder, 'serverless-stages.yml'), stagesFile(paths));
  try {
    let start = 0;
    const { step } = await deploy(world, folder, {
      deployEnv: { SLS_AWS_MONITORING_FREQUENCY: POLL.ours },
      beforeDeploy: () => {
        start = performance.now();
        return undefined;
      },
    });
    if (step.exitCode !== 0) throw new Error(step.log);
    return (performance.now() - start) / 1000;
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
}

function makeApplication(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-graph-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(MODULES, 'osls'), join(folder, 'node_modules/osls'));
  // Compose starts whatever is called `serverless`.
  symlinkSync(join(MODULES, 'osls/bin/serverless.js'), join(folder, 'node_modules/.bin/serverless'));
  for (const [key, reads] of Object.entries(READS)) {
    const outputs = reads.map((on) => `    From${on.toUpperCase()}: { Value: '\${param:${on}.url}' }\n`).join('');
    write(
      `${key}/serverless.yml`,
      `service: bench-${key}\nprovider: { name: aws }\nresources:\n  Resources:\n    ${key.toUpperCase()}: { Type: AWS::SQS::Queue }\n` +
        `  Outputs:\n    url: { Value: !Ref ${key.toUpperCase()} }\n${outputs}`,
    );
  }
  return folder;
}

function environment(url: string, keys: { accessKeyId: string; secretAccessKey: string }, home: string, poll: string) {
  return {
    PATH: `${join(home, 'node_modules/.bin')}:${process.env['PATH']}`,
    HOME: home,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_REGION: 'us-east-1',
    SLS_AWS_MONITORING_FREQUENCY: poll,
    SLS_NOTIFICATIONS_MODE: 'off',
  };
}
