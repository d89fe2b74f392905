import { expect, test } from 'vitest';
import {
  allParts,
  freeTimesOf,
  isAnyTime,
  meets,
  partAt,
  partsFor,
} from './freeTimes.ts';

test('what is said of a week is said in the fewest phrases', () => {
  const mornings = partsFor('weekdays', 'morning');
  expect(freeTimesOf(mornings)).toEqual([{ days: 'weekdays', part: 'morning' }]);
  const saturday = [15, 16, 17];
  expect(freeTimesOf([...saturday, 18, 19, 20])).toEqual([
    { days: 'weekend', part: null },
  ]);
  expect(freeTimesOf([...mornings, ...saturday])).toEqual([
    { days: [5], part: null },
    { days: 'weekdays', part: 'morning' },
  ]);
  expect(freeTimesOf([partAt(1, 'evening'), partAt(3, 'evening')])).toEqual([
    { days: [1, 3], part: 'evening' },
  ]);
  expect(freeTimesOf(allParts.filter((part) => part % 3 === 1))).toEqual([
    { days: 'all', part: 'afternoon' },
  ]);
});

test('nothing said and everything said are any time, and meet whatever is asked', () => {
  for (const free of [[], allParts]) {
    expect(isAnyTime(free)).toBe(true);
    expect(freeTimesOf(free)).toEqual([]);
    expect(meets(free, partsFor('weekend', 'evening'))).toBe(true);
  }
  expect(meets([0], partsFor('weekdays', 'morning'))).toBe(true);
  expect(meets([0], partsFor('weekend', 'morning'))).toBe(false);
  expect(meets([0], [])).toBe(true);
});
