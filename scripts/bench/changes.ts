import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deploy, stagesFile } from '../../test/acceptance/deployment.ts';
import { startWorld, type World } from '../../test/world/world.ts';
import { median } from './median.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The last commit whose deploy asked CloudFormation for no change table. */
const BEFORE = 'd3ea2cc^';
const SERVICES = 8;
const RUNS = 5;

/** Prints how long a run of an application takes in which nothing changed, with the change table and before there was one. */
export async function benchChanges(): Promise<void> {
  const before = productAt(BEFORE);
  const world = await startWorld({ resourceDelayMs: 0 });
  const folder = makeApplication();
  try {
    await run(world, folder, ROOT);
    const times = { now: [] as number[], before: [] as number[] };
    let calls = { now: 0, before: 0 };
    // In turns, so that the machine's load is the same for both.
    for (let turn = 0; turn < RUNS; turn++) {
      const old = await run(world, folder, before);
      const own = await run(world, folder, ROOT);
      times.before.push(old.seconds);
      times.now.push(own.seconds);
      calls = { now: own.calls, before: old.calls };
    }
    const [now, old] = [median(times.now), median(times.before)];
    console.log(
      `\nA run of ${SERVICES} services in which nothing changed (osls, median of ${RUNS}, in turns, on a local AWS)`,
    );
    console.log(`  before the change table   ${old.toFixed(2)} s   ${calls.before} calls of AWS`);
    console.log(
      `  now                       ${now.toFixed(2)} s   ${calls.now} calls of AWS   ${(now / old).toFixed(2)} × before`,
    );
  } finally {
    await world.close();
    for (const each of [folder, before]) rmSync(each, { recursive: true });
  }
}

/** One deploy by the actions of a product, from load-profile's end on. */
async function run(world: World, folder: string, root: string): Promise<{ seconds: number; calls: number }> {
  let start = 0;
  const { step, calls } = await deploy(world, folder, {
    context: { root },
    beforeDeploy: () => {
      start = performance.now();
      return undefined;
    },
  });
  if (step.exitCode !== 0) throw new Error(step.log);
  return { seconds: (performance.now() - start) / 1000, calls: calls.length };
}

/** The actions and their programs as they were at a commit. */
function productAt(commit: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-product-'));
  const archive = execFileSync('git', ['archive', commit, 'actions', 'dist'], { cwd: ROOT, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  return folder;
}

function makeApplication(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-changes-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules/osls'), join(folder, 'node_modules/osls'));
  const keys = Array.from({ length: SERVICES }, (_, index) => `s${index}`);
  for (const key of keys) {
    mkdirSync(join(folder, key));
    writeFileSync(
      join(folder, key, 'serverless.yml'),
      `service: bench-${key}\nprovider: { name: aws }\nresources:\n  Resources:\n    Queue: { Type: AWS::SQS::Queue }\n`,
    );
  }
  writeFileSync(join(folder, 'serverless-stages.yml'), stagesFile(Object.fromEntries(keys.map((key) => [key, key]))));
  // A clone: what did not change is known by git, and left alone.
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@b', ...args], { cwd: folder });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'bench');
  return folder;
}
