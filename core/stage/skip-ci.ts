const MARKS = ['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'];

/**
 * Returns the mark in a commit's message that tells GitHub Actions to leave the commit alone, if it has one.
 * The marks are those of GitHub's documentation ("Skipping workflow runs").
 */
export function skipMark(message: string): string | undefined {
  const found = MARKS.find((mark) => message.includes(mark));
  const trailers = message.indexOf('\n\n');
  return found ?? (trailers === -1 ? undefined : /\nskip-checks: ?true/.exec(message.slice(trailers + 1))?.[0].trim());
}
