import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvHead, csvLine } from './csv.ts';

const line = (cell: string | number | null): string => csvLine(['a'], { a: cell });

test('[V1] a table begins with a byte order mark, and lines end as RFC 4180 has it', () => {
  expect(csvHead(['day', 'minutes'])).toBe('\ufeffday,minutes\r\n');
  expect(csvLine(['a', 'b', 'c'], { a: 'x', c: true })).toBe('x,,true\r\n');
});

test.each([
  ['Ana, of the mill', '"Ana, of the mill"\r\n'],
  ['the "quiet" tap', '"the ""quiet"" tap"\r\n'],
  ['two\nlines', '"two\nlines"\r\n'],
  ['half; half', '"half; half"\r\n'],
  [' Biel', '" Biel"\r\n'],
])('[V1] %j is quoted', (text, quoted) => {
  expect(line(text)).toBe(quoted);
});

test.each([
  '=1+1',
  '+34 600 000',
  '-cmd',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\uff1d1',
  '\u00a0=1',
  '\u0000=1',
  '\u200b=1',
  '\u200d\u2060\ufeff@SUM(A1)',
  '\u202e+1',
  '\u2066-cmd',
  '\u00ad=1',
  '\u180e\u3000=1',
  '\u115f\u3164\uffa0\u2800=1',
  '\ufe0f\u0301=1',
  '\ue000\ud800=1',
  '"=1',
  '" \u0000"=1',
])('[V1] %j is text, not a formula', (text) => {
  expect(line(text)).toMatch(/^"?'/);
});

test('[V1] a number of ours is a number, also below zero', () => {
  expect(line(-120)).toBe('-120\r\n');
  expect(line(null)).toBe('\r\n');
});

test('[V1] an apostrophe that somebody wrote is no guard: programs drop the first', () => {
  expect(line("'=1")).toBe("''=1\r\n");
});

test.each([
  ['Ana;=1', `"Ana;'=1"\r\n`],
  ['Ana\t=1', `"Ana\t'=1"\r\n`],
  ['Ana\r\n=1', `"Ana\r\n'=1"\r\n`],
  ['Ana;\u200b"=1', `"Ana;'\u200b""=1"\r\n`],
  [';\t;-1', `";\t;'-1"\r\n`],
  ['Mill Lane 3, -1 floor', '"Mill Lane 3, -1 floor"\r\n'],
  ['a-b; c=d', '"a-b; c=d"\r\n'],
])('[V1] %j: nor is what another program takes for a cell', (text, written) => {
  expect(line(text)).toBe(written);
});

test('[V1] every sign that Unicode takes for one of these four is one of them', () => {
  const missed: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const sign = String.fromCodePoint(code);
    if (!/^[=+\-@\u2212]/.test(sign.normalize('NFKC'))) continue;
    if (!/^"?'/.test(line(sign))) missed.push(code.toString(16));
  }
  expect(missed).toEqual([]);
});

/** The cells as a program reads them that splits at `separator`; it knows quotes. */
function cellsOf(written: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let rest = written;
  while (rest !== '') {
    // Quotes are quotes where a cell begins, and letters elsewhere.
    const [quoted] = (cell === '' && /^"(?:[^"]|"")*"/.exec(rest)) || [];
    const taken = quoted ?? rest.charAt(0);
    rest = rest.slice(taken.length);
    if (quoted !== undefined) cell = quoted.slice(1, -1);
    else if (taken !== separator && !/[\r\n]/.test(taken)) cell += taken;
    else {
      cells.push(cell);
      cell = '';
    }
  }
  return [...cells, cell];
}

test('[V1] the reader of these tests reads', () => {
  expect(cellsOf('a,"b,""c""",d\r\n', ',')).toEqual(['a', 'b,""c""', 'd', '', '']);
  expect(cellsOf('a,"b;c"\r\n', ';')).toEqual(['a,"b', 'c"', '', '']);
});

/** Text as somebody writes it who wants it to be run. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '\uff1d', '\ufe63', '\u2212', '=1+1', '-cmd'),
      fc.constantFrom('"', "'", ';', ',', '\t', '\r', '\n', ' ', '\u00a0', '\u2028'),
      fc.constantFrom(
        '\u0000',
        '\u001f',
        '\u200b',
        '\u200e',
        '\u202e',
        '\u2060',
        '\ufeff',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const seen = (cell: string): string =>
  cell.replace(/^[\s"\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]*/u, '');

test('[V1] whoever reads it, with commas, semicolons or tabs: no cell begins a formula', () => {
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      const written = csvLine(['a', 'b'], { a, b });
      for (const separator of [',', ';', '\t']) {
        for (const cell of cellsOf(written, separator)) {
          expect(seen(cell).normalize('NFKC')).not.toMatch(/^[=+\-@\u2212]/);
        }
      }
    }),
    { numRuns: 3_000 },
  );
});

test('[V1] whatever is written, one cell stays one cell and none begins a formula', () => {
  const bare = (text: string) => text.replaceAll("'", '');
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
      const written = line(text).slice(0, -2);
      const isQuoted = written.startsWith('"');
      const content = isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written;
      expect(bare(content)).toBe(bare(text));
      expect(content.length - text.length).toBeLessThanOrEqual(
        1 + (text.match(/[;\t\r\n]/g) ?? []).length,
      );
      expect(content).not.toMatch(/^\s*[=+\-@]/);
      expect(isQuoted || !/[",\r\n]/.test(written)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
