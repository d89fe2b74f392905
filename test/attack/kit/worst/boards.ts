/** Words, and what takes them off the board. */
import type { EntryId, ListingId, MemberId } from '@manyhands/base';
import { bodyHashAt } from '@manyhands/ledger';
import type { Entry, Listing } from '@manyhands/ledger';
import { LogBuilder, profileOf } from '@manyhands/testing';
import { erases } from '../entries.ts';
import { didac, noteOf, village } from '../stories.ts';
import { fill, puppet } from './mischief.ts';
import type { Worst } from './mischief.ts';

const hex = (n: number, bytes: number): string =>
  n.toString(16).padStart(2 * bytes, '0');

const listingAt = (n: number): ListingId => hex(n, 16) as ListingId;

const card = (n: number): Listing => ({
  type: 'listing',
  listing: listingAt(n % 7),
  rev: n,
  kind: 'offer',
  title: 'a card',
  words: '',
  category: 1,
  terms: {
    place: 'agree',
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
});

/** A board that is filled with what `write` says. */
const board =
  (write: (n: number) => Parameters<LogBuilder['add']>[0]): Worst =>
  async (bytes) => {
    const { community } = await village();
    const log = new LogBuilder(community.id, 'board', didac);
    await fill(bytes, async (n) => [await log.add(write(n))]);
    return { community, logs: [log] };
  };

/** Notes, and an erase for each, which come one after the other. */
const erased: Worst = async (bytes) => {
  const { community } = await village();
  const notes = new LogBuilder(community.id, 'board', didac);
  const device = await puppet(0);
  const ledger = new LogBuilder(community.id, 'ledger', didac);
  await ledger.add(await community.enrolContent(device));
  const by = new LogBuilder(community.id, 'board', device);
  const all = await fill(bytes / 2, async (n) => [
    await notes.add(noteOf(didac, String(n))),
  ]);
  await fill(bytes / 2, async (n) => {
    const note = all[all.length - 1 - (n % all.length)];
    return note ? [await by.add(erases(note))] : [];
  });
  return { community, logs: [ledger, notes, by] };
};

/** Erases of fifty places each that are not there. */
const places: Worst = async (bytes) => {
  const { community } = await village();
  const by = new LogBuilder(community.id, 'board', didac);
  await fill(bytes, async (n) => {
    const named = Array.from({ length: 50 }, (_, i) => ({
      device: didac.device,
      seq: 1_000 + ((n * 50 + i) % 4_000),
      bodyHash: hex(n * 50 + i, 32),
    }));
    return [await by.add({ type: 'erase', places: named })];
  });
  return { community, logs: [by] };
};

/** A log of tombstones, and the erases that explain them, alone and before. */
const tombstones: Worst = async (bytes) => {
  const { community } = await village();
  const log = new LogBuilder(community.id, 'board', didac);
  const count = Math.floor(bytes / 110);
  const all: Entry[] = [];
  for (let n = 0; n < count; n++) all.push(await log.add(noteOf(didac, String(n))));
  const device = await puppet(0);
  await community.ledgerOf(didac).add(await community.enrolContent(device));
  const by = new LogBuilder(community.id, 'board', device);
  for (let at = 0; at < count; at += 50)
    await by.add(erases(...all.slice(at, at + 50)));
  const last = await log.add(profileOf(didac));
  const items = [...all.map((entry) => ({ bodyHash: bodyHashAt(entry) })), last.stored];
  const run = { ...log.run(), items };
  return { community, alone: by.entries, runs: [run] };
};

/** Erases without their chain, the last first. */
const alone: Worst = async (bytes) => {
  const { community } = await village();
  const by = new LogBuilder(community.id, 'board', didac);
  const one = await by.add(noteOf(didac, 'one'));
  const all = await fill((bytes * 2) / 3, async () => [await by.add(erases(one))]);
  return { community, alone: all.toReversed() };
};

const thread = hex(1, 16) as Entry['id'];

export const boards: Readonly<Record<string, Worst>> = {
  'notes, and an erase for each': erased,
  'erases of fifty places that are not there': places,
  'tombstones, and the erases that explain them': tombstones,
  'erases without their chain': alone,
  'profiles, each newer': board((n) => profileOf(didac, n)),
  'cards, each newer': board(card),
  'cards of as many names': board((n) => ({
    ...card(n),
    listing: listingAt(n),
  })),
  'kinds of help': board((n) => ({
    type: 'category',
    code: 1_000 + (n % 60_000),
    rev: 0,
    parent: null,
    name: 'kind',
    isShown: true,
  })),
  'thanks for one hour': board(() => ({
    type: 'thanks',
    proposal: hex(1, 32) as EntryId,
    text: 'x',
  })),
  'sealed words, to the same reader 32 times': board((n) => ({
    type: 'sealed',
    thread: thread as never,
    epk: hex(n, 32),
    wraps: Array.from({ length: 32 }, (_, i) => ({
      hint: hex(i % 2, 8),
      wrap: new Uint8Array(48),
    })),
    ciphertext: new Uint8Array(16),
  })),
  'who may write first': board((n) => ({
    type: 'strangers',
    rev: n,
    mayWrite: n % 2 === 0,
  })),
  'things that change hands, eight each way': board((n) => {
    const side = (owner: MemberId) =>
      Array.from({ length: 8 }, (_, i) => ({ owner, listing: listingAt(i), many: 1 }));
    const [one, other] = [didac.member, 'ff'.repeat(32) as MemberId];
    return {
      type: 'handed',
      hand: hex(n, 16),
      one,
      other,
      goes: side(one),
      comes: side(other),
      booking: null,
      step: 'out',
      day: 1 as never,
    };
  }),
  'things that are promised': board((n) => ({
    type: 'reserved',
    listing: listingAt(n % 7),
    rev: n,
    outs: 0,
  })),
  gifts: board((n) => ({
    type: 'gift',
    gift: hex(n, 16),
    helper: didac.member,
    helped: didac.member,
    day: 1 as never,
    minutes: null,
  })),
};
