import { beforeEach, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { readyCardsAtMost } from '../limits.ts';
import { categories, categoryCode } from '../people/index.ts';
import type { Village } from '../testing/village.ts';
import { smallVillage } from '../testing/villages.ts';
import { eraseListing, myListings } from './listings.ts';
import {
  addReadyCards,
  dropReadyCard,
  pinReadyCard,
  readyCardsOf,
} from './readyCards.ts';

let village: Village;
const ana = () => village.placeOf('Ana');
const [lift, garden] = [categoryCode('lift'), categoryCode('garden')];
const ready = async () => {
  const read = await readyCardsOf(ana());
  assert(read.ok, 'memory reads');
  return read.value;
};
const noteOf = () => ana().notes.get('ready');

beforeEach(async () => {
  village = await smallVillage();
});

test('[community/C9] what was ticked is ready, and on nobody’s board before a tap', async () => {
  await addReadyCards(ana().notes, [garden, lift]);
  expect(await ready()).toEqual([garden, lift]);
  expect(myListings(ana())).toEqual([]);

  const pinned = await pinReadyCard(ana(), garden);
  assert(pinned.ok, 'memory has room');
  const [card] = myListings(ana());
  expect(card?.listing).toMatchObject({
    kind: 'offer',
    category: garden,
    listing: pinned.value,
  });
  expect(await ready()).toEqual([lift]);
});

test('[community/C9] one that is pinned or put away is forgotten on the disk too', async () => {
  await addReadyCards(ana().notes, [garden, lift]);
  await pinReadyCard(ana(), garden);
  await dropReadyCard(ana().notes, lift);
  expect(await noteOf()).toEqual({ ok: true, value: null });
  expect(await ready()).toEqual([]);
});

test('what was pinned and is taken down again can be ready again, one of a kind', async () => {
  await addReadyCards(ana().notes, [garden, lift]);
  const pinned = await pinReadyCard(ana(), garden);
  assert(pinned.ok, 'memory has room');
  await addReadyCards(ana().notes, [garden, garden]);
  expect(await ready(), 'the card hangs').toEqual([lift]);
  await eraseListing(ana(), pinned.value);
  expect(await ready()).toEqual([lift, garden]);
});

test('[community/C9] a few are kept, of kinds that the app has a sentence for', async () => {
  const known = categories.map(({ code }) => code);
  await addReadyCards(ana().notes, [categoryCode('other'), 1_234, ...known]);
  expect(await ready()).toEqual(known.slice(0, readyCardsAtMost));
  await addReadyCards(ana().notes, known.slice(-3));
  expect(await ready()).toHaveLength(readyCardsAtMost);
});

test('what another version wrote is passed over', async () => {
  await ana().notes.put('ready', new Uint8Array([0x82, 1]));
  expect(await ready()).toEqual([]);
  await addReadyCards(ana().notes, [lift]);
  expect(await ready()).toEqual([lift]);
});
