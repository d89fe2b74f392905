import { assert } from '@manyhands/base';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { makeKit, myWordsIn, newWords, tryKit } from '@manyhands/community/recovery';
import type { RecoveryWords } from '@manyhands/keys';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;
let words: RecoveryWords;
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  words = await newWords();
});

const see = (name = 'Ana') => visit(village.as(name), '/safe');
type Screen = Awaited<ReturnType<typeof see>>;
const reads = (screen: Screen, text: string | RegExp) =>
  expect.element(screen.getByText(text).first()).toBeVisible();
const button = (screen: Screen, name: string) =>
  screen.getByRole('button', { name, exact: true });

/** Ana's page, made on her phone. */
async function hasPage(): Promise<void> {
  const made = await makeKit(village.placeOf('Ana'), words);
  assert(made.ok, 'she has one');
}

test('no page: it can be made here, and only here', async () => {
  const screen = await see();
  await reads(screen, 'Not made yet.');
  await expect.element(button(screen, 'Make the page')).toBeVisible();
  await screen.unmount();
  await village.addDevice('Ana', 'Ana’s laptop');
  const there = await see('Ana’s laptop');
  await reads(there, /Only the device you joined with can make it/);
  expect(button(there, 'Make the page').query()).toBeNull();
  await expect
    .element(there.getByRole('link', { name: 'Phones and computers' }))
    .toBeVisible();
});

test('a page says when it was made, and whether anybody tried it here', async () => {
  await village.addDevice('Ana', 'Ana’s laptop');
  await hasPage();
  const untried = await see();
  await reads(untried, /^Made on .* Not tried yet/);
  await untried.unmount();
  await tryKit(village.placeOf('Ana'), words);
  const tried = await see();
  await reads(tried, /^Made on .* Tried on .*: it works\.$/);
  await tried.unmount();
  const there = await see('Ana’s laptop');
  await reads(there, /^Made on .* This device does not know whether you have tried it/);
});

test('whoever leaves the question of the browser unanswered has a page all the same', async () => {
  // As in Firefox, whose question stands beside the address until somebody answers it.
  const isAsked = vi
    .spyOn(navigator.storage, 'persist')
    .mockReturnValue(new Promise(() => undefined));
  const screen = await see();
  await button(screen, 'Make the page').click();
  await button(screen, 'Nobody for now').click();
  await button(screen, 'I copied it by hand').click();
  await reads(screen, 'The page is yours now.');
  expect(isAsked).toHaveBeenCalled();
  isAsked.mockRestore();
});

test('a new page asks for the old one, and says what holds when it is lost', async () => {
  await hasPage();
  const screen = await see();
  await button(screen, 'Make a new page').click();
  const field = screen.getByLabelText('All twelve words, in order');
  await field.fill((await newWords()).join(' '));
  await button(screen, 'Go on').click();
  await reads(screen, /That is not what your page says/);
  await screen.getByText('I cannot find it').click();
  await reads(screen, /Then you cannot make a new page, on this phone or any other/);
  await field.fill(words.join(' '));
  await button(screen, 'Go on').click();
  await reads(screen, /The old page works until you say that this one is on paper/);
  // Nothing has changed by looking at it.
  await button(screen, 'Not now').click();
  expect(await myWordsIn(village.placeOf('Ana'), words.join(' '))).toEqual(words);
});

test('the next page is said to take the old one’s place', async () => {
  await hasPage();
  const screen = await see();
  await button(screen, 'Make a new page').click();
  const field = screen.getByLabelText('All twelve words, in order');
  await field.fill(words.join(' '));
  await button(screen, 'Go on').click();
  await button(screen, 'I copied it by hand').click();
  await reads(screen, /The old one does not work any more: tear it up/);
});

test('who lost the page and has spare-key neighbours reads that they can end it', async () => {
  const made = await makeKit(village.placeOf('Ana'), words, {
    neighbours: [village.memberOf('Biel')],
  });
  assert(made.ok, 'she has one');
  const screen = await see();
  await button(screen, 'Make a new page').click();
  await screen.getByText('I cannot find it').click();
  await reads(screen, /Your spare-key neighbours can make that page useless/);
});

test('a disk that takes no page leaves the paper in doubt, and says how to tell', async () => {
  const place = village.placeOf('Ana');
  const append = () =>
    Promise.resolve({ ok: false, error: { type: 'StoreFull' } } as const);
  Object.assign(place, { writer: { append } });
  const screen = await see();
  await button(screen, 'Make the page').click();
  await button(screen, 'Nobody for now').click();
  await button(screen, 'I copied it by hand').click();
  await reads(screen, 'This device has no room left.');
  await reads(screen, /It works only if this screen says that a page was made/);
});

test('each word that is wrong is marked, and no other', async () => {
  const screen = await see();
  await button(screen, 'Make the page').click();
  await button(screen, 'Nobody for now').click();
  const list = screen.getByRole('region', { name: 'Your page' }).getByRole('listitem');
  await expect.element(list.nth(11)).toBeInTheDocument();
  const shown = list.elements().map((item) => item.textContent);
  await button(screen, 'I copied it by hand').click();
  const fields = screen.getByLabelText(/^Word number/);
  await expect.element(fields.nth(2)).toBeVisible();
  const [first, second, third] = fields.elements().map((field, i) => {
    const [label] = (field as HTMLInputElement).labels ?? [];
    const place = Number(/\d+/.exec(label?.textContent ?? '')?.[0]);
    return { field: fields.nth(i), word: shown[place - 1] ?? '' };
  });
  assert(first && second && third, 'three words are asked');
  await first.field.fill('xyzzy');
  await second.field.fill(` ${second.word.toUpperCase()} `);
  await third.field.fill(third.word);
  await button(screen, 'Does it work?').click();
  await expect.element(first.field).toHaveAttribute('aria-invalid', 'true');
  await expect.element(first.field).toHaveFocus();
  expect(second.field.element().getAttribute('aria-invalid')).toBeNull();
  expect(third.field.element().getAttribute('aria-invalid')).toBeNull();
  await first.field.fill(first.word);
  await button(screen, 'Does it work?').click();
  await reads(screen, 'It works. Put the page away safely.');
});
