import type { Day, Minutes } from '@manyhands/base';
import { assert, expect, test } from 'vitest';
import { categories, categoryOf, categoryCode } from '../people/category.ts';
import { arrivalOf } from '../people/arrival.ts';
import { byMonth, firstOf, perWeek, tiesOf, yearOf } from './year.ts';
import { smallVillage } from '../testing/villages.ts';

const today = 20_585 as Day; // 12 May 2026

test('the last of 52 weeks ends today; what is older or later is in none', () => {
  const in52 = (...days: number[]) =>
    perWeek(new Map(days.map((day) => [day as Day, 1])), today);
  expect(in52(today, today - 6, today - 7).slice(-3)).toEqual([0, 1, 2]);
  expect(in52(today - 363)[0]).toBe(1);
  expect(in52(today - 364, today + 1)).toEqual(new Array(52).fill(0));
});

test('a year counts what both said and nobody has put right', async () => {
  const village = await smallVillage();
  await village.help('Ana', 'Biel', 60, { daysAgo: 8 });
  await village.help('Carme', 'Ana', 90);
  await village.help('Ana', 'Didac', 45, { open: true });
  const ana = village.as('Ana');
  const year = () => yearOf(ana.hours, ana.today);
  expect(year().people).toBe(2);
  expect(year().weeks.slice(-2)).toMatchObject([
    { helped: 60, wasHelped: 0 },
    { helped: 0, wasHelped: 90 },
  ]);

  const [hour] = village.as('Carme').hours;
  assert(hour, 'Carme’s hour stands');
  await village.as('Carme').putRight(hour);
  const [undo] = ana.waiting;
  assert(undo, 'Ana is asked');
  await ana.sayYes(undo);
  expect(year().people).toBe(1);
  expect(ana.together).toMatchObject({ exchanges: 1, minutes: 60 });
});

test('the latest of all are those of the newest days, and of one day the last recorded', async () => {
  const village = await smallVillage();
  await village.help('Ana', 'Biel', 15, { daysAgo: 1 });
  await village.help('Ana', 'Biel', 30, { daysAgo: 9 });
  await village.help('Carme', 'Biel', 45, { daysAgo: 3 });
  await village.help('Carme', 'Biel', 60, { daysAgo: 3 });
  await village.help('Ana', 'Carme', 75, { open: true });
  const latest = (most: number) =>
    village
      .as('Didac')
      .countedHours(most)
      .map(({ transfer }) => transfer.minutes);
  const all = latest(9);
  expect(all.toSorted()).toEqual([15, 30, 45, 60]);
  expect([all[0], all[3]]).toEqual([15, 30]);
  for (const most of [1, 2, 3, 4]) expect(latest(most)).toEqual(all.slice(0, most));
  await village.help('Ana', 'Biel', 90);
  expect(latest(1)).toEqual([90]);
});

test('firstOf cuts the hours of months, and leaves each the sums of all that it has', async () => {
  const village = await smallVillage();
  await village.help('Ana', 'Biel', 60);
  await village.help('Ana', 'Biel', 15, { daysAgo: 20 });
  await village.help('Ana', 'Carme', 30, { daysAgo: 21 });
  const months = byMonth(village.as('Ana').hours);
  const cut = (most: number) =>
    firstOf(months, most).map(({ month, hours, given }) => [
      month,
      hours.length,
      given,
    ]);
  expect(cut(0)).toEqual([]);
  expect(cut(1)).toEqual([['2026-05', 1, 60]]);
  expect(cut(2)).toEqual([
    ['2026-05', 1, 60],
    ['2026-04', 1, 45],
  ]);
  expect(firstOf(months, 9)).toEqual(months);
});

test('ties stand in the order of the first meeting, with both ways known', async () => {
  const village = await smallVillage();
  await village.help('Biel', 'Ana', 60, { daysAgo: 3 });
  await village.help('Ana', 'Carme', 60, { daysAgo: 9 });
  await village.help('Ana', 'Biel', 30);
  const ties = tiesOf(village.as('Ana').hours);
  expect(
    ties.map(({ person, exchanges, mutual, since }) => [
      person.name,
      exchanges,
      mutual,
      since,
    ]),
  ).toEqual([
    ['Carme', 1, false, today - 9],
    ['Biel', 2, true, today - 3],
  ]);
});

test('months keep the order of the hours and add up each side', async () => {
  const village = await smallVillage();
  await village.help('Ana', 'Biel', 60);
  await village.help('Biel', 'Ana', 15, { daysAgo: 20 });
  await village.help('Ana', 'Carme', 30, { daysAgo: 21 });
  const months = byMonth(village.as('Ana').hours);
  expect(
    months.map(({ month, hours, given, received }) => [
      month,
      hours.length,
      given,
      received,
    ]),
  ).toEqual([
    ['2026-05', 1, 60, 0],
    ['2026-04', 2, 30, 15],
  ]);
});

test('[ledger/L5] the outlook names what there would be to give back, past the limit only', async () => {
  const village = await smallVillage();
  const ana = village.as('Ana');
  const [biel, me] = [village.memberOf('Biel'), village.memberOf('Ana')];
  expect(ana.pastLimitAfter(biel, me, 600 as Minutes)).toBeNull();
  expect(ana.pastLimitAfter(biel, me, 601 as Minutes)).toBe(601);
});

test('the number of a category never changes', () => {
  const byNumber = categories.toSorted((a, b) => a.code - b.code);
  expect(byNumber.map(({ category, code }) => `${code} ${category}`)).toEqual([
    '0 care',
    '1 children',
    '2 company',
    '3 lift',
    '4 garden',
    '5 food',
    '6 home',
    '7 repair',
    '8 learning',
    '9 forms',
    '10 together',
    '11 other',
    '12 safety',
    '13 civic',
    '14 language',
    '15 arts',
    '16 body',
    '17 errands',
    '18 digital',
    '19 pets',
  ]);
  expect(categoryOf(categoryCode('garden'))).toBe('garden');
  expect(categoryOf(200)).toBeNull();
  expect(categoryOf(null)).toBeNull();
});

test('a member was let in by somebody, on a day; the founder by nobody', async () => {
  const village = await smallVillage();
  const ana = village.as('Ana');
  expect(arrivalOf(ana.place.replica, village.memberOf('Biel'))).toEqual({
    by: village.memberOf('Ana'),
    isFounder: false,
    at: expect.any(Number) as number,
  });
  expect(arrivalOf(ana.place.replica, village.memberOf('Ana'))).toMatchObject({
    by: null,
    isFounder: true,
  });
});
