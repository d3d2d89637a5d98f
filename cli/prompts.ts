import type { Terminal } from '../io/laptop/terminal.ts';
import type { Options } from './options.ts';
import { UsageError } from './usage-error.ts';

type Asking = Pick<Options, 'yes'>;

/** Whether somebody is there who can be asked, and wants to be. */
export function mayAsk({ yes }: Asking, { isInteractive }: Terminal): boolean {
  return !yes && isInteractive;
}

/** Asks whether something is to be done; throws UsageError if the answer is no, or nobody is there to be asked. */
export async function agree(question: string, options: Asking, terminal: Terminal): Promise<void> {
  if (!(await wantsToGoOn(question, options, terminal))) {
    throw new UsageError('nothing was done');
  }
}

/** Asks a question with yes and no; throws UsageError if nobody is there to be asked. */
export async function wantsToGoOn(question: string, { yes }: Asking, terminal: Terminal): Promise<boolean> {
  if (yes) {
    return true;
  }
  if (!terminal.isInteractive) {
    throw new UsageError(`${question} – nobody is there to be asked – add --yes to say so`);
  }
  const { confirm } = await import('@clack/prompts');
  return (await confirm({ message: question, initialValue: false, output: process.stderr })) === true;
}

/** Asks for a text until `check` does not throw; throws UsageError if it is broken off. */
export async function askText(
  message: string,
  { initial, check }: { readonly initial?: string; readonly check: (text: string) => unknown },
): Promise<string> {
  const { text } = await import('@clack/prompts');
  const answer = await text({
    message,
    ...(initial === undefined ? {} : { initialValue: initial }),
    validate: (given) => {
      try {
        check(given ?? '');
        return undefined;
      } catch (error) {
        // A prompt has one line for it: what is wrong, and what to write.
        const [what = '', ...more] = (error as Error).message.split(' – ');
        return [what, ...more.slice(-1)].join(' – ');
      }
    },
    output: process.stderr,
  });
  return answered(answer);
}

/** Asks for one of several; throws UsageError if it is broken off. */
export async function askChoice<Value extends string>(
  message: string,
  choices: readonly { readonly value: Value; readonly label: string }[],
): Promise<Value> {
  const { select } = await import('@clack/prompts');
  const options = choices.map(({ value, label }) => ({ value: value as string, label }));
  return answered(await select({ message, options, output: process.stderr })) as Value;
}

function answered(answer: string | symbol): string {
  if (typeof answer === 'symbol') {
    throw new UsageError('nothing was done');
  }
  return answer;
}
