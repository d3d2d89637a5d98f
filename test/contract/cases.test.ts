import { describe, expect, it } from 'vitest';
import { caseRows, casesText, idsInTitles, isRowOf, withFiles } from './case-ids.ts';

const text = casesText();
const rows = caseRows(text);
const found = idsInTitles();

describe('the table of cases', () => {
  it('has each id that stands in the title of a test, once', () => {
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const unknown = [...found.keys()].filter((id) => rows.filter((row) => isRowOf(row, id)).length !== 1);
    expect(unknown).toEqual([]);
  });

  it('has no case without a test but those that are open, and those have none', () => {
    const isTested = ({ id }: { readonly id: string }) => [...found.keys()].some((wanted) => isRowOf({ id }, wanted));
    expect(rows.filter((row) => !row.isOpen && !isTested(row)).map(({ id }) => id)).toEqual([]);
    expect(rows.filter((row) => row.isOpen && isTested(row)).map(({ id }) => id)).toEqual([]);
  });

  // `npx vitest run test/contract/cases.test.ts --update` writes it.
  it('names the files of each', async () => {
    await expect(withFiles(text, found)).toMatchFileSnapshot('../cases.md');
  });
});
