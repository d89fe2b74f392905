import { beforeEach, expect, test } from 'vitest';
import { Slices } from './slices.ts';

let time: number;
let slices: Slices;
let done: string[];
beforeEach(() => {
  time = 0;
  done = [];
  slices = new Slices({ slice: 5, now: () => time });
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const callerOf = (name: string) =>
  slices.caller(
    name,
    1_000,
    () => undefined,
    () => undefined,
  );
/** One that takes so long. */
const task = (name: string, ms: number) => () => {
  done.push(name);
  time += ms;
};

test('[R12] what is asked for is done at once while there is time, and then in the next turn', async () => {
  const later = callerOf('ana');
  for (let i = 0; i < 12; i++) later(task(String(i), 2));
  expect(done).toEqual(['0', '1', '2']);
  await nextTurn();
  expect(done).toHaveLength(6);
  await nextTurn();
  await nextTurn();
  expect(done).toEqual(Array.from({ length: 12 }, (_, i) => String(i)));
});

test('[R12] names take turns, however much one of them asks for', async () => {
  const [ana, biel] = [callerOf('ana'), callerOf('biel')];
  for (let i = 0; i < 9; i++) ana(task('ana', 5));
  biel(task('biel', 5));
  while (done.length < 10) await nextTurn();
  expect(done.indexOf('biel')).toBeLessThan(3);
});

test('[R12] a caller whose asks pile up is told, and told when none is left', async () => {
  const told: string[] = [];
  const later = slices.caller(
    'ana',
    3,
    () => told.push('full'),
    () => told.push('empty'),
  );
  later(task('a', 5));
  later(task('b', 5));
  later(task('c', 5));
  expect(told).toEqual([]);
  later(task('d', 5));
  later(task('e', 5));
  expect(told).toEqual(['full']);
  for (let i = 0; i < 3; i++) await nextTurn();
  expect([done.join(''), told]).toEqual(['abcd', ['full']]);
  await nextTurn();
  expect([done.join(''), told]).toEqual(['abcde', ['full', 'empty']]);
});

test('[R12] thousands that wait are done in order, each once', async () => {
  const later = callerOf('ana');
  const all = Array.from({ length: 5_000 }, (_, i) => String(i));
  for (const each of all) later(task(each, 0.01));
  while (done.length < all.length) await nextTurn();
  await nextTurn();
  expect(done).toEqual(all);
});
