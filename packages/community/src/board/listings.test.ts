import { assert, beforeEach, expect, test } from 'vitest';
import type { Day } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { TestCommunity, createCast } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { changeKind, nameKind } from '../people/kinds.ts';
import { ownKindName, ownKinds } from '../people/ownKinds.ts';
import {
  blankListing,
  changeListing,
  closeListing,
  eraseListing,
  listingOf,
  listingsOf,
  myListings,
  pauseListing,
  postListing,
  renewListing,
  restoreListing,
  wordsRoom,
} from './listings.ts';

const phoneOf = (person: CastMember, community: TestCommunity): Promise<SilentPhone> =>
  silentPhone(person, community, { hasKnocked: () => false });

/** Brings all that `from` holds to `to`. */
async function tell(from: SilentPhone, to: SilentPhone): Promise<void> {
  const { replica } = from.place;
  const asks = replica
    .wireVector()
    .map(({ log, length }) => ({ log, from: 0, max: length }));
  const { page } = replica.page(asks);
  assert(page);
  const { device } = from.place.membership;
  const received = await to.place.replica.receive(page, { type: 'device', device });
  expect(received.refused).toBeNull();
  await to.place.replica.settled();
}

const rawOf = ({ memory: { disk } }: SilentPhone): string =>
  [
    ...disk.updates,
    ...disk.notes.values(),
    ...[...disk.journal.values()].map(({ stored }) => stored),
  ]
    .map(toHex)
    .join(' ');
const holds = (phone: SilentPhone, text: string): boolean =>
  rawOf(phone).includes(toHex(utf8Bytes(text)));
const titlesOf = (phone: SilentPhone): string[] =>
  listingsOf(phone.place).map(({ listing }) => listing.title);

let biel: CastMember;
let biels: SilentPhone;
let carmes: SilentPhone;

beforeEach(async () => {
  const cast = await createCast();
  const [ana, , carme] = cast;
  [, biel] = cast;
  const community = await TestCommunity.of(ana, [biel, carme]);
  biels = await phoneOf(biel, community);
  carmes = await phoneOf(carme, community);
});

const blank = () => blankListing('offer', biels.place.today());
async function post(title: string) {
  const posted = await postListing(biels.place, { ...blank(), title, category: 4 });
  assert(posted.ok);
  return posted.value;
}

test('a card hangs on every phone that hears of it, the newest first', async () => {
  await post('Roses pruned');
  await post('  Hedges too ');
  await tell(biels, carmes);
  expect(titlesOf(carmes)).toEqual(['Hedges too', 'Roses pruned']);
  expect(listingsOf(carmes.place)).toMatchObject([
    { isMine: false },
    { isMine: false },
  ]);
  expect(myListings(carmes.place)).toEqual([]);
  // The same objects, so that a list of thousands need not be drawn again.
  expect(listingsOf(carmes.place)[0]).toBe(listingsOf(carmes.place)[0]);
});

test('a changed card is one, and what it said before is on nobody’s disk', async () => {
  const id = await post('Roses prunned');
  await tell(biels, carmes);
  expect(holds(carmes, 'Roses prunned')).toBe(true);
  const changed = await changeListing(biels.place, id, { title: 'Roses pruned' });
  expect(changed.ok).toBe(true);
  await tell(biels, carmes);
  expect(titlesOf(carmes)).toEqual(['Roses pruned']);
  for (const phone of [biels, carmes]) expect(holds(phone, 'prunned')).toBe(false);
});

test('paused, closed and over cards are found by nobody; their writer opens them again', async () => {
  const id = await post('Roses pruned');
  const stage = () => listingOf(biels.place, biel.member, id)?.stage;
  await pauseListing(biels.place, id);
  expect([titlesOf(biels), stage()]).toEqual([[], 'paused']);
  await renewListing(biels.place, id);
  expect([titlesOf(biels), stage()]).toEqual([['Roses pruned'], 'open']);
  await closeListing(biels.place, id);
  expect([titlesOf(biels), stage()]).toEqual([[], 'closed']);

  const today = biels.place.today();
  const { terms } = blank();
  const over = { ...terms, from: (today - 9) as Day, until: (today - 1) as Day };
  await changeListing(biels.place, id, { state: 'open', terms: over });
  expect([titlesOf(biels), stage()]).toEqual([[], 'over']);
  await renewListing(biels.place, id);
  expect([titlesOf(biels), stage()]).toEqual([['Roses pruned'], 'open']);
  expect(listingOf(biels.place, biel.member, id)?.listing.terms).toMatchObject({
    from: null,
    until: today + 90,
  });
});

test('an erased card is gone everywhere, and an undo hangs it up again', async () => {
  const id = await post('Roses pruned');
  await tell(biels, carmes);
  const erased = await eraseListing(biels.place, id);
  assert(erased.ok);
  await tell(biels, carmes);
  for (const phone of [biels, carmes]) {
    expect(titlesOf(phone)).toEqual([]);
    expect(holds(phone, 'Roses pruned')).toBe(false);
  }
  await restoreListing(biels.place, erased.value);
  await tell(biels, carmes);
  expect(titlesOf(carmes)).toEqual(['Roses pruned']);
  expect(await eraseListing(carmes.place, id)).toMatchObject({
    error: { type: 'NotYours' },
  });
});

test('the longest card with the largest picture is written', async () => {
  const { terms } = blank();
  const photo = { sha: 'ab'.repeat(32), thumb: new Uint8Array(3_072) };
  const long = (bytes: number) => 'x'.repeat(bytes);
  const posted = await postListing(biels.place, {
    ...blank(),
    photo,
    title: long(96),
    words: long(wordsRoom(photo)),
    category: 65_535,
    terms: {
      ...terms,
      free: Array.from({ length: 21 }, (_, part) => part),
      from: 65_535 as Day,
      until: 65_535 as Day,
      group: 50,
      where: long(96),
      producer: long(96),
      origin: long(96),
      price: long(48),
    },
  });
  expect(posted.ok).toBe(true);
  expect(wordsRoom(null)).toBe(1_000);
});

test('a kind that a member named can be renamed and hidden by them alone', async () => {
  const named = await nameKind(biels.place, ' Bees ', 4);
  assert(named.ok);
  expect(named.value).toBeGreaterThanOrEqual(1_000);
  await tell(biels, carmes);
  expect(ownKindName(carmes.place, named.value)).toBe('Bees');
  expect(await changeKind(carmes.place, named.value, { name: 'Wasps' })).toMatchObject({
    error: { type: 'NotYours' },
  });
  await changeKind(biels.place, named.value, { name: 'Bees and wasps' });
  await changeKind(biels.place, named.value, { isShown: false });
  await tell(biels, carmes);
  expect(ownKinds(carmes.place)).toMatchObject([
    { name: 'Bees and wasps', parent: 4, isShown: false, rev: 2 },
  ]);
  expect(biels.place.replica.board.entriesOf(biel.member)).toHaveLength(3);
});
