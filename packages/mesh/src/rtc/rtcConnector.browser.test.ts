import { afterEach, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Half } from '../connector.ts';
import { rtcConnector } from './rtcConnector.ts';

/** Real WebRTC, whose two sides exchange one packed description each. */
const connector = rtcConnector();
const halves: Half[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const half of halves.splice(0)) half.close();
});

async function dial() {
  const dialled = await connector.dial();
  assert(dialled.ok, 'this machine is in a network');
  halves.push(dialled.value);
  return dialled.value;
}

async function answer(offer: Uint8Array) {
  const answered = await connector.answer(offer);
  assert(answered.ok, 'an offer of ours');
  halves.push(answered.value);
  return answered.value;
}

test('[M7] one description each way is enough, and is short', async () => {
  const caller = await dial();
  const called = await answer(caller.description);
  expect((await caller.accept(called.description)).ok).toBe(true);
  const [here, there] = await Promise.all([caller.channel, called.channel]);
  assert(here && there, 'a channel');
  expect(toHex(here.binding.ours)).toBe(toHex(there.binding.theirs));
  expect(toHex(here.binding.theirs)).toBe(toHex(there.binding.ours));
  expect(caller.description.length).toBeLessThan(120);
  expect(called.description.length).toBeLessThan(120);

  const heard = new Promise((resolve) => (there.onframe = resolve));
  here.send(Uint8Array.of(1, 2, 3));
  expect(await heard).toEqual(Uint8Array.of(1, 2, 3));
});

test('[M7] a description with another certificate leads nowhere', async () => {
  const caller = await dial();
  const called = await answer(caller.description);
  // The fingerprint follows the user name and the password.
  const forged = called.description.slice();
  forged[40] = (forged[40] ?? 0) ^ 1;
  expect((await caller.accept(forged)).ok).toBe(true);
  expect(await caller.channel).toBeNull();
});

test('[M7] without a single address there is nothing to tell, and nothing stays open', async () => {
  const close = vi.spyOn(RTCPeerConnection.prototype, 'close');
  const dialled = await rtcConnector({ iceTransportPolicy: 'relay' }).dial();
  expect(dialled).toEqual({ ok: false, error: { type: 'Unreachable' } });
  expect(close).toHaveBeenCalledOnce();
});

test('[M7] nonsense is refused, and makes no connection', async () => {
  const nonsense = Uint8Array.of(0x80);
  expect((await connector.answer(nonsense)).ok).toBe(false);
  expect((await (await dial()).accept(nonsense)).ok).toBe(false);
});

test('[M7] what is closed leads nowhere, and says so', async () => {
  const caller = await dial();
  const called = await answer(caller.description);
  called.close();
  expect(await called.channel).toBeNull();
  caller.close();
  expect(await caller.channel).toBeNull();
  expect((await caller.accept(called.description)).ok).toBe(false);
});
