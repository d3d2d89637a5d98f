import { PREVIEW_NAME } from '../stage/name.ts';

export interface UnrecordedParts {
  /** Names of all stacks of a region. */
  readonly stacks: readonly string[];
  /** Names of the application's services, as far as the ledger knows them. */
  readonly services: ReadonlySet<string>;
  /** Names of the stacks that a record claims. */
  readonly recorded: ReadonlySet<string>;
  /** The one stage that is of interest; undefined for all previews. */
  readonly stage: string | undefined;
}

/** Returns the stacks that are named as the Serverless Framework names a preview's (SERVICE-STAGE), and that no record claims. */
export function unrecordedStacks({ stacks, services, recorded, stage }: UnrecordedParts): string[] {
  const isPreviews = (name: string, service: string) => {
    const rest = name.startsWith(`${service}-`) ? name.slice(service.length + 1) : '';
    return stage === undefined ? PREVIEW_NAME.test(rest) : rest === stage;
  };
  return stacks.filter((name) => !recorded.has(name) && [...services].some((service) => isPreviews(name, service)));
}
