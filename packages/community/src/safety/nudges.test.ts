import { expect, test } from 'vitest';
import { createMemoryStore } from '@manyhands/storage';
import { keepLater, readLater, reasonsOf } from './nudges.ts';

const nothing = {
  isBroughtBack: false,
  earned: 0,
  hasHours: false,
  daysHere: 0,
  isKept: true,
};

test('nobody is nudged who has nothing to lose', () => {
  expect(reasonsOf(nothing)).toEqual([]);
  expect(reasonsOf({ ...nothing, isKept: false })).toEqual([]);
  expect(reasonsOf({ ...nothing, isKept: null, hasHours: true })).toEqual([]);
});

test('after the first earned hour, at five, after thirty days, and where it may be cleared', () => {
  expect(reasonsOf({ ...nothing, earned: 59 })).toEqual([]);
  expect(reasonsOf({ ...nothing, earned: 60 })).toEqual(['firstHour']);
  expect(reasonsOf({ ...nothing, earned: 300 })).toEqual(['fiveHours', 'firstHour']);
  expect(reasonsOf({ ...nothing, daysHere: 29 })).toEqual([]);
  expect(reasonsOf({ ...nothing, daysHere: 30 })).toEqual(['thirtyDays']);
  expect(reasonsOf({ ...nothing, isKept: false, hasHours: true })).toEqual(['notKept']);
});

test('whoever neighbours brought back is told so before all else', () => {
  expect(reasonsOf({ ...nothing, isBroughtBack: true, earned: 60 })).toEqual([
    'broughtBack',
    'firstHour',
  ]);
});

test('what was put off is remembered', async () => {
  const { notes } = createMemoryStore();
  expect(await readLater(notes)).toEqual([]);
  await keepLater(notes, ['firstHour']);
  expect(await readLater(notes)).toEqual(['firstHour']);
});
