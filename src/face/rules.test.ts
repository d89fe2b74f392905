/** The rules of the face that a machine can read off the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(svelte|css)$/.test(file));
const read = (file: string) => readFileSync(`${source}/${file}`, 'utf8');

/** What a style sheet, or the style of a component, declares; without comments. */
function stylesOf(file: string): string {
  const text = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
  if (file.endsWith('.css')) return text;
  return /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
}

const physical =
  /^\s*((margin|padding|border|inset|scroll-\w+)-(left|right|top|bottom)|left|right|top|bottom|(min-|max-)?(width|height))\b[^:]*:|^\s*(text-align|float|clear):\s*(left|right)/m;
const colour = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i;
/** A code must be black on white for cameras; the tokens are where colours live. */
const ownColours = ['face/tokens.css', 'ui/QrCode.svelte', 'ui/QrScanner.svelte'];

test('the sources are found', () => {
  expect(files.length).toBeGreaterThan(20);
});

/** What `find` finds in each file, by file: empty when all is well. */
function offenders(find: (file: string) => string | undefined): Record<string, string> {
  const found = files.flatMap((file) => {
    const what = find(file);
    return what === undefined ? [] : [[file, what.trim()]];
  });
  return Object.fromEntries(found) as Record<string, string>;
}

test('every style sheet uses logical properties, so that it can be mirrored', () => {
  expect(offenders((file) => physical.exec(stylesOf(file))?.[0])).toEqual({});
});

test('no side is named by its place in a row of four: those run by the clock, not as one reads', () => {
  const four =
    /^\s*(?:padding|margin|inset|border-(?:width|style|color)|scroll-(?:padding|margin)): \S+ (\S+) \S+ (?!\1;)\S+;/m;
  const plain = (file: string) => stylesOf(file).replace(/\([^;]*\)/g, '()');

  expect(offenders((file) => four.exec(plain(file))?.[0])).toEqual({});
});

test('every style sheet takes its colours from the tokens', () => {
  const found = offenders((file) =>
    ownColours.includes(file) ? undefined : colour.exec(stylesOf(file))?.[0],
  );
  expect(found).toEqual({});
});

test('no component has a style attribute or raw HTML: the policy forbids both', () => {
  const found = offenders((file) => {
    const markup = read(file).replace(/<style>[\s\S]*<\/style>/, '');
    return /\sstyle=|\{@html/.exec(markup)?.[0];
  });
  expect(found).toEqual({});
});

test('a word without end is broken by one rule, of the whole page', () => {
  const rule = /overflow-wrap:[^;]*|word-break:[^;]*/;
  expect(offenders((file) => rule.exec(stylesOf(file))?.[0])).toEqual({
    'face/base.css': 'overflow-wrap: anywhere',
  });
});

test('every sheet of paper has a name: without one it would be everything’s that is printed', () => {
  const found = offenders((file) => /@page\s*\{/.exec(stylesOf(file))?.[0]);
  expect(found).toEqual({});
});

test('these searches do find what they look for', () => {
  expect(physical.test('a {\n  margin-left: 1rem;\n}')).toBe(true);
  expect(physical.test('a {\n  max-width: 1rem;\n}')).toBe(true);
  expect(physical.test('@media (max-width: 20rem) {')).toBe(false);
  expect(physical.test('a {\n  margin-inline: 1rem;\n}')).toBe(false);
  expect(colour.test('color: #fff')).toBe(true);
});
