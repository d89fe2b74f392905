import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Finder } from './finder.ts';
import { findIn, haystacksOf, plainText } from './finding.ts';
import type { Haystacks } from './finding.ts';

const said = fc.constantFrom(
  ...['bake', 'baker', 'a bar', 'rebake', 'ba', 'Bärbel', 'the baker of bars', ''],
  ...['دروس', 'مدرسة', 'در', '園芸', '園芸家の家', 'clinic 12', '12 clinics', 'x'],
);
const card = fc
  .tuple(said, fc.array(said, { maxLength: 2 }), fc.array(said, { maxLength: 2 }))
  .map((parts) => ({ haystacks: haystacksOf(...parts) }));
const cards = fc.array(card, { minLength: 4, maxLength: 12 });
/** What somebody writes letter by letter, with what they take back and write again. */
const written = fc
  .array(
    fc.tuple(
      fc.constantFrom('bakers ba', 'bar baker', 'clinic 12', 'دروس', '園芸家', 'ä'),
      fc.nat({ max: 9 }),
      fc.nat({ max: 5 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) =>
    parts.flatMap(([text, length, back]) => [
      ...Array.from(text.slice(0, length)),
      ...Array.from({ length: back }, () => '<'),
    ]),
  );
const haystacks = (each: { readonly haystacks: Haystacks }) => each.haystacks;

test('letter by letter the same cards in the same order as looked for anew', () => {
  let found = 0;
  fc.assert(
    fc.property(cards, written, fc.nat({ max: 3 }), (list, letters, more) => {
      const finder = new Finder(list, haystacks);
      let text = '';
      for (const letter of letters) {
        text = letter === '<' ? text.slice(0, -1) : text + letter;
        finder.prepare(finder.ready + more + 1);
        const ready = list.slice(0, finder.ready);
        const expected = findIn(ready, text, haystacks);
        const places = (of: typeof list) => of.map((each) => list.indexOf(each));
        expect(places([...finder.find(text)])).toEqual(places(expected));
        if (expected.length > 0 && expected.length < ready.length) found += 1;
      }
    }),
    { numRuns: 60 },
  );
  // It had something to tell apart: four hundred times or so.
  expect(found).toBeGreaterThan(60);
});

test('a text that says the same again has the same answer, without looking', () => {
  let made = 0;
  const list = ['Bread baked', 'Bicycles', 'Baking'].map((title) => ({ title }));
  const finder = new Finder(list, ({ title }) => {
    made += 1;
    return haystacksOf(title, [], []);
  });
  finder.prepare(3);
  const first = finder.find('bak');
  expect(first.map(({ title }) => title)).toEqual(['Bread baked', 'Baking']);
  expect(finder.find('bakin').map(({ title }) => title)).toEqual(['Baking']);
  expect(finder.find(' BAK ')).toBe(first);
  expect(made).toBe(3);
});

test('a text of plain letters is what the long way makes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      // One letter that is no plain one takes all of it the long way.
      expect(plainText(text)).toBe(plainText(`${text}ø`).slice(0, -1));
    }),
  );
});
