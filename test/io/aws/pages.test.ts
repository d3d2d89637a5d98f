import { describe, expect, it } from 'vitest';
import { allPages, type Page } from '../../../io/aws/pages.ts';

/** Serves pages by their token (the first one's is empty), and notes what was asked for. */
function served(pages: Readonly<Record<string, Page<number>>>) {
  const asked: (string | undefined)[] = [];
  const read = async (token: string | undefined) => {
    asked.push(token);
    const page = pages[token ?? ''];
    if (page === undefined) throw new Error(`no page ${token}`);
    return page;
  };
  return { read, asked };
}

describe('the pages of a list', () => {
  it('C8 are read one after another, to the end, in order', async () => {
    const { read, asked } = served({
      '': { items: [1, 2], next: 'a' },
      a: { items: [3], next: 'b' },
      b: { items: [4], next: undefined },
    });
    expect(await allPages(read)).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual([undefined, 'a', 'b']);
  });

  it.each([undefined, ''])('end with the token %j', async (next) => {
    const { read, asked } = served({ '': { items: [1], next } });
    expect(await allPages(read)).toEqual([1]);
    expect(asked).toHaveLength(1);
  });

  it('may be empty in between, and all of them', async () => {
    const { read } = served({ '': { items: [], next: 'a' }, a: { items: [1], next: 'b' }, b: { items: [], next: '' } });
    expect(await allPages(read)).toEqual([1]);
    expect(await allPages(served({ '': { items: [], next: undefined } }).read)).toEqual([]);
  });

  it.each([
    ['at once', { '': { items: [1], next: 'a' }, a: { items: [2], next: 'a' } }],
    ['after a while', { '': { items: [1], next: 'a' }, a: { items: [2], next: 'b' }, b: { items: [3], next: 'a' } }],
    ['without any items', { '': { items: [], next: 'a' }, a: { items: [], next: 'a' } }],
  ])('C11 are an error where a token comes twice, %s: they would lead round for ever', async (_, pages) => {
    const { read, asked } = served(pages);
    await expect(allPages(read)).rejects.toMatchObject({ code: 'E_AWS_UNAVAILABLE' });
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  it('are read no further than is enough', async () => {
    const { read, asked } = served({
      '': { items: [1, 2], next: 'a' },
      a: { items: [3, 4], next: 'b' },
      b: { items: [5], next: undefined },
    });
    const items = await allPages(read, (seen) => seen.includes(3));
    expect(items).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual([undefined, 'a']);
  });

  it('are all read where they are never enough', async () => {
    const { read } = served({ '': { items: [1], next: 'a' }, a: { items: [2], next: undefined } });
    expect(await allPages(read, () => false)).toEqual([1, 2]);
  });

  it('pass on what went wrong with one', async () => {
    const { read } = served({ '': { items: [1], next: 'gone' } });
    await expect(allPages(read)).rejects.toThrow('no page gone');
  });
});
