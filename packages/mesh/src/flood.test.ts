import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import {
  TestCommunity,
  createPerson,
  helped,
  sized,
  stateOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { channelPair } from './channel.ts';
import type { Channel } from './channel.ts';
import { garbageOf } from './testing/garbage.ts';
import type { Garbage } from './testing/garbage.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { closePhones, join, link, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

afterEach(closePhones);

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

const heapNow = (): number => {
  collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
};

/**
 * Sends garbage until so many bytes have gone and `isEnough`, or the link has ended. Answers
 * how many, and what the heap was while the link still stood. What it is told it does not
 * read.
 */
async function flood(
  hers: MeshPhone,
  his: MeshPhone,
  garbage: Garbage,
  bytes: number,
  isEnough: () => boolean,
): Promise<{ sent: number; heap: number }> {
  const [here, there] = channelPair();
  const [linked] = await join(hers, his, [here, there]);
  assert(linked.ok, 'a member’s device is let in');
  there.onframe = () => undefined;
  let sent = 0;
  const isDue = (): boolean => sent < bytes || !isEnough();
  for (let frames = 0; isDue() && frames < 20_000 && isOpen(there);) {
    for (const frame of garbage.next()) {
      there.send(frame);
      sent += frame.length;
      frames += 1;
    }
    if (there.bufferedBytes > 400_000 || frames % 200 === 0) await there.drained();
  }
  await there.drained();
  if (garbage.isOffence) expect(linked.value.isOpen, garbage.name).toBe(false);
  const heap = heapNow();
  linked.value.close();
  return { sent, heap };
}

const isOpen = (channel: Channel): boolean => channel.isOpen;

/** Ana writes to Carme again and again; how much of it has arrived. */
function talk(
  hers: MeshPhone,
  other: MeshPhone,
): { arrived: () => number; end: () => Promise<void> } {
  const talk = { isOver: false };
  let arrived = 0;
  const talking = (async () => {
    while (!talk.isOver) {
      const written = await hers.writer.append('ledger', helped(other.person, 30));
      assert(written.ok, 'she can write');
      const { id } = written.value;
      await vi.waitFor(() => expect(other.replica.entry(id)).not.toBeNull(), {
        interval: 10,
      });
      arrived += 1;
    }
  })();
  return {
    arrived: () => arrived,
    end: async () => {
      talk.isOver = true;
      await talking;
    },
  };
}

const bytesOfEach = sized(2_500_000, 11_500_000);

test('[replica/R8] much garbage from a member: bounded here, and the others go on', async () => {
  const [ana, biel, carme] = await Promise.all([
    createPerson('Ana'),
    createPerson('Biel'),
    createPerson('Carme'),
  ]);
  const community = await TestCommunity.of(ana, [biel, carme]);
  await community.ledgerOf(biel).add(helped(ana, 30));
  const kinds = await garbageOf(community, biel);
  // Each offence costs a device five minutes: he has one for each.
  const devices: CastMember[] = [];
  for (let i = 0; i <= kinds.length; i++) {
    const device = await createPerson('Biel', `device ${i}`);
    await community.ledgerOf(biel).add(await community.enrolContent(device));
    devices.push(device);
  }
  const hers = await openPhone(community, ana);
  const other = await openPhone(community, carme);
  await link(hers, other);
  const heapBefore = heapNow();

  let sent = 0;
  let most = 0;
  for (const [i, kind] of kinds.entries()) {
    const device = devices[i];
    assert(device, 'a device for each');
    const his = await openPhone(community, device, { timers: new ManualTimers() });
    const talking = talk(hers, other);
    // However fast this machine is, two of hers arrive while it goes on.
    const flooded = await flood(
      hers,
      his,
      kind,
      bytesOfEach,
      () => talking.arrived() > 1,
    );
    sent += flooded.sent;
    most = Math.max(most, flooded.heap - heapBefore);
    if (!kind.isOffence) expect(talking.arrived(), kind.name).toBeGreaterThan(1);
    await talking.end();
  }

  expect(sent).toBeGreaterThan(sized(20_000_000, 100_000_000));
  // What may wait is 8 MiB; the rest is litter not swept yet. Without caps it was 146 MB of
  // 100, and is half as much of the 40 to 60 that go by day until two of hers have arrived.
  expect(most).toBeLessThan(sized(40, 64) * 1024 * 1024);
  expect([...hers.replica.detached()]).toEqual([]);
  // To the byte what Carme has, who was told nothing of it: nothing else was stored.
  expect(await stateOf(hers)).toEqual(await stateOf(other));
  expect(hers.mesh.peers().map(({ device }) => device)).toEqual([carme.device]);
});
