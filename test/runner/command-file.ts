/** What a command file says; `error` is the runner's text when it is malformed from some line on. */
export interface CommandFileContent {
  pairs: [name: string, value: string][];
  error?: string;
}

/** Reads `name=value` and `name<<delimiter` from the text of GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE; what stands before a malformed line counts, as in the runner (FileCommandManager.cs). */
export function parseCommandFile(text: string): CommandFileContent {
  // A byte order mark at the start is not part of the first name: .NET's reader drops it.
  const lines = createLineReader(text.replace(/^\uFEFF/, ''));
  const pairs: [string, string][] = [];
  try {
    for (let line = lines.next(); line; line = lines.next()) {
      if (line.text !== '') pairs.push(parsePair(line.text, lines));
    }
    return { pairs };
  } catch (error) {
    return { pairs, error: (error as Error).message };
  }
}

/** The folders that the text of GITHUB_PATH names, in its order. */
export function parsePathFile(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line !== '');
}

interface LineReader {
  /** The next line, or undefined at the end; `complete` says whether a newline ended it. */
  next(): { text: string; complete: boolean } | undefined;
}

function createLineReader(text: string): LineReader {
  let position = 0;
  return {
    next() {
      if (position >= text.length) return undefined;
      const start = position;
      const end = text.indexOf('\n', start);
      position = end < 0 ? text.length : end + 1;
      return { text: text.slice(start, end < 0 ? undefined : end), complete: end >= 0 };
    },
  };
}

function parsePair(line: string, lines: LineReader): [string, string] {
  const equals = line.indexOf('=');
  const heredoc = line.indexOf('<<');
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) return [line.slice(0, equals), line.slice(equals + 1)];
  if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
  const name = line.slice(0, heredoc);
  const delimiter = line.slice(heredoc + 2);
  if (name === '' || delimiter === '') {
    throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
  }
  return [name, readHeredoc(delimiter, lines)];
}

function readHeredoc(delimiter: string, lines: LineReader): string {
  const value: string[] = [];
  for (;;) {
    const line = lines.next();
    if (line?.text === delimiter) return value.join('\n');
    if (!line) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    if (!line.complete) throw new Error('Invalid value. EOF marker missing new line.');
    value.push(line.text);
  }
}
