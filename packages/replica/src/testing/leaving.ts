/** Phones whose duties run, on which somebody leaves. */
import { expect } from 'vitest';
import type { MinuteOfTime } from '@manyhands/base';
import {
  TestCommunity,
  createCast,
  deliver,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { startDuties } from '../duties.ts';
import type { Duties } from '../duties.ts';
import { forgettingAfter } from '../limits.ts';
import { everythingFrom, holds } from './regrets.ts';
import type { Writer } from '../types.ts';
import { writerOn } from './writerOn.ts';

const [ana, biel, carme, didac] = await createCast();
export { ana, biel, carme };
/** Biel's second device. */
export const leavingTablet: CastMember = {
  ...didac,
  member: biel.member,
  identity: biel.identity,
};

export interface LeavingPhone extends OnMemory {
  readonly writer: Writer;
  readonly duties: Duties;
  readonly clock: { minute: number };
}

/** Ana founded it and let in Biel, with two devices, and Carme: all on paper. */
export async function founded(): Promise<TestCommunity> {
  const community = await TestCommunity.of(ana, [biel, carme]);
  await community.ledgerOf(ana).add(await community.enrolContent(leavingTablet));
  return community;
}

export async function leavingPhoneOf(
  community: TestCommunity,
  person: CastMember,
  disk?: OnMemory['disk'],
): Promise<LeavingPhone> {
  const { member, device } = person;
  const own = { member, device };
  const memory = await openOnMemory(community.id, disk, { own });
  await deliver(memory, { runs: [community.ledgerOf(ana).run()] }, ana);
  const { replica, store } = memory;
  const writer = await writerOn(memory, person);
  const clock = { minute: 29_000_000 };
  const duties = startDuties({
    leaving: { notes: store.notes, now: () => clock.minute as MinuteOfTime },
    replica,
    writer,
    clock: () => 0,
    isQuiet: () => false,
    random: () => 0,
  });
  return { ...memory, writer, duties, clock };
}

/** A week goes by on this phone, and it does what is due then. */
export async function aWeekLater({ clock, duties }: LeavingPhone): Promise<void> {
  await duties.now();
  clock.minute += forgettingAfter;
  await duties.now();
}

export async function phonesOf(...people: CastMember[]): Promise<LeavingPhone[]> {
  const community = await founded();
  return Promise.all(people.map((person) => leavingPhoneOf(community, person)));
}

/** All that `from` would give a newcomer; then `to` has done what it owes. */
export async function tell(from: LeavingPhone, to: LeavingPhone): Promise<void> {
  for (const page of everythingFrom(from)) {
    const { refused } = await to.replica.receive(page, { type: 'message' });
    expect(refused).toBeNull();
  }
  await to.duties.now();
}

export const sayAbout = (phone: LeavingPhone, about: string, rev = 0) =>
  phone.writer.append('board', { ...profileOf(biel, rev), about });

export async function leaveOn({ writer, duties }: LeavingPhone): Promise<void> {
  await writer.append('ledger', { type: 'member.leave' });
  await duties.now();
}

/** Which of `words` this disk holds, once what was erased has left it. */
export async function heldOn(
  { replica, disk }: LeavingPhone,
  words: string[],
): Promise<string[]> {
  await replica.purge();
  return words.filter((each) => holds(disk, each));
}
