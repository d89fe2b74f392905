import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { startRelay } from '@manyhands/relay';
import { probeRelay } from './probe.ts';

const ends: (() => unknown)[] = [];
beforeEach(() => void vi.stubGlobal('WebSocket', WebSocket));
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  for (const end of ends.splice(0)) await end();
});
const never = new AbortController().signal;

async function addressOf(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/relay`;
}

let heard: () => void = () => undefined;

/** Takes every call, and answers each message with `answer`, if with anything. */
function answeringServer(answer: string | null): Promise<string> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.on('message', () => {
      if (answer !== null) socket.send(answer);
      socket.ping();
    });
    // By now the caller has read what was answered.
    socket.on('pong', () => heard());
  });
  ends.push(() => sockets.clients.forEach((each) => each.terminate()));
  return addressOf(server);
}

test('a relay answers', async () => {
  const relay = await startRelay({ port: 0 });
  ends.push(() => relay.close());
  const url = `ws://127.0.0.1:${relay.port}/relay`;
  expect(await probeRelay(url, never)).toBe('answers');
  await expect.poll(() => relay.stats().connections).toBe(0);
});

test('a portal that answers HTML, nobody at all, and no address are blocked', async () => {
  const portal = createServer();
  portal.on('upgrade', (_, socket) =>
    socket.end('HTTP/1.1 200 OK\r\n\r\n<h1>Hello</h1>'),
  );
  const url = await addressOf(portal);
  expect(await probeRelay(url, never)).toBe('blocked');
  expect(await probeRelay('ws://127.0.0.1:1/relay', never)).toBe('blocked');
  expect(await probeRelay('no address', never)).toBe('blocked');
});

const longPong = `{"type":"pong"}${' '.repeat(100)}`;
test.each([null, 'hello', '{"type":"publish"}', '[', 'null', longPong])(
  'what says %j is no relay: silent',
  async (answer) => {
    const url = await answeringServer(answer);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const read = new Promise<void>((resolve) => (heard = resolve));
    const probing = probeRelay(url, never);
    await Promise.race([read, probing]);
    vi.advanceTimersByTime(6_000);
    expect(await probing).toBe('silent');
  },
);

test('called off, it hangs up', async () => {
  const url = await answeringServer(null);
  // So that nothing but the call ends it.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const controller = new AbortController();
  const probing = probeRelay(url, controller.signal);
  controller.abort();
  expect(await probing).toBe('silent');
  expect(await probeRelay(url, controller.signal)).toBe('silent');
});
