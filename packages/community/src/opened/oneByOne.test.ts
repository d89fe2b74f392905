import { err, ok } from '@manyhands/base';
import type { Progress, Result } from '@manyhands/base';
import { expect, test } from 'vitest';
import { oneByOne } from './oneByOne.ts';

type Refused = 'one' | 'all';

const act = (each: string): Promise<Result<string, Refused>> =>
  Promise.resolve(
    each === 'all' || each === 'one' ? err(each) : ok(each.toUpperCase()),
  );
const isOfOne = (why: Refused): boolean => why === 'one';

test('each in its order, and how far it is after each', async () => {
  const told: Progress[] = [];
  const report = (to: Progress) => told.push(to);
  expect(await oneByOne(['a', 'b'], act, { work: { report } })).toEqual({
    done: [
      { of: 'a', value: 'A' },
      { of: 'b', value: 'B' },
    ],
    passed: [],
    left: [],
    why: null,
  });
  expect(told).toEqual([
    { done: 1, of: 2 },
    { done: 2, of: 2 },
  ]);
});

test('what is refused for one alone is passed over, and what is for all stops it', async () => {
  expect(await oneByOne(['a', 'one', 'b', 'all', 'c'], act, { isOfOne })).toEqual({
    done: [
      { of: 'a', value: 'A' },
      { of: 'b', value: 'B' },
    ],
    passed: [{ of: 'one', why: 'one' }],
    left: ['all', 'c'],
    why: 'all',
  });
  expect(await oneByOne(['one', 'a'], act)).toMatchObject({ left: ['one', 'a'] });
});

test('called off, it says what is left, and nothing was refused', async () => {
  const signal = { aborted: false };
  const once = (each: string) => {
    signal.aborted = true;
    return act(each);
  };
  expect(await oneByOne(['a', 'b'], once, { work: { signal } })).toEqual({
    done: [{ of: 'a', value: 'A' }],
    passed: [],
    left: ['b'],
    why: null,
  });
});
