import type { Terminal } from '../io/laptop/terminal.ts';
import type { Options } from './options.ts';
import { UsageError } from './usage-error.ts';

/** Asks whether something is to be done; throws UsageError if the answer is no, or nobody is there to be asked. */
export async function agree(question: string, { yes }: Pick<Options, 'yes'>, terminal: Terminal): Promise<void> {
  if (yes) {
    return;
  }
  if (!terminal.isInteractive) {
    throw new UsageError(`${question} – nobody is there to be asked – add --yes to say so`);
  }
  const { confirm } = await import('@clack/prompts');
  const answer = await confirm({ message: question, initialValue: false, output: process.stderr });
  if (answer !== true) {
    throw new UsageError('nothing was done');
  }
}
