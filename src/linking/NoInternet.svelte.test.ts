import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

type Screen = Awaited<ReturnType<typeof visit>>;
const choose = (screen: Screen, name: string) => screen.getByText(name).click();
const waysOn = ({ container }: Screen) =>
  [...container.querySelectorAll<HTMLAnchorElement>('main li a')].map(
    ({ textContent, hash }) => [textContent, hash.split('/').at(-1)],
  );

const besideToFinish = [
  ['Write down the help', 'record'],
  ['Scan a code', 'scan'],
  ['Show my code', 'code'],
];
const besideToBring = [
  ['Link two phones', 'pair'],
  ['Show a moving code', 'parcel'],
  ['Look at a moving code', 'unpack'],
];
const farToFinish = [
  ['Choose the hour', 'hours'],
  ['I got a message', 'paste'],
];
const farToBring = [
  ['Pack a parcel', 'parcel'],
  ['Open a parcel', 'unpack'],
];
const withNewcomer = [
  ['Make an invitation', 'invite'],
  ['Link two phones', 'pair'],
  ['I got a message', 'paste'],
];

test.each([
  ['Somebody beside me', 'Finish an exchange', besideToFinish],
  ['Somebody beside me', 'Bring news across', besideToBring],
  ['Somebody far away', 'Finish an exchange', farToFinish],
  ['Somebody far away', 'Bring news across', farToBring],
])('%s, %s: the ways that lead there', async (who, what, ways) => {
  const screen = await visit(village.as('Ana'), '/offline');
  await choose(screen, who);
  expect(waysOn(screen)).toEqual([]);
  await choose(screen, what);
  await expect.poll(() => waysOn(screen)).toEqual(ways);
});

test('with a newcomer there is one thing to do, and it is not asked', async () => {
  const screen = await visit(village.as('Ana'), '/offline');
  await choose(screen, 'A newcomer');
  await expect.poll(() => waysOn(screen)).toEqual(withNewcomer);
  expect(screen.getByText('What do you want to do?').query()).toBeNull();
});

test('by keyboard alone, and the way is said to who cannot see it', async () => {
  const screen = await visit(village.as('Ana'), '/offline');
  const status = screen.getByRole('main').getByRole('status');
  await expect.element(status).toHaveTextContent('');
  const who = screen.getByRole('radio', { name: 'Somebody beside me' });
  const what = screen.getByRole('radio', { name: 'Finish an exchange' });
  await expect.element(who).toBeInTheDocument();
  who.element().focus();
  await userEvent.keyboard(' {Tab}');
  await expect.element(what).toHaveFocus();
  await userEvent.keyboard(' {Tab}');
  await expect
    .element(screen.getByRole('link', { name: 'Write down the help' }))
    .toHaveFocus();
  await expect.element(status).toHaveTextContent(/^This is the way/);
});

test('who waits to be let in is shown their own two ways, and asked nothing', async () => {
  const screen = await visit(await village.knock('Nora'), '/offline');
  await expect
    .poll(() => waysOn(screen))
    .toEqual([
      ['Link two phones', 'pair'],
      ['I got a message', 'paste'],
    ]);
  expect(screen.getByText('Who is it with?').query()).toBeNull();
});
