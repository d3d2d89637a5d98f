/** What stands for a part of a text that is not known: it cannot be the name of anything. */
export const UNKNOWN_PART = '${?}';

/** Name of the pseudo parameter in the place of a value that is known only where the package is deployed (core/check). */
export const UNTOLD = 'ServerlessStages::Unknown';

/** Values of the pseudo parameters of a template; one that is absent is not known. */
export type PseudoParameters = Readonly<Partial<Record<string, string>>>;

/**
 * Returns the text that a value of a template comes to: a text, `Ref` of a pseudo parameter, `Fn::Sub`, `Fn::Join`. What is not
 * known before is `UNKNOWN_PART`. `pseudo` holds values by name (`AWS::StackName`), and those of the template's own parameters.
 */
export function templateText(value: unknown, pseudo: PseudoParameters): string {
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value);
  }
  const [key, inner] = onlyEntry(value);
  switch (key) {
    case 'Ref':
      return pseudo[String(inner)] ?? UNKNOWN_PART;
    case 'Fn::Sub':
      return Array.isArray(inner) ? sub(inner[0], inner[1], pseudo) : sub(inner, {}, pseudo);
    case 'Fn::Join': {
      const [separator, parts] = Array.isArray(inner) ? (inner as unknown[]) : [];
      return Array.isArray(parts)
        ? parts.map((part) => templateText(part, pseudo)).join(String(separator ?? ''))
        : UNKNOWN_PART;
    }
    default:
      return UNKNOWN_PART;
  }
}

/** The one entry of a mapping that has one: a function of CloudFormation and its argument. */
function onlyEntry(value: unknown): [string, unknown] | [] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [entry] = entries;
  return entries.length === 1 && entry !== undefined ? entry : [];
}

function sub(text: unknown, values: unknown, pseudo: PseudoParameters): string {
  const own = (values ?? {}) as Record<string, unknown>;
  return String(text).replace(/\$\{([^!{}][^{}]{0,255})\}/g, (_, name: string) =>
    Object.hasOwn(own, name) ? templateText(own[name], pseudo) : (pseudo[name.trim()] ?? UNKNOWN_PART),
  );
}

/** Whether a text is known as a whole: no variable is left in it. */
export function isWhole(text: string): boolean {
  return !text.includes('${');
}

/**
 * Returns whether a text may be a name, if what is not known in it (`${…}`) may be anything. A text of which nothing is known is
 * no name's.
 */
export function mayBe(text: string, name: string): boolean {
  const pieces = knownPieces(text);
  if (pieces.every((piece) => !/[A-Za-z0-9]{2}/.test(piece))) {
    return false;
  }
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) {
    return text === name;
  }
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) {
    return false;
  }
  // The pieces between follow one another, each as early as can be.
  const end = name.length - last.length;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const at = name.indexOf(piece, from);
    if (at === -1 || at + piece.length > end) {
      return false;
    }
    from = at + piece.length;
  }
  return true;
}

/** The pieces of a text between its variables, which may hold others. */
function knownPieces(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.startsWith('${', at)) {
      if (depth === 0) {
        pieces.push(text.slice(start, at));
      }
      depth += 1;
      at += 1;
    } else if (text[at] === '}' && depth > 0) {
      depth -= 1;
      start = at + 1;
    }
  }
  return [...pieces, depth > 0 ? '' : text.slice(start)];
}
