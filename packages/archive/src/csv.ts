/** What a cell of a table may hold; a number is never guarded, since we wrote it. */
export type Cell = string | number | boolean | null;

/** Rows under the same heads, in any order of keys. */
export type Row = Readonly<Record<string, Cell>>;

/** UTF-8 announced: without it a spreadsheet reads accents as something else. */
const byteOrderMark = '\ufeff';

/** The first line of a table. */
export const csvHead = (heads: readonly string[]): string =>
  byteOrderMark + lineOf(heads);

/** One line (RFC 4180), with what `row` has under `heads`. */
export const csvLine = (heads: readonly string[], row: Row): string =>
  lineOf(heads.map((head) => row[head] ?? null));

const lineOf = (cells: readonly Cell[]): string =>
  `${cells.map(fieldOf).join(',')}\r\n`;

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = isFormula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * What a spreadsheet would take for a formula and run: somebody's name must never do
 * that. An apostrophe in front makes it text. The wide forms count where they are typed.
 */
const isFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
