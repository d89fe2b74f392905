import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  alertsOf,
  blankListing,
  closeListing,
  listingsOf,
  myListings,
  postListing,
  sayHandOver,
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
  expect.poll(() => cards().elements().length, { timeout: 20_000 }).toBe(count);

test('all cards stand in the page; words in any script and choices hide the others', async () => {
  const screen = await visit(ana(), '/board');
  await expect.element(screen.getByText('12 cards')).toBeVisible();
  await untilShown(12);
  const search = screen.getByLabelText('Find on the board');

  await search.fill('العربيه');
  await expect.element(screen.getByText('1 of 12 cards')).toBeVisible();
  await untilShown(1);
  // What is hidden is not gone: the next letter may bring it back.
  expect(document.querySelectorAll('article')).toHaveLength(12);

  await search.fill('料理');
  await expect.element(screen.getByText('一緒に料理しましょう')).toBeVisible();
  // By a member's name, and by what the app says of a kind.
  await search.fill('biel bicycles');
  await expect.element(screen.getByText('Bicycles, taps, shelves')).toBeVisible();
  await search.fill('complaints');
  await expect.element(screen.getByText(/^Somebody to come along/)).toBeVisible();

  await search.fill('nowhere to be found');
  await expect.element(screen.getByText('No card fits that yet')).toBeVisible();
  await screen.getByRole('button', { name: 'Show the whole board' }).click();
  await expect.element(screen.getByText('12 cards')).toBeVisible();
  await screen.getByText('Things').click();
  await expect.element(screen.getByText('2 of 12 cards')).toBeVisible();
  await screen.getByText('Filter the cards').click();
  await screen.getByLabelText('Kind of help').selectOptions('Repairs');
  await expect.element(screen.getByText('1 of 12 cards')).toBeVisible();
  await expect.element(screen.getByText('1 filter is on')).toBeVisible();
});

test('where little of a kind hangs, one asks to be told of the next', async () => {
  const screen = await visit(ana(), '/board');
  await expect.element(screen.getByText('12 cards')).toBeVisible();
  const tellMe = screen.getByRole('switch');
  expect(tellMe.elements()).toEqual([]);
  // By a word that says what the kind can be, and by choosing the kind.
  await screen.getByLabelText('Find on the board').fill('hair');
  await expect.element(screen.getByText('1 of 12 cards')).toBeVisible();
  await expect
    .element(screen.getByRole('switch', { name: /Body and health/ }))
    .not.toBeChecked();
  await screen.getByLabelText('Find on the board').fill('');
  await expect.element(screen.getByText('12 cards')).toBeVisible();
  expect(tellMe.elements()).toEqual([]);
  await screen.getByText('Needs').click();
  await screen.getByText('Filter the cards').click();
  await screen.getByLabelText('Kind of help').selectOptions('Body and health');
  await screen.getByText('Tell me about new cards: Body and health').click();
  await expect.element(tellMe).toBeChecked();
  expect(alertsOf(ana().place).kinds).toEqual([categoryCode('body')]);

  // What is missing can be answered by a card: the form knows the kind.
  await expect.element(screen.getByText('No card fits that yet')).toBeVisible();
  await screen.getByRole('link', { name: 'Pin a card' }).last().click();
  await expect
    .element(screen.getByRole('radio', { name: 'Body and health' }))
    .toBeChecked();
});

test('a long board comes to stand whole, a little at a time, and each letter is answered', async () => {
  village = await bigBoardVillage(64, 2);
  const screen = await visit(ana(), '/board');
  await expect.element(screen.getByText('120 cards')).toBeVisible();
  await untilShown(120);

  const search = screen.getByLabelText('Find on the board');
  await search.fill('園芸');
  await expect.element(screen.getByText('15 of 120 cards')).toBeVisible();
  await untilShown(15);
  expect(document.querySelectorAll('article')).toHaveLength(120);

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
  await untilShown(121);
});

test('by when: whoever named times is found at those, whoever named none always', async () => {
  const screen = await visit(ana(), '/board');
  await screen.getByText('Filter the cards').click();
  await screen.getByLabelText('When').selectOptions('Weekend evenings');

  await expect.element(screen.getByText('5 of 12 cards')).toBeVisible();
  await expect.element(screen.getByText('Bicycles, taps, shelves')).not.toBeVisible();
});

test('by where they live, as soon as that leaves anybody out, however it is spelled', async () => {
  const screen = await visit(ana(), '/board');
  await screen.getByText('Filter the cards').click();
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
    .element(screen.getByText(`${String(theirs.length)} of 12 cards`))
    .toBeVisible();
});

test('an offer by taps alone reads itself, and is changed, paused, closed and erased', async () => {
  const screen = await visit(ana(), '/post');
  await screen.getByText('I can help').click();
  await screen.getByText('Caring for someone').click();
  await screen.getByText('At theirs').click();
  await screen.getByLabelText('Weekday mornings').click();
  await screen.getByRole('button', { name: 'Pin it to the board' }).click();

  await expect
    .element(screen.getByRole('heading', { name: 'Caring for someone' }))
    .toBeVisible();
  await expect.element(screen.getByText('At their place')).toBeVisible();
  await expect.element(screen.getByText('Weekday mornings')).toBeVisible();
  const [mine] = listingsOf(ana().place);
  expect(mine?.listing).toMatchObject({ title: '', category: categoryCode('care') });

  await screen.getByRole('link', { name: 'Change it' }).click();
  await screen.getByLabelText('In a few words (optional)').fill('  For your father ');
  await screen.getByRole('button', { name: 'Save the change' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'For your father' }))
    .toBeVisible();

  await screen.getByRole('button', { name: 'Pause' }).click();
  await expect
    .element(screen.getByText('Nobody but you finds this card.'))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Open it again' }).click();
  await screen.getByRole('button', { name: 'Done, close it' }).click();
  await expect.element(screen.getByText('This is done.')).toBeVisible();
  expect(listingsOf(ana().place)).toHaveLength(12);
  expect(myListings(ana().place)).toHaveLength(3);

  await screen.getByRole('button', { name: 'Erase' }).click();
  await expect.element(screen.getByText('This card is gone')).toBeVisible();
  expect(myListings(ana().place)).toHaveLength(2);
  await screen.getByRole('button', { name: 'Undo' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'For your father' }))
    .toBeVisible();
  expect(myListings(ana().place)).toHaveLength(3);
});

test('a link to a card that is over says so, and leads on to what fits', async () => {
  const found = (title: string) => {
    const card = listingsOf(ana().place).find(({ listing }) => listing.title === title);
    assert(card, 'there is one');
    return card;
  };
  const { member, listing } = found('Bicycles, taps, shelves');
  const biels = village.placeOf('Biel');
  assert((await closeListing(biels, listing.listing)).ok, 'it is written');
  const link = `/listing/${member}/${listing.listing}`;
  const screen = await visit(ana(), link);
  await expect.element(screen.getByText('This is done')).toBeVisible();
  await expect
    .element(screen.getByText('You cannot answer it any more.'))
    .toBeVisible();
  await expect
    .element(screen.getByRole('switch', { name: /Tell me about new cards: Repairs/ }))
    .toBeVisible();
  // Nothing like it hangs, until somebody pins one.
  expect(screen.getByText('Others like it').elements()).toEqual([]);
  const blank = blankListing('offer', ana().today);
  const again = {
    ...blank,
    category: categoryCode('repair'),
    title: 'Lamps and clocks',
  };
  assert((await postListing(village.placeOf('Carme'), again)).ok, 'it is written');
  await expect.element(screen.getByText('Others like it')).toBeVisible();
  await screen.getByText('Lamps and clocks').click();
  await expect
    .element(screen.getByRole('heading', { name: 'Lamps and clocks', level: 1 }))
    .toBeVisible();
  await screen.unmount();

  const his = await visit(village.as('Biel'), link);
  await his.getByRole('button', { name: 'Open it again' }).click();
  await expect
    .element(his.getByRole('button', { name: 'Done, close it' }))
    .toBeVisible();
});

test('what was given away is hung up no more, by its owner either', async () => {
  const biels = village.placeOf('Biel');
  const blank = blankListing('thing', ana().today);
  const terms = { ...blank.terms, manner: 'give' } as const;
  const posted = await postListing(biels, { ...blank, title: 'A kettle', terms });
  assert(posted.ok, 'it is written');
  const kettle = biels.replica.board.listing(village.memberOf('Biel'), posted.value);
  assert(kettle, 'there is one');
  const given = { taker: village.memberOf('Ana'), step: 'out' } as const;
  assert((await sayHandOver(biels, kettle, given)).ok, 'it is written');
  assert((await sayHandOver(ana().place, kettle, given)).ok, 'it is written');

  const link = `/listing/${kettle.member}/${posted.value}`;
  const his = await visit(village.as('Biel'), link);
  await expect.element(his.getByText('It has a new home.')).toBeVisible();
  expect(his.getByRole('button', { name: 'Open it again' }).elements()).toEqual([]);
  await expect.element(his.getByRole('button', { name: 'Erase' })).toBeVisible();
});

test('a card without what it needs says so, and is not pinned', async () => {
  const screen = await visit(ana(), '/post/need');
  const pin = screen.getByRole('button', { name: 'Pin it to the board' });
  await pin.click();
  await expect.element(screen.getByText('Please tap what it is about.')).toBeVisible();
  await screen.getByText('I have a thing').click();
  await pin.click();
  await expect
    .element(screen.getByText('Please say in a word what the thing is.'))
    .toBeVisible();
  await screen.getByText('More: days, who made it, price').click();
  await screen.getByLabelText('Where exactly').fill('x'.repeat(97));
  await screen.getByLabelText('What is it?').fill('A ladder');
  await pin.click();
  expect(
    screen.getByText('Too long: please use fewer than 97 letters.').elements(),
  ).not.toEqual([]);
  expect(listingsOf(ana().place)).toHaveLength(12);
});

test('another’s card shows who, and none of what is only its writer’s to do', async () => {
  const screen = await visit(ana(), '/board');
  await screen.getByRole('link', { name: 'Sewing machine' }).click();
  await expect.element(screen.getByText('It hums, but it sews.')).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'Ana Roca' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Erase' }).elements()).toEqual([]);
});

test('hostile words turn nothing round and stay inside their card', async () => {
  const { postListing, blankListing } = await import('@manyhands/community/board');
  const { place } = village.as('Biel');
  const posted = await postListing(place, {
    ...blankListing('offer', place.today()),
    category: 60_000,
    title: `\u202egnorw\u202c ${'ẅ'.repeat(20)}`,
    words: 'a'.repeat(1_000),
  });
  assert(posted.ok, 'hostile words fit');
  const screen = await visit(ana(), '/board');
  await screen.getByRole('link', { name: /^gnorw/ }).click();
  await expect.element(screen.getByText('A kind of help')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test('a member names a kind of help, renames it and hides it; others can choose it', async () => {
  const screen = await visit(ana(), '/kinds');
  await screen.getByRole('button', { name: 'Name a kind of help' }).click();
  await expect.element(screen.getByText('Please give it a name.')).toBeVisible();
  await screen.getByLabelText('What is it called?').fill('Choir');
  await screen.getByLabelText('It is part of').selectOptions('Arts and music');
  await screen.getByRole('button', { name: 'Name a kind of help' }).click();
  await expect
    .element(screen.getByText('“Choir” can be chosen from now on.'))
    .toBeVisible();

  await screen.getByRole('button', { name: 'Rename Choir' }).click();
  const sheet = screen.getByRole('dialog');
  await sheet.getByLabelText('What is it called?').fill('Singing');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await screen.getByRole('button', { name: 'Hide Singing' }).click();
  await expect.element(screen.getByText('Hidden.')).toBeVisible();
  await screen.getByRole('button', { name: 'Show Singing again' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'Hide Singing' }))
    .toBeVisible();
  expect(screen.getByRole('button', { name: 'Rename Bees' }).elements()).toEqual([]);

  location.hash = `#/p/${ana().address}/post/offer`;
  await expect.element(screen.getByText('Singing')).toBeVisible();
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
