import { createHash } from 'node:crypto';
import { isLongRoleName } from './names.ts';
import { withProperties } from './package-resources.ts';

/** What the resources of a preview that have no names of their own are called after. */
export interface NamingParts {
  /** The stage's name, which every name begins with. */
  readonly stage: string;
  readonly region: string;
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

/**
 * Returns the text of a package's state file in which each bucket and role without a name of its own has one that begins with
 * the stage, in the template that makes the stack and in the one that updates it. So has the role that the CLI names, if that name
 * is too long. What stands under a name that CloudFormation made keeps it: another name would replace the resource.
 */
export function withOwnNames(text: string, parts: NamingParts): string {
  return withProperties(
    text,
    ['coreCloudFormationTemplate', 'compiledCloudFormationTemplate'],
    (id, { type, properties }) => {
      const naming = NAMED[type];
      const given = properties[naming?.property ?? ''];
      if (naming === undefined || !(given === undefined || isLongRoleName(given, parts.region))) {
        return undefined;
      }
      const name = nameOf(id, naming, parts);
      return name === undefined ? undefined : { [naming.property]: name };
    },
  );
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
