/** What begins an encoded byte; `0x` of a name itself is encoded too, so that the way back is plain. */
const MARK = '0x';

/**
 * Returns the id of the stack output that an output of any name is published as. CloudFormation takes letters and digits
 * alone, so every other character stands as `0x` and two hex digits for each of its UTF-8 bytes.
 */
export function outputId(name: string): string {
  const encode = (text: string) =>
    [...Buffer.from(text)].map((byte) => MARK + byte.toString(16).padStart(2, '0')).join('');
  return name.replace(/0(?=x)|[^A-Za-z0-9]+/g, encode);
}

/** Returns the name that an output was published under: the way back from `outputId`. */
export function outputName(id: string): string {
  return id.replace(/(?:0x[0-9a-f]{2})+/g, (encoded) => Buffer.from(encoded.replaceAll(MARK, ''), 'hex').toString());
}
