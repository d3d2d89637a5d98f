import type { Terminal } from '../../io/laptop/terminal.ts';
import { EXIT } from '../exit-codes.ts';
import { openLaptop, openProfile } from '../laptop.ts';
import type { Options } from '../options.ts';
import { showHead } from '../show.ts';
import { parameterTable } from './plan.ts';

/** Shows the names of a stage's parameters and where they come from. */
export async function params(options: Options, terminal: Terminal): Promise<number> {
  const laptop = await openLaptop(options, terminal, 'read');
  const { session, parameters } = await terminal.working('reading the parameters', () => openProfile(laptop, terminal));
  showHead(laptop.configuration, session, terminal);
  terminal.print(['', ...parameterTable(parameters, terminal)]);
  terminal.printJson({
    stage: laptop.configuration.stage.name,
    parameters: parameters.map(({ name, source, secret }) => ({ name, source, secret })),
  });
  return EXIT.ok;
}
