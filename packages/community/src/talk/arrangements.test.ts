import fc from 'fast-check';
import { assert, beforeEach, expect, test } from 'vitest';
import type { Day, ListingId, Minutes } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { arrangementIdOf, encodeArrangement, lastRev } from '@manyhands/ledger';
import type { ArrangementName, Listing, Plan } from '@manyhands/ledger';
import { TestCommunity, createCast, createPerson, sized } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { readersOf, sealWords } from '../opened/sealing.ts';
import {
  agree,
  arrangementNamed,
  arrangementsOf,
  arrangementsRead,
  callOff,
  isOver,
  sayDone,
  suggest,
  isMyTurn,
} from './arrangements.ts';

const listing: Listing = {
  type: 'listing',
  listing: '1b'.repeat(16) as ListingId,
  rev: 0,
  kind: 'need',
  title: 'The hedge',
  words: '',
  category: 4,
  terms: {
    place: 'mine',
    where: '',
    free: [],
    from: null,
    until: null,
    standing: false,
    group: 1,
    manner: 'hours',
    producer: '',
    origin: '',
    fair: false,
    price: '',
  },
  photo: null,
  state: 'open',
};
const plan: Plan = {
  what: 'The hedge',
  day: 20_141 as Day,
  minute: 570,
  length: 90 as Minutes,
  where: 'At the canal',
};

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let anas: SilentPhone;
let tablet: SilentPhone;
let biels: SilentPhone;
let carmes: SilentPhone;
let name: ArrangementName;

/** Brings all that `from` holds to `to`, as a link would. */
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
  await arrangementsRead(to.place);
}

const meet = async (one: SilentPhone, other: SilentPhone): Promise<void> => {
  await tell(one, other);
  await tell(other, one);
  // Erases that came back are told once more.
  await tell(one, other);
};

function seenOn({ place }: SilentPhone) {
  const found = arrangementNamed(place, name);
  assert(found, 'they have spoken of it');
  return found;
}

const rawOf = ({ memory: { disk } }: SilentPhone): string =>
  [
    ...disk.updates,
    ...disk.notes.values(),
    ...[...disk.journal.values()].map(({ stored }) => stored),
  ]
    .map(toHex)
    .join(' ');

/** Ana has a phone and a tablet, and has posted a need. */
async function settle(): Promise<void> {
  const [first, second, third, didac] = await createCast();
  [ana, biel, carme] = [first, second, third];
  const anasTablet = await createPerson('Ana', 'tablet');
  const community = await TestCommunity.of(didac, [ana, biel, carme]);
  const log = community.ledgerOf(didac);
  await log.add(await community.enrolContent(anasTablet));
  anas = await silentPhone(ana, community);
  tablet = await silentPhone(anasTablet, community);
  biels = await silentPhone(biel, community);
  carmes = await silentPhone(carme, community);
  const posted = await anas.place.writer.append('board', listing);
  assert(posted.ok);
  for (const phone of [tablet, biels, carmes]) await tell(anas, phone);
  name = { owner: ana.member, listing: listing.listing, answerer: biel.member };
}

beforeEach(settle);

test('a need is answered, agreed on and done, and a third phone reads nothing', async () => {
  await suggest(biels.place, name, plan, 'I bring the ladder');
  await meet(biels, anas);
  expect(seenOn(anas)).toMatchObject({
    stage: 'asked',
    plan,
    other: biel.member,
    theirSaying: 'I bring the ladder',
  });
  expect(isMyTurn(seenOn(anas))).toBe(true);
  expect(isMyTurn(seenOn(biels))).toBe(false);

  expect((await agree(anas.place, seenOn(anas))).ok).toBe(true);
  await meet(anas, biels);
  for (const phone of [anas, biels]) expect(seenOn(phone).stage).toBe('agreed');

  await meet(anas, carmes);
  expect(arrangementsOf(carmes.place)).toEqual([]);
  await sayDone(biels.place, seenOn(biels));
  await meet(biels, anas);
  for (const phone of [anas, biels]) expect(seenOn(phone).stage).toBe('done');
});

test('what was replaced is erased, here and on every phone that hears of it', async () => {
  await suggest(biels.place, name, plan, '');
  await meet(biels, anas);
  const { board } = anas.place.replica;
  const [first] = board.sealedFor(ana.device);
  assert(first);
  const words = toHex(first.sealed.ciphertext);
  expect(rawOf(biels)).toContain(words);
  expect(rawOf(anas)).toContain(words);

  await suggest(biels.place, name, { ...plan, minute: 600 }, '');
  expect(rawOf(biels)).not.toContain(words);
  await meet(biels, anas);
  await anas.place.replica.purge();
  expect(rawOf(anas)).not.toContain(words);
  expect(board.sealedFor(ana.device)).toHaveLength(1);
  expect(seenOn(anas).plan.minute).toBe(600);
  expect(rawOf(biels)).not.toContain(toHex(utf8Bytes('At the canal')));
});

test('each of her devices answers for her, and what one says replaces the other’s', async () => {
  await suggest(biels.place, name, plan, '');
  for (const phone of [anas, tablet]) await meet(biels, phone);
  await suggest(anas.place, name, { ...plan, minute: 600 }, '');
  await agree(tablet.place, seenOn(tablet));
  await meet(anas, tablet);
  const both = [seenOn(anas), seenOn(tablet)];
  expect(both[0]).toEqual(both[1]);
  await agree(biels.place, seenOn(biels));
  await suggest(tablet.place, name, { ...plan, minute: 660 }, '');
  await meet(tablet, biels);
  await meet(tablet, anas);
  const own = anas.place.replica.board
    .sealedFor(ana.device)
    .filter(({ entry }) => entry.log.member === ana.member);
  expect(own).toHaveLength(1);
  for (const phone of [anas, tablet, biels]) {
    expect(seenOn(phone)).toMatchObject({ stage: 'changed', plan: { minute: 660 } });
  }
});

test('called off by one, without a word; asked anew, it needs a new yes', async () => {
  await suggest(biels.place, name, plan, 'I bring the ladder');
  await meet(biels, anas);
  await agree(anas.place, seenOn(anas));
  await meet(anas, biels);
  await callOff(biels.place, seenOn(biels));
  await meet(biels, anas);
  expect(seenOn(anas)).toMatchObject({
    stage: 'off',
    theirSaying: '',
    isMyWord: false,
  });

  await suggest(biels.place, name, plan, '');
  await meet(biels, anas);
  for (const phone of [anas, biels]) expect(seenOn(phone).stage).toBe('asked');
  expect(isMyTurn(seenOn(anas))).toBe(true);
});

test('a thing that both say was handed over leaves nothing to plan, until it is asked for again', async () => {
  await suggest(biels.place, name, { ...plan, day: null }, '');
  await meet(biels, anas);
  await agree(anas.place, seenOn(anas));
  const { owner, answerer: taker } = name;
  const day = anas.place.today();
  const out = { type: 'handover', owner, taker, step: 'out', day } as const;
  const handOver = { ...out, listing: listing.listing };
  expect((await anas.place.writer.append('board', handOver)).ok).toBe(true);
  await meet(anas, biels);
  // One of two has said it: it may not have happened.
  for (const phone of [anas, biels]) expect(seenOn(phone).stage).toBe('agreed');

  expect((await biels.place.writer.append('board', handOver)).ok).toBe(true);
  await meet(biels, anas);
  for (const phone of [anas, biels]) expect(seenOn(phone).stage).toBe('done');

  await suggest(biels.place, name, plan, '');
  await meet(biels, anas);
  for (const phone of [anas, biels]) expect(seenOn(phone).stage).toBe('asked');
});

test('nobody is shown a card they have no part in', async () => {
  // Carme makes one up about a listing that Biel never answered, and one of her own.
  const made = { owner: carme.member, listing: listing.listing, answerer: biel.member };
  await suggest(carmes.place, made, plan, 'Come now');
  const madeUp = {
    ...name,
    listing: '2c'.repeat(16) as ListingId,
    answerer: carme.member,
  };
  await suggest(carmes.place, madeUp, plan, 'Come now');
  for (const phone of [anas, biels]) await meet(carmes, phone);
  expect(arrangementsOf(biels.place)).toEqual([]);
  expect(arrangementsOf(anas.place)).toEqual([]);
});

test('a revision without end makes no word that cannot be written', async () => {
  await suggest(biels.place, name, plan, '');
  const word = { ...name, round: lastRev, rev: lastRev, plan, text: '' };
  const bytes = encodeArrangement({ ...word, says: 'off' });
  const devices = [ana, biel].flatMap(({ member }) =>
    readersOf(biels.place.replica, member),
  );
  const sealed = await sealWords(devices, arrangementIdOf(name), bytes);
  await biels.place.writer.append('board', sealed);
  await meet(biels, anas);
  expect((await suggest(anas.place, name, plan, '')).ok).toBe(true);
});

test('what is too long is refused, and nothing is written', async () => {
  const { version } = biels.place.replica.board;
  const long = { ...plan, where: 'é'.repeat(49) };
  expect(await suggest(biels.place, name, long, '')).toMatchObject({
    error: { type: 'NoteTooLong' },
  });
  expect(biels.place.replica.board.version).toBe(version);
});

test('its time is over once the clock on the wall has passed its end', async () => {
  await suggest(biels.place, name, { ...plan, day: 20_140 as Day, minute: 0 }, '');
  await meet(biels, anas);
  expect(isOver(seenOn(anas), anas.place)).toBe(false);
  await agree(anas.place, seenOn(anas));
  const agreed = seenOn(anas);
  const at = (minute: number | null, length: number | null, day = 20_140) => ({
    ...agreed,
    plan: { ...plan, day: day as Day, minute, length: length as Minutes | null },
  });
  // The clock of this phone: 29,000,000 minutes since 1970.
  const clock = new Date(29_000_000 * 60_000);
  const now = clock.getHours() * 60 + clock.getMinutes();
  expect(isOver(at(now - 60, 60), anas.place)).toBe(true);
  expect(isOver(at(now - 60, 61), anas.place)).toBe(false);
  expect(isOver(at(null, 60), anas.place)).toBe(false);
  expect(isOver(at(null, null, 20_139), anas.place)).toBe(true);
});

type Act = 'suggest' | 'agree' | 'callOff' | 'done';
const acts = fc.array(
  fc.record({
    who: fc.constantFrom('anas', 'tablet', 'biels'),
    act: fc.constantFrom<Act>('suggest', 'agree', 'callOff', 'done'),
    minute: fc.constantFrom(570, 600),
    // Whom they meet afterwards, if anybody.
    meets: fc.constantFrom('anas', 'tablet', 'biels', null),
  }),
  { minLength: 1, maxLength: 5 },
);

test('whoever writes when and meets whom, in the end all phones say the same', async () => {
  const stages = new Set<string>();
  await fc.assert(
    fc.asyncProperty(acts, async (told) => {
      await settle();
      const phones = { anas, tablet, biels };
      await suggest(biels.place, name, plan, '');
      for (const { who, act, minute, meets } of told) {
        const phone = phones[who];
        const now = arrangementNamed(phone.place, name);
        if (act === 'suggest')
          await suggest(phone.place, name, { ...plan, minute }, '');
        else if (now && act === 'agree') await agree(phone.place, now);
        else if (now && act === 'callOff') await callOff(phone.place, now);
        else if (now) await sayDone(phone.place, now);
        if (meets && meets !== who) await meet(phone, phones[meets]);
      }
      for (const one of [anas, tablet, biels, anas])
        for (const other of [biels, tablet, anas])
          if (one !== other) await meet(one, other);
      const [first, ...others] = [anas, tablet, biels].map((phone) => {
        const { stage, plan, round, rev } = seenOn(phone);
        return { stage, plan, round, rev };
      });
      stages.add(first?.stage ?? '');
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: sized(8, 20), seed: 36 },
  );
  expect(stages.size).toBeGreaterThan(2);
});
