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
])('[V1] %j is text, not a formula', (text) => {
  expect(line(text)).toMatch(/^"?'/);
});

test('[V1] a number of ours is a number, also below zero', () => {
  expect(line(-120)).toBe('-120\r\n');
  expect(line(null)).toBe('\r\n');
});

test('[V1] whatever is written, one cell stays one cell and none begins a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      const written = line(text).slice(0, -2);
      const content = written.startsWith('"')
        ? written.slice(1, -1).replaceAll('""', '"')
        : written;
      expect(content === text || content === `'${text}`).toBe(true);
      expect(content).not.toMatch(/^\s*[=+\-@]/);
      if (!written.startsWith('"')) expect(written).not.toMatch(/[",\r\n]/);
    }),
    { numRuns: 300 },
  );
});
