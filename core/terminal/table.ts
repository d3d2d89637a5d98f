/** Shortest that a column is cut to, in characters. */
const MIN_COLUMN = 12;

/**
 * Lays rows out in columns, two blanks apart; the first row is the head. `width` cuts the widest columns until a line fits (undefined: nothing is cut, for what is read by a program).
 * A cell is one line.
 */
export function renderTable(rows: readonly (readonly string[])[], width: number | undefined): string[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, index) => Math.max(...rows.map((row) => lengthOf(row[index]))));
  const fitting = width === undefined ? widths : fitWidths(widths, width - 2 * (columns - 1));
  return rows.map((row) =>
    row
      .map((cell, index) => cut(cell, fitting[index] ?? 0).padEnd(index === columns - 1 ? 0 : (fitting[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const lengthOf = (cell = '') => cell.length;

/** Takes from the widest column until all fit, or none can be cut any more. */
function fitWidths(widths: readonly number[], room: number): number[] {
  const fitting = [...widths];
  for (let over = sum(fitting) - room; over > 0; over = sum(fitting) - room) {
    const widest = fitting.indexOf(Math.max(...fitting));
    const least = Math.max(MIN_COLUMN, ...fitting.filter((_, index) => index !== widest));
    const next = Math.max((fitting[widest] ?? 0) - over, Math.min(least, (fitting[widest] ?? 0) - 1), MIN_COLUMN);
    if (next >= (fitting[widest] ?? 0)) {
      return fitting;
    }
    fitting[widest] = next;
  }
  return fitting;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Returns the beginning of a text that fits into a number of characters, with an ellipsis if that is not all. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
