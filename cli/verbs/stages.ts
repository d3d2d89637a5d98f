import { parseRoleArn, roleArnFault } from '../../core/aws/role-arn.ts';
import { regionList } from '../../core/configuration/effective.ts';
import type { Config } from '../../core/configuration/schema.ts';
import type { ListedStage } from '../../core/ledger/listing.ts';
import { describeOwner } from '../../core/ledger/owner.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { renderTable } from '../../core/terminal/table.ts';
import type { Terminal } from '../../io/laptop/terminal.ts';
import { EXIT } from '../exit-codes.ts';
import { openLaptop } from '../laptop.ts';
import { openFromHere } from '../opened.ts';
import type { Options } from '../options.ts';

const KINDS = ['configured', 'preview', 'personal'] as const;

/** A stage as it is shown. */
interface Row {
  readonly stage: string;
  readonly kind: (typeof KINDS)[number];
  readonly region: string;
  readonly of: string;
  readonly services: readonly { readonly key: string; readonly status: string; readonly commit?: string }[];
  readonly commit?: string;
  readonly expires?: string;
  /** When something of it was written last, in ISO 8601. */
  readonly written: string;
}

/** Shows the stages that an account has, with their owners, commits and ends. */
export async function stages(options: Options, terminal: Terminal): Promise<number> {
  const laptop = await openLaptop(options, terminal, 'read');
  const stage = await openFromHere(laptop);
  const { app } = laptop.configuration;
  const { account } = stage.session;
  const regions = regionsIn(laptop.config, account, laptop.configuration.profile.regions);
  const rows = await terminal.working('reading the ledger', async () => {
    const found = regions.flatMap((region) =>
      KINDS.map(async (kind) => {
        const listed = await stage.placeIn(region).ledger.stages({ app, kind });
        return listed.map((one) => rowOf(one, kind, region));
      }),
    );
    return (await Promise.all(found)).flat();
  });
  terminal.print([`${terminal.style('bold', app)} in account ${account} (${regions.join(', ')})`, '']);
  const table = rows.map(({ stage: name, kind, region, of, services, commit = '', expires = '', written }) => [
    name,
    kind,
    of,
    `${services.filter(({ status }) => status === 'deployed').length} of ${services.length}`,
    commit === '' ? '' : shortCommit(commit),
    ...(regions.length > 1 ? [region] : []),
    day(written),
    day(expires),
  ]);
  const head = [
    'stage',
    'kind',
    'of',
    'deployed',
    'commit',
    ...(regions.length > 1 ? ['region'] : []),
    'changed',
    'expires',
  ];
  terminal.print(table.length === 0 ? ['nothing is deployed'] : renderTable([head, ...table], terminal.width));
  terminal.printJson({ app, account, stages: rows });
  return EXIT.ok;
}

/** The regions of the profiles that are of an account, or do not say theirs. */
function regionsIn({ profiles }: Config, account: string, own: readonly string[]): string[] {
  const regions = Object.values(profiles).flatMap(({ role, region }) => {
    const isHere = role === undefined || roleArnFault(role) !== undefined || parseRoleArn(role).account === account;
    return isHere ? regionList(region) : [];
  });
  return [...new Set([...own, ...regions])];
}

function rowOf({ stage, records, wishes, written }: ListedStage, kind: Row['kind'], region: string): Row {
  const [wish] = [...wishes.values()];
  const owner = wish?.owner ?? records[0]?.owner;
  const commit = wish?.completedCommit ?? wish?.commit;
  return {
    stage: stage.name,
    kind,
    region,
    of: owner === undefined ? '' : describeOwner(owner),
    services: records.map(({ key, status, commit: each }) => ({
      key,
      status,
      ...(each === undefined ? {} : { commit: each }),
    })),
    ...(commit === undefined ? {} : { commit }),
    ...(wish?.expires === undefined ? {} : { expires: wish.expires }),
    written: new Date(written).toISOString(),
  };
}

const day = (iso: string) => iso.slice(0, 10);
