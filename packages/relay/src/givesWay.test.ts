import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startRelay } from './startRelay.ts';
import type { Relay, RelayOptions } from './startRelay.ts';
import { asking, HonestBrowser, rawLine, upgrading } from './testing/rawLine.ts';
import type { RawLine } from './testing/rawLine.ts';

let folder: string;
let relay: Relay;
const browsers: HonestBrowser[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhands-'));
  await writeFile(join(folder, 'index.html'), '<title>Manyhands</title>');
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  browsers.splice(0).forEach((browser) => browser.close());
  await relay.close();
});

async function start(options: Partial<RelayOptions>): Promise<void> {
  relay = await startRelay({ port: 0, staticDir: folder, ...options });
}

/** A WebSocket from that address of this machine; or in whose name a proxy calls. */
function dial(from: string, forwarded?: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${relay.port}/relay`, {
    localAddress: from,
    ...(forwarded === undefined ? {} : { headers: { 'X-Forwarded-For': forwarded } }),
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  /** Null once it is open, or why it is not. */
  const opened = once(socket, 'open').then(
    () => null,
    (cause: unknown) => String(cause),
  );
  return { socket, opened, closed };
}

async function open(from: string) {
  const dialled = dial(from);
  expect(await dialled.opened).toBeNull();
  return dialled;
}

/** One that is asked for a page, and what it hears of that. */
async function ask(from: string): Promise<string> {
  const line = await rawLine(relay.port, from);
  line.socket.write(asking('/', 'GET', 'Connection: close\r\n'));
  await line.ended;
  return line.heard();
}

describe('[R9] [findings/H18] when all slots are taken', () => {
  test('a newcomer from elsewhere gets the oldest of the block with most', async () => {
    await start({ limits: { connections: 5 } });
    const biel = await open('127.2.0.1');
    const flood = [];
    for (let host = 1; host <= 4; host++) flood.push(await open(`127.1.0.${host}`));
    const carme = await open('127.3.0.1');
    expect(await flood[0]?.closed).toBe(1013);
    expect(relay.stats()).toMatchObject({ slots: 5, connections: 5, cutOff: 1 });
    for (const { socket } of [biel, carme, ...flood.slice(1)])
      expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test('it is let in among sixteen addresses that took all there are', async () => {
    await start({});
    const taken: RawLine[] = [];
    for (let address = 0; address < 16; address++) {
      const from = `127.${1 + (address >> 1)}.0.${1 + (address & 1)}`;
      const lines = await Promise.all(
        Array.from({ length: 256 }, () => rawLine(relay.port, from)),
      );
      taken.push(...lines);
      lines.forEach(({ socket }) => socket.write(upgrading()));
      await Promise.all(lines.map((line) => line.hears('101 Switching')));
    }
    expect(relay.stats()).toMatchObject({ slots: 4_096, cutOff: 0 });
    await open('127.99.0.1');
    expect(await ask('127.98.0.1')).toContain('200 OK');
    expect(relay.stats().slots).toBeLessThanOrEqual(4_096);
    taken.forEach(({ socket }) => socket.destroy());
  });

  test('one block pushes nobody out who has no more', async () => {
    await start({ limits: { connections: 6 } });
    const others = [];
    for (const from of ['127.1.0.1', '127.1.0.2', '127.2.0.1', '127.2.0.2'])
      others.push(await open(from));
    const own = [await open('127.3.0.1'), await open('127.3.0.2')];
    for (let i = 0; i < 20; i++) {
      expect(await dial(`127.3.0.${1 + i}`).opened).toContain('503');
    }
    for (const { socket } of [...others, ...own])
      expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test('connections that say nothing go first, and keep nobody out', async () => {
    await start({ limits: { connectionsPerAddress: 8 } });
    const silent = await Promise.all(
      Array.from({ length: 8 }, () => rawLine(relay.port, '127.1.0.1')),
    );
    const ana = await open('127.1.0.1');
    await silent[0]?.ended;
    expect(await ask('127.1.0.1')).toContain('200 OK');
    expect(ana.socket.readyState).toBe(WebSocket.OPEN);
    expect(relay.stats().slots).toBeLessThanOrEqual(8);
  });
});

describe('[R9] who gets no slot', () => {
  test('is told so, and when to come again', async () => {
    await start({ limits: { connectionsPerAddress: 1 } });
    await open('127.1.0.1');
    const heard = await ask('127.1.0.1');
    expect(heard).toContain('503 Service Unavailable');
    expect(heard).toContain('Retry-After: 5');
    expect(await dial('127.1.0.1').opened).toContain('503');
  });

  test('of hundreds at once few are told, and all end', async () => {
    await start({ limits: { connections: 0 } });
    const lines = await Promise.all(
      Array.from({ length: 300 }, () => rawLine(relay.port)),
    );
    await Promise.all(lines.map(({ ended }) => ended));
    expect(relay.stats()).toMatchObject({ slots: 0, cutOff: 300 });
  });
});

describe('[R14] behind a proxy', () => {
  const proxies = ['127.0.0.1'];
  const browse = () => {
    const browser = new HonestBrowser(relay.port, '127.0.0.1', 1);
    browsers.push(browser);
    return browser;
  };

  test('each caller has slots of its own', async () => {
    await start({ proxies, limits: { connectionsPerAddress: 1 } });
    const through = (caller: string) => dial('127.0.0.1', caller).opened;
    expect(await through('203.0.113.1')).toBeNull();
    expect(await through('203.0.113.1')).toContain('503');
    expect(await through('203.0.113.2')).toBeNull();
    // What a caller says of itself to the proxy stands before what the proxy says.
    expect(await through('9.9.9.9, 203.0.113.2')).toContain('503');
    expect(relay.stats()).toMatchObject({ connections: 2 });
  });

  test('on one connection of the proxy many are answered, each in their turn', async () => {
    await start({ proxies, limits: { connectionsPerAddress: 2, dialsAtOnce: 4 } });
    const browser = browse();
    for (let i = 0; i < 40; i++) {
      const caller = { 'X-Forwarded-For': `203.0.113.${i % 7}` };
      expect((await browser.fetch('/', caller)).status).toBe(200);
    }
    expect(relay.stats()).toMatchObject({ slots: 1, cutOff: 0 });
  });

  test('a caller with too many is refused, and the proxy goes on for others', async () => {
    await start({ proxies, limits: { connectionsPerAddress: 1 } });
    const ana = { 'X-Forwarded-For': '203.0.113.1' };
    expect(await dial('127.0.0.1', '203.0.113.1').opened).toBeNull();
    const browser = browse();
    expect((await browser.fetch('/', ana)).status).toBe(503);
    const biel = { 'X-Forwarded-For': '203.0.113.2' };
    expect((await browser.fetch('/', biel)).status).toBe(200);
  });

  test('of one that is not ours the header is not read', async () => {
    await start({ limits: { connectionsPerAddress: 1 } });
    expect(await dial('127.0.0.1', '203.0.113.1').opened).toBeNull();
    expect(await dial('127.0.0.1', '203.0.113.2').opened).toContain('503');
  });
});
