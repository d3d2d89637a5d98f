import { CommanderError } from 'commander';
import { EXIT } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';

/** The program of the laptop: runs the verb of the command line, and sets the exit code. */
export const main = async (args: readonly string[] = process.argv.slice(2)): Promise<void> => {
  if (process.platform === 'win32') {
    process.stderr.write('serverless-stages runs on Linux and macOS; on Windows use WSL.\n');
    process.exitCode = EXIT.usage;
    return;
  }
  try {
    await createProgram(args, (code) => {
      process.exitCode = code;
    }).parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = await tell(error, args);
  }
};

/** Tells what went wrong, and returns the exit code. */
async function tell(error: unknown, args: readonly string[]): Promise<number> {
  if (error instanceof CommanderError) {
    // Commander has told it, or printed what was asked for.
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  // Help needs neither of them, and is shown at once.
  const [{ describeError }, { visible }] = await Promise.all([
    import('../core/described-error.ts'),
    import('../core/report/printable.ts'),
  ]);
  const { code, message } =
    error instanceof UsageError ? { code: 'E_INPUT', message: error.message } : describeError(error);
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ error: { code, message } }, undefined, 2)}\n`);
  }
  process.stderr.write(`error: ${visible(`${code}: ${message}`)}\n`);
  if (args.includes('--verbose')) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      process.stderr.write(`${visible(cause.stack ?? cause.message)}\n`);
    }
  }
  return code === 'E_INPUT' ? EXIT.usage : EXIT.failed;
}
