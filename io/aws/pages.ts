import { UserError } from '../../core/errors.ts';

/** One page of a list, with the way to the next. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Token of the next page; undefined or empty at the end. */
  readonly next: string | undefined;
}

/**
 * Reads all pages of a list, or as many as are `enough`. Throws E_AWS_UNAVAILABLE where a token comes
 * twice: it would lead round for ever.
 */
export async function allPages<Item>(
  read: (token: string | undefined) => Promise<Page<Item>>,
  enough: (items: readonly Item[]) => boolean = () => false,
): Promise<Item[]> {
  const found: Item[] = [];
  const seen = new Set<string>();
  for (let token: string | undefined; ; ) {
    const { items, next } = await read(token);
    found.push(...items);
    if (next === undefined || next === '' || enough(items)) {
      return found;
    }
    if (seen.has(next)) {
      throw new UserError('E_AWS_UNAVAILABLE', {
        what: `AWS gives the same page of a list again and again, after ${found.length} entries`,
        fix: 'run again; tell AWS support if it stays',
      });
    }
    seen.add(next);
    token = next;
  }
}
