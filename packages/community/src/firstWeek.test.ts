import { beforeEach, expect, test } from 'vitest';
import { minutesPerDay } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { createMemoryStore } from '@manyhands/storage';
import { firstStepsOf, isInFirstWeek, isNewcomer } from './firstWeek.ts';
import { arrangementsOf, arrangementsRead, suggest, wordsOf } from './talk/index.ts';
import { postFor } from './testing/posting.ts';
import type { Village } from './testing/village.ts';
import { smallVillage } from './testing/villages.ts';

let village: Village;
const ana = () => village.as('Ana');
const steps = () => firstStepsOf(ana());

beforeEach(async () => {
  village = await smallVillage();
});

test('hello is said by a word of mine, not by one to me', async () => {
  expect(steps().hasSaidHello).toBe(false);
  await wordsOf(village.placeOf('Biel')).say(village.memberOf('Ana'), 'Hello Ana!');
  expect(steps().hasSaidHello).toBe(false);
  const said = await wordsOf(ana().place).say(village.memberOf('Carme'), 'Hello!');
  expect(said.ok).toBe(true);
  expect(steps().hasSaidHello).toBe(true);
});

test('hello is said by answering a card, not by being answered', async () => {
  const plan = { what: '', day: null, minute: null, length: null, where: '' };
  const mine = await postFor(village, 'Ana', 'Biel');
  await suggest(village.placeOf('Biel'), mine, plan, 'Gladly.');
  await arrangementsRead(ana().place);
  expect(arrangementsOf(ana().place)).toHaveLength(1);
  expect(steps().hasSaidHello).toBe(false);
  const theirs = await postFor(village, 'Biel', 'Ana');
  await suggest(ana().place, theirs, plan, 'Gladly.');
  expect(steps().hasSaidHello).toBe(true);
});

test('a card of mine is an offer or an ask', async () => {
  expect(steps()).toMatchObject({ hasOffered: false, hasAsked: false, isSafe: false });
  await postFor(village, 'Ana', 'Biel', { kind: 'thing' });
  expect(steps()).toMatchObject({ hasOffered: true, hasAsked: false });
  await postFor(village, 'Biel', 'Ana', { kind: 'need' });
  expect(steps()).toMatchObject({ hasAsked: false });
});

test('a newcomer is one no more with the first hour that both say happened', async () => {
  expect(isNewcomer(ana())).toBe(true);
  await village.help('Ana', 'Biel', 60, { open: true });
  expect(isNewcomer(ana())).toBe(true);
  await village.help('Ana', 'Biel', 60);
  expect(isNewcomer(ana())).toBe(false);
});

test('the week begins with the first look and lasts seven days of this phone’s clock', async () => {
  const { notes } = createMemoryStore();
  const at = (minutes: number) =>
    isInFirstWeek(notes, (29_000_000 + minutes) as MinuteOfTime);
  expect(await at(0)).toBe(true);
  expect(await at(7 * minutesPerDay - 1)).toBe(true);
  expect(await at(7 * minutesPerDay)).toBe(false);
  // The clock was a month ahead when it began, and was set right.
  expect(await at(-30 * minutesPerDay)).toBe(true);
  expect(await at(-23 * minutesPerDay)).toBe(false);
});
