import { describe, expect, test } from 'vitest';
import { err } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { createPerson, deliver, identityContent, listing } from '@manyhands/testing';
import type { TestCommunity } from '@manyhands/testing';
import { LeaveWatch } from './leaveWatch.ts';
import { forgettingAfter } from './limits.ts';
import {
  ana,
  biel,
  carme,
  leavingTablet,
  founded,
  heldOn,
  leaveOn,
  leavingPhoneOf,
  sayAbout,
  tell,
} from './testing/leaving.ts';
import type { LeavingPhone } from './testing/leaving.ts';

describe('[H2] a leaving that was said on another device', () => {
  const words = ['typed on my tablet'];

  async function leftElsewhere(): Promise<{
    community: TestCommunity;
    other: LeavingPhone;
    carmes: LeavingPhone;
  }> {
    const community = await founded();
    const [phone, other, carmes] = [
      await leavingPhoneOf(community, biel),
      await leavingPhoneOf(community, leavingTablet),
      await leavingPhoneOf(community, carme),
    ];
    await sayAbout(other, 'typed on my tablet');
    await leaveOn(phone);
    await tell(phone, carmes);
    await tell(phone, other);
    expect(other.replica.ledger.member(biel.member)?.left).toBe(true);
    return { community, other, carmes };
  }

  test('is waited for: seven days by its own clock, in which it stood', async () => {
    const { other } = await leftElsewhere();
    other.clock.minute += forgettingAfter - 1;
    await other.duties.now();
    expect(await heldOn(other, words)).toEqual(words);
    expect(await other.duties.forgetsIn()).toBe(60_000);
    other.clock.minute += 1;
    await other.duties.now();
    expect(await heldOn(other, words)).toEqual([]);
  });

  test('is remembered when the app was closed; a clock put back begins anew', async () => {
    const { community, other } = await leftElsewhere();
    await other.replica.close();
    const again = await leavingPhoneOf(community, leavingTablet, other.disk);
    again.clock.minute += forgettingAfter;
    await again.duties.now();
    expect(await heldOn(again, words)).toEqual([]);

    const { community: street, other: third } = await leftElsewhere();
    third.clock.minute -= 9;
    await third.duties.now();
    await third.replica.close();
    const last = await leavingPhoneOf(street, leavingTablet, third.disk);
    last.clock.minute += forgettingAfter - 10;
    await last.duties.now();
    expect(await heldOn(last, words)).toEqual(words);
    last.clock.minute += 1;
    await last.duties.now();
    expect(await heldOn(last, words)).toEqual([]);
  });

  test('that stands no more begins anew when it stands again', async () => {
    const { community, other } = await leftElsewhere();
    other.clock.minute += forgettingAfter - 1;
    const off = async (version: number, at: number | null): Promise<void> => {
      const devices = [listing(biel, at, null), listing(leavingTablet)];
      const claim = { version, key: biel.identity, devices };
      const log = community.ledgerOf(carme);
      const { seq } = await log.add(
        await identityContent(community, biel, claim, biel.identity),
      );
      await deliver(other, { runs: [log.run(seq)] }, ana);
      await other.duties.now();
    };
    await off(1, 0);
    expect(other.replica.ledger.member(biel.member)?.left).toBe(false);
    expect(await other.duties.forgetsIn()).toBeNull();
    await off(2, null);
    expect(other.replica.ledger.member(biel.member)?.left).toBe(true);
    expect(await other.duties.forgetsIn()).toBe(forgettingAfter * 60_000);
    other.clock.minute += forgettingAfter - 1;
    await other.duties.now();
    expect(await heldOn(other, words)).toEqual(words);
    other.clock.minute += 1;
    await other.duties.now();
    expect(await heldOn(other, words)).toEqual([]);
  });

  test('that another device says while the first is taken back begins anew, also in one page', async () => {
    const { community, other } = await leftElsewhere();
    const desk = await createPerson('Biel', 'desk');
    await community.ledgerOf(carme).add(await community.enrolContent(desk));
    const claim = {
      key: biel.identity,
      devices: [listing(biel, 0), listing(leavingTablet)],
    };
    const content = await identityContent(community, biel, claim, biel.identity);
    await community.ledgerOf(carme).add(content);
    await community.ledgerOf(desk).add({ type: 'member.leave' });
    const runs = [carme, desk].map((person) => community.ledgerOf(person).run());
    other.clock.minute += forgettingAfter - 1;
    await deliver(other, { runs }, ana);
    await other.duties.now();
    expect(other.replica.ledger.leftOn(biel.member)).toEqual([desk.device]);
    other.clock.minute += forgettingAfter - 1;
    await other.duties.now();
    expect(await heldOn(other, words)).toEqual(words);
    other.clock.minute += 1;
    await other.duties.now();
    expect(await heldOn(other, words)).toEqual([]);
  });

  test('begins anew where the disk has lost since when', async () => {
    const { community, other } = await leftElsewhere();
    await other.replica.close();
    other.disk.notes.delete('leaving');
    const again = await leavingPhoneOf(community, leavingTablet, other.disk);
    await again.duties.now();
    again.clock.minute += forgettingAfter - 1;
    await again.duties.now();
    expect(await heldOn(again, words)).toEqual(words);
    again.clock.minute += 1;
    await again.duties.now();
    expect(await heldOn(again, words)).toEqual([]);
  });

  test('is never over on a device that has no memory of since when', async () => {
    const { other } = await leftElsewhere();
    const watch = new LeaveWatch(other.replica, other.writer, null);
    expect(await watch.minutesLeft()).toBeNull();
    expect(await watch.mayForget()).toBe(false);
  });

  test('goes on from when it was once a disk that could not be read can be again', async () => {
    const { other } = await leftElsewhere();
    const { notes } = other.store;
    const error = { type: 'StoreLost', why: 'a bad block' } as const;
    let isBad = true;
    const get: typeof notes.get = (name) =>
      isBad ? Promise.resolve(err(error)) : notes.get(name);
    const now = () => other.clock.minute as MinuteOfTime;
    const memory = { notes: { ...notes, get }, now };
    const watch = new LeaveWatch(other.replica, other.writer, memory);
    other.clock.minute += 9;
    expect(await watch.minutesLeft()).toBe(forgettingAfter);
    isBad = false;
    expect(await watch.minutesLeft()).toBe(forgettingAfter - 9);
  });
});

test('[H3] a device whose own erases would not hold writes none, however often it is asked', async () => {
  const community = await founded();
  const phone = await leavingPhoneOf(community, biel);
  await sayAbout(phone, 'on my phone');
  const claim = {
    key: biel.identity,
    devices: [listing(biel, null, 1), listing(leavingTablet)],
  };
  const paper = community.ledgerOf(ana);
  const { seq } = await paper.add(
    await identityContent(community, biel, claim, biel.identity),
  );
  await deliver(phone, { runs: [paper.run(seq)] }, ana);
  phone.writer.append('ledger', { type: 'member.leave' }).catch(() => undefined);
  await phone.duties.now();
  await phone.duties.now();
  const kinds = phone.replica.board
    .entriesOf(biel.member)
    .map(({ content }) => content.type);
  expect(kinds).toEqual(['profile']);
});
