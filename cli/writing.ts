import { type FileChange, writeFiles } from '../io/laptop/setup-files.ts';
import type { Terminal } from '../io/laptop/terminal.ts';
import type { InitOptions } from './options.ts';
import { mayAsk, wantsToGoOn } from './prompts.ts';
import { UsageError } from './usage-error.ts';

/** Shows every change, asks, and writes what was agreed to. */
export async function applyChanges(
  changes: readonly FileChange[],
  root: string,
  options: InitOptions,
  terminal: Terminal,
) {
  for (const change of changes) {
    terminal.print(['', ...change.shown(terminal)]);
  }
  const fresh = changes.filter(({ status }) => status === 'new');
  const differing = changes.filter(({ status }) => status === 'differs');
  const names = fresh.map(({ path }) => path).join(', ');
  const writesNew = fresh.length === 0 || (await wantsToGoOn(`Write ${names}?`, options, terminal));
  if (!writesNew) {
    throw new UsageError('nothing was written');
  }
  const replaced: FileChange[] = [];
  for (const change of differing) {
    const question = `${change.path} exists and differs. Replace it?`;
    if (options.replace || (mayAsk(options, terminal) && (await wantsToGoOn(question, options, terminal)))) {
      replaced.push(change);
    }
  }
  await writeFiles(root, [...fresh, ...replaced]);
  const done = changes.map(({ path, status }) => ({
    path,
    status:
      status === 'new'
        ? 'written'
        : status === 'same'
          ? 'unchanged'
          : replaced.some((one) => one.path === path)
            ? 'replaced'
            : 'kept',
  }));
  for (const { path, status } of done.filter((one) => one.status === 'kept')) {
    terminal.log.warning(`${path} exists, differs and was ${status} – run init --replace to overwrite it`);
  }
  return done;
}
