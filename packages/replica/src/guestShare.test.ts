import type { MemberId } from '@manyhands/base';
import {
  TestCommunity,
  createPerson,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { GuestShare } from './guestShare.ts';
import { Houses } from './houses.ts';
import { guestsDailyShare } from './limits.ts';
import { Shares } from './shares.ts';
import { ana, biel, carme, dayInMs, didac } from './testing/sharing.ts';

const person = (name: string): Promise<CastMember> => createPerson(name, 'its phone');

/** Ana let in Biel and Carme; both let in others, who let in others. */
async function village() {
  const community = await TestCommunity.of(ana, [biel, carme], { circle: 3 });
  const houses = new Houses();
  const here = await openOnMemory(community.id);
  const admit = async (by: CastMember, newcomer: CastMember): Promise<MemberId> => {
    const log = community.ledgerOf(by);
    const entry = await log.add(await community.admitContent(newcomer));
    await deliver(here, { runs: community.runs() }, ana);
    houses.note([entry], here.replica.ledger);
    return newcomer.member;
  };
  const heads = community.ledgerOf(ana).entries;
  await deliver(here, { runs: community.runs() }, ana);
  houses.note(heads, here.replica.ledger);
  return { admit, houses };
}

describe('[R11] houses', () => {
  test('a guest is of the house of whom somebody answers for, however far away', async () => {
    const { admit, houses } = await village();
    const [one, two, three] = [
      await person('one'),
      await person('two'),
      await person('3'),
    ];
    await admit(biel, one);
    await admit(one, two);
    await admit(two, three);
    for (const { member } of [one, two, three]) {
      expect(houses.of(member)).toEqual([biel.member]);
    }
    expect(houses.of('00' as MemberId)).toEqual([]);
  });

  test('who lets in another’s guest as well takes nothing from them', async () => {
    const { admit, houses } = await village();
    const guests = new GuestShare(houses);
    const [puppet, guest] = [await person('puppet'), await person('guest')];
    await admit(biel, puppet);
    await admit(carme, guest);
    guests.take(puppet.member, guestsDailyShare / 4, 0);
    const before = guests.roomFor(guest.member, 0);
    await admit(biel, guest);
    expect(guests.roomFor(guest.member, 0)).toBe(before);
  });
});

describe('[R11] what all guests share', () => {
  /** As much as there is room for, page by page. */
  function fill(guests: GuestShare, guest: MemberId, now = 0): number {
    let taken = 0;
    for (let room = guests.roomFor(guest, now); room >= 1;) {
      guests.take(guest, Math.floor(room), now);
      taken += Math.floor(room);
      room = guests.roomFor(guest, now);
    }
    return taken;
  }

  test('[guestsDailyShare] so much a day, and the next day again', async () => {
    const { admit, houses } = await village();
    const guests = new GuestShare(houses);
    const puppet = await admit(biel, await person('puppet'));
    const first = fill(guests, puppet);
    expect(fill(guests, puppet, dayInMs - 1)).toBe(0);
    expect(fill(guests, puppet, dayInMs)).toBe(first);
  });

  test('one house takes half at most, and its puppets leave some to everybody else’s', async () => {
    const { admit, houses } = await village();
    const guests = new GuestShare(houses);
    let puppets = 0;
    for (let n = 0; n < 20; n++) {
      puppets += fill(guests, await admit(biel, await person(`puppet ${n}`)));
    }
    expect(puppets / guestsDailyShare).toBeCloseTo(1 / 2);
    const others = fill(guests, await admit(carme, await person('guest')));
    expect(others / guestsDailyShare).toBeCloseTo(1 / 4);
    // Of whom nothing is known but that somebody named them: they have their own.
    expect(fill(guests, 'ff' as MemberId) / guestsDailyShare).toBeCloseTo(1 / 8);
  });

  test('what was taken of who is a guest no more is free again', async () => {
    const { admit, houses } = await village();
    const guests = new GuestShare(houses);
    const [one, two] = [await person('one'), await person('two')];
    const [known, guest] = [await admit(biel, one), await admit(biel, two)];
    fill(guests, known);
    expect(guests.roomFor(guest, 0)).toBeLessThan(1);
    guests.forgive((member) => member !== known);
    expect(guests.roomFor(guest, 0)).toBe(guestsDailyShare / 2);
  });

  test('it survives an opening', async () => {
    const { admit, houses } = await village();
    const guests = new GuestShare(houses);
    const puppet = await admit(biel, await person('puppet'));
    guests.take(puppet, guestsDailyShare / 4, 3 * dayInMs);
    const again = new GuestShare(houses);
    again.resume(guests.kept());
    expect(again.roomFor(puppet, 3.5 * dayInMs)).toBe(guestsDailyShare / 4);
    expect(again.roomFor(puppet, 4 * dayInMs)).toBe(guestsDailyShare / 2);
  });
});

test('[R11] what was taken of who is rooted, of a partner or of one’s own was not taken of guests', async () => {
  const community = await TestCommunity.of(ana, [biel, carme], { circle: 3 });
  const [guest, own] = [await person('guest'), await person('own')];
  const admitted = community.ledgerOf(biel);
  for (const each of [didac, guest, own]) {
    await admitted.add(await community.admitContent(each));
  }
  await community.ledgerOf(own).add(helped(didac, 30));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  // Today everything that guests have was taken of this one.
  const leftWhenTakenOf = (member: MemberId): number => {
    const shares = new Shares(here.replica.ledger, own.member, () => 0);
    const taken: [MemberId, number][] = [[member, guestsDailyShare]];
    const clock = { passed: 0, last: 0 };
    shares.resume({ clock, levels: [], guests: { since: 0, taken } });
    return shares.roomOfGuests(guest.member);
  };
  expect(leftWhenTakenOf(guest.member)).toBe(0);
  for (const { member } of [biel, didac, own]) {
    expect(leftWhenTakenOf(member)).toBe(guestsDailyShare / 2);
  }
});
