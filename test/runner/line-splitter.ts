import { StringDecoder } from 'node:string_decoder';

/** Cuts a stream of UTF-8 bytes into lines that end with LF, CR or CRLF, as .NET's StreamReader does for the runner. */
export interface LineSplitter {
  /** Takes the next bytes and gives the lines that they complete. */
  write(bytes: Buffer): string[];
  /** Gives what is left at the end of the stream. */
  end(): string[];
}

/** Makes a splitter for one stream. */
export function createLineSplitter(): LineSplitter {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return {
    write(bytes) {
      rest += decoder.write(bytes);
      // A CR at the end may be the first half of a CRLF: it waits for what comes next.
      const heldBack = rest.endsWith('\r') ? '\r' : '';
      const lines = rest.slice(0, rest.length - heldBack.length).split(/\r\n|\r|\n/);
      rest = (lines.pop() ?? '') + heldBack;
      return lines;
    },
    end() {
      const last = (rest + decoder.end()).replace(/\r$/, '');
      const ended = rest !== '';
      rest = '';
      return ended ? [last] : [];
    },
  };
}
