import { type Document, isPair, isScalar, type Scalar, visit } from 'yaml';
import { type SourcePosition, UserError } from '../errors.ts';

type PositionOf = (offset: number) => SourcePosition;

/** Returns what is doubled, ambiguous or leads nowhere in a well-formed YAML document. */
export function findFaults(document: Document.Parsed, at: PositionOf): UserError[] {
  const faults: UserError[] = [];
  const anchors = new Set<string>();
  const note = ({ anchor }: { readonly anchor?: string }) => {
    if (anchor !== undefined) {
      anchors.add(anchor);
    }
  };
  visit(document, {
    Seq: (_, seq) => note(seq),
    Map: (_, map) => {
      note(map);
      faults.push(...doubledKeys(map.items, at));
    },
    Alias: (_, alias) => {
      if (!anchors.has(alias.source)) {
        faults.push(
          new UserError('E_CONFIG', {
            what: `the alias *${alias.source} has no anchor before it`,
            fix: `write &${alias.source} where the value stands, or the value itself`,
            position: at(alias.range?.[0] ?? 0),
          }),
        );
      }
    },
    Scalar: (key, scalar) => {
      note(scalar);
      const fault = key === 'key' ? undefined : ambiguousScalar(scalar, at);
      if (fault !== undefined) {
        faults.push(fault);
      }
    },
  });
  return faults;
}

/** Names that JavaScript has for its own: whoever reads records leaves them out without a word. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

function doubledKeys(items: readonly unknown[], at: PositionOf): UserError[] {
  const seen = new Map<string, SourcePosition>();
  const faults: UserError[] = [];
  for (const item of items) {
    if (!isPair(item) || !isScalar(item.key)) {
      continue;
    }
    const name = String(item.key.value);
    if (RESERVED.has(name)) {
      faults.push(
        new UserError('E_CONFIG', {
          what: `"${name}" cannot be a name`,
          fix: 'rename it',
          position: at(item.key.range?.[0] ?? 0),
        }),
      );
    }
    const position = at(item.key.range?.[0] ?? 0);
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, position);
    } else {
      faults.push(
        new UserError('E_CONFIG', {
          what: `"${name}" stands here and in line ${first.line} already`,
          fix: `keep one of the two (lines ${first.line} and ${position.line})`,
          position,
        }),
      );
    }
  }
  return faults;
}

const YAML_1_1_BOOLEAN = /^(y|yes|n|no|on|off)$/i;

/** YAML 1.1 and 1.2 read some plain scalars differently, and numbers lose their zeros: what is meant must be quoted. */
function ambiguousScalar(scalar: Scalar, at: PositionOf): UserError | undefined {
  const source = scalar.source;
  if (scalar.type !== 'PLAIN' || source === undefined) {
    return undefined;
  }
  const position = at(scalar.range?.[0] ?? 0);
  if (typeof scalar.value === 'number' && String(scalar.value) !== source) {
    return new UserError('E_CONFIG', {
      what: `${source} is read as the number ${scalar.value}`,
      why: 'account ids, versions and the like are texts',
      fix: `quote it: "${source}"`,
      position,
    });
  }
  const unusual = typeof scalar.value === 'boolean' && source !== String(scalar.value);
  if (unusual || (typeof scalar.value === 'string' && YAML_1_1_BOOLEAN.test(source))) {
    return new UserError('E_CONFIG', {
      what: `${source} is a boolean for some YAML readers and a text for others`,
      fix: `write true or false, or quote it: "${source}"`,
      position,
    });
  }
  return undefined;
}
