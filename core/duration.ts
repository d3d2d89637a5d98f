const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** A whole number and a unit: `30m`, `1h`, `7d`. */
export const SHORT_DURATION = /^([1-9][0-9]*)([smhd])$/;

/** Returns the seconds of a duration such as `30m`, `1h` or `7d`; throws on any other text. */
export function durationSeconds(text: string): number {
  const match = SHORT_DURATION.exec(text);
  if (match === null) {
    throw new Error(`not a duration: ${text}`);
  }
  return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
}
