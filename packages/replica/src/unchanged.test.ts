import { assert } from '@manyhands/base';
import { utf8Bytes } from '@manyhands/codec';
import { encodeTravelling, KeptEntry } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  confirmed,
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  settledCommunity,
  sized,
  stateOf,
} from '@manyhands/testing';
import type { OnMemory, TestCommunity } from '@manyhands/testing';
import { describe, expect, test, vi } from 'vitest';
import { erasing } from './testing/regrets.ts';
import { openCopy } from './testing/reopening.ts';

const [ana, biel, carme] = await createCast();

/** Biel has helped ten times, and Ana says so of five; both have profiles. All was closed. */
async function closed(): Promise<{ community: TestCommunity; here: OnMemory }> {
  const { community, here } = await settledCommunity(ana, biel);
  const asked = community.ledgerOf(biel).entries.slice(-5);
  for (const each of asked) await community.ledgerOf(ana).add(confirmed(each.id));
  for (const each of [ana, biel]) await community.boardOf(each).add(profileOf(each));
  await deliver(here, { runs: community.runs() }, ana);
  await here.store.rewrite();
  await here.replica.close();
  return { community, here };
}

const rowOf = ({ disk }: OnMemory): Uint8Array => {
  const row = disk.notes.get('unchanged');
  assert(row, 'a row is kept');
  return row;
};

/** What somebody sees, and what others are told. */
async function seenOn(here: OnMemory): Promise<unknown> {
  const { ledger, board } = here.replica;
  const people = ledger.members().map(({ member }) => ({
    balance: ledger.balanceOf(member),
    transfers: ledger.transfersOf(member),
    profile: board.profileOf(member),
  }));
  const help = [ledger.help.exchanges, ledger.help.minutes, ...ledger.help.perDay];
  const faults = here.replica.faults();
  return { people, help, faults, board: board.boardHash(), state: await stateOf(here) };
}

const isKept = ({ replica }: OnMemory, entry: Entry | undefined): boolean =>
  replica.entry(entry?.id ?? ('' as Entry['id'])) instanceof KeptEntry;

describe('[R13] at opening', () => {
  test('what is as it was is not read again, and comes to the same', async () => {
    const { community, here } = await closed();
    const again = await openCopy(here);
    for (const { entries } of community.logs())
      for (const entry of entries) expect(isKept(again, entry)).toBe(true);
    expect(await seenOn(again)).toEqual(await seenOn(await openCopy(here, true)));
  });

  test('of hours that are as they were nothing is read', async () => {
    const { here } = await closed();
    const read = vi.spyOn(KeptEntry.prototype, 'content', 'get');
    await openCopy(here);
    const entries = read.mock.contexts as readonly KeptEntry[];
    expect(entries.filter(({ isOfHours }) => isOfHours)).toEqual([]);
    expect(entries).not.toEqual([]);
    read.mockRestore();
  });

  test('what came since is read, and goes on from it', async () => {
    const { community, here } = await closed();
    const again = await openCopy(here);
    const asked = await community.ledgerOf(biel).add(helped(ana, 60));
    const old = community.ledgerOf(biel).entries.at(-5);
    assert(old, 'Biel has asked before');
    await community.ledgerOf(ana).add(confirmed(asked.id));
    await community.ledgerOf(ana).add(confirmed(old.id));
    await deliver(again, { runs: community.runs() }, ana);
    // The tab is killed: nobody closed it.
    const third = await openCopy(again);
    expect(isKept(third, old)).toBe(true);
    expect(isKept(third, asked)).toBe(false);
    expect(await seenOn(third)).toEqual(await seenOn(await openCopy(again, true)));
    expect(third.replica.ledger.hasConfirmed(asked.id, ana.member)).toBe(true);
  });

  test('what stands alone, then or since', async () => {
    const { community, here } = await closed();
    const ledger = community.ledgerOf(biel);
    for (let n = 0; n < 3; n += 1) await ledger.add(helped(ana, 7 + n));
    const [one, other] = ledger.entries.slice(-2);
    assert(one && other, 'he asked');
    const first = await openCopy(here);
    await deliver(first, { evidence: [encodeTravelling(one)] }, ana);
    await first.replica.close();
    const second = await openCopy(first);
    await deliver(second, { evidence: [encodeTravelling(other)] }, ana);
    await second.replica.settled();
    const third = await openCopy(second);
    expect(await seenOn(third)).toEqual(await seenOn(await openCopy(second, true)));
    await deliver(third, { runs: community.runs() }, ana);
    const whole = await openOnMemory(community.id);
    await deliver(whole, { runs: community.runs() }, ana);
    expect(third.replica.ledger.stateHash()).toBe(whole.replica.ledger.stateHash());
  });

  test('what stood alone and is lost takes with it what rests on it', async () => {
    const { community, here } = await closed();
    const ledger = community.ledgerOf(biel);
    await ledger.add(helped(ana, 1));
    const admission = await ledger.add(await community.admitContent(carme));
    const asked = await community.ledgerOf(carme).add(helped(ana, 30));
    const [runs, evidence] = [[community.ledgerOf(carme).run()], [admission]];
    await community.ledgerOf(ana).add(confirmed(asked.id));
    runs.push(community.ledgerOf(ana).run());
    const first = await openCopy(here);
    await deliver(first, { runs, evidence: evidence.map(encodeTravelling) }, ana);
    await first.replica.close();
    expect(first.replica.ledger.balanceOf(carme.member)).toBe(30);
    first.disk.notes.delete(`loose/${admission.id}`);
    const again = await openCopy(first);
    expect(again.replica.ledger.balanceOf(carme.member)).toBe(0);
    expect(await seenOn(again)).toEqual(await seenOn(await openCopy(first, true)));
  });

  test('a board of which something is erased is read as ever', async () => {
    const { community, here } = await closed();
    const board = community.boardOf(biel);
    const [profile] = board.entries;
    assert(profile, 'he has one');
    const again = await openCopy(here);
    await board.add(profileOf(biel, 2));
    await board.add(erasing(profile));
    await deliver(again, { runs: community.runs() }, ana);
    await again.replica.purge();
    const third = await openCopy(again);
    expect(third.replica.entry(profile.id)).toBeNull();
    expect(isKept(third, community.ledgerOf(biel).entries[0])).toBe(true);
    expect(await seenOn(third)).toEqual(await seenOn(await openCopy(again, true)));
  });

  test('a row with any bit changed is none', async () => {
    const { community, here } = await closed();
    const row = rowOf(here);
    const before = await seenOn(await openCopy(here, true));
    for (let at = 0; at < row.length; at += 17) {
      const flipped = row.map((byte, i) => (i === at ? byte ^ 4 : byte));
      here.disk.notes.set('unchanged', flipped);
      const again = await openCopy(here);
      expect(isKept(again, community.ledgerOf(biel).entries[0]), `${at}`).toBe(false);
      expect(await seenOn(again), `byte ${at}`).toEqual(before);
    }
  });

  test('a document with any bit changed is what it is without a row', async () => {
    const { here } = await closed();
    const [update] = here.disk.updates;
    assert(update, 'all is in one row');
    let differed = 0;
    const whole = await seenOn(await openCopy(here));
    for (let at = 3; at < update.length; at += sized(89, 23)) {
      update[at] = (update[at] ?? 0) ^ 1;
      const [with_, without] = [await openCopy(here), await openCopy(here, true)];
      const seen = await seenOn(with_);
      expect(seen, `byte ${at}`).toEqual(await seenOn(without));
      if (JSON.stringify(seen) !== JSON.stringify(whole)) differed += 1;
      update[at] = (update[at] ?? 0) ^ 1;
    }
    expect(differed).toBeGreaterThan(5);
  });

  test('what other code made of hours is folded anew', async () => {
    const { community, here } = await closed();
    const { id } = community;
    const disk = { ...here.disk, notes: new Map(here.disk.notes) };
    const rows = [disk.notes.get('unchanged')];
    for (const build of ['this', 'other', 'other']) {
      const again = await openOnMemory(id, disk, { build });
      expect(again.replica.ledger.stateHash()).toBe(here.replica.ledger.stateHash());
      await again.replica.close();
      rows.push(disk.notes.get('unchanged'));
    }
    const isSame = rows.map((row, i) => row === rows[i - 1]).slice(1);
    expect(isSame).toEqual([true, false, true]);
  });

  test('what anybody wrote is not in it', async () => {
    const { here } = await closed();
    const [name, row] = [utf8Bytes(biel.name), rowOf(here)];
    const isThere = row.some((_, at) => name.every((byte, i) => row[at + i] === byte));
    expect(isThere).toBe(false);
  });

  test('what a row of another founding says is nothing', async () => {
    const { here } = await closed();
    const other = await settledCommunity(carme, biel);
    await other.here.replica.close();
    other.here.disk.notes.set('unchanged', rowOf(here));
    const again = await openCopy(other.here);
    expect(await seenOn(again)).toEqual(await seenOn(await openCopy(other.here, true)));
  });
});
