import type { StackChange } from '../../stack/change-table.ts';
import type { StageKind } from '../../stage/identity.ts';
import { type CheckedFunction, functionsOf } from './functions.ts';
import { type CheckedResource, recordOf, resourcesOf } from './resource.ts';
import type { UnresolvedVariable } from './unresolved.ts';

/** The one view of a package that safeguards look at. */
export interface Subject {
  /** The service's `service:`. */
  readonly service: string;
  readonly stage: { readonly name: string; readonly kind: StageKind };
  readonly region: string;
  readonly stack: string;
  readonly cli: { readonly product: string; readonly version: string };
  /** AWS's time, in milliseconds since 1970. */
  readonly now: number;
  /** Resources of the template, and of nested templates in the package. */
  readonly resources: readonly CheckedResource[];
  readonly functions: readonly CheckedFunction[];
  /** The templates of nested stacks in the package. */
  readonly nested: readonly { readonly name: string; readonly template: unknown }[];
  /** The whole template. */
  readonly template: Readonly<Record<string, unknown>>;
  /** `provider` of the service's configuration. */
  readonly provider: Readonly<Record<string, unknown>>;
  readonly stackTags: Readonly<Record<string, string>>;
  /** The first place of each template that still holds the text of a variable. */
  readonly unresolved: readonly UnresolvedVariable[];
  /** What the package changes in its stack; undefined if that is not known. */
  readonly changes: readonly StackChange[] | undefined;
  /** Why it is not known. */
  readonly changesFault?: string | undefined;
}

/** What a subject is made of. */
export interface SubjectParts extends Omit<Subject, 'resources' | 'functions'> {
  /** `functions` of the service's configuration. */
  readonly configured: Readonly<Record<string, unknown>>;
}

/** Makes the view of a package. */
export function subjectOf({ configured, ...parts }: SubjectParts): Subject {
  const resources = [
    ...resourcesOf(parts.template),
    ...parts.nested.flatMap(({ name, template }) => resourcesOf(template, name)),
  ];
  const functions = functionsOf(resources, recordOf(configured), parts.template['Globals']);
  return { ...parts, resources, functions };
}
