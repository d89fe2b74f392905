import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openOne, standingYesOf } from '@manyhands/community/accounts';
import { makeKit, newWords } from '@manyhands/community/recovery';
import { sayFarewell } from '@manyhands/community/agents';
import { behalfAddress } from '@manyhands/community/opened';
import type { RecoveryWords } from '@manyhands/keys';
import { done } from '../../packages/community/src/testing/results.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';

let village: ScreenVillage;
let words: RecoveryWords;

beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSmallVillage();
  words = await newWords();
  done(await makeKit(village.placeOf('Carme'), words));
});

const id = (name: string) => village.memberOf(name);
const text = 'She kept the gate of the garden.';
const farewell = async () =>
  done(await sayFarewell(village.placeOf('Biel'), id('Carme'), { words, text }));

test('by one neighbour’s word nothing happens: it takes the page, or everybody', async () => {
  const screen = await visit(village.as('Biel'), `/person/${id('Carme')}`);
  await screen.getByRole('button', { name: 'More about Carme' }).click();
  await screen.getByRole('link', { name: 'Carme has died' }).click();
  await expect.element(screen.getByText(/Nothing happens by your word/)).toBeVisible();
  const field = screen.getByLabelText('All twelve words, in order');
  await field.fill((await newWords()).join(' '));
  await screen.getByRole('button', { name: 'Look at the page' }).click();
  await expect.element(screen.getByText(/This is not Carme’s page/)).toBeVisible();
  await screen.getByRole('link', { name: 'Ask everyone' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Who rests' }))
    .toBeVisible();
  expect(location.hash).toMatch(new RegExp(`/decide/resting/${id('Carme')}$`));
});

test('who asks everybody finds her chosen already', async () => {
  const screen = await visit(village.as('Ana'), `/decide/resting/${id('Carme')}`);
  const chosen = screen.getByRole('button', { name: /^Leave .* out$/ });
  await expect.element(chosen).toHaveAccessibleName('Leave Carme out');
});

test('with the page it is asked once more, and kind words are needed', async () => {
  const screen = await visit(village.as('Biel'), `/farewell/${id('Carme')}`);
  await screen.getByLabelText('All twelve words, in order').fill(words.join(' '));
  await screen.getByRole('button', { name: 'Look at the page' }).click();
  await screen.getByRole('button', { name: 'Go on' }).click();
  await expect.element(screen.getByText('Please write a few words.')).toBeVisible();
  await screen.getByLabelText('A few words about Carme').fill(text);
  await screen.getByRole('button', { name: 'Go on' }).click();
  await screen.getByRole('button', { name: 'Yes, Carme has died' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'In memory of Carme' }))
    .toBeVisible();
});

test('her page is one of remembrance, and nobody is led to ask her anything', async () => {
  await farewell();
  const screen = await visit(village.as('Ana'), `/person/${id('Carme')}`);
  await expect.element(screen.getByText(text)).toBeVisible();
  await expect
    .element(screen.getByText('Written down by Biel, for Carme’s family'))
    .toBeVisible();
  await expect
    .element(screen.getByRole('link', { name: 'Message' }))
    .not.toBeInTheDocument();
  await screen.getByText('Your words about Carme').first().click();
  await screen
    .getByRole('textbox', { name: 'Your words about Carme' })
    .fill('Thank you, Carme.');
  await screen.getByRole('button', { name: 'Save' }).click();
  await expect.element(screen.getByText('Thank you, Carme.').first()).toBeVisible();
});

test('she is counted no more, and nobody changes her cards or what she showed', async () => {
  const people = await visit(village.as('Ana'), '/people');
  const before = village.as('Ana').people.length + 1;
  const count = (many: number) => ({ name: `${String(many)} members` });
  await expect.element(people.getByRole('heading', count(before))).toBeVisible();
  await farewell();
  await expect.element(people.getByRole('heading', count(before - 1))).toBeVisible();
  await people.unmount();

  const biel = village.as('Biel');
  const screen = await visit(biel);
  location.hash = `#/p/${behalfAddress(biel.membership.device, id('Carme'))}/home`;
  await expect
    .element(screen.getByRole('link', { name: 'All their hours' }))
    .toBeVisible();
  for (const name of ['Their cards', 'What they show of themselves'])
    await expect.element(screen.getByRole('link', { name })).not.toBeInTheDocument();
  await expect
    .element(screen.getByText('You are writing for Carme.'))
    .not.toBeInTheDocument();
});

test('what is left goes to the pot, and its page says whose hours they were', async () => {
  const pot = done(
    await openOne(village.placeOf('Ana'), {
      kind: 'pot',
      name: 'Pot',
      words: '',
      threshold: 1,
      others: [],
    }),
  );
  // Her phone would say yes to what comes in before she could.
  await standingYesOf(village.placeOf('Ana')).choose(pot, null);
  await village.help('Carme', 'Didac', 90);
  await farewell();
  const biel = village.as('Biel');
  const address = behalfAddress(biel.membership.device, id('Carme'));
  const his = await visit(biel);
  location.hash = `#/p/${address}/home`;
  await his.getByRole('button', { name: 'To the pot' }).click();
  await expect.element(his.getByText(/Offered. It counts once/)).toBeVisible();
  await expect
    .element(his.getByRole('button', { name: 'To somebody' }))
    .not.toBeInTheDocument();
  await his.unmount();

  const hers = await visit(village.as('Ana'), '/home');
  await expect.element(hers.getByText('Written down by Biel, for Carme')).toBeVisible();
  await hers.getByRole('button', { name: 'Say yes for Pot' }).click();
  await hers.unmount();

  const potPage = await visit(village.as('Didac'), `/organisation/${pot}`);
  await expect.element(potPage.getByText('Carme gives hours to Pot')).toBeVisible();
  await expect
    .element(potPage.getByText('Written down by Biel, for Carme'))
    .toBeVisible();
  const year = { name: later().organisations.yearText(0, 90) };
  await expect.element(potPage.getByRole('img', year)).toBeVisible();
});

test('what is left goes to whom she said, and a mistake is taken back', async () => {
  await village.help('Carme', 'Didac', 90);
  await farewell();
  const biel = village.as('Biel');
  const address = behalfAddress(biel.membership.device, id('Carme'));
  const screen = await visit(biel);
  location.hash = `#/p/${address}/home`;
  await screen.getByRole('button', { name: 'To somebody' }).click();
  await screen.getByText('Didac', { exact: true }).last().click();
  await expect.element(screen.getByText(/Offered. It counts once/)).toBeVisible();
  await screen.getByRole('button', { name: /It was a mistake/ }).click();
  await screen
    .getByRole('dialog')
    .getByRole('button', { name: /It was a mistake/ })
    .click();
  await expect
    .element(screen.getByRole('heading', { name: 'In memory of Carme' }))
    .not.toBeInTheDocument();
});

test('[community/C27] her own phone says that it is said of her, and how she comes back', async () => {
  await farewell();
  village.placeOf('Carme').hear({ trouble: 'JournalBehind' });
  const screen = await visit(village.as('Carme'));
  await expect
    .element(screen.getByText(/^Your page says that you have died/))
    .toBeVisible();
  expect(screen.getByText(/has lost part of what it wrote/).elements()).toEqual([]);
  expect(screen.getByText(/switched off from another phone/).elements()).toEqual([]);
  await screen.getByRole('button', { name: 'Come back with my page' }).click();
  expect(location.hash).toBe('#/lost');
});

test('[community/C27] who has died is counted among us no more, and is still among the people', async () => {
  await farewell();
  const screen = await visit(village.as('Ana'), '/people');
  await expect
    .element(screen.getByRole('heading', { name: '3 members' }))
    .toBeVisible();
  await expect.element(screen.getByRole('link', { name: /^Carme/ })).toBeVisible();
});
