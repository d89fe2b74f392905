/** [community/C24] whom a device refuses because the members let them go, and what it does then. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { DeviceKey, EntryId, MinuteOfTime } from '@manyhands/base';
import { minutesPerDay, ok } from '@manyhands/base';
import type { MemberStanding } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  openOnMemory,
} from '@manyhands/testing';
import type { CastMember, OnMemory } from '@manyhands/testing';
import { Removing } from './removing.ts';
import type { KeptSecret, SecretBook } from './secretBook.ts';
import { TakenHere, waitDays } from './takenHere.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let didac: CastMember;
let community: TestCommunity;
let here: OnMemory;
let now: MinuteOfTime;
let taken: TakenHere;
let removals: Removing;
let secret: KeptSecret;

const days = (count: number): void => {
  now = (now + count * minutesPerDay) as MinuteOfTime;
};
const book: SecretBook = { newest: null, since: 0 as MinuteOfTime, before: [] };
/** A device whose turn comes after so many minutes. */
const deviceOf = (minutes: number): DeviceKey =>
  minutes.toString(16).padStart(8, '0').padEnd(64, '7') as DeviceKey;
const removing = ({ member }: CastMember, device = deviceOf(0)) =>
  new Removing({
    replica: here.replica,
    notes: here.store.notes,
    member,
    device,
    book,
    now: () => now,
    isActedOn: taken.isActedOn,
    keep: () => Promise.resolve(ok(undefined)),
  });
const open = () => {
  const { replica, store } = here;
  const { notes } = store;
  taken = new TakenHere({ replica, notes, now: () => now, isQuiet: () => true });
  removals = removing(ana);
};
const made: number[] = [];
let moved = 0;
/** What the device does by itself, as often as it looks. */
const look = async () => {
  await deliver(here, { runs: community.runs() }, ana);
  await taken.look();
  await removals.look({
    held: () => secret,
    renew: (epoch) => {
      made.push(epoch);
      secret = { epoch, secret: new Uint8Array(32).fill(epoch) };
      return Promise.resolve();
    },
    onmoved: () => (moved += 1),
    onrooms: (before) => rooms.push(before.map(({ epoch }) => epoch)),
  });
};
const rooms: number[][] = [];
/** Ana, Biel and Carme have a say; Ana asks, Biel says yes. */
const decide = async (
  of: CastMember,
  standing: MemberStanding = 'removed',
  replaces: readonly EntryId[] = [],
): Promise<EntryId> => {
  const { id } = await community.ledgerOf(ana).add({
    type: 'motion.open',
    replaces: [...replaces],
    matter: { about: 'member', member: of.member, standing },
  });
  await community.ledgerOf(biel).add({ type: 'motion.vote', motion: id, yes: true });
  return id;
};
const admits = async (by: CastMember, guest: CastMember) =>
  community.ledgerOf(by).add(await community.admitContent(guest));

beforeEach(async () => {
  [ana, biel, carme, didac] = await createCast();
  community = await TestCommunity.of(ana, [biel, carme, didac]);
  for (const { member } of [biel, carme]) {
    await community.ledgerOf(ana).add({ type: 'member.vouch', member });
  }
  here = await openOnMemory(community.id);
  now = 29_000_000 as MinuteOfTime;
  secret = { epoch: 0, secret: new Uint8Array(32) };
  [made.length, rooms.length, moved] = [0, 0, 0];
  open();
  await look();
});

describe('[community/C24] a removal', () => {
  test('is acted on seven days after this device saw it taken, and once', async () => {
    await decide(didac);
    await look();
    days(waitDays - 1);
    await look();
    expect(removals.isRemoved(didac.member)).toBe(false);
    expect([made, moved]).toEqual([[], 0]);
    days(1);
    await look();
    await look();
    expect(removals.isRemoved(didac.member)).toBe(true);
    expect(removals.isRemoved(carme.member)).toBe(false);
    expect([made, moved]).toEqual([[1], 1]);
  });

  test('that came with the first fetch is acted on at once', async () => {
    here = await openOnMemory(community.id);
    await decide(didac);
    open();
    await look();
    expect(removals.isRemoved(didac.member)).toBe(true);
    expect(made).toEqual([1]);
  });

  test('is known after the device was closed; a clock put back begins anew', async () => {
    await decide(didac);
    await look();
    days(waitDays);
    open();
    await look();
    expect(removals.isRemoved(didac.member)).toBe(true);
    days(-400);
    await look();
    expect(removals.isRemoved(didac.member)).toBe(false);
  });

  test('that is lifted refuses nobody at once, and a further one makes a further secret', async () => {
    const first = await decide(didac);
    await look();
    days(waitDays);
    await look();
    const back = await decide(didac, 'among us', [first]);
    await look();
    expect(removals.isRemoved(didac.member)).toBe(false);
    expect([made, moved]).toEqual([[1], 2]);
    await decide(didac, 'removed', [back]);
    await look();
    expect(made).toEqual([1]);
    days(waitDays);
    await look();
    expect(made).toEqual([1, 2]);
  });

  test('of oneself makes nothing and refuses nobody', async () => {
    removals = removing(didac);
    await decide(didac);
    await look();
    days(waitDays);
    await look();
    expect(removals.isRemoved(didac.member)).toBe(false);
    expect(made).toEqual([]);
  });

  test('makes no secret where the next one came before the days were over', async () => {
    await decide(didac);
    await look();
    secret = { epoch: 1, secret: new Uint8Array(32).fill(9) };
    days(waitDays);
    await look();
    expect(made).toEqual([]);
  });
});

describe('[community/C24] the next secret', () => {
  test('is made by each device in its own minute, and by none to whom it was told before', async () => {
    const late = removing(ana, deviceOf(30));
    const lateLook = () =>
      late.look({
        held: () => secret,
        renew: (epoch) => Promise.resolve(void made.push(epoch)),
        onmoved: () => undefined,
        onrooms: () => undefined,
      });
    await decide(didac);
    await look();
    days(waitDays);
    now = (now + 29) as MinuteOfTime;
    await lateLook();
    // It acts on it already, and waits with this alone.
    expect(late.isRemoved(didac.member)).toBe(true);
    expect(made).toEqual([]);
    now = (now + 1) as MinuteOfTime;
    await lateLook();
    expect(made).toEqual([1]);
    secret = { epoch: 1, secret: new Uint8Array(32).fill(1) };
    await lateLook();
    expect(made).toEqual([1]);
  });

  test('however many took each other’s place, rooms are stood in for four of before', async () => {
    for (let epoch = 1; epoch <= 9; epoch++) {
      now = (now + 1) as MinuteOfTime;
      const by = { epoch, secret: new Uint8Array(32).fill(epoch) };
      await removals.replace(secret, by);
      secret = by;
      await look();
    }
    expect(rooms.at(-1)).toHaveLength(4);
    // That one was held for far longer than the others.
    expect(rooms.at(-1)).toContain(0);
  });
});

describe('[community/C24] a guest of somebody removed', () => {
  test('who came before stays; who comes later is refused, and guests of theirs', async () => {
    const [before, after, behind] = await Promise.all(
      ['Before', 'After', 'Behind'].map((name) => createPerson(name)),
    );
    if (!before || !after || !behind) throw new Error('three guests');
    await admits(didac, before);
    await decide(didac);
    await look();
    days(waitDays);
    await look();
    await admits(didac, after);
    await admits(after, behind);
    await look();
    expect(removals.isRemoved(before.member)).toBe(false);
    expect(removals.isRemoved(after.member)).toBe(true);
    expect(removals.isRemoved(behind.member)).toBe(true);
    // Their words for each other are none of a neighbour's; a neighbour's are enough.
    await community
      .ledgerOf(behind)
      .add({ type: 'member.vouch', member: after.member });
    await look();
    expect(removals.isRemoved(after.member)).toBe(true);
    await community.ledgerOf(carme).add({ type: 'member.vouch', member: after.member });
    await look();
    expect(removals.isRemoved(after.member)).toBe(false);
    expect(removals.isRemoved(behind.member)).toBe(false);
  });
});
