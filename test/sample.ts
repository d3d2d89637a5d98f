/**
 * What takes long (every point at which a run is killed, thousands of histories, long tables of the same with other words) is
 * run as a sample by `npm test`, the same one each time, and whole by `npm run test:long`.
 */
export const isWhole = process.env['TESTS'] === 'whole';

/** How much of something is done: all of it by `npm run test:long`, else only so much. */
export function sampleSize(all: number, sample: number): number {
  return isWhole ? all : Math.min(all, sample);
}

/** All items by `npm run test:long`; else so many, a third of them by default, evenly over the list and with its first and last one. */
export function sampleOf<const Item>(items: readonly Item[], sample = Math.ceil(items.length / 3)): Item[] {
  const size = sampleSize(items.length, sample);
  const step = size === 1 ? 0 : (items.length - 1) / (size - 1);
  return Array.from({ length: size }, (_, index) => items[Math.round(index * step)] as Item);
}
