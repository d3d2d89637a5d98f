import type { LedgerStage } from '../../core/ledger/keys.ts';
import { outputName } from '../../core/output/names.ts';
import { printable } from '../../core/report/printable.ts';
import { parseChoice } from '../../core/service/choose.ts';
import { outputsGivenBack } from '../../core/stack/status.ts';
import { renderTable } from '../../core/terminal/table.ts';
import type { Place } from '../../io/aws/place.ts';
import type { Terminal } from '../../io/laptop/terminal.ts';
import { EXIT } from '../exit-codes.ts';
import { openLaptop } from '../laptop.ts';
import { openFromHere } from '../opened.ts';
import type { Options } from '../options.ts';
import { showHead } from '../show.ts';

/** An output as it is shown. */
interface Row {
  readonly service: string;
  readonly region: string;
  readonly output: string;
  readonly value: string;
}

/** Shows what the services of a stage publish, from their stacks as they are now. */
export async function outputs(options: Options, terminal: Terminal): Promise<number> {
  const laptop = await openLaptop(options, terminal, 'read');
  const opened = await openFromHere(laptop);
  const { app, stage, profile } = laptop.configuration;
  showHead(laptop.configuration, opened.session, terminal);
  const ofStage = { app, kind: stage.kind, name: stage.name };
  const rows = await terminal.working('reading the stacks', async () =>
    (
      await Promise.all(profile.regions.map((region) => publishedIn(opened.placeIn(region), ofStage, options.service)))
    ).flat(),
  );
  const isOne = profile.regions.length === 1;
  const table = rows.map(({ service, region, output, value }) => [
    isOne ? service : `${service} (${region})`,
    output,
    printable(value),
  ]);
  terminal.print([
    '',
    ...(table.length === 0
      ? ['nothing is published: the stage has no deployment']
      : renderTable([['service', 'output', 'value'], ...table], undefined)),
  ]);
  terminal.printJson({ stage: stage.name, outputs: rows });
  return EXIT.ok;
}

/** What is published in one region, by all services or by those that are named. */
async function publishedIn(
  { ledger, stacks, region }: Place,
  stage: LedgerStage,
  wanted: readonly string[] | undefined,
): Promise<Row[]> {
  const records = [...(await ledger.records(stage)).values()];
  // A stage without a deployment publishes nothing, whatever is asked for.
  const chosen = records.length === 0 ? undefined : parseChoice(records, wanted);
  const asked = records
    .filter(({ key }) => chosen?.has(key) !== false)
    .map(async ({ key, stackName, completed }) => {
      const stack = await stacks.find(completed?.stack ?? stackName);
      const published = Object.entries(stack === undefined ? {} : outputsGivenBack(stack));
      return published.map(([id, value]) => ({ service: key, region, output: outputName(id), value }));
    });
  return (await Promise.all(asked)).flat();
}
