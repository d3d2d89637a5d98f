import { spawn } from 'node:child_process';

/** Runs a program to its end with just this environment; throws with its output where it fails. */
export async function child(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const output: Buffer[] = [];
  const code = await new Promise((done) => {
    const running = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const pipe of [running.stdout, running.stderr]) pipe.on('data', (chunk: Buffer) => output.push(chunk));
    running.once('close', done);
  });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${Buffer.concat(output).toString()}`);
}

/** Returns how long a piece of work takes, in seconds. */
export async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
