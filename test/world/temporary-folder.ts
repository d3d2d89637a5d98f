import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const PREFIX = 'serverless-stages-tests-';

/**
 * Gives this process and all that it starts one temporary folder, which is removed when the process exits. What killed
 * processes have left is removed first.
 */
export function useTemporaryFolder(): void {
  const machine = tmpdir();
  // It has one: vitest reads its configuration once for each project.
  if (basename(machine).startsWith(`${PREFIX}${process.pid}-`)) return;
  removeLeftOvers(machine);
  const folder = mkdtempSync(join(machine, `${PREFIX}${process.pid}-`));
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

function removeLeftOvers(machine: string): void {
  for (const name of readdirSync(machine)) {
    const [, pid] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(machine, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
