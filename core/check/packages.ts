import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { foreignRecord } from '../foreign-record.ts';
import type { StackChange } from '../stack/change-table.ts';
import { nestedStacks, templateFileOf } from '../stack/nested-templates.ts';
import { comparable } from '../stack/template.ts';
import { templateChanges } from '../stack/template-difference.ts';

const template = foreignRecord(v.unknown());
const packaged = v.object({
  key: v.string(),
  region: v.string(),
  /** The template; absent if the service could not be packaged. */
  template: v.exactOptional(template),
  /** Templates of nested stacks, by the names of their files. */
  nested: v.exactOptional(foreignRecord(template)),
  /** Why it could not be packaged. */
  reason: v.exactOptional(v.string()),
});
const packages = v.object({
  schemaVersion: v.literal(1),
  stage: v.string(),
  /** The commit that was packaged. */
  commit: v.exactOptional(v.string()),
  services: v.array(packaged),
});

/** The packages of a stage's services at a commit, made without the cloud: what is not known in them is no value. */
export type Packages = Readonly<v.InferOutput<typeof packages>>;
export type PackagedTemplates = Readonly<v.InferOutput<typeof packaged>>;

/** Where packages of a file come from. */
export const PACKAGES_FIX = 'pass the output "packages" of an earlier step of the same job on';

/** Reads packages that were written before; throws E_INPUT if the value is none. */
export function parsePackages(value: unknown): Packages {
  const result = v.safeParse(packages, value);
  if (!result.success) {
    throw new UserError('E_INPUT', {
      what: 'the file of the input "compare-with" is not what compare-packages wrote',
      fix: PACKAGES_FIX,
    });
  }
  return result.output;
}

/** What differs for one service between two commits. */
export interface ServiceDifference {
  readonly key: string;
  readonly region: string;
  /** Undefined if it cannot be told. */
  readonly changes: readonly StackChange[] | undefined;
  /** Why it cannot be told. */
  readonly reason?: string;
  /** Sections of the template that differ and on which any resource may depend. */
  readonly sections?: readonly string[];
}

/** Returns what differs for each service of `after`; one that `before` does not have is added as a whole. */
export function packageDifferences(before: Packages, after: Packages): ServiceDifference[] {
  return after.services.map((next): ServiceDifference => {
    const { key, region } = next;
    const old = before.services.find((one) => one.key === key && one.region === region);
    const reason = next.reason ?? (old?.reason === undefined ? undefined : `${old.reason} (as it is now)`);
    return reason === undefined
      ? { key, region, changes: changesOf(old, next), ...sectionsOf(old, next) }
      : { key, region, changes: undefined, reason };
  });
}

const SECTIONS = ['Parameters', 'Mappings', 'Conditions', 'Transform', 'Rules'];

function sectionsOf(old: PackagedTemplates | undefined, next: PackagedTemplates): Pick<ServiceDifference, 'sections'> {
  const sections = SECTIONS.filter((name) => comparable(old?.template?.[name]) !== comparable(next.template?.[name]));
  return old === undefined || sections.length === 0 ? {} : { sections };
}

function changesOf(old: PackagedTemplates | undefined, next: PackagedTemplates): StackChange[] {
  const [before, after] = [old?.template ?? {}, next.template ?? {}];
  return [
    ...templateChanges(resourcesOf(before), resourcesOf(after)),
    ...[...new Set([...nestedStacks(before), ...nestedStacks(after)].map(([id]) => id))].flatMap((id) =>
      templateChanges(nestedOf(old, id), nestedOf(next, id), id),
    ),
  ];
}

/** Resources of the nested stack with a logical id. */
function nestedOf(of: PackagedTemplates | undefined, id: string): ReturnType<typeof resourcesOf> {
  const [, stack] = nestedStacks(of?.template ?? {}).find(([one]) => one === id) ?? [];
  const name = stack === undefined ? undefined : templateFileOf(stack, Object.keys(of?.nested ?? {}));
  return resourcesOf((name === undefined ? undefined : of?.nested?.[name]) ?? {});
}

function resourcesOf(of: Readonly<Record<string, unknown>>) {
  return (of['Resources'] ?? {}) as Parameters<typeof templateChanges>[0];
}
