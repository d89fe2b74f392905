import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

let village: ScreenVillage;

/** Biel asked, Ana said yes; then another version of Biel's page appears. */
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  await village.help('Biel', 'Ana', 90);
  await village.writeTwice('Biel', 'Ana');
});

test('an hour that was carried over a cut counts, and its card says so', async () => {
  const [hour] = village.as('Ana').hours;
  const { proposal, party } = hour?.transfer ?? {};
  const screen = await visit(village.as('Ana'), `/hour/${proposal}/${party}`);
  await expect.element(screen.getByText(later().hour.carried)).toBeVisible();
  expect(village.as('Biel').balance).toBe(90);
});

test('others are told that a page has two versions, kindly, and before they help', async () => {
  const biel = village.memberOf('Biel');
  const screen = await visit(village.as('Ana'), `/person/${biel}`);
  await expect.element(screen.getByText(words.person.paused)).toBeVisible();
  await expect.element(screen.getByText(words.person.pausedText)).toBeVisible();
});

test('the one whose page it is hears what is kept and how to go on', async () => {
  const screen = await visit(village.as('Biel'));
  const alert = screen.getByRole('alert');
  await expect.element(alert).toHaveTextContent(later().trouble.paused.what);
  await expect.element(alert).toHaveTextContent(later().trouble.paused.lost);
  await expect.element(alert).toHaveTextContent(later().trouble.paused.todo);
});
