import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROGRAM_NAMES } from '../../actions/bundle.ts';
import { node24 } from '../../test/runner/node24.ts';
import { median } from './median.ts';

const ROUNDS = 15;
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** Milliseconds that one run of a script takes, from spawn to exit; an action ends at its first input error, the laptop's program shows its help. */
function time(node: string, [script, ...args]: readonly string[], folder: string): number {
  const start = process.hrtime.bigint();
  const { error } = spawnSync(node, [script ?? '', ...args], {
    cwd: folder,
    env: { RUNNER_TEMP: folder },
    stdio: 'ignore',
  });
  if (error !== undefined) {
    throw error;
  }
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Prints how long each built action takes to its first input error, against node with an empty program. */
export function benchStart(): void {
  const node = node24();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const scripts: [string, string[]][] = [
    ['plain node', [empty]],
    ...PROGRAM_NAMES.map((name): [string, string[]] => [
      name,
      [join(DIST, `${name}.js`), ...(name.startsWith('cli/') ? ['--help'] : [])],
    ]),
  ];
  const times = new Map<string, number[]>(scripts.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, script] of scripts) {
      times.get(name)?.push(time(node, script, folder));
    }
  }
  rmSync(folder, { recursive: true });
  const base = median(times.get('plain node') ?? []);
  console.log(
    `Start of each built action to its first input error (median of ${ROUNDS}, interleaved, ${node24Version(node)})`,
  );
  for (const [name, values] of times) {
    const value = median(values);
    console.log(`  ${name.padEnd(28)} ${value.toFixed(0).padStart(5)} ms   ${(value / base).toFixed(2)} × plain node`);
  }
}

function node24Version(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
}
