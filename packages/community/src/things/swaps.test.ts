import { assert, beforeEach, expect, test } from 'vitest';
import type { Day, ListingId } from '@manyhands/base';
import type { Handed, HandOver, PostedListing } from '@manyhands/ledger';
import { blankListing, listingsOf, postListing } from '../board/listings.ts';
import { sign } from '../hours/bySigning.ts';
import { handingsAsked } from '../limits.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { memberOn, threePhones } from '../testing/threePhones.ts';
import type { ThreePhones } from '../testing/threePhones.ts';
import { handOversForMe, myHandOvers, sayHandOver, thingNow } from './handingOver.ts';
import { whereIs } from './whereabouts.ts';

let phones: ThreePhones;
let anas: SilentPhone;
let biels: SilentPhone;
let carmes: SilentPhone;
let pram: PostedListing;
let kettle: PostedListing;

beforeEach(async () => {
  phones = await threePhones();
  ({ anas, biels, carmes } = phones);
  pram = await phones.post(anas, 'swap');
  kettle = await phones.post(biels, 'lend', 'A kettle');
});

const everyone = () => [anas, biels, carmes];
const swap = () => ({
  taker: memberOn(biels),
  step: 'out' as const,
  inReturn: kettle,
});
const stateOf = (thing: PostedListing) =>
  everyone().map(({ place }) => whereIs(place, thing).at);

/** What they write that no app would, and everybody hears of it. */
async function write(who: SilentPhone, ...contents: (Handed | HandOver)[]) {
  for (const content of contents) {
    const written = await who.place.writer.append('board', content);
    assert(written.ok, 'memory has room');
  }
  await phones.meet();
}

/** A letter between Ana and Biel, with what of hers goes and what of his comes. */
function letter(
  hers: ListingId[],
  his: ListingId[],
  more: Partial<Handed> = {},
): Handed {
  const [ana, biel] = [memberOn(anas), memberOn(biels)];
  const [goes, comes] = [
    hers.toSorted().map((listing) => ({ owner: ana, listing, many: 1 })),
    his.toSorted().map((listing) => ({ owner: biel, listing, many: 1 })),
  ];
  const sides =
    ana < biel
      ? { one: ana, other: biel, goes, comes }
      : { one: biel, other: ana, goes: comes, comes: goes };
  return {
    type: 'handed',
    hand: 'ee'.repeat(16),
    ...sides,
    booking: null,
    step: 'out',
    day: anas.place.today(),
    ...more,
  };
}

const idOf = ({ listing }: PostedListing): ListingId => listing.listing;
const unknown = '77'.repeat(16) as ListingId;

test('[ledger/B17] of a swap both things go, by one word of each, and hang there no more', async () => {
  expect((await sayHandOver(anas.place, pram, swap())).ok).toBe(true);
  await phones.meet();
  expect(stateOf(pram)).toEqual(['here', 'here', 'here']);
  expect(handOversForMe(biels.place)).toMatchObject([
    { thing: { listing: { title: 'A kettle' } }, inReturn: [pram], more: [] },
  ]);
  expect(myHandOvers(anas.place)).toMatchObject([{ thing: pram, inReturn: [kettle] }]);
  // It is open beside both of the two cards.
  expect(thingNow(biels.place, pram).forMe).toHaveLength(1);
  expect(thingNow(biels.place, kettle).forMe).toHaveLength(1);
  await phones.sayYes(biels);
  for (const phone of everyone()) {
    const { place } = phone;
    expect(whereIs(place, pram)).toMatchObject({ at: 'gone', to: memberOn(biels) });
    expect(whereIs(place, kettle)).toMatchObject({ at: 'gone', to: memberOn(anas) });
    expect(listingsOf(place)).toEqual([]);
  }
  expect(carmes.place.replica.board.handOvers()).toEqual([]);
});

test('whoever has the other thing says it as well; what is not theirs, or gone, is not named', async () => {
  const book = await phones.post(carmes, 'swap', 'A book');
  const named = (inReturn: PostedListing) =>
    sayHandOver(biels.place, pram, { ...swap(), inReturn });
  expect((await named(book)).ok).toBe(false);
  expect((await named(pram)).ok).toBe(false);
  const blank = blankListing('offer', biels.place.today());
  const offer = await postListing(biels.place, { ...blank, title: 'A haircut' });
  assert(offer.ok);
  const haircut = biels.place.replica.board.listing(memberOn(biels), offer.value);
  assert(haircut);
  expect((await named(haircut)).ok).toBe(false);
  expect((await named(kettle)).ok).toBe(true);
  await phones.sayYes(anas);
  expect(stateOf(kettle)).toEqual(['gone', 'gone', 'gone']);
  const again = await phones.post(anas, 'swap', 'Another pram');
  expect((await sayHandOver(biels.place, again, swap())).ok).toBe(false);
});

test('both say the same at one time: it has happened, and nothing is asked', async () => {
  await sayHandOver(anas.place, pram, swap());
  await sayHandOver(biels.place, pram, swap());
  await phones.meet();
  expect(stateOf(pram)).toEqual(['gone', 'gone', 'gone']);
  for (const { place } of everyone()) expect(handOversForMe(place)).toEqual([]);
});

test('said on two days by the two, it is one: one yes, and nothing is open any more', async () => {
  const tent = await phones.post(anas, 'lend', 'A tent');
  const lent = { taker: memberOn(biels), step: 'out' } as const;
  await sayHandOver(anas.place, tent, lent);
  phones.clock.day += 1;
  await sayHandOver(biels.place, tent, lent);
  await phones.meet();
  expect(thingNow(anas.place, tent)).toMatchObject({ forMe: [{}], byMe: [{}] });
  await phones.sayYes(anas);
  for (const { place } of [anas, biels])
    expect(thingNow(place, tent)).toMatchObject({ forMe: [], byMe: [] });
  await sayHandOver(biels.place, tent, { ...lent, step: 'back' });
  await phones.sayYes(anas);
  expect(stateOf(tent)).toEqual(['here', 'here', 'here']);
  // The next time is another.
  await sayHandOver(anas.place, tent, lent);
  await phones.sayYes(biels);
  expect(stateOf(tent)).toEqual(['lent', 'lent', 'lent']);
});

test('[community/C11] what was lent by an entry of before comes back by one, and goes out again by one of today', async () => {
  const tent = await phones.post(anas, 'lend', 'A tent');
  const [owner, taker] = [memberOn(anas), memberOn(biels)];
  const day = anas.place.today();
  const old: HandOver = {
    type: 'handover',
    owner,
    taker,
    listing: idOf(tent),
    step: 'out',
    day,
  };
  await write(anas, old);
  expect(handOversForMe(biels.place)).toMatchObject([{ handing: { content: old } }]);
  await phones.sayYes(biels);
  expect(stateOf(tent)).toEqual(['lent', 'lent', 'lent']);
  expect((await sayHandOver(biels.place, tent, { taker, step: 'back' })).ok).toBe(true);
  await phones.meet();
  const back = { ...old, step: 'back' };
  expect(handOversForMe(anas.place)).toMatchObject([{ handing: { content: back } }]);
  await phones.sayYes(anas);
  expect(stateOf(tent)).toEqual(['here', 'here', 'here']);
  await sayHandOver(anas.place, tent, { taker, step: 'out' });
  await phones.meet();
  expect(handOversForMe(biels.place)).toMatchObject([
    { handing: { content: { type: 'handed' } } },
  ]);
});

test('[community/C11] nothing is asked that cannot be so: of what is not there, is no thing, or is out', async () => {
  const asked = async (content: Handed) => {
    await write(biels, content);
    return handOversForMe(anas.place).length;
  };
  const hands = Array.from({ length: 9 }, (_, n): Partial<Handed> => ({
    hand: `a${n}`.repeat(16),
  }));
  const blank = blankListing('offer', anas.place.today());
  const offer = await postListing(anas.place, { ...blank, title: 'A haircut' });
  assert(offer.ok);
  const [mine, his] = [idOf(pram), idOf(kettle)];
  expect(await asked(letter([unknown], [], hands[0]))).toBe(0);
  expect(await asked(letter([mine, unknown], [his], hands[1]))).toBe(0);
  expect(await asked(letter([mine], [unknown], hands[2]))).toBe(0);
  expect(await asked(letter([offer.value], [], hands[3]))).toBe(0);
  expect(await asked(letter([mine], [], { ...hands[4], step: 'back' }))).toBe(0);
  // All of it stands in front of who is asked.
  expect(await asked(letter([mine], [his], hands[5]))).toBe(1);
  await phones.sayYes(anas);
  expect(await asked(letter([mine], [], hands[6]))).toBe(0);
  expect(await asked(letter([], [his], hands[7]))).toBe(0);
});

test('two ask for more of mine than one sees: all that goes is named', async () => {
  const tent = await phones.post(anas, 'give', 'A tent');
  await write(biels, letter([idOf(pram), idOf(tent)], [idOf(kettle)]));
  const [open] = handOversForMe(anas.place);
  assert(open);
  const titles = [open.thing, ...open.more].map(({ listing }) => listing.title);
  expect(titles.sort()).toEqual(['A pram', 'A tent']);
  expect(open.inReturn).toEqual([kettle]);
});

test('[community/C11] lent to two at once by the word of all: it is out until both have brought it back', async () => {
  const tent = await phones.post(anas, 'lend', 'A tent');
  const out = (step: Handed['step']) => letter([idOf(tent)], [], { step });
  await write(anas, out('out'));
  await sayHandOver(carmes.place, tent, { taker: memberOn(carmes), step: 'out' });
  await phones.meet();
  const [carmesOut] = handOversForMe(anas.place);
  assert(carmesOut, 'both are asked');
  await sign(anas.place, carmesOut.handing.content);
  await write(biels, out('out'));
  expect(stateOf(tent)).toEqual(['lent', 'lent', 'lent']);
  await write(anas, out('back'));
  await write(biels, out('back'));
  expect(whereIs(anas.place, tent)).toMatchObject({ at: 'lent', to: memberOn(carmes) });
  await sayHandOver(anas.place, tent, { taker: memberOn(carmes), step: 'back' });
  await phones.sayYes(carmes);
  expect(stateOf(tent)).toEqual(['here', 'here', 'here']);
});

test('[community/C11] one neighbour asks about a few at a time, and nobody else’s wait for that', async () => {
  const days = Array.from({ length: handingsAsked + 20 }, (_, n) =>
    letter([idOf(pram)], [], { day: n as Day }),
  );
  await write(biels, ...days);
  await sayHandOver(carmes.place, pram, { taker: memberOn(carmes), step: 'out' });
  await phones.meet();
  const asked = handOversForMe(anas.place);
  expect(asked.filter(({ other }) => other === memberOn(biels))).toHaveLength(
    handingsAsked,
  );
  expect(asked.filter(({ other }) => other === memberOn(carmes))).toHaveLength(1);
});
