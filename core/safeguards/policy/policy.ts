import type { GenericSchema, InferOutput } from 'valibot';
import type { CheckedFunction } from '../view/functions.ts';
import type { CheckedResource } from '../view/resource.ts';
import type { Subject } from '../view/subject.ts';

/** How a safeguard counts: `error` blocks the deploy, `warning` reports. */
export type Level = 'error' | 'warning';

/** What is wrong: it names resources and variables, never a value. */
export interface Finding {
  /** Logical id of the resource; absent if it is of the whole package. */
  readonly resource?: string;
  /** Key of the function in the service's configuration, if it is one of those. */
  readonly function?: string;
  readonly what: string;
  /** What to change. */
  readonly fix: string;
  /** Counts as this, if that is less than the safeguard's own level. */
  readonly level?: 'warning';
}

/** A policy that packages are checked by. */
export interface Policy<Schema extends GenericSchema = GenericSchema> {
  /** What it checks, in a sentence without its subject: "every function has a description". */
  readonly checks: string;
  /** What may stand in its configuration; `undefined` is what a list has that gives none. */
  readonly config: Schema;
  /** The configuration in words, for documentation; empty for none. */
  readonly configuration: string;
  /** An entry of a profile's list, for documentation. */
  readonly example: string;
  /** Returns what is wrong with a package; nothing for none. Pure, and may throw on what it does not understand. */
  readonly check: (subject: Subject, config: InferOutput<Schema>) => Finding[];
}

/** Keeps the type of a policy's configuration. */
export function policy<Schema extends GenericSchema>(parts: Policy<Schema>): Policy<Schema> {
  return parts;
}

/** Names a resource in a finding. */
export function atResource({ id }: CheckedResource): { resource: string } {
  return { resource: id };
}

/** Names a function in a finding. */
export function atFunction({ resource, key }: CheckedFunction): { resource: string; function?: string } {
  return { ...atResource(resource), ...(key === undefined ? {} : { function: key }) };
}

/** Says what is wrong and what to change. */
export function findingText({ what, fix }: Pick<Finding, 'what' | 'fix'>): string {
  return fix === '' ? what : `${what} – ${fix}`;
}
