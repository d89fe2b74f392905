import { expect, test } from 'vitest';
import { fewOfEach } from './fewOfEach.ts';

const whose = (said: string) => said[0];
const items = ['ana 1', 'ana 2', 'biel 1', 'ana 3', 'ana 4'];

test('of each the first few stay, in their order', () => {
  expect(fewOfEach(items, 2, whose)).toEqual(['ana 1', 'ana 2', 'biel 1']);
  expect(fewOfEach(items, 0, whose)).toEqual([]);
  expect(fewOfEach([], 2, whose)).toEqual([]);
});

test('what is kept stays whatever its number, and counts with the others', () => {
  const kept = (said: string) => said === 'ana 1' || said === 'ana 4';
  expect(fewOfEach(items, 1, whose, kept)).toEqual(['ana 1', 'biel 1', 'ana 4']);
});
