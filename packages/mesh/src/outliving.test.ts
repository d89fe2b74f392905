import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import {
  TestCommunity,
  createPerson,
  helped,
  profileOf,
  raisedDuring,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import { BlobExchange } from './blobs.ts';
import { openPipe } from './pipe.ts';
import { closePhones, join, link, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';
import { realTimers } from './timers.ts';

let ana: CastMember;
let biel: CastMember;
let community: TestCommunity;

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  community = await TestCommunity.of(ana, [biel]);
});
afterEach(() => {
  closePhones();
  vi.restoreAllMocks();
});

const bug = new Error('a bug');

/** Ana and Biel, linked and level. */
async function neighbours(): Promise<[MeshPhone, MeshPhone]> {
  const [hers, his] = [
    await openPhone(community, ana),
    await openPhone(community, biel),
  ];
  await link(hers, his);
  await vi.waitFor(() => expect(hers.mesh.peers()).toMatchObject([{ isLevel: true }]));
  await vi.waitFor(() => expect(his.mesh.peers()).toMatchObject([{ isLevel: true }]));
  return [hers, his];
}

async function written(by: MeshPhone) {
  const entry = await by.writer.append('ledger', helped(ana, 60));
  assert(entry.ok, 'it is written');
  return entry.value;
}

describe('[M4] what fails here is no end of a neighbour', () => {
  test('whose page could not be taken once: it is linked, and its next message is read', async () => {
    const [hers, his] = await neighbours();
    const receive = vi.spyOn(hers.replica, 'receive').mockRejectedValueOnce(bug);
    const raised = await raisedDuring(async () => {
      await written(his);
      await vi.waitFor(() => expect(receive).toHaveBeenCalledOnce());
      // Of another log: it does not need what was lost.
      const next = await his.writer.append('board', profileOf(biel));
      assert(next.ok, 'it is written');
      await vi.waitFor(() => {
        expect(hers.replica.entry(next.value.id)).not.toBeNull();
      });
    });
    expect(raised).toEqual([bug]);
    expect(hers.mesh.peers()).toHaveLength(1);
    expect(his.mesh.peers()).toHaveLength(1);
  });

  test('and what was lost so is asked for once more, by itself', async () => {
    const [hers, his] = await neighbours();
    vi.spyOn(hers.replica, 'receive').mockRejectedValueOnce(bug);
    const raised = await raisedDuring(async () => {
      const missed = await written(his);
      await vi.waitFor(
        () => expect(hers.replica.entry(missed.id)).not.toBeNull(),
        5_000,
      );
    });
    expect(raised).toEqual([bug]);
  });

  test('nor is a message that cannot be answered: the next one is read', async () => {
    const [hers, his] = await neighbours();
    const receive = vi.spyOn(BlobExchange.prototype, 'receive');
    receive.mockImplementationOnce(() => {
      throw bug;
    });
    const raised = await raisedDuring(async () => {
      const stop = new AbortController();
      const { signal } = stop;
      const fetched = his.mesh.blobs.fetch('ab'.repeat(32), { signal });
      await vi.waitFor(() => expect(receive).toHaveBeenCalledOnce());
      stop.abort();
      await fetched;
      const entry = await written(his);
      await vi.waitFor(() => expect(hers.replica.entry(entry.id)).not.toBeNull());
    });
    expect(raised).toEqual([bug]);
    expect(hers.mesh.peers()).toHaveLength(1);
  });
});

describe('[M2] a handshake that fails here ends', () => {
  test('with its channel, so that the other may come again', async () => {
    const [hers, his] = [
      await openPhone(community, ana),
      await openPhone(community, biel),
    ];
    vi.spyOn(hers.replica, 'evidenceFor').mockImplementationOnce(() => {
      throw bug;
    });
    const [here, there] = channelPair();
    const raised = await raisedDuring(async () => {
      const [linked] = await join(hers, his, [here, there]);
      expect(linked).toEqual({ ok: false, error: { type: 'Gone' } });
    });
    expect(raised).toEqual([bug]);
    expect([here.isOpen, there.isOpen]).toEqual([false, false]);
    await link(hers, his);
  });
});

describe('[M3] a pipe whose channel fails', () => {
  test('ends at once, and nobody waits for what was to be sent', async () => {
    const [here] = channelPair();
    const pipe = openPipe(here, realTimers);
    vi.spyOn(here, 'send').mockImplementation(() => {
      throw bug;
    });
    const raised = await raisedDuring(async () => {
      await Promise.all([
        pipe.send(Uint8Array.of(1, 2, 3)),
        pipe.send(Uint8Array.of(4)),
      ]);
    });
    expect(raised).toEqual([bug]);
    expect(await pipe.ended).toEqual({ type: 'Closed' });
  });
});
