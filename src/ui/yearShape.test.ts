import { expect, test } from 'vitest';
import { firstDayOf, monthMarks, roundsFor, weeksShown } from './yearShape.ts';

const dayOf = (date: string) => Date.parse(date) / 86_400_000;

test('the last week ends on the last day', () => {
  expect(firstDayOf(weeksShown - 1, 700)).toBe(694);
  expect(firstDayOf(0, 700)).toBe(700 - 52 * 7 + 1);
});

test('a year of weeks sees eleven or twelve months begin, each once', () => {
  const months = monthMarks(dayOf('2026-11-24')).map(({ month }) => month);

  expect(months).toHaveLength(12);
  expect(new Set(months).size).toBe(12);
});

test('a round for each hour begun, at most four', () => {
  expect([0, 15, 60, 75, 600].map((minutes) => roundsFor(minutes))).toEqual([
    0, 1, 1, 2, 4,
  ]);
});
