import { ok } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  runOf,
  settledCommunity,
  stateOf,
} from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { canonicalUpdate } from './canonical.ts';
import { numberOf, rootOf } from '../numbering.ts';
import type { Store } from '../store.ts';
import {
  erasing,
  holds,
  regrets,
  regretted,
  secondTablet,
  whole,
} from '../testing/regrets.ts';
import type { ReplicaFault } from '../types.ts';

const [ana, biel, carme, didac] = await createCast();

const reopen = ({ replica, disk }: OnMemory): Promise<OnMemory> =>
  openOnMemory(replica.community, disk);

describe('[R10] opening again', () => {
  test('gives the same state, and no fault', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    await community.boardOf(biel).add(profileOf(biel));
    await deliver(here, { runs: community.runs() }, ana);
    await here.replica.settled();
    const before = await stateOf(here);
    await here.replica.close();
    const again = await reopen(here);
    expect(again.replica.faults()).toEqual([]);
    expect(await stateOf(again)).toEqual(before);
  });

  test('it pauses where it is told to, between one log and the next too', async () => {
    const { here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    await here.replica.close();
    let pauses = 0;
    const breathe = async () => {
      pauses += 1;
      await new Promise((resolve) => setTimeout(resolve));
    };
    const again = await openOnMemory(here.replica.community, here.disk, { breathe });
    expect(pauses).toBeGreaterThanOrEqual(2 + again.replica.vector().length);
    expect(await stateOf(again)).toEqual(before);
  });

  test('it pauses while it takes a page, and takes the next one after it', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    let pauses = 0;
    const breathe = async () => {
      pauses += 1;
      await new Promise((resolve) => setTimeout(resolve));
    };
    const fresh = await openOnMemory(here.replica.community, undefined, {
      breathe,
    });
    const before = pauses;
    const runs = community.runs();
    const [first, second] = await Promise.all([
      deliver(fresh, { runs }, ana),
      deliver(fresh, { runs }, ana),
    ]);
    expect(pauses - before).toBeGreaterThanOrEqual(runs.length);
    expect(first.added.length).toBeGreaterThan(0);
    expect(second.added).toEqual([]);
  });

  test('a replica that is closed takes nothing more', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    await here.replica.close();
    await community.ledgerOf(biel).add(helped(ana, 60));
    const received = await deliver(here, { runs: community.runs() }, ana);
    expect(received.added).toEqual([]);
  });
});

describe('[R2] a disk is believed no more than a stranger', () => {
  /** Opens after `harm`, and expects the first `length` of Biel's eleven entries. */
  async function openAfter(
    harm: (here: OnMemory, community: TestCommunity) => Promise<void> | void,
  ): Promise<{ length: number; faults: readonly ReplicaFault[] }> {
    const { community, here } = await settledCommunity(ana, biel);
    await here.replica.settled();
    await here.store.rewrite();
    await here.replica.close();
    await harm(here, community);
    const again = await reopen(here);
    const { length } = again.replica.head(community.ledgerOf(biel).log);
    // It was mended: the next opening finds nothing to say, and what is missing is asked for.
    await again.replica.settled();
    const third = await reopen(again);
    expect(third.replica.faults()).toEqual([]);
    expect(await stateOf(third)).toEqual(await stateOf(again));
    await deliver(third, { runs: community.runs() }, ana);
    expect(await stateOf(third)).toEqual(await stateOf(here));
    return { length, faults: again.replica.faults() };
  }

  /** One row in the disk's own form, of what was never let in. */
  function plant(
    { disk }: OnMemory,
    community: TestCommunity,
    from: number,
    items: Uint8Array[],
  ): void {
    const { log, entries } = community.ledgerOf(biel);
    const logId = entries[0]?.logId ?? ('' as never);
    const number = numberOf(logId, 0);
    disk.updates.push(canonicalUpdate([{ number, root: rootOf(log), from, items }]));
  }

  test('a forged entry on it is left out, and said', async () => {
    const { length, faults } = await openAfter(async (here, community) => {
      const branch = community.ledgerOf(biel).branch(biel, 10);
      const forged = await branch.add(helped(ana, 600), { signer: carme.signing });
      plant(here, community, 10, [forged.stored]);
    });
    expect(length).toBe(10);
    expect(faults).toEqual([{ type: 'Mended', kept: 12, lost: 1 }]);
  });

  test('a flipped byte in an entry: what comes before it is kept', async () => {
    const { length, faults } = await openAfter(({ disk }, community) => {
      const [row] = disk.updates;
      const victim = community.ledgerOf(biel).entries[4]?.stored ?? new Uint8Array();
      const at = indexOf(row, victim) + 20;
      if (row) row[at] = (row[at] ?? 0) ^ 1;
    });
    // Ten entries stand in one window of 32; each has its own signature, so four hold.
    expect(length).toBe(4);
    expect(faults).toEqual([{ type: 'Mended', kept: 6, lost: 6 }]);
  });

  test('what is wrong in one log costs nobody else theirs', async () => {
    const community = await TestCommunity.of(ana, [biel, carme]);
    await community.boardOf(biel).add(profileOf(biel));
    await community.ledgerOf(carme).add(await community.admitContent(didac));
    await community.ledgerOf(didac).add(helped(ana, 30));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    await here.store.rewrite();
    await here.replica.close();
    const [row] = here.disk.updates;
    const at = indexOf(row, community.boardOf(biel).entries[0]?.stored) + 20;
    if (row) row[at] = (row[at] ?? 0) ^ 1;

    const again = await reopen(here);
    expect(again.replica.faults()).toEqual([{ type: 'Mended', kept: 5, lost: 1 }]);
    expect(again.replica.head(community.ledgerOf(didac).log).length).toBe(1);
  });

  test('a row that is no update is put aside, and said', async () => {
    const { length, faults } = await openAfter(({ disk }) => {
      disk.updates.push(new Uint8Array([1, 2, 3]));
    });
    expect(length).toBe(10);
    expect(faults).toEqual([{ type: 'Mended', kept: 12, lost: 1 }]);
  });

  test('a hole: an aborted write hid what came after it', async () => {
    const { length, faults } = await openAfter(async (here, community) => {
      const branch = community.ledgerOf(biel).branch(biel, 10);
      await branch.add(helped(ana, 1));
      const after = await branch.add(helped(ana, 2));
      plant(here, community, 11, [after.stored]);
    });
    expect(length).toBe(10);
    expect(faults).toMatchObject([{ type: 'Mended', lost: 1 }]);
  });

  test('rows that have vanished are missed', async () => {
    const { length, faults } = await openAfter(({ disk }) => {
      disk.updates = [];
    });
    expect(length).toBe(0);
    expect(faults).toEqual([{ type: 'Mended', kept: 0, lost: 12 }]);
  });

  const meddlings: [string, number, (doc: Y.Doc, root: string) => void][] = [
    ['a foreign root', 12, (doc) => doc.getMap('settings').set('limit', 9)],
    ['a root of nobody', 12, (doc) => doc.getArray('l/nobody').push(['text'])],
    ['a deletion', 11, (doc, root) => doc.getArray(root).delete(9, 1)],
    ['a deletion at the front', 2, (doc, root) => doc.getArray(root).delete(0, 1)],
    ['text in a log', 12, (doc, root) => doc.getArray(root).push(['text'])],
  ];
  test.each(meddlings)('%s in the document is thrown out', async (_, kept, meddle) => {
    const { community, here } = await settledCommunity(ana, biel);
    await here.store.rewrite();
    const doc = new Y.Doc();
    for (const update of here.disk.updates) Y.applyUpdate(doc, update);
    meddle(doc, rootOf(community.ledgerOf(biel).log));
    let rewritten: Y.Doc | null = null as Y.Doc | null;
    // A store that lets such a document pass: ours look at rows first.
    const store: Store = {
      ...here.store,
      onfault: () => () => undefined,
      attach: (empty) => {
        Y.applyUpdate(empty, Y.encodeStateAsUpdate(doc));
        return Promise.resolve(ok({ updates: 1, quarantined: 0, missing: 0 }));
      },
      rewrite: (clean) => {
        rewritten = clean ?? null;
        return Promise.resolve(ok(undefined));
      },
    };
    const again = await openOnMemory(community.id, undefined, { store });
    expect(again.replica.faults()).toMatchObject([{ type: 'Mended', kept }]);
    const entries = rewritten
      ? Y.decodeStateVector(Y.encodeStateVector(rewritten))
      : [];
    expect([...entries.values()].reduce((sum, n) => sum + n, 0)).toBe(kept);
  });

  test('a log of somebody no certificate names is left out', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const log = community.ledgerOf(carme);
    await log.add(helped(ana, 5));
    const own = { member: carme.member, device: carme.device };
    const theirs = await openOnMemory(community.id, here.disk, { own });
    await deliver(theirs, { runs: [runOf(log.entries)] }, carme);
    const again = await reopen(here);
    expect(again.replica.faults()).toEqual([{ type: 'Mended', kept: 12, lost: 1 }]);
  });
});

test('[R5] a full disk is said at once; what is settled afterwards is all there', async () => {
  const { community, here } = await settledCommunity(ana, biel);
  const told: ReplicaFault[] = [];
  here.replica.onfault((fault) => told.push(fault));
  here.disk.fault = { type: 'StoreFull' };
  await community.ledgerOf(biel).add(helped(ana, 60));
  await deliver(here, { runs: community.runs() }, ana);
  expect(told).toEqual([{ type: 'StoreFull' }]);
  expect(await here.replica.settled()).toMatchObject({ error: { type: 'StoreFull' } });
  here.disk.fault = null;
  expect(await here.replica.settled()).toMatchObject({ ok: true });
  const again = await reopen(here);
  expect(again.replica.faults()).toEqual([]);
  expect(await stateOf(again)).toEqual(await stateOf(here));
});

test('[R3] what is erased leaves the disk at the next opening, if the app ended before that', async () => {
  for (const at of [2, 5]) {
    const { community, entries } = await regrets();
    const here = await whole(community);
    await deliver(here, { runs: community.runs() }, ana);
    await here.replica.settled();
    await community.boardOf(secondTablet).add(erasing(entries[at] as Entry));
    await deliver(here, { runs: [community.boardOf(secondTablet).run()] }, ana);
    const disk = { ...here.disk, updates: [...here.disk.updates] };
    expect(holds(disk, regretted(at))).toBe(true);
    const again = await openOnMemory(community.id, disk);
    expect(again.replica.entry(entries[at]?.id as Entry['id'])).toBeNull();
    expect(holds(disk, regretted(at))).toBe(false);
    expect(again.replica.faults()).toEqual([]);
  }
});

function indexOf(within: Uint8Array | undefined, part: Uint8Array | undefined): number {
  if (!within || !part) return -1;
  for (let at = 0; at <= within.length - part.length; at++) {
    if (part.every((byte, i) => within[at + i] === byte)) return at;
  }
  return -1;
}
