import { createHash } from 'node:crypto';
import { resolveShared } from './shared-objects.ts';

/** What the resources of a preview that have no names of their own are called after. */
export interface NamingParts {
  /** The stage's name, which every name begins with. */
  readonly stage: string;
  /** Physical ids of the stack as it stands, by logical id; none where there is no stack yet. */
  readonly standing: ReadonlyMap<string, string>;
  /** A text that no other life of the stage has: a name may still be taken by what an earlier one left. */
  readonly nonce: string;
}

interface Naming {
  readonly property: string;
  readonly max: number;
}

/**
 * Types whose names rights go by. CloudFormation cuts the stack's part of a name that it makes to some 24 characters, and the
 * stage is at its end: nothing tells the role of previews any more whose the bucket is.
 */
const NAMED: Readonly<Record<string, Naming>> = {
  'AWS::IAM::Role': { property: 'RoleName', max: 64 },
  'AWS::S3::Bucket': { property: 'BucketName', max: 63 },
};

/** Length of the random end of a name; CloudFormation's own has 12. */
const END_LENGTH = 8;

interface Resource {
  readonly Type?: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/**
 * Returns the text of a package's state file in which each bucket and role without a name of its own has one that begins with
 * the stage, in the template that makes the stack and in the one that updates it. What stands under a name that CloudFormation
 * made keeps it: another name would replace the resource. The text is one that `readPackagedService` reads.
 */
export function withOwnNames(text: string, parts: NamingParts): string {
  const root: unknown = JSON.parse(text);
  // All are looked at before one is changed: resources may point at each other, and a name is one's own.
  const changes = TEMPLATES.flatMap((template) => namedResources(root, template, parts));
  for (const { resources, id, resource } of changes) {
    resources[id] = resource;
  }
  return JSON.stringify(root);
}

/** The template that makes the stack, and the one that updates it. */
const TEMPLATES = ['coreCloudFormationTemplate', 'compiledCloudFormationTemplate'];

interface NamedResource {
  /** Where it stands in the state. */
  readonly resources: Record<string, unknown>;
  readonly id: string;
  /** A copy with its name. */
  readonly resource: Resource;
}

function namedResources(root: unknown, template: string, parts: NamingParts): NamedResource[] {
  const path = ['service', 'provider', template, 'Resources'];
  const resources = (resolveShared(root, path) ?? {}) as Record<string, unknown>;
  return Object.keys(resources).flatMap((id) => {
    const resource = resolveShared(root, [...path, id]) as Resource | undefined;
    const naming = NAMED[resource?.Type ?? ''];
    const properties = (resolveShared(root, [...path, id, 'Properties']) ?? {}) as Record<string, unknown>;
    const name =
      naming === undefined || properties[naming.property] !== undefined ? undefined : nameOf(id, naming, parts);
    return naming === undefined || name === undefined
      ? []
      : [{ resources, id, resource: { ...resource, Properties: { ...properties, [naming.property]: name } } }];
  });
}

/** The name that a resource gets; undefined where it stands under one that CloudFormation made. */
function nameOf(id: string, { max }: Naming, { stage, standing, nonce }: NamingParts): string | undefined {
  const present = standing.get(id);
  if (present !== undefined) {
    return present.startsWith(`${stage}-`) && OWN_END.test(present) ? present : undefined;
  }
  const end = createHash('sha256').update(`${nonce} ${id}`).digest().readBigUInt64BE().toString(36).slice(-END_LENGTH);
  const middle = id.toLowerCase().slice(0, Math.max(0, max - stage.length - END_LENGTH - 2));
  return [stage, ...(middle === '' ? [] : [middle]), end.padStart(END_LENGTH, '0')].join('-');
}

const OWN_END = new RegExp(`-[0-9a-z]{${END_LENGTH}}$`);
