import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('[R10] so many at once for each name, the others in the order they came', () => {
  const turns = new Turns(2);
  const begun: string[] = [];
  const take = (name: string, what: string) => turns.take(name, () => begun.push(what));
  const ends = ['a', 'b', 'c', 'd'].map((what) => take('ana', what));
  take('biel', 'biel’s');
  expect(begun).toEqual(['a', 'b', 'biel’s']);
  ends[1]?.();
  expect(begun.slice(3)).toEqual(['c']);
  ends[0]?.();
  expect(begun.slice(4)).toEqual(['d']);
});

test('[R10] who stops waiting is passed over, and ends nobody else’s turn', () => {
  const turns = new Turns(1);
  const begun: string[] = [];
  const take = (what: string) => turns.take('ana', () => begun.push(what));
  const [a, b] = [take('a'), take('b')];
  take('c');
  b();
  expect(begun).toEqual(['a']);
  a();
  a();
  expect(begun).toEqual(['a', 'c']);
});

test('[R2] nothing is remembered of who has nothing running', () => {
  const turns = new Turns(1);
  const ends = [1, 2, 3].map(() => turns.take('ana', () => undefined));
  expect(turns.size).toBe(1);
  ends.forEach((end) => end());
  expect(turns.size).toBe(0);
});
