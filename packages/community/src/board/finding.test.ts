import { describe, expect, test } from 'vitest';
import { findIn, haystackOf, haystacksOf, matcherOf, plainText } from './finding.ts';

const finds = (text: string, ...parts: string[]): boolean =>
  matcherOf(text)(haystackOf(parts));

test.each([
  ['jardineria', 'Jardinería y riego'],
  ['JARDINERÍA', 'jardineria'],
  ['coeur', 'Cœur'],
  ['strasse', 'In der Straße'],
  ['garten', 'Gemüsegarten'],
  ['istanbul', 'İstanbul'],
  ['bicycle repair', 'Repairs of any bicycle'],
  ['ﬁx', 'I fix taps'],
  ['بستان', 'عمل في البستان'],
  ['احمد', 'أَحْمَد'],
  ['مدرسه', 'مدرسة'],
  ['محمد', 'محـــمّد'],
  ['12', 'رقم ١٢'],
  ['שלום', 'שָׁלוֹם'],
  ['園芸', '週末に園芸を手伝います'],
  ['えんげい', 'エンゲイ'],
  ['ガーデン', 'ｶﾞｰﾃﾞﾝ'],
  ['정원', '정원 가꾸기'],
  ['हिन्दी', 'हिन्दी की मदद'],
  ['สวน', 'ดูแลสวนดอกไม้'],
  ['οδος', 'Οδός'],
  ['ёлка', 'Елка'],
])('“%s” finds “%s”', (text, part) => {
  expect(finds(text, part)).toBe(true);
});

test.each([
  ['ar', 'Garden'],
  ['garden kitchen', 'Garden'],
  ['हाथ', 'हथ'],
  ['園芸家', '園芸'],
])('“%s” does not find “%s”', (text, part) => {
  expect(finds(text, part)).toBe(false);
});

describe('what is foolish', () => {
  test('no words, or only signs, find all', () => {
    for (const text of ['', '  ', '…!', '\u202e']) expect(finds(text, 'x')).toBe(true);
  });

  test('words of different parts are found together, and none across their seam', () => {
    expect(finds('biel roses', 'Roses pruned', 'Biel')).toBe(true);
    expect(finds('sbi', 'Roses', 'Biel')).toBe(false);
  });

  test('unseen marks neither hide a word nor find one', () => {
    expect(finds('roses', 'ro\u00adses')).toBe(true);
    expect(finds('ro\u200bses', 'roses')).toBe(true);
    expect(plainText('\u202eabc')).toBe('abc');
  });
});

describe('the order of what is found', () => {
  const repairs = ['Small repairs', 'Offer'];
  const cards = {
    'hems and zips': haystacksOf('Hems and zips', ['Carme'], repairs),
    'a pump': haystacksOf(
      'A pump to lend',
      ['For bicycles', 'Biel'],
      ['Small repairs'],
    ),
    bicycles: haystacksOf('Bicycles and taps', ['Biel'], repairs),
    'by taps': haystacksOf('Something small mended', ['Didac'], repairs),
  };
  type Name = keyof typeof cards;
  const order = (text: string) =>
    findIn(Object.keys(cards) as Name[], text, (name) => cards[name]);

  test('first what a title says, then other words of its writer, then its kind', () => {
    expect(order('bicy')).toEqual(['bicycles', 'a pump']);
    expect(order('small')).toEqual(['by taps', 'hems and zips', 'a pump', 'bicycles']);
    expect(order('repair')).toEqual(['hems and zips', 'a pump', 'bicycles', 'by taps']);
  });

  test('every word must be somewhere', () => {
    expect(order('biel bicycles')).toEqual(['a pump', 'bicycles']);
    expect(order('carme bicycles')).toEqual([]);
  });
});
