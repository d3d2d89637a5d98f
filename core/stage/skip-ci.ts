const MARKS = ['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'];

/**
 * Returns the mark in a commit's message that tells GitHub Actions to leave the commit alone, if it has one.
 * The marks are those of GitHub's documentation ("Skipping workflow runs").
 */
export function skipMark(message: string): string | undefined {
  const found = MARKS.find((mark) => message.includes(mark));
  return found ?? /\n\n(?:.*\n)*(skip-checks: ?true)/.exec(message)?.[1];
}
