/**
 * What this folder relies on of y-webrtc, and of lib0's socket in it, that their documentation
 * does not promise; what it takes a browser to see is in `contract.browser.test.ts`. Each
 * test fails when the installed version does otherwise: then the code here is to be read again.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { SignalingConn, WebrtcProvider } from 'y-webrtc';
import type { Room } from 'y-webrtc';
import * as Y from 'yjs';
import { startRelay } from '@manyhands/relay';
import type { Relay } from '@manyhands/relay';
import { readAny } from './readAny.ts';

let relays: Relay[];
let ends: (() => unknown)[];
let name: string;

beforeEach(async () => {
  vi.stubGlobal('WebSocket', WebSocket);
  relays = [await startRelay({ port: 0 }), await startRelay({ port: 0 })];
  ends = [];
  name = `room-${crypto.randomUUID()}`;
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await Promise.all(relays.map((relay) => relay.close()));
  vi.unstubAllGlobals();
});

const urls = () => relays.map(({ port }) => `ws://127.0.0.1:${port}/relay`);

function enter(signaling: string[], password?: string): WebrtcProvider {
  const provider = new WebrtcProvider(name, new Y.Doc(), {
    signaling,
    ...(password === undefined ? {} : { password }),
    filterBcConns: false,
  });
  ends.push(() => {
    provider.disconnect();
    provider.destroy();
    return provider.key;
  });
  return provider;
}

const connsOf = (provider: WebrtcProvider) =>
  provider.signalingConns as SignalingConn[];

async function connected(): Promise<SignalingConn> {
  const conn = new SignalingConn(urls()[0] ?? '');
  ends.push(() => conn.destroy());
  await vi.waitFor(() => expect(conn.connected).toBe(true));
  return conn;
}

test('a room is put into `provider.room` once its key is there, and has what we use of it', async () => {
  const provider = enter([], 'secret');
  const put: (Room | null)[] = [];
  Object.defineProperty(provider, 'room', {
    get: () => put.at(-1) ?? null,
    set: (room: Room | null) => {
      put.push(room);
    },
  });
  const key = await provider.key;
  expect(put).toEqual([
    expect.objectContaining({
      name,
      key,
      peerId: expect.any(String) as string,
      webrtcConns: new Map(),
      bcConns: new Set(),
      mux: expect.any(Function) as unknown,
      _beforeUnloadHandler: expect.any(Function) as unknown,
    }),
  ]);
  expect(key).toBeInstanceOf(CryptoKey);
});

test('on BroadcastChannel it speaks through `room.mux` alone', async () => {
  const heard: unknown[] = [];
  const channel = new BroadcastChannel(name);
  const end = new Promise<void>((resolve) => {
    channel.onmessage = ({ data }: { data: unknown }) => {
      heard.push(data);
      if (data === 'end') resolve();
    };
  });
  const provider = enter([]);
  let asked = 0;
  let room: Room | null = null;
  Object.defineProperty(provider, 'room', {
    get: () => room,
    set: (opened: Room) => {
      room = opened;
      opened.mux = () => void (asked += 1);
    },
  });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(2));
  const last = new BroadcastChannel(name);
  last.postMessage('end');
  await end;
  expect(heard).toEqual(['end']);
  last.close();
  channel.close();
});

test('`connect` dials those of `signalingUrls`, and adds them to `signalingConns`', async () => {
  const [first = '', second = ''] = urls();
  const provider = enter([first]);
  await provider.key;
  provider.signalingUrls = [second];
  provider.connect();
  expect(connsOf(provider).map(({ url }) => url)).toEqual([first, second]);
  for (const conn of connsOf(provider)) {
    expect(conn).toBeInstanceOf(SignalingConn);
    expect(conn.providers).toEqual(new Set([provider]));
  }
});

test('`disconnect`, of nobody, lets a relay go that nobody uses, and it is dialled anew', async () => {
  const [first = ''] = urls();
  const provider = enter([first]);
  await provider.key;
  const [relay] = connsOf(provider);
  if (!relay) throw new Error('one relay');
  provider.signalingConns = [];
  relay.providers.delete(provider);
  const disconnect: () => void = Reflect.get(WebrtcProvider.prototype, 'disconnect');
  Reflect.apply(disconnect, { signalingConns: [relay], room: null }, []);
  expect(relay.shouldConnect).toBe(false);
  provider.connect();
  expect(connsOf(provider)).toHaveLength(1);
  expect(connsOf(provider)[0]).not.toBe(relay);
});

test('all that it says to a relay goes through `send`: it names rooms and announces, sealed', async () => {
  const provider = enter(urls().slice(0, 1), 'secret');
  const [relay] = connsOf(provider);
  const said: Record<string, unknown>[] = [];
  if (relay) relay.send = (message: Record<string, unknown>) => void said.push(message);
  const key = await provider.key;
  await vi.waitFor(() =>
    expect(said.some(({ type }) => type === 'publish')).toBe(true),
  );
  expect(said).toContainEqual({ type: 'subscribe', topics: [name] });
  const { topic, data } = said.find(({ type }) => type === 'publish') ?? {};
  expect(topic).toBe(name);
  // "AES-GCM", a nonce of twelve bytes, and the ciphertext behind its length.
  const bytes = Uint8Array.from(atob(String(data)), (letter) => letter.charCodeAt(0));
  expect([...bytes.subarray(0, 9)]).toEqual([7, 65, 69, 83, 45, 71, 67, 77, 12]);
  expect(bytes).toHaveLength(22 + (bytes[21] ?? 0));
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(9, 21) };
  if (key === null) throw new Error('a key');
  const plain = await crypto.subtle.decrypt(algorithm, key, bytes.subarray(22));
  const from = provider.room?.peerId;
  expect(readAny(new Uint8Array(plain))).toEqual({ type: 'announce', from });
  said.length = 0;
  provider.room?.disconnect();
  expect(said).toContainEqual({ type: 'unsubscribe', topics: [name] });
});

test('it says `connect` before the first message of a socket, and announces at each', async () => {
  const provider = enter(urls().slice(0, 1), 'secret');
  const [relay] = connsOf(provider);
  if (!relay) throw new Error('one relay');
  const heard: string[] = [];
  relay.on('connect', () => heard.push('connect'));
  relay.on('message', () => heard.push('message'));
  await provider.key;
  await vi.waitFor(() => expect(relay.connected).toBe(true));
  expect(heard).toEqual(['connect']);
  relay.send({ type: 'ping' });
  await vi.waitFor(() => expect(heard).toContain('message'));
  const said: unknown[] = [];
  relay.send = (message: unknown) => void said.push(message);
  relay.emit('connect', [{ type: 'connect' }, relay]);
  const announce = expect.objectContaining({ type: 'publish', topic: name }) as unknown;
  await vi.waitFor(() => expect(said).toContainEqual(announce));
});

test('it asks for `maxConns` each time that it announces', async () => {
  const provider = enter(urls().slice(0, 1));
  await provider.key;
  const [relay] = connsOf(provider);
  await vi.waitFor(() => expect(relay?.connected).toBe(true));
  let asked = 0;
  Object.defineProperty(provider, 'maxConns', { get: () => (asked += 1) * 0 });
  provider.room?.connect();
  expect(asked).toBe(1);
});

test('a socket has four handlers of its own, and none is asked for once it was given up', async () => {
  const conn = await connected();
  const { ws } = conn;
  if (!ws) throw new Error('a socket');
  for (const event of ['onopen', 'onmessage', 'onclose', 'onerror'] as const) {
    expect(ws[event]).toBeInstanceOf(Function);
  }
  let losses = 0;
  conn.on('disconnect', () => (losses += 1));
  ws.onclose?.call(ws, { type: 'close' } as CloseEvent);
  expect(losses).toBe(1);
  expect(conn).toMatchObject({ ws: null, connected: false, connecting: false });
  ws.onclose = null;
  ws.close();
  // It dials anew by itself.
  await vi.waitFor(() => expect(conn.connected).toBe(true));
  expect(conn.ws).not.toBe(ws);
});

test('what cannot be opened is counted; it is not dialled while `shouldConnect` is false', async () => {
  const conn = new SignalingConn('ws://127.0.0.1:9/relay');
  ends.push(() => conn.destroy());
  expect(conn).toMatchObject({
    connecting: true,
    connected: false,
    shouldConnect: true,
  });
  await vi.waitFor(() => expect(conn.unsuccessfulReconnects).toBe(1));
  conn.shouldConnect = false;
  await vi.waitFor(() => expect(conn.ws).toBeNull());
  conn.connect();
  expect(conn.shouldConnect).toBe(true);
  expect(conn.ws).not.toBeNull();
});

test('it falls over an answer of somebody who has gone, and can be told by its place and words', async () => {
  const conn = await connected();
  const provider = enter([]);
  await provider.key;
  await vi.waitFor(() => expect(provider.room).not.toBeNull());
  const data = { type: 'signal', from: 'gone', to: provider.room?.peerId };
  const answer = { ...data, signal: { type: 'answer', sdp: '' } };
  let fault: unknown;
  try {
    conn.emit('message', [{ type: 'publish', topic: name, data: answer }, conn]);
  } catch (error) {
    fault = error;
  }
  // By the first the keeper knows it (outliveErrors.ts), by the second the app, whose
  // minifier leaves no name of a file (unexpectedErrors.ts).
  expect(fault).toMatchObject({
    name: 'TypeError',
    stack: expect.stringMatching(/[\\/]y-webrtc[\\/]/) as unknown,
    message: expect.stringContaining('glareToken') as unknown,
  });
});
