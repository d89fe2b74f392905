import { expect, test } from 'vitest';
import { findPeople } from './findPeople.ts';

const people = [
  { name: 'Biel', detail: 'Mill Lane' },
  { name: 'Ana Maria' },
  { name: 'Dídac', detail: 'above the bakery' },
  { name: 'Carme', detail: 'next to Ana' },
];

const namesFor = (text: string) => findPeople(people, text).map(({ name }) => name);

test('a name is found by its beginning, before mentions of it', () => {
  expect(namesFor('an')).toEqual(['Ana Maria', 'Carme']);
});

test('any word will do, in any order, with or without accents', () => {
  expect(namesFor('didac')).toEqual(['Dídac']);
  expect(namesFor('maria ana')).toEqual(['Ana Maria']);
  expect(namesFor('mill')).toEqual(['Biel']);
});

test('nothing written finds everybody; nonsense finds nobody', () => {
  expect(namesFor('  ')).toHaveLength(4);
  expect(namesFor('(.*)')).toHaveLength(4);
  expect(namesFor('zz')).toEqual([]);
});

test('a thousand members are searched within a frame', () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({
    name: `Ana ${index}`,
    detail: 'by the canal',
  }));

  expect(findPeople(many, 'ana 99')).toHaveLength(11);
});
