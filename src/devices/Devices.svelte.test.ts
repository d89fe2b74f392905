import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { makeKit, newWords } from '@manyhands/community/recovery';
import { phonesVillage, seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const see = (name = 'Ana') => visit(village.as(name), '/devices');
type Screen = Awaited<ReturnType<typeof see>>;
const reads = (screen: Screen, text: string | RegExp) =>
  expect.element(screen.getByText(text).first()).toBeVisible();
const button = (screen: Screen, name: string) =>
  screen.getByRole('button', { name, exact: true });
const isNotThere = (screen: Screen, name: string) =>
  expect(button(screen, name).query()).toBeNull();

test('one phone: it works, cannot be ended here, and another can come', async () => {
  const screen = await see();
  await reads(screen, 'Works');
  isNotThere(screen, 'Switch off This phone');
  isNotThere(screen, 'Trust only this phone');
  await expect.element(button(screen, 'Add a phone or computer')).toBeVisible();
});

test('where the key is, a phone is switched off at once, and it is said what that did', async () => {
  const lost = await village.addDevice('Ana', 'Ana’s lost phone');
  const screen = await see();
  await button(screen, 'Switch off Another phone').click();
  await button(screen, 'Switch off').click();
  await reads(screen, 'Switched off');
  await reads(screen, /^Nobody connects with it any more/);
  isNotThere(screen, 'Switch off Another phone');
  expect(lost.isSwitchedOff).toBe(true);
});

test('where it is not, the others are warned, and it is told that this ends nothing', async () => {
  await village.addDevice('Ana', 'Ana’s laptop');
  const screen = await see('Ana’s laptop');
  await button(screen, 'Switch off Another phone').click();
  await reads(screen, /It can still act as you until you switch it off/);
  await reads(screen, /use the phone you joined with. There is no other way/);
  await button(screen, 'Warn the others now').click();
  await reads(screen, 'Not trusted any more');
  await reads(screen, /You cannot take a warning back/);
  // A second look offers nothing that cannot be done.
  await button(screen, 'Switch off Another phone').click();
  await reads(screen, 'You have warned the others already.');
  isNotThere(screen, 'Warn the others now');
  isNotThere(screen, 'Switch off with my page');
  await screen.unmount();
  const there = await see();
  await reads(there, /Another phone of yours has told everybody not to trust this one/);
});

test('with the page any phone switches all others off', async () => {
  const laptop = await village.addDevice('Ana', 'Ana’s laptop');
  const tablet = await village.addDevice('Ana', 'Ana’s tablet');
  const words = await newWords();
  const made = await makeKit(village.placeOf('Ana'), words);
  assert(made.ok, 'she has a page');
  const screen = await see('Ana’s tablet');
  await button(screen, 'Trust only this phone').click();
  await button(screen, 'Switch off with my page').click();
  const field = screen.getByLabelText('All twelve words, in order');
  await field.fill('one two');
  await button(screen, 'Switch off').click();
  await reads(screen, /That is not what your page says/);
  expect(laptop.isSwitchedOff).toBe(false);
  await field.fill(words.join(' '));
  await button(screen, 'Switch off').click();
  await expect.element(screen.getByText('Switched off').nth(1)).toBeVisible();
  expect([laptop, village.as('Ana'), tablet].map((each) => each.isSwitchedOff)).toEqual(
    [true, true, false],
  );
});

test('each phone says what it is and may do, by the name it has here', async () => {
  village = await phonesVillage();
  const screen = await see();
  for (const [name, state] of [
    ['This phone', 'Works'],
    ['The laptop', 'Works'],
    ['The tablet', 'Not trusted any more'],
    ['The lost phone', 'Switched off'],
  ] as const) {
    const heading = screen.getByRole('heading', { name, exact: true });
    await expect.element(heading).toBeVisible();
    await reads(screen, state);
  }
  isNotThere(screen, 'Switch off The lost phone');
  await expect.element(button(screen, 'Switch off The tablet')).toBeVisible();
});
