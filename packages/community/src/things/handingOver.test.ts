import { assert, beforeEach, expect, test, vi } from 'vitest';
import type { Listing } from '@manyhands/ledger';
import { memberOn as me, threePhones } from '../testing/threePhones.ts';
import type { ThreePhones } from '../testing/threePhones.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { sayNotSo, sign, takeBackSigned, unsayNotSo } from '../hours/bySigning.ts';
import type { Place } from '../opened/place.ts';
import { handOversForMe, sayHandOver, thingNow } from './handingOver.ts';
import { whereIs } from './whereabouts.ts';
import { listingsOf } from '../board/listings.ts';

let phones: ThreePhones;
let anas: SilentPhone;
let biels: SilentPhone;
let carmes: SilentPhone;

beforeEach(async () => {
  phones = await threePhones();
  ({ anas, biels, carmes } = phones);
});

const meet = () => phones.meet();
const sayYes = (who: SilentPhone) => phones.sayYes(who);
const post = (manner: Listing['terms']['manner']) => phones.post(anas, manner);

test('a thing is lent, and comes back: both say both; everybody knows where it is', async () => {
  const pram = await post('lend');
  const hours = () =>
    [anas, biels].map(({ place }) => place.replica.ledger.balanceOf(me(anas)));
  expect(
    await sayHandOver(anas.place, pram, { taker: me(biels), step: 'out' }),
  ).toMatchObject({ ok: true });
  expect(whereIs(anas.place, pram)).toEqual({ at: 'here' });
  await sayYes(biels);
  for (const phone of [anas, biels, carmes])
    expect(whereIs(phone.place, pram)).toEqual({
      at: 'lent',
      to: me(biels),
      since: phones.clock.day,
    });
  expect(listingsOf(carmes.place)).toHaveLength(1);
  // Nobody lends what is lent, and nobody but the two says that it came back.
  const lentOn = { taker: me(carmes), step: 'out' } as const;
  expect(await sayHandOver(anas.place, pram, lentOn)).toMatchObject({
    error: { type: 'Changed' },
  });
  const back = { taker: me(biels), step: 'back' } as const;
  expect((await sayHandOver(carmes.place, pram, back)).ok).toBe(false);

  phones.clock.day += 7;
  expect((await sayHandOver(biels.place, pram, back)).ok).toBe(true);
  await meet();
  expect(thingNow(biels.place, pram).byMe).toHaveLength(1);
  expect(thingNow(anas.place, pram).forMe).toHaveLength(1);
  expect(handOversForMe(carmes.place)).toEqual([]);
  await sayYes(anas);
  for (const phone of [anas, biels, carmes])
    expect(whereIs(phone.place, pram)).toEqual({ at: 'here' });
  expect((await sayHandOver(anas.place, pram, lentOn)).ok).toBe(true);
  expect(hours()).toEqual([0, 0]);
});

test('lent, brought back and lent again to one person on one day: each is one', async () => {
  const pram = await post('lend');
  const out = { taker: me(biels), step: 'out' } as const;
  const back = { taker: me(biels), step: 'back' } as const;
  const everywhere = () =>
    [anas, biels, carmes].map(({ place }) => whereIs(place, pram).at);
  await sayHandOver(anas.place, pram, out);
  await sayYes(biels);
  // His other phone said yes as well: that is no second time.
  const [once] = biels.place.replica.board.handed();
  assert(once);
  await sign(biels.place, once.content);
  await meet();
  expect(handOversForMe(anas.place)).toEqual([]);
  for (let again = 0; again < 2; again += 1) {
    await sayHandOver(biels.place, pram, back);
    await sayYes(anas);
    expect(everywhere()).toEqual(['here', 'here', 'here']);

    expect((await sayHandOver(anas.place, pram, out)).ok).toBe(true);
    await meet();
    expect(thingNow(anas.place, pram).byMe).toHaveLength(1);
    expect(everywhere()).toEqual(['here', 'here', 'here']);
    await sayYes(biels);
    expect(everywhere()).toEqual(['lent', 'lent', 'lent']);
    expect(thingNow(biels.place, pram)).toMatchObject({ forMe: [], byMe: [] });
  }
  // Back a week later, and out again on that very day.
  phones.clock.day += 7;
  await sayHandOver(biels.place, pram, back);
  await sayYes(anas);
  await sayHandOver(biels.place, pram, out);
  await meet();
  const [open] = thingNow(biels.place, pram).byMe;
  assert(open);
  expect((await takeBackSigned(biels.place, open.handing)).ok).toBe(true);
  await meet();
  expect(everywhere()).toEqual(['here', 'here', 'here']);
  await sayHandOver(biels.place, pram, out);
  await sayYes(anas);
  expect(whereIs(carmes.place, pram)).toEqual({
    at: 'lent',
    to: me(biels),
    since: phones.clock.day,
  });
});

test('a thing that was given away hangs on the board no more, and comes not back', async () => {
  const pram = await post('give');
  // This time whoever was given it says so first.
  const got = { taker: me(biels), step: 'out' } as const;
  expect((await sayHandOver(biels.place, pram, got)).ok).toBe(true);
  await sayYes(anas);
  expect(whereIs(carmes.place, pram)).toMatchObject({ at: 'gone', to: me(biels) });
  expect(listingsOf(carmes.place)).toEqual([]);
  const back = { taker: me(biels), step: 'back' } as const;
  expect((await sayHandOver(biels.place, pram, back)).ok).toBe(false);
});

test('what nobody has said yes to is taken back, and waits for nobody', async () => {
  const pram = await post('swap');
  await sayHandOver(anas.place, pram, { taker: me(biels), step: 'out' });
  await meet();
  expect(handOversForMe(biels.place)).toMatchObject([{ iAmOwner: false }]);
  expect(thingNow(anas.place, pram).forMe).toEqual([]);
  const [open] = thingNow(anas.place, pram).byMe;
  assert(open);
  expect((await takeBackSigned(anas.place, open.handing)).ok).toBe(true);
  await meet();
  expect(handOversForMe(biels.place)).toEqual([]);
  expect(whereIs(biels.place, pram)).toEqual({ at: 'here' });
});

test('it was not so: it waits no more on this phone, for good, until that is undone', async () => {
  const pram = await post('give');
  await sayHandOver(anas.place, pram, { taker: me(biels), step: 'out' });
  await meet();
  const [open] = handOversForMe(biels.place);
  assert(open);
  await sayNotSo(biels.place, open.handing);
  expect(handOversForMe(biels.place)).toEqual([]);
  // Another page of the same phone reads it from the disk.
  const { notes } = biels.place;
  const reopened: Place = { ...biels.place, notes: new Proxy(notes, {}) };
  handOversForMe(reopened);
  await vi.waitFor(() => expect(handOversForMe(reopened)).toEqual([]));
  await unsayNotSo(biels.place, open.handing);
  expect(handOversForMe(biels.place)).toHaveLength(1);
});

test('of a listing that is erased nothing is asked any more', async () => {
  const pram = await post('give');
  await sayHandOver(anas.place, pram, { taker: me(biels), step: 'out' });
  await meet();
  await anas.place.writer.erase([pram.entry]);
  await meet();
  expect(handOversForMe(biels.place)).toEqual([]);
});
