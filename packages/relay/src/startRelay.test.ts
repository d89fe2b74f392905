import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startRelay } from './startRelay.ts';
import type { Relay, RelayOptions } from './startRelay.ts';

let relay: Relay;
afterEach(() => relay.close());

async function open(options: Partial<RelayOptions> = {}): Promise<void> {
  relay = await startRelay({ port: 0, ...options });
}

const address = () => `ws://127.0.0.1:${relay.port}/relay`;

async function dial(): Promise<WebSocket> {
  const socket = new WebSocket(address());
  await once(socket, 'open');
  return socket;
}

const say = (socket: WebSocket, message: unknown) =>
  socket.send(JSON.stringify(message));

/** Resolves when the relay has taken all that `socket` said so far. */
async function heardBy(socket: WebSocket): Promise<void> {
  const pong = once(socket, 'pong');
  socket.ping();
  await pong;
}

const closing = async (
  socket: WebSocket,
): Promise<{ code: number; reason: string }> => {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return { code, reason: reason.toString() };
};

async function refusalOf(url: string): Promise<string> {
  const socket = new WebSocket(url);
  const [cause] = (await once(socket, 'error')) as [Error];
  return cause.message;
}

test('[R1] two phones in one room hear each other', async () => {
  await open();
  const [ana, biel] = [await dial(), await dial()];
  for (const each of [ana, biel]) say(each, { type: 'subscribe', topics: ['gracia'] });
  await Promise.all([heardBy(ana), heardBy(biel)]);

  const heard = once(biel, 'message');
  say(ana, { type: 'publish', topic: 'gracia', data: 'b2xh' });
  const [data] = (await heard) as [Buffer];
  expect(JSON.parse(data.toString())).toEqual({
    type: 'publish',
    topic: 'gracia',
    data: 'b2xh',
  });
});

test('[R2] who hangs up is forgotten', async () => {
  await open();
  const ana = await dial();
  say(ana, { type: 'subscribe', topics: ['gracia'] });
  await heardBy(ana);
  expect(relay.stats()).toMatchObject({ connections: 1, rooms: 1 });
  const other = await dial();
  ana.terminate();
  await expect.poll(() => relay.stats()).toMatchObject({ connections: 1, rooms: 0 });
  other.terminate();
});

describe('[R3] hostile clients end alone', () => {
  const hostile: [string, (socket: WebSocket) => void, number][] = [
    ['not JSON', (socket) => socket.send('{'), 1008],
    ['binary', (socket) => socket.send(new Uint8Array([1, 2])), 1008],
    ['17 KiB', (socket) => socket.send('x'.repeat(17 * 1024)), 1009],
    [
      'ill-formed UTF-8',
      (socket) => socket.send(Buffer.from([0xff]), { binary: false }),
      1007,
    ],
  ];

  test.each(hostile)('%s', async (_, attack, code) => {
    await open();
    const [ana, mallory] = [await dial(), await dial()];
    const end = closing(mallory);
    attack(mallory);

    expect((await end).code).toBe(code);
    await heardBy(ana);
    expect(relay.stats()).toMatchObject({ connections: 1, cutOff: 1 });
  });

  test('a socket torn down in mid-frame, and one in mid-request', async () => {
    await open();
    const ana = await dial();
    const mallory = await dial();
    const raw = (mallory as unknown as { _socket: Socket })._socket;
    raw.write(Buffer.from([0x81, 0xff, 0, 0]));
    raw.resetAndDestroy();
    const half = connect(relay.port, '127.0.0.1');
    await once(half, 'connect');
    half.write('GET /relay HTTP/1.1\r\nUpgrade: websocket\r\nConn');
    half.resetAndDestroy();

    await heardBy(ana);
    await expect.poll(() => relay.stats().connections).toBe(1);
  });

  test('a reader that never reads is cut off, and the room goes on', async () => {
    await open({
      limits: {
        waitingBytes: 64 * 1024,
        messagesAtOnce: 1e6,
        messagesPerSecond: 1e6,
        bytesAtOnce: 1e9,
      },
    });
    const [ana, biel, sleeper] = [await dial(), await dial(), await dial()];
    for (const each of [ana, biel, sleeper]) {
      say(each, { type: 'subscribe', topics: ['gracia'] });
      await heardBy(each);
    }
    sleeper.pause();
    const data = 'x'.repeat(15 * 1024);
    let heard = 0;
    biel.on('message', () => (heard += 1));
    let said = 0;
    while (relay.stats().connections === 3 && said < 4000) {
      for (let n = 0; n < 50; n++, said++) {
        say(ana, { type: 'publish', topic: 'gracia', data });
      }
      await heardBy(ana);
      await heardBy(biel);
    }

    expect(relay.stats()).toMatchObject({ connections: 2, cutOff: 1 });
    expect(heard).toBe(said);
    sleeper.terminate();
  });

  test('one that answers no ping is taken for gone', async () => {
    await open({ limits: { aliveEvery: 20 } });
    const socket = new WebSocket(address(), { autoPong: false });
    await once(socket, 'open');
    await once(socket, 'close');
    expect(relay.stats()).toMatchObject({ cutOff: 1 });
  });
});

describe('[R4] connections have limits', () => {
  test('all together', async () => {
    await open({ limits: { connections: 1 } });
    await dial();
    expect(await refusalOf(address())).toContain('503');
  });

  test('from one address, until one of them ends', async () => {
    await open({ limits: { connectionsPerAddress: 1 } });
    const ana = await dial();
    expect(await refusalOf(address())).toContain('503');
    ana.terminate();
    await expect.poll(() => relay.stats().connections).toBe(0);
    await dial();
  });
});

test('[R5] WebSockets are taken at /relay and nowhere else', async () => {
  await open();
  const base = `ws://127.0.0.1:${relay.port}`;
  expect(await refusalOf(`${base}/`)).toContain('404');
  expect(await refusalOf(`${base}/relay/more`)).toContain('404');
  expect(await refusalOf(`${base}/%ff`)).toContain('404');
});

test('what it logs names no room and no address', async () => {
  const lines: string[] = [];
  await open({ log: (line) => lines.push(line) });
  const mallory = await dial();
  say(mallory, { type: 'subscribe', topics: ['gracia'] });
  mallory.send('gracia');
  await closing(mallory);
  expect(lines).toEqual(['cut off a connection: not a signal']);
});

test('a taken port is said at once', async () => {
  await open();
  await expect(startRelay({ port: relay.port })).rejects.toThrow('EADDRINUSE');
});
