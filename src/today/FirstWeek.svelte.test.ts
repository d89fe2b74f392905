import { tick } from 'svelte';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ListingId } from '@manyhands/base';
import { giveHelp } from '@manyhands/community/hours';
import { makeKit, newWords } from '@manyhands/community/recovery';
import { wordsOf } from '@manyhands/community/talk';
import { postFor } from '../../packages/community/src/testing/posting.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import { villageDay } from '../specimen/village.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const ana = () => village.as('Ana');

test('where there are neighbours, a first week: what is done is ticked, and it goes', async () => {
  const screen = await visit(ana());
  const week = screen.getByRole('region', { name: 'Your first week' });
  await expect.element(week.getByRole('link')).toHaveLength(4);
  await expect.element(week.getByText('Done')).not.toBeInTheDocument();
  await postFor(village, 'Ana', 'Biel');
  await expect.element(week.getByText('Done')).toBeVisible();
  await village.help('Ana', 'Biel', 60);
  await expect.element(week).not.toBeInTheDocument();
});

test('the first week goes by itself after seven days of this phone’s clock', async () => {
  const first = await visit(ana());
  const week = () => page.getByRole('region', { name: 'Your first week' });
  await expect.element(week()).toBeVisible();
  await first.unmount();
  village.goTo(villageDay + 6);
  const second = await visit(ana());
  await expect.element(week()).toBeVisible();
  await second.unmount();
  village.goTo(villageDay + 7);
  const third = await visit(ana());
  await expect.element(third.getByText('Nothing to give or ask yet')).toBeVisible();
  // The page has asked before, so it knows by now.
  await village.placeOf('Ana').notes.get('firstWeek');
  await tick();
  await expect.element(week()).not.toBeInTheDocument();
});

test('a word to somebody is a hello, and with all four done the week is over', async () => {
  const screen = await visit(ana());
  const week = screen.getByRole('region', { name: 'Your first week' });
  await expect.element(week).toBeVisible();
  const place = village.placeOf('Ana');
  await wordsOf(place).say(village.memberOf('Biel'), 'Hello Biel!');
  await expect.element(week.getByText('Done')).toHaveLength(1);
  await postFor(village, 'Ana', 'Biel');
  const offer = { kind: 'offer' as const, listing: '2c'.repeat(16) as ListingId };
  await postFor(village, 'Ana', 'Biel', offer);
  await expect.element(week.getByText('Done')).toHaveLength(3);
  expect((await makeKit(place, await newWords())).ok).toBe(true);
  await expect.element(week).not.toBeInTheDocument();
});

test('“Keep your hours safe” stands there once, first in the week and then by itself', async () => {
  // The browser has promised nothing, and an hour is asked: that alone would ask too.
  await village.help('Ana', 'Biel', 60, { open: true });
  const screen = await visit(ana());
  const safe = screen.getByText('Keep your hours safe', { exact: true });
  const week = screen.getByRole('region', { name: 'Your first week' });
  await expect.element(week.getByText('Keep your hours safe')).toBeVisible();
  // What would ask a second time waits for this answer of the browser's.
  await navigator.storage.persisted();
  await new Promise(requestAnimationFrame);
  expect(safe.elements()).toHaveLength(1);
  await screen.unmount();
  village.goTo(villageDay + 7);
  const later = await visit(ana());
  await expect
    .element(later.getByRole('heading', { name: 'Keep your hours safe' }))
    .toBeVisible();
  await expect.element(safe).toHaveLength(1);
});

test('a gift of help ends the first week too', async () => {
  const biels = village.placeOf('Biel');
  const gift = { with: village.memberOf('Ana'), iHelped: true, day: biels.today() };
  expect((await giveHelp(biels, gift)).ok).toBe(true);
  const screen = await visit(ana());
  const first = screen.getByRole('heading', { name: 'Your first week' });
  await expect.element(first).toBeVisible();

  await screen.getByRole('button', { name: 'Yes, that’s right' }).click();

  await expect.element(first).not.toBeInTheDocument();
});
