/** Says how a child process ended. */
export function describeExit({
  code,
  signal,
}: {
  readonly code: number | null;
  readonly signal: string | null;
}): string {
  return signal === null ? `exit code ${code}` : `ended by ${signal}`;
}

/** Returns the end of what a program said, where its error is, in one line. */
export function lastWords(output: string): string {
  const error = output.lastIndexOf('\nError:\n');
  const text = (error === -1 ? output : output.slice(error + '\nError:\n'.length)).trim();
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !NOISE.test(line));
  const words = (error === -1 ? lines.slice(-5) : lines.slice(0, 5)).join(' / ') || 'it said nothing';
  const over = words.length - MOST_WORDS;
  return over <= 0 ? words : `${words.slice(0, MOST_WORDS)}… (${over} characters more in the log)`;
}

/** Longest text of a program in an error, in characters. */
const MOST_WORDS = 800;

/**
 * Where in a program, and where a package manager keeps its log: of no use to a reader. The places of a configuration begin with a
 * quote (`at 'provider'`) and stay.
 */
const NOISE = /^\s*at (?!')|A complete log of this run/;
