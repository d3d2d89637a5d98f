import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { knownVariables } from '../../core/serverless/known-variables.ts';
import { discoverServices } from '../../core/service/discover.ts';
import { workspaceFiles } from '../../io/services.ts';
import { withSource } from '../../io/source.ts';
import { median } from './median.ts';

const SERVICES = 1000;
const FILES_EACH = 10;
/** Services that differ between the two commits. */
const CHANGED = 10;
const ROUNDS = 5;

/** Prints how long it takes to tell what each of 1,000 services in 10,000 files is made of, against `git ls-tree`. */
export async function benchPlan(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-plan-'));
  try {
    makeRepository(folder);
    const lookup = knownVariables({ stage: 'dev', region: 'us-east-1' }, new Map());
    const services = await discoverServices(workspaceFiles(folder), undefined, lookup);
    const [after = '', before = ''] = git(folder, 'log', '--format=%H').split('\n');
    const lists: number[] = [];
    const firsts: number[] = [];
    const agains: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      lists.push(await timed(async () => git(folder, 'ls-tree', '-r', '-z', 'HEAD')));
      await withSource(folder, '.', async (source) => {
        const plan = async (commit: string) => source?.atCommit(commit, services);
        firsts.push(await timed(() => plan(before)));
        // A run compares two commits, and has read most files of the second by then.
        agains.push(await timed(() => plan(after)));
      });
    }
    console.log(
      `\nWhat ${services.length} services in ${SERVICES * FILES_EACH} files are made of (median of ${ROUNDS}, interleaved)`,
    );
    const base = median(lists);
    for (const [name, values] of [
      ['git ls-tree -r', lists],
      ['first hash of every service', firsts],
      ['hash of another commit', agains],
    ] as const) {
      const value = median(values);
      console.log(
        `  ${name.padEnd(28)} ${value.toFixed(0).padStart(5)} ms   ${(value / base).toFixed(2)} × git ls-tree`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
}

function makeRepository(folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ name: 'bench', private: true, workspaces: ['services/*'] }));
  for (let index = 0; index < SERVICES; index += 1) {
    const at = `services/s${index}`;
    write(`${at}/serverless.yml`, `service: s${index}\nprovider: { name: aws }\n`);
    write(`${at}/package.json`, JSON.stringify({ name: `@bench/s${index}`, version: '1.0.0' }));
    for (let file = 2; file < FILES_EACH; file += 1) {
      write(`${at}/src/f${file}.mjs`, `export const value = ${index * FILES_EACH + file};\n`);
    }
  }
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', 'All services');
  for (let index = 0; index < CHANGED; index += 1) {
    write(`services/s${index}/src/f2.mjs`, 'export const value = "changed";\n');
  }
  git(folder, 'commit', '--quiet', '--all', '-m', 'Some services');
}
