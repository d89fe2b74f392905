import { assert } from '@manyhands/base';
import { utf8Bytes } from '@manyhands/codec';
import { encodeTravelling } from '@manyhands/ledger';
import {
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  settledCommunity,
  stateOf,
} from '@manyhands/testing';
import type { TestCommunity, OnMemory } from '@manyhands/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';

const [ana, biel, carme] = await createCast();

afterEach(() => vi.restoreAllMocks());

/** Opens what `here` left, and counts the signatures that are looked at meanwhile. */
async function reopen({ replica, disk }: OnMemory) {
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const again = await openOnMemory(replica.community, disk);
  const looks = verify.mock.calls.length;
  verify.mockRestore();
  return { again, looks };
}

/** Biel has helped ten times and has a profile; the replica was closed. */
async function closed(): Promise<{ community: TestCommunity; here: OnMemory }> {
  const { community, here } = await settledCommunity(ana, biel);
  await community.boardOf(biel).add(profileOf(biel));
  await deliver(here, { runs: community.runs() }, ana);
  await here.store.rewrite();
  await here.replica.close();
  return { community, here };
}

const rowOf = ({ disk }: OnMemory): Uint8Array => {
  const row = disk.notes.get('checkpoint');
  assert(row, 'a checkpoint is kept');
  return row;
};

/** The founding stands by itself: its certificate is looked at before all else. */
const founding = 1;

describe('[R9] at opening', () => {
  test('nothing old is verified again', async () => {
    const { here } = await closed();
    const { again, looks } = await reopen(here);
    expect(looks).toBe(founding);
    expect(again.replica.faults()).toEqual([]);
    expect(await stateOf(again)).toEqual(await stateOf(here));
  });

  test('what came since is, and is old the next time', async () => {
    const { community, here } = await closed();
    const { again } = await reopen(here);
    await community.ledgerOf(biel).add(helped(ana, 60));
    await deliver(again, { runs: community.runs() }, ana);
    // The tab is killed: nobody closed it.
    const third = await reopen(again);
    expect(third.looks).toBe(founding + 1);
    const fourth = await reopen(third.again);
    expect(fourth.looks).toBe(founding);
    expect(await stateOf(fourth.again)).toEqual(await stateOf(again));
  });

  test('nor what is held without its chain', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    await deliver(here, { runs: community.runs() }, ana);
    const board = community.boardOf(biel);
    for (let minutes = 0; minutes < 3; minutes += 1) await board.add(profileOf(biel));
    const [, later, last] = board.entries;
    assert(later && last, 'three profiles');
    for (const entry of [later, last]) {
      await deliver(here, { evidence: [encodeTravelling(entry)] }, ana);
    }
    await here.replica.close();
    const { again, looks } = await reopen(here);
    expect(looks).toBe(founding);
    expect([...again.replica.detached()]).toHaveLength(2);
    expect(await stateOf(again)).toEqual(await stateOf(here));

    const note = again.disk.notes.get(`loose/${last.id}`);
    assert(note, 'it has a note of its own');
    note[note.length - 1] = (note.at(-1) ?? 0) ^ 1;
    const third = await reopen(again);
    expect(third.looks).toBe(founding + 1);
    expect([...third.again.replica.detached()]).toHaveLength(1);
  });

  test('an entry without effect stays without', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const admit = await community.admitContent(carme);
    const certSig = `00${admit.certSig.slice(2)}`;
    await community.ledgerOf(ana).add({ ...admit, certSig });
    await deliver(here, { runs: community.runs() }, ana);
    await here.replica.close();
    const { again, looks } = await reopen(here);
    expect(looks).toBe(founding);
    expect(again.replica.isCertified(carme.member, carme.device)).toBe(false);
    expect(again.replica.ledger.member(carme.member)).toBeNull();
  });

  test('a checkpoint with any bit changed is none', async () => {
    const { here } = await closed();
    const row = rowOf(here);
    for (let at = 0; at < row.length; at += 5) {
      here.disk.notes.set(
        'checkpoint',
        row.map((byte, i) => (i === at ? byte ^ 4 : byte)),
      );
      // What was found unchanged here would say the same (R13).
      here.disk.notes.delete('unchanged');
      const { again, looks } = await reopen(here);
      expect(looks, `byte ${at}`).toBeGreaterThan(founding);
      expect(again.replica.faults()).toEqual([]);
      expect(await stateOf(again)).toEqual(await stateOf(here));
    }
  });

  test('a signature that is not as it was is looked at, and found bad', async () => {
    const { community, here } = await closed();
    const last = community.ledgerOf(biel).entries.at(-1);
    const [row] = here.disk.updates;
    assert(last && row, 'Biel has entries on this disk');
    const at = indexOf(row, last.stored) + last.stored.length - 1;
    row[at] = (row[at] ?? 0) ^ 1;
    const { again } = await reopen(here);
    expect(again.replica.head(last.log).length).toBe(9);
    expect(again.replica.faults()).toMatchObject([{ type: 'Mended', lost: 1 }]);
  });

  test('what anybody wrote is not in it', async () => {
    const { here } = await closed();
    expect(indexOf(rowOf(here), utf8Bytes(biel.name))).toBe(-1);
  });
});

function indexOf(within: Uint8Array, part: Uint8Array): number {
  for (let at = 0; at <= within.length - part.length; at++) {
    if (part.every((byte, i) => within[at + i] === byte)) return at;
  }
  return -1;
}
