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
  const text = asText(cell);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const needsQuotes = /[",;\p{Cc}]|^\s|\s$/u;

/**
 * The same, so that no spreadsheet takes it for a formula and runs it: somebody's name must
 * never do that. An apostrophe in front makes it text. It also stands within a cell, where
 * a program that splits at semicolons or tabs, whatever the quotes, would begin another one.
 */
function asText(cell: string): string {
  const parts = cell.replaceAll(laterFormula, "$1'");
  return firstFormula.test(cell) ? `'${parts}` : parts;
}

/**
 * What begins a formula, in every form that comes to the same where it is typed (NFKC): wide,
 * small, raised, lowered; and the minus sign proper.
 */
const begins =
  '[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\ufb29\u2212' +
  '\u207a\u207b\u207c\u208a\u208b\u208c\u2a75\u2a76]';

/**
 * What is not seen in front of it, or is dropped when a table is read: controls, blanks,
 * marks of direction, what has no width or belongs to a letter before it; and quotes.
 */
const unseen = '["\'\\p{C}\\p{Z}\\p{M}\\p{Default_Ignorable_Code_Point}\u2800]';

const firstFormula = new RegExp(`^${unseen}*${begins}|^[\\t\\r\\n]`, 'u');
/** Of several separators after one another the last. */
const laterFormula = new RegExp(
  `([;\\t\\r\\n])(?=(?:(?![;\\t\\r\\n])${unseen})*${begins})`,
  'gu',
);
