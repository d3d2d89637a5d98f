/**
 * Cuts a text to a number of UTF-16 units, `…` included, and leaves no half of a pair: a receiver would refuse it or show
 * another sign.
 */
export function truncateText(text: string, max: number): string {
  if (text.length <= max) {
    return text;
  }
  const start = text.slice(0, max - 1);
  return `${start.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** GitHub takes a job summary of 1 MiB at most, and shows nothing of a longer one; some is left for other steps' parts. */
const MAX_SUMMARY_BYTES = 900 * 1024;

/** Cuts the Markdown of a job summary behind a line, and says so. */
export function truncateSummary(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_SUMMARY_BYTES) {
    return text;
  }
  const start = bytes.subarray(0, MAX_SUMMARY_BYTES).toString();
  return `${start.slice(0, start.lastIndexOf('\n'))}\n\nThe rest is too long to be shown here.\n`;
}
