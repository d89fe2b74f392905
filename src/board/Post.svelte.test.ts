import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { listCardDrafts, myListings } from '@manyhands/community/board';
import { boardVillage } from '../specimen/boards.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await boardVillage();
});

const ana = () => village.as('Ana');

test('a card that was begun is there after the app was closed, and goes once it hangs', async () => {
  const screen = await visit(ana(), '/post/offer/4');
  // Looking at the form leaves none.
  await expect
    .element(screen.getByLabelText('In a few words (optional)'))
    .toBeVisible();
  expect(await listCardDrafts(ana().place.notes)).toEqual({ ok: true, value: [] });
  await screen.getByLabelText('In a few words (optional)').fill('Apple trees');
  await screen.getByText('When and where').click();
  await screen.getByText('At theirs').click();
  await expect
    .poll(() => listCardDrafts(ana().place.notes))
    .toMatchObject({ value: [{ title: 'Apple trees', terms: { place: 'yours' } }] });
  // A reload leads back to the very form.
  expect(location.hash).toContain('/post/draft/');
  await screen.unmount();

  const again = await visit(ana(), '/board');
  await again.getByRole('link', { name: '1 draft' }).click();
  await again.getByRole('link', { name: /Apple trees/ }).click();
  await expect.element(again.getByText('You started this earlier.')).toBeVisible();
  await expect.element(again.getByRole('radio', { name: 'Garden' })).toBeChecked();
  await again.getByRole('button', { name: 'Pin it to the board' }).click();
  await expect
    .element(again.getByRole('heading', { name: 'Apple trees' }))
    .toBeVisible();
  expect(await listCardDrafts(ana().place.notes)).toEqual({ ok: true, value: [] });
});

test('a change that was begun is taken up, begun anew, thrown away and brought back', async () => {
  const [mine] = myListings(ana().place);
  assert(mine, 'there is one');
  const change = `/post/change/${mine.listing.listing}`;
  const line = page.getByLabelText('In a few words (optional)');
  const screen = await visit(ana(), change);
  await line.fill('On Sundays');
  await expect
    .poll(() => listCardDrafts(ana().place.notes))
    .toMatchObject({ value: [{ title: 'On Sundays', change: mine.listing.listing }] });
  await screen.unmount();

  const again = await visit(ana(), change);
  await expect.element(line).toHaveValue('On Sundays');
  await again.getByRole('button', { name: 'Start again' }).click();
  await expect.element(line).toHaveValue(mine.listing.title);
  await again.getByRole('button', { name: 'Undo' }).click();
  await expect.element(line).toHaveValue('On Sundays');
  await again.unmount();

  const cards = await visit(ana(), '/cards');
  const begun = cards.getByRole('link', { name: /On Sundays.*Change the card/ });
  await cards.getByRole('button', { name: /Throw away the draft/ }).click();
  await expect.element(begun).not.toBeInTheDocument();
  await cards.getByRole('button', { name: 'Undo' }).click();
  await expect.element(begun).toBeVisible();
  expect(myListings(ana().place)[0]?.listing.title).toBe(mine.listing.title);
});

test('the button that pins stays in reach, and a thing begins with its picture', async () => {
  const screen = await visit(ana(), '/post/offer');
  const pin = screen.getByRole('button', { name: 'Pin it to the board' });
  const isInReach = () => {
    const { top, bottom } = pin.element().getBoundingClientRect();
    const foot = screen.getByRole('navigation').element().getBoundingClientRect();
    return top > 0 && bottom <= foot.top;
  };
  await expect.element(pin).toBeVisible();
  // Twenty kinds are longer than a phone.
  expect(document.documentElement.scrollHeight).toBeGreaterThan(760);
  await expect.poll(isInReach).toBe(true);
  await screen.getByText('Errands and shopping').click();
  await screen.getByText('When and where').click();
  await expect.poll(isInReach).toBe(true);
  await pin.click();
  await expect
    .element(screen.getByRole('heading', { name: 'Shop and run errands' }))
    .toBeVisible();
  await screen.unmount();

  const thing = await visit(ana(), '/post/thing');
  const title = thing.getByRole('textbox', { name: 'What is it?' });
  const goOn = thing.getByRole('button', { name: 'Go on without a picture' });
  await expect.element(thing.getByLabelText('Choose a picture')).toBeVisible();
  expect([...title.elements(), ...pin.elements()]).toEqual([]);
  await goOn.click();
  await expect.element(title).toHaveFocus();
  expect(goOn.elements()).toEqual([]);
  await expect.element(thing.getByLabelText('Choose a picture')).toBeInTheDocument();
  await title.fill('A ladder');
  // What is wanted in return is asked of a swap alone, and is no price.
  const wanted = thing.getByLabelText('What would you like for it? (optional)');
  expect(wanted.elements()).toEqual([]);
  await thing.getByText('Swap it').click();
  await wanted.fill('Three jars of jam');
  await thing.getByText('Lend it').click();
  await thing.getByText('Swap it').click();
  await expect.element(wanted).toHaveValue('');
  await wanted.fill('Two chairs');
  await thing.getByRole('button', { name: 'Pin it to the board' }).click();
  await expect.element(thing.getByRole('heading', { name: 'A ladder' })).toBeVisible();
  await expect.element(thing.getByText('Wanted in return')).toBeVisible();
  await expect.element(thing.getByText('Two chairs')).toBeVisible();
});
