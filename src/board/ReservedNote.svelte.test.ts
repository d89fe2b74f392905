import { assert } from '@manyhands/base';
import { blankListing, listingOf, postListing } from '@manyhands/community/board';
import { promise } from '@manyhands/community/things';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import { visit } from '../specimen/visit.ts';

test('who comes after a thing was promised reads why, and asks for it next in a word', async () => {
  await page.viewport(360, 780);
  const village = await seenSmallVillage();
  const { place } = village.as('Ana');
  const blank = blankListing('thing', place.today());
  const terms = { ...blank.terms, manner: 'lend' } as const;
  const posted = await postListing(place, {
    ...blank,
    category: 7,
    title: 'A saw',
    terms,
  });
  assert(posted.ok, 'it hangs');
  assert((await promise(place, posted.value)).ok, 'it is promised');

  const carme = village.as('Carme');
  const card = listingOf(carme.place, place.membership.member, posted.value);
  assert(card, 'Carme sees it');
  const screen = await visit(carme, `/listing/${card.member}/${card.listing.listing}`);
  await expect
    .element(screen.getByText(/^Ana has promised it to somebody/))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Ask Ana to have it next' }).click();
  await expect
    .element(screen.getByLabelText('Write to Ana'))
    .toHaveValue('When “A saw” is free again, I would like to have it.');
});
