/**
 * What takes long (every point at which a run is killed, thousands of histories, whole tables of states) stands in files
 * named `*.long.test.ts`. `npm test` runs a sample of each, the same one each time; `npm run test:long` runs all of it.
 */
export const isWhole = process.env['MODE'] === 'long';

/** How much of something is done: all of it by `npm run test:long`, else only so much. */
export function sampleSize(all: number, sample: number): number {
  return isWhole ? all : Math.min(all, sample);
}

/** All items by `npm run test:long`, else so many, evenly over the list and with its first and last one. */
export function sampleOf<Item>(items: readonly Item[], sample: number): readonly Item[] {
  const size = sampleSize(items.length, sample);
  const step = size === 1 ? 0 : (items.length - 1) / (size - 1);
  return Array.from({ length: size }, (_, index) => items[Math.round(index * step)] as Item);
}
