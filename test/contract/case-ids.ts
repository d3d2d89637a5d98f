import { readSource, sourceFiles } from './source-files.ts';

/** One row of test/cases.md. */
export interface CaseRow {
  /** `A1`, or `E1–E14` for all of them. */
  readonly id: string;
  /** Whether it waits for a part of the product that is not there yet. */
  readonly isOpen: boolean;
}

const TABLE = 'test/cases.md';
/** At the beginning of a title, one or more of them; or alone, as a part of titles that a table gives. */
const IDS = /['"`]((?:[A-I]\d{1,2}(?:–[A-I]\d{1,2})? )*[A-I]\d{1,2}(?:–[A-I]\d{1,2})?)(?=[ '"`])/g;

/** The text of the table of cases. */
export const casesText = () => readSource(TABLE);

const ROW = /^\| ([A-I]\d[^ |]*) \|(.*)\| ([^|]*) \|$/gm;

/** The rows of the table, in its order. */
export function caseRows(text: string): CaseRow[] {
  return [...text.matchAll(ROW)].map(([, id = '', , where = '']) => ({ id, isOpen: where.startsWith('open') }));
}

/** The table with the files that hold each case by now. */
export function withFiles(text: string, found: ReadonlyMap<string, readonly string[]>): string {
  return text.replace(ROW, (row, id: string, told: string, where: string) => {
    if (where.startsWith('open')) return row;
    const files = [...found].filter(([wanted]) => isRowOf({ id }, wanted)).flatMap(([, each]) => each);
    return `| ${id} |${told}| ${[...new Set(files)]
      .sort()
      .map((file) => `\`${file}\``)
      .join(' ')} |`;
  });
}

/** Ids in the titles of tests, each with the files below test/ that have it. */
export function idsInTitles(): Map<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of sourceFiles('test')) {
    const text = readSource(file);
    if (!/^import .* from 'vitest';$/m.test(text)) continue;
    const ids = [...text.matchAll(IDS)].flatMap(([, each = '']) => each.trim().split(' '));
    for (const id of new Set(ids)) found.set(id, [...(found.get(id) ?? []), file.replace('test/', '')]);
  }
  return found;
}

/** Whether a row is the one of an id: its own, or one of several that the row is about. */
export function isRowOf({ id }: Pick<CaseRow, 'id'>, wanted: string): boolean {
  const [first = '', last = first] = id.split('–');
  const [letter, number] = [wanted[0], Number.parseInt(wanted.slice(1), 10)];
  return id === wanted || (letter === id[0] && number >= Number(first.slice(1)) && number <= Number(last.slice(1)));
}
