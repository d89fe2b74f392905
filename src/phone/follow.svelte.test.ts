import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushSync } from 'svelte';
import { blankListing, postListing } from '@manyhands/community/board';
import { peaceOf } from '@manyhands/community/safety';
import { Browsing } from '../board/Browsing.svelte.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { countOf } from '@manyhands/community';

let village: ScreenVillage;
/** What a screen shows now. */
let shown: { cards: number; linked: string[]; needs: number };
let end: () => void;

/** How often the cards of the board were put together. */
const looks = () => listings.mock.calls.length;
let listings: ReturnType<typeof spyOnBoard>;
const spyOnBoard = () => vi.spyOn(village.placeOf('Ana').replica.board, 'listings');

beforeEach(async () => {
  village = await seenSmallVillage();
  listings = spyOnBoard();
  const community = village.as('Ana');
  shown = { cards: 0, linked: [], needs: 0 };
  end = $effect.root(() => {
    const browsing = new Browsing(community);
    $effect(() => {
      if (community.isLetIn) shown.cards = browsing.cards.length;
    });
    $effect(() => void (shown.needs = countOf(community)));
    $effect(() => void (shown.linked = community.linked.map(({ name }) => name)));
  });
  flushSync();
});
afterEach(() => end());

const post = (name: string) => {
  const place = village.placeOf(name);
  const draft = { ...blankListing('offer', place.today()), title: 'Bread' };
  return postListing(place, draft);
};

test('a link that comes or goes does not make the board be computed again', async () => {
  await post('Biel');
  flushSync();
  expect(shown.cards).toBe(1);
  const before = looks();

  village.placeOf('Ana').hear({ linked: [village.memberOf('Biel')] });
  flushSync();
  expect(shown.linked).toEqual(['Biel']);
  village.placeOf('Ana').hear({ linked: [] });
  flushSync();
  expect(shown.linked).toEqual([]);
  expect(looks()).toBe(before);

  await post('Biel');
  flushSync();
  expect(shown.cards).toBe(2);
  expect(looks()).toBeGreaterThan(before);
});

test('what this phone hides is gone from the board at once, and comes back', async () => {
  await post('Biel');
  flushSync();
  const peace = peaceOf(village.placeOf('Ana'));
  await peace.block(village.memberOf('Biel'));
  flushSync();
  expect(shown.cards).toBe(0);
  await peace.unblock(village.memberOf('Biel'));
  flushSync();
  expect(shown.cards).toBe(1);
});
