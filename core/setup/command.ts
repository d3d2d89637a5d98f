/** A command for a shell, and what it is for. */
export interface Command {
  readonly what: string;
  readonly command: string;
}

/** A word of a shell's command line. */
export function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Words in lines of a width that people can read. */
export function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const one of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + one.length < 100) {
      lines[lines.length - 1] = `${last} ${one}`;
    } else {
      lines.push(one);
    }
  }
  return lines;
}
