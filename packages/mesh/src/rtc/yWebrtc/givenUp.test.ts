import { once } from 'node:events';
import { SignalingConn } from 'y-webrtc';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startRelay } from '@manyhands/relay';
import type { Relay } from '@manyhands/relay';

/** A relay whose places are all taken, and y-webrtc's own connections to it. */
let relay: Relay;
const ends: (() => void)[] = [];
/** Where what is dialled now comes from. */
let localAddress: string;

class Dial extends WebSocket {
  constructor(url: string) {
    super(url, { localAddress });
  }
}

beforeEach(async () => {
  vi.stubGlobal('WebSocket', Dial);
  localAddress = '127.1.0.1';
  relay = await startRelay({ port: 0, limits: { connections: 4 } });
});
afterEach(async () => {
  ends.splice(0).forEach((end) => end());
  await relay.close();
  vi.unstubAllGlobals();
});

const address = () => `ws://127.0.0.1:${relay.port}/relay`;

/** As a page of a phone has one. */
async function connection(): Promise<SignalingConn> {
  const conn = new SignalingConn(address());
  ends.push(() => conn.destroy());
  await vi.waitFor(() => expect(conn.connected).toBe(true));
  return conn;
}

async function newcomer(from: string): Promise<WebSocket> {
  const socket = new WebSocket(address(), { localAddress: from });
  ends.push(() => socket.terminate());
  await once(socket, 'open');
  return socket;
}

test('[M10] a phone whose place was given up dials again until it has one', async () => {
  const [first, second, third] = [
    await connection(),
    await connection(),
    await connection(),
  ];
  await newcomer('127.2.0.1');
  let losses = 0;
  first.on('disconnect', () => (losses += 1));
  const carme = await newcomer('127.3.0.1');
  await vi.waitFor(() => expect(losses).toBe(1));
  // It has tried meanwhile, and pushed nobody out.
  await vi.waitFor(() => expect(first.unsuccessfulReconnects).toBeGreaterThan(1));
  expect([first, second, third].map(({ connected }) => connected)).toEqual([
    false,
    true,
    true,
  ]);
  expect(carme.readyState).toBe(WebSocket.OPEN);

  carme.terminate();
  await vi.waitFor(() => expect(first.connected).toBe(true));
  expect([losses, relay.stats().connections]).toEqual([1, 4]);
});
