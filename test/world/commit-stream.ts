import type { Content, Files } from './repository.ts';

/** One commit for `git fast-import`: on a branch, after `from` (none: the first), with files changed or removed. */
export interface CommitParts {
  readonly ref: string;
  readonly from?: string;
  readonly message: string;
  readonly files: Files;
  /** Seconds since 1970. */
  readonly at: number;
}

const BY = 'Workshop <workshop@example.com>';

/** The stream that has `git fast-import` make a commit and print its name. */
export function commitStream({ ref, from, message, files, at }: CommitParts): Buffer {
  const pieces: (string | Uint8Array)[] = [
    `commit ${ref}\nmark :1\nauthor ${BY} ${at} +0000\ncommitter ${BY} ${at} +0000\n`,
    ...dataOf(`${message}\n`),
    ...(from === undefined ? [] : [`from ${from}\n`]),
  ];
  for (const [path, content] of Object.entries(files)) {
    if (content === null) pieces.push(`D ${quote(path)}\n`);
    else pieces.push(`M ${modeOf(content)} inline ${quote(path)}\n`, ...dataOf(bytesOf(content)));
  }
  pieces.push('\nget-mark :1\n');
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

function dataOf(content: string | Uint8Array): (string | Uint8Array)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}

const bytesOf = (content: Content) =>
  typeof content === 'string' || content instanceof Uint8Array ? content : content.link;

const modeOf = (content: Content) =>
  typeof content === 'string' || content instanceof Uint8Array ? '100644' : '120000';

/** A path as C writes a string: any byte may be in it. */
function quote(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
