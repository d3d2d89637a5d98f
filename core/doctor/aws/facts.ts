import type { Config } from '../../configuration/schema.ts';
import type { Asked } from '../../promote/asked.ts';
import type { Service } from '../../service/definition.ts';
import type { SetUpRepository } from '../../setup/repository.ts';
import { type Finding, unasked } from '../finding.ts';

/** A role as IAM has it. */
export interface FoundRole {
  /** The document, taken apart. */
  readonly trustPolicy: unknown;
}

/** What a role is asked to be allowed to do, on which resource. */
export interface Trial {
  readonly action: string;
  readonly resource: string;
}

/** What AWS says of the roles that a configuration names. */
export interface AwsFacts {
  readonly config: Config;
  readonly setUp: SetUpRepository;
  readonly services: readonly Service[];
  /** Account of the credentials that AWS was asked with; undefined if there were none, and why. */
  readonly account: Asked<string>;
  /** By ARN; undefined: there is no such role. */
  readonly roles: ReadonlyMap<string, Asked<FoundRole | undefined>>;
  /** Of the trials of a role, those that it is not allowed; by its ARN. */
  readonly refused: ReadonlyMap<string, Asked<readonly Trial[]>>;
}

/** What AWS did not say. */
export function notAsked(place: string, what: string, fix: string): Finding {
  return unasked({ check: 'aws', place, what, fix });
}
