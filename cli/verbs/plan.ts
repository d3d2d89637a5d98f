import type { Parameter } from '../../core/profile/parameter.ts';
import { renderTable } from '../../core/terminal/table.ts';
import type { Terminal } from '../../io/laptop/terminal.ts';
import { deployFromHere } from '../deploying.ts';
import { ended } from '../ended.ts';
import { openLaptop, openProfile } from '../laptop.ts';
import type { Options } from '../options.ts';
import { orderOf, showChanges, showHead, showResult } from '../show.ts';

/** Shows what a deploy would do: the stage, its parameters, each service with its reason and what it reads, and what changes. */
export async function plan(options: Options, terminal: Terminal): Promise<number> {
  const laptop = await openLaptop(options, terminal, 'change');
  const profile = await openProfile(laptop, terminal);
  const { configuration } = laptop;
  showHead(configuration, profile.session, terminal);
  terminal.print(['', ...parameterTable(profile.parameters, terminal)]);
  const { result, failure } = await deployFromHere(
    laptop,
    profile,
    { service: options.service, isDryRun: true },
    terminal,
  );
  showResult(result, terminal);
  const order = orderOf(result);
  terminal.print(order.length < 2 ? [] : ['', `order: ${order.map((keys) => keys.join(', ')).join(' → ')}`]);
  showChanges(result, terminal);
  terminal.printJson({
    ...result,
    profile: configuration.profile.name,
    parameters: profile.parameters.map(({ name, source, secret }) => ({ name, source, secret })),
    order,
  });
  return ended(failure, terminal);
}

/** The parameters by name and source; a value is shown of none. */
export function parameterTable(parameters: readonly Parameter[], { width }: Terminal): string[] {
  const rows = parameters.map(({ name, source, secret }) => [name, source, secret ? 'secret' : '']);
  return rows.length === 0 ? ['no parameters'] : renderTable([['parameter', 'from', ''], ...rows], width);
}
