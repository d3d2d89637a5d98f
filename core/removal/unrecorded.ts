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
  const unclaimed = stacks.filter((name) => !recorded.has(name));
  if (stage !== undefined) {
    // The hash at its end is no other stage's.
    return unclaimed.filter((name) => name.endsWith(`-${stage}`));
  }
  const isPreviews = (name: string, service: string) =>
    name.startsWith(`${service}-`) && PREVIEW_NAME.test(name.slice(service.length + 1));
  return unclaimed.filter((name) => [...services].some((service) => isPreviews(name, service)));
}
