/** A program's output as it is kept: all of it, or its beginning and its end where it is very long. */
export interface KeptOutput {
  add(text: string): void;
  /** What is kept, with a line between beginning and end that says how many characters are left out. */
  text(): string;
}

/** Most that is kept, in characters: the error stands at the end, what was wanted at the beginning. */
const LIMITS = { beginning: 64 * 1024, end: 2 * 1024 * 1024 };

/** Returns an output that is empty as yet; `limits` in characters. */
export function createKeptOutput(limits = LIMITS): KeptOutput {
  let beginning = '';
  let end = '';
  let leftOut = 0;
  return {
    add(text) {
      const room = limits.beginning - beginning.length;
      beginning += text.slice(0, room);
      end += text.slice(room);
      if (end.length > limits.end * 2) {
        leftOut += end.length - limits.end;
        end = end.slice(-limits.end);
      }
    },
    text() {
      const over = Math.max(0, end.length - limits.end);
      const missing = leftOut + over;
      return missing === 0
        ? beginning + end
        : `${beginning}\n[${missing} characters are left out here]\n${end.slice(over)}`;
    },
  };
}
