import type { MinuteOfTime } from '@manyhands/base';
import {
  TestCommunity,
  createPerson,
  deliver,
  helped,
  profileOf,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { forgettingAfter } from './limits.ts';
import { keepRota } from './rota.ts';
import {
  alone,
  ana,
  biel,
  carme,
  dutifulPhoneOf,
  withheld,
  written,
} from './testing/phones.ts';

describe('the rota', () => {
  /** Alarms that ring when a test says so. */
  function alarms() {
    const set: { ms: number; call: () => void }[] = [];
    const after = (ms: number, call: () => void) => {
      const one = { ms, call };
      set.push(one);
      return () => void set.splice(set.indexOf(one), 1);
    };
    return { set, after, ring: () => set.shift()?.call() };
  }

  test('sets an alarm only while something is due, and ends with its place', async () => {
    const { community, shown } = await withheld();
    const phone = await dutifulPhoneOf(community, carme);
    phone.duties.close();
    const { set, after, ring } = alarms();
    const end = keepRota({
      replica: phone.replica,
      writer: phone.writer,
      clock: () => 0,
      isQuiet: () => phone.state.isQuiet,
      random: () => 0.5,
      after,
    });
    expect(set).toEqual([]);
    phone.state.isQuiet = false;
    await alone(phone, shown);
    expect(set.map(({ ms }) => ms)).toEqual([32_500]);
    ring();
    await expect.poll(() => set.length).toBe(1);
    expect(written(phone)).toEqual([]);

    phone.state.isQuiet = true;
    ring();
    await expect.poll(() => written(phone).length).toBe(1);
    expect(set).toEqual([]);
    await alone(phone, await community.ledgerOf(biel).add(helped(ana, 7)));
    expect(set).toHaveLength(1);
    end();
    expect(set).toEqual([]);
  });

  test('[H2] wakes a device that is open for days when it is to forget', async () => {
    const community = await TestCommunity.of(ana, [biel, carme]);
    const tablet = await createPerson('Biel', 'tablet');
    await community.ledgerOf(ana).add(await community.enrolContent(tablet));
    const phone = await dutifulPhoneOf(community, tablet);
    phone.duties.close();
    await phone.writer.append('board', profileOf(biel));
    const { set, after, ring } = alarms();
    const clock = { minute: 29_000_000 };
    const end = keepRota({
      replica: phone.replica,
      writer: phone.writer,
      after,
      random: () => 0.5,
      clock: () => 0,
      isQuiet: () => false,
      leaving: {
        notes: phone.store.notes,
        now: () => clock.minute as MinuteOfTime,
      },
    });
    await community.ledgerOf(biel).add({ type: 'member.leave' });
    await deliver(phone, { runs: [community.ledgerOf(biel).run()] }, ana);
    await expect
      .poll(() => set.map(({ ms }) => ms))
      .toEqual([forgettingAfter * 60_000]);
    const { board } = phone.replica;
    expect(board.profileOf(biel.member)).not.toBeNull();
    clock.minute += forgettingAfter;
    ring();
    await expect.poll(() => board.profileOf(biel.member)).toBeNull();
    end();
    expect(set).toEqual([]);
  });
});
