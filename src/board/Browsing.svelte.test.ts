import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  alertsOf,
  blankListing,
  listingsOf,
  postListing,
} from '@manyhands/community/board';
import { categoryCode, showMyself } from '@manyhands/community/people';
import { bigBoardVillage, boardVillage } from '../specimen/boards.ts';
import { newVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await boardVillage();
});

const ana = () => village.as('Ana');
const cards = () =>
  page.getByRole('listitem').filter({ has: page.getByRole('article') });

/** They come in quiet moments, of which a busy machine has few. */
const untilShown = (count: number) =>
  expect.poll(() => cards().elements().length).toBe(count);

test('words in any script and choices find cards, those whose title says it first', async () => {
  const screen = await visit(ana(), '/board');
  await expect.element(screen.getByText('12 cards')).toBeVisible();
  await untilShown(12);
  const search = screen.getByLabelText('Find on the board');

  await search.fill('العربيه');
  await expect.element(screen.getByText('1 of 12 cards')).toBeVisible();
  await untilShown(1);

  await search.fill('料理');
  await expect.element(screen.getByText('一緒に料理しましょう')).toBeVisible();
  // By a member's name, and by what a kind is called.
  await search.fill('biel bicycles');
  await expect.element(screen.getByText('Bicycles, taps, shelves')).toBeVisible();
  await search.fill('repairs');
  await expect.element(screen.getByText('2 of 12 cards')).toBeVisible();
  // What a kind can be finds no card, and leads to all of that kind.
  await search.fill('complaints');
  await expect.element(screen.getByText('No card fits that yet')).toBeVisible();
  await screen.getByRole('button', { name: 'Standing up for someone: 1 card' }).click();
  await expect.element(screen.getByText(/^Somebody to come along/)).toBeVisible();

  await search.fill('nowhere to be found');
  await expect.element(screen.getByText('No card fits that yet')).toBeVisible();
  await screen.getByRole('button', { name: 'Show the whole board' }).click();
  await expect.element(screen.getByText('12 cards')).toBeVisible();
  await screen.getByText('Things').click();
  await expect.element(screen.getByText('2 of 12 cards')).toBeVisible();
  await screen.getByRole('button', { name: 'Filter the cards' }).click();
  await screen.getByLabelText('Kind of help').selectOptions('Small repairs');
  await screen.getByRole('button', { name: 'Show 1 card' }).click();
  await expect.element(screen.getByText('1 of 12 cards')).toBeVisible();
  await screen.getByRole('button', { name: '1 filter is on' }).click();
  await screen.getByRole('button', { name: 'Clear the filters' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'Show 2 cards' }))
    .toBeVisible();
});

test('the first card hangs within the first 300 pixels of a phone', async () => {
  const screen = await visit(ana(), '/board');
  await untilShown(12);
  const [first] = screen.getByRole('article').elements();
  expect(first?.getBoundingClientRect().top).toBeLessThan(300);
  // All that stands above it is in reach all the same, in as many lines.
  for (const name of ['Pin a card', /fits? with you/, 'Mine'])
    await expect.element(screen.getByRole('link', { name })).toBeInTheDocument();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test('a word that no card says finds none of a kind that can be that', async () => {
  const blank = blankListing('offer', ana().today);
  const repair = { ...blank, category: categoryCode('repair') };
  for (const title of ['Hems and zips', 'Lamps'])
    assert(
      (await postListing(village.placeOf('Carme'), { ...repair, title })).ok,
      title,
    );
  const screen = await visit(ana(), '/board');
  await screen.getByLabelText('Find on the board').fill('bicy');
  await expect.element(screen.getByText('1 of 14 cards')).toBeVisible();
  await untilShown(1);
  await expect.element(screen.getByText('Bicycles, taps, shelves')).toBeVisible();
  // Its kind is one tap further.
  await screen.getByRole('button', { name: 'Small repairs: 4 cards' }).click();
  await untilShown(4);
});

test('where little of a kind hangs, one asks to be told of the next', async () => {
  const screen = await visit(ana(), '/board');
  await expect.element(screen.getByText('12 cards')).toBeVisible();
  const tellMe = screen.getByRole('switch');
  expect(tellMe.elements()).toEqual([]);
  // By a word that says what the kind can be, and by choosing the kind.
  await screen.getByLabelText('Find on the board').fill('hair');
  await expect.element(screen.getByText('No card fits that yet')).toBeVisible();
  await expect
    .element(screen.getByRole('switch', { name: /Body and health/ }))
    .not.toBeChecked();
  await screen.getByLabelText('Find on the board').fill('');
  await expect.element(screen.getByText('12 cards')).toBeVisible();
  expect(tellMe.elements()).toEqual([]);
  await screen.getByText('Needs').click();
  await screen.getByRole('button', { name: 'Filter the cards' }).click();
  await screen.getByLabelText('Kind of help').selectOptions('Body and health');
  await screen.getByRole('button', { name: 'Show none' }).click();
  await screen.getByText('Tell me about new cards: Body and health').click();
  await expect.element(tellMe).toBeChecked();
  expect(alertsOf(ana().place).kinds).toEqual([categoryCode('body')]);

  // What is missing can be answered by a card: the form knows the kind.
  await expect.element(screen.getByText('No card fits that yet')).toBeVisible();
  await screen.getByRole('link', { name: 'Pin a card for it' }).click();
  await expect
    .element(screen.getByRole('radio', { name: 'Body and health' }))
    .toBeChecked();
});

test('of a long board some cards stand there, more of them when asked, and each letter is answered', async () => {
  village = await bigBoardVillage(64, 2);
  const screen = await visit(ana(), '/board');
  await expect.element(screen.getByText('120 cards')).toBeVisible();
  await untilShown(24);
  const more = screen.getByRole('button', { name: 'Show 24 more' });
  await expect.element(more).toBeInTheDocument();
  // Pressed where it stands: whoever scrolls there finds the next ones without it.
  (more.element() as HTMLElement).click();
  await untilShown(48);
  // By keyboard and by ear one goes on with the first of the new ones.
  const focused = document.activeElement?.closest('[role="listitem"]');
  expect(
    cards()
      .elements()
      .indexOf(focused as HTMLElement),
  ).toBe(24);

  const search = screen.getByLabelText('Find on the board');
  await search.fill('園芸');
  await expect.element(screen.getByText('15 of 120 cards')).toBeVisible();
  await untilShown(15);

  // A new card comes while somebody looks for others, and is found where it belongs.
  await postListing(village.placeOf('Biel'), {
    ...blankListing('offer', ana().today),
    title: '園芸 for all',
  });
  await expect.element(screen.getByText('16 of 121 cards')).toBeVisible();
  await untilShown(16);
  await expect
    .element(screen.getByRole('heading', { name: '園芸 for all' }))
    .toBeVisible();

  await search.fill('');
  await untilShown(24);
});

test('by when: whoever named times is found at those, whoever named none always', async () => {
  const screen = await visit(ana(), '/board');
  await screen.getByRole('button', { name: 'Filter the cards' }).click();
  await screen.getByLabelText('When').selectOptions('Weekend evenings');
  await screen.getByRole('button', { name: 'Show 5 cards' }).click();

  await expect.element(screen.getByText('5 of 12 cards')).toBeVisible();
  await expect
    .element(screen.getByText('Bicycles, taps, shelves'))
    .not.toBeInTheDocument();
});

test('by where they live, as soon as that leaves anybody out, however it is spelled', async () => {
  const screen = await visit(ana(), '/board');
  await screen.getByRole('button', { name: 'Filter the cards' }).click();
  const where = screen.getByLabelText('Where they live');
  expect(where.elements()).toEqual([]);
  for (const [name, area] of [
    ['Biel', 'Mill Lane'],
    ['Carme', 'mill  lane '],
  ] as const)
    assert((await showMyself(village.placeOf(name), { area })).ok, 'there is one');
  await where.selectOptions('Mill Lane');
  const theirs = listingsOf(ana().place).filter(({ member }) =>
    ['Biel', 'Carme'].some((name) => village.memberOf(name) === member),
  );
  await expect
    .element(
      screen.getByRole('button', { name: `Show ${String(theirs.length)} cards` }),
    )
    .toBeVisible();
});

test('an empty board says so and offers one act', async () => {
  village = await newVillage();
  const screen = await visit(ana(), '/board');
  await expect.element(screen.getByText('Pin the first card')).toBeVisible();
  await screen.getByRole('link', { name: 'Pin a card' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Pin a card' }))
    .toBeVisible();
});
