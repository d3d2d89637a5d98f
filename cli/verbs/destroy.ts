import type { Inputs } from '../../actions/destroy-stage/contract.ts';
import { run } from '../../actions/destroy-stage/run.ts';
import type { RemovalResult } from '../../core/removal/result.ts';
import { printable } from '../../core/report/printable.ts';
import { renderTable } from '../../core/terminal/table.ts';
import { decodeJson } from '../../core/transport.ts';
import type { Terminal } from '../../io/laptop/terminal.ts';
import type { OpenedStage } from '../../stage/open/stage.ts';
import { ended } from '../ended.ts';
import { openLaptop } from '../laptop.ts';
import { openFromHere } from '../opened.ts';
import type { Options } from '../options.ts';
import { agree } from '../prompts.ts';
import { showHead } from '../show.ts';

/** How many services are removed at the same time. */
const CONCURRENCY = 4;

/** Removes a stage: shows what would go, asks, and shows what became of it. */
export async function destroy(options: Options, terminal: Terminal): Promise<number> {
  const laptop = await openLaptop(options, terminal, 'change');
  const stage = await openFromHere(laptop);
  const { name } = laptop.configuration.stage;
  showHead(laptop.configuration, stage.session, terminal);
  if (!options.yes) {
    const foreseen = await remove(stage, true, terminal);
    showRemoval(foreseen.result, terminal);
    // What cannot even be foreseen is not removed unasked.
    if (foreseen.result.status !== 'planned') {
      terminal.printJson(foreseen.result);
      return ended(foreseen.failure, terminal);
    }
    await agree(`Remove the stage "${name}" and all that is in it?`, options, terminal);
  }
  const removed = await remove(stage, false, terminal);
  showRemoval(removed.result, terminal);
  terminal.printJson(removed.result);
  return ended(removed.failure, terminal);
}

async function remove(stage: OpenedStage, isDryRun: boolean, terminal: Terminal) {
  const { name } = stage.configuration.stage;
  const inputs: Inputs = {
    configuration: undefined,
    stage: undefined,
    ref: undefined,
    expired: false,
    limit: 1,
    'dry-run': isDryRun,
    confirm: name,
    'credentials-file': '',
    concurrency: CONCURRENCY,
    'job-summary': false,
    'github-token': '',
    'working-directory': '.',
  };
  const title = isDryRun ? `looking for what ${name} has` : `removing ${name}`;
  const { outputs, failure } = await terminal.working(title, () => run(inputs, stage));
  return { result: decodeJson(outputs.result ?? '') as RemovalResult, failure };
}

function showRemoval({ stages }: RemovalResult, terminal: Terminal): void {
  const rows = stages.flatMap(({ services }) =>
    services.map(({ key, region, stack, status, reason = '', retained }) => {
      const stays = retained.map(({ type, physicalId }) => `stays: ${type} ${physicalId}`);
      return [key, region, stack, status, printable([reason, ...stays].filter((text) => text !== '').join('; '))];
    }),
  );
  const head = ['service', 'region', 'stack', 'status', ''];
  terminal.print(
    rows.length === 0 ? ['', 'nothing of it is there'] : ['', ...renderTable([head, ...rows], terminal.width)],
  );
}
