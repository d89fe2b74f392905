import { afterEach, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { TestCommunity, createPerson, helped, stateOf } from '@manyhands/testing';
import { garbageOf } from '../testing/garbage.ts';
import type { Garbage } from '../testing/garbage.ts';
import { ManualTimers } from '../testing/manualTimers.ts';
import { closePhones, join, openPhone } from '../testing/phones.ts';
import type { MeshPhone } from '../testing/phones.ts';
import type { Channel } from '../channel.ts';
import { guardedPeerConnectionClass } from './yWebrtc/guardedPeerConnection.ts';

const opened: RTCPeerConnection[] = [];
afterEach(() => {
  closePhones();
  for (const connection of opened.splice(0)) connection.close();
});

/** Two ends of a channel over WebRTC, introduced as y-webrtc does it. */
async function webrtcPair(): Promise<[Channel, Channel]> {
  const Connection = guardedPeerConnectionClass();
  const [a, b] = [new Connection(), new Connection()];
  opened.push(a, b);
  const linked = [a, b].map(
    (connection) =>
      new Promise<Channel>((resolve) => {
        connection.onlink = (channel) => resolve(channel);
      }),
  );
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (to.signalingState !== 'closed')
        void to.addIceCandidate(candidate ?? undefined);
    });
  }
  await a.setLocalDescription(await a.createOffer());
  assert(a.localDescription, 'an offer');
  await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription(await b.createAnswer());
  assert(b.localDescription, 'an answer');
  await a.setRemoteDescription(b.localDescription);
  const [here, there] = await Promise.all(linked);
  assert(here && there, 'two ends');
  return [here, there];
}

/**
 * Says at least so many bytes of garbage, kind after kind, as fast as the channel takes it,
 * and goes on until it is told that it is enough: long messages only, since of short ones
 * few cost the link already.
 */
async function flood(
  channel: Channel,
  kinds: readonly Garbage[],
  bytes: number,
  isEnough: () => boolean,
) {
  const long = kinds.filter(({ next, isOffence }) => {
    const each = [...next()].reduce((sum, { length }) => sum + length, 0);
    return !isOffence && each > 50_000;
  });
  do {
    for (const { next } of long) {
      for (let left = bytes / long.length; left > 0;) {
        for (const frame of next()) {
          channel.send(frame);
          left -= frame.length;
        }
        if (channel.bufferedBytes > 262_144) await channel.drained();
      }
    }
  } while (!isEnough());
}

/** Resolves when `phone` has this many entries. */
function arrival(phone: MeshPhone, entries: number): Promise<void> {
  const held = () =>
    phone.replica.vector().reduce((sum, { length }) => sum + length, 0);
  return new Promise((resolve) => {
    const look = () => {
      if (held() < entries) return;
      end();
      resolve();
    };
    const end = phone.replica.subscribe(look);
    look();
  });
}

/** Bytes. */
const garbage = 22_000_000;

test('[replica/R8] while a member sends garbage over WebRTC, another link brings its entries', async () => {
  const [ana, biel, carme] = await Promise.all([
    createPerson('Ana'),
    createPerson('Biel'),
    createPerson('Carme'),
  ]);
  const community = await TestCommunity.of(ana, [biel, carme]);
  await community.ledgerOf(biel).add(helped(ana, 30));
  // What Ana lacks at first, and Carme has: more than one page.
  const known = community.logs().slice();
  for (let i = 0; i < 2_000; i++) await community.ledgerOf(carme).add(helped(ana, 30));
  const hers = await openPhone(community, ana, { holds: known });
  const other = await openPhone(community, carme);
  const his = await openPhone(community, biel, { timers: new ManualTimers() });
  const whole = 2_000 + known.reduce((sum, { entries }) => sum + entries.length, 0);

  const [here, there] = await webrtcPair();
  const [linked] = await join(hers, his, [here, there]);
  assert(linked.ok, 'a member is let in');
  there.onframe = () => undefined;
  let hasCome = false;
  const kinds = await garbageOf(community, biel);
  const flooding = flood(there, kinds, garbage, () => hasCome);
  const [theirs, ours] = await webrtcPair();
  await join(other, hers, [theirs, ours]);
  const before = linked.value.bytesReceived;
  await arrival(hers, whole);
  hasCome = true;
  const meanwhile = linked.value.bytesReceived - before;
  await flooding;

  // It came while the garbage did, and after little of it.
  expect(meanwhile).toBeGreaterThan(0);
  expect(meanwhile).toBeLessThan(garbage / 2);
  await expect.poll(() => linked.value.bytesReceived).toBeGreaterThan(0.9 * garbage);
  expect(await stateOf(hers)).toEqual(await stateOf(other));
}, 120_000);
