import { outputName } from '../../core/output/names.ts';
import { printable } from '../../core/report/printable.ts';
import type { Terminal } from '../../io/laptop/terminal.ts';
import { deployFromHere } from '../deploying.ts';
import { ended } from '../ended.ts';
import { openLaptop, openProfile } from '../laptop.ts';
import type { Options } from '../options.ts';
import { agree } from '../prompts.ts';
import { showHead, showResult } from '../show.ts';

/** Deploys a stage from the files of this clone, and shows what became of each service and what they publish. */
export async function deploy(options: Options, terminal: Terminal): Promise<number> {
  const laptop = await openLaptop(options, terminal, 'change');
  const { stage } = laptop.configuration;
  const profile = await openProfile(laptop, terminal);
  showHead(laptop.configuration, profile.session, terminal);
  if (stage.kind === 'configured') {
    await agree(`Deploy ${stage.commit?.slice(0, 7)} to the configured stage "${stage.name}"?`, options, terminal);
  }
  const { result, failure } = await deployFromHere(
    laptop,
    profile,
    { ...options, service: options.service, isDryRun: false },
    terminal,
  );
  showResult(result, terminal);
  const rows = result.services.flatMap(({ key, outputs }) =>
    Object.entries(outputs).map(([id, value]) => `${key}.${outputName(id)} = ${printable(value)}`),
  );
  terminal.print(rows.length === 0 ? [] : ['', ...rows]);
  terminal.printJson(result);
  return ended(failure, terminal);
}
