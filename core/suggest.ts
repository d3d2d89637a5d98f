import { closest, distance } from 'fastest-levenshtein';

/** Returns the known name nearest to a mistyped one, or undefined where none is near enough to be meant. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0) {
    return undefined;
  }
  const best = closest(typed.toLowerCase(), [...known]);
  const allowed = Math.max(2, Math.floor(best.length / 3));
  return distance(typed.toLowerCase(), best) <= allowed ? best : undefined;
}

/** Says which names would have been right: the nearest one first, then all of them. */
export function suggestName(typed: string, known: readonly string[]): string {
  const nearest = nearestName(typed, known);
  const all = known.length === 0 ? 'there are none' : `known: ${known.join(', ')}`;
  return nearest === undefined ? all : `did you mean "${nearest}"? (${all})`;
}
