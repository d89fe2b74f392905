import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  blankListing,
  closeListing,
  listingsOf,
  myListings,
  postListing,
} from '@manyhands/community/board';
import { sayHandOver } from '@manyhands/community/things';
import { categoryCode } from '@manyhands/community/people';
import { boardVillage } from '../specimen/boards.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await boardVillage();
});

const ana = () => village.as('Ana');

test('an offer by taps alone reads itself, and is changed, paused, closed and erased', async () => {
  const screen = await visit(ana(), '/post');
  await screen.getByText('I can help').click();
  await screen.getByText('Caring for someone').click();
  // What was tapped stands alone, and the others are one tap away.
  await expect
    .element(screen.getByRole('radio', { name: 'Garden' }))
    .not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Another kind' }).click();
  await expect
    .element(screen.getByRole('radio', { name: 'Caring for someone' }))
    .toHaveFocus();
  await screen.getByText('Caring for someone').click();
  await screen.getByText('When and where').click();
  await screen.getByText('At theirs').click();
  await screen.getByLabelText('Weekday mornings').click();
  await screen.getByRole('button', { name: 'Pin it to the board' }).click();

  await expect
    .element(screen.getByRole('heading', { name: 'Look after someone' }))
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

  const more = screen.getByRole('button', { name: 'More…' });
  await more.click();
  await screen.getByRole('button', { name: 'Pause' }).click();
  await expect
    .element(screen.getByText('Nobody but you finds this card.'))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Open it again' }).click();
  await more.click();
  await screen.getByRole('button', { name: 'Done, close it' }).click();
  await expect.element(screen.getByText('This is done.')).toBeVisible();
  expect(listingsOf(ana().place)).toHaveLength(12);
  expect(myListings(ana().place)).toHaveLength(3);

  await more.click();
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
    .element(
      screen.getByRole('switch', { name: /Tell me about new cards: Small repairs/ }),
    )
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
  await expect.element(his.getByRole('link', { name: 'Change it' })).toBeVisible();
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
  await screen.getByText('Something else').click();
  await pin.click();
  await expect
    .element(screen.getByText('Please say in a few words what it is.'))
    .toBeVisible();
  await screen.getByText('I have a thing').click();
  await screen.getByRole('button', { name: 'Go on without a picture' }).click();
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
  for (const name of ['Erase', 'More…'])
    expect(screen.getByRole('button', { name }).elements()).toEqual([]);
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
