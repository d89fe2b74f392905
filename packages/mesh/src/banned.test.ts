import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import type { DeviceKey } from '@manyhands/base';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { bannedLimit } from './limits.ts';
import { BanList } from './banList.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { closePhones, join, link, openPhone } from './testing/phones.ts';

let timers: ManualTimers;
beforeEach(() => (timers = new ManualTimers()));

describe('[mesh/M2] who is left alone, and how long', () => {
  const device = 'ab'.repeat(32) as DeviceKey;

  test('whom we refused, until membership changes here', () => {
    const list = new BanList(timers);
    list.refuse(device);
    timers.pass(3_600_000);
    expect(list.has(device)).toBe(true);
    list.forgive();
    expect(list.has(device)).toBe(false);
  });

  test('who refused us, for a while, or until membership changes here', () => {
    const list = new BanList(timers);
    list.refusedBy(device);
    expect(list.has(device)).toBe(true);
    timers.pass(45_000);
    expect(list.has(device)).toBe(false);
    list.refusedBy(device);
    list.forgive();
    expect(list.has(device)).toBe(false);
  });

  test('who broke a rule, for five minutes, whatever changes', () => {
    const list = new BanList(timers);
    list.punish(device);
    list.forgive();
    expect(list.has(device)).toBe(true);
    timers.pass(5 * 60_000);
    expect(list.has(device)).toBe(false);
  });

  test('not more of them than are remembered', () => {
    const list = new BanList(timers);
    list.refuse(device);
    for (let i = 0; i < bannedLimit; i++) {
      list.refuse(i.toString(16).padStart(64, '0') as DeviceKey);
    }
    expect(list.has(device)).toBe(false);
  });
});

describe('[mesh/M2] a device that is certified where it is not', () => {
  let ana: CastMember;
  let biel: CastMember;
  let carme: CastMember;

  beforeEach(async () => {
    ana = await createPerson('Ana');
    biel = await createPerson('Biel');
    carme = await createPerson('Carme');
  });
  afterEach(closePhones);

  test('[sim 52743052] knocks again, though nothing changed for itself', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const hers = await openPhone(community, ana, { timers });
    const his = await openPhone(community, biel, { timers });
    const newcomers = await openPhone(community, carme, {
      timers,
      holds: [community.ledgerOf(ana)],
    });
    const [refused] = await join(newcomers, his);
    expect(refused).toMatchObject({ error: { type: 'Refused', verdict: 'Stranger' } });

    const admitted = await hers.writer.append(
      'ledger',
      await community.admitContent(carme),
    );
    assert(admitted.ok, 'Ana lets Carme in');
    await link(hers, his);
    await vi.waitFor(() =>
      expect(his.replica.ledger.isEverMember(carme.member)).toBe(true),
    );
    const [banned] = await join(newcomers, his);
    expect(banned).toMatchObject({ error: { type: 'Banned' } });
    timers.pass(45_000);
    const [linked] = await join(newcomers, his);
    expect(linked.ok).toBe(true);
  });
});
