/** Another service that has to be deployed first, and what says so. */
export interface Dependency {
  readonly on: string;
  readonly why: string;
  /** Whether the Serverless Framework itself reads its stack, `${cf:…}`. */
  readonly byStack?: true;
  /** Whether it only may be one: the stage that is read is not known yet. Left out where it alone closes a circle. */
  readonly guess?: true;
}

/** What each service depends on, by key, in the order of the services. */
export type Graph = ReadonlyMap<string, readonly Dependency[]>;
