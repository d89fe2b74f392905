import { afterEach, describe, expect, test } from 'vitest';
import { startRelay } from './startRelay.ts';
import type { Relay, RelayOptions } from './startRelay.ts';
import { binary, frame, pingFrame, pongFrame, saidFrame } from './testing/frames.ts';
import { asking, rawLine, upgrading } from './testing/rawLine.ts';
import type { RawLine } from './testing/rawLine.ts';

let relay: Relay;
afterEach(() => relay.close());

async function start(options: Partial<RelayOptions> = {}): Promise<void> {
  relay = await startRelay({ port: 0, ...options });
}

/** A WebSocket that is spoken to in frames. */
async function dial(from?: string): Promise<RawLine> {
  const line = await rawLine(relay.port, from);
  line.socket.write(upgrading());
  await line.hears('\r\n\r\n');
  return line;
}

const enter = (line: RawLine, room: string) =>
  line.socket.write(saidFrame({ type: 'subscribe', topics: [room] }));

/** Resolves when all that `line` said so far is done. */
async function heardBy(line: RawLine): Promise<void> {
  const name = `heard ${Math.random()}`;
  line.socket.write(pingFrame(name));
  await line.hears(name);
}

describe('[R3] [R4] what no browser sends', () => {
  const floods: [string, Buffer][] = [
    ['pings', Buffer.concat(Array.from({ length: 600 }, () => pingFrame('')))],
    ['pongs', Buffer.concat(Array.from({ length: 600 }, () => pongFrame('')))],
    [
      'empty parts of a message',
      Buffer.concat([
        frame('', { isLast: false }),
        ...Array.from({ length: 4 }, () => frame('', { opcode: 0, isLast: false })),
      ]),
    ],
    ['a message that is cut again and again', cut('{"type":"ping"}', 5)],
    ['binary', binary('{"type":"ping"}')],
  ];

  test.each(floods)('%s: it is cut off, alone', async (_, flood) => {
    await start();
    const ana = await dial();
    const mallory = await dial();
    mallory.socket.write(flood);
    await mallory.ended;
    await heardBy(ana);
    expect(relay.stats()).toMatchObject({ connections: 1, cutOff: 1 });
    ana.socket.destroy();
  });

  test('a message in four parts is heard', async () => {
    await start();
    const ana = await dial();
    ana.socket.write(cut('{"type":"ping"}', 4));
    await ana.hears('{"type":"pong"}');
    ana.socket.destroy();
  });

  test('a message that comes byte by byte is not kept in a thousand pieces', async () => {
    await start();
    const mallory = await dial();
    mallory.socket.setNoDelay(true);
    let at = 0;
    const bytes = saidFrame({
      type: 'publish',
      topic: 'gracia',
      data: 'x'.repeat(10_000),
    });
    const drip = setInterval(() => {
      mallory.socket.write(bytes.subarray(at, at + 1));
      at += 1;
    }, 1);
    await mallory.ended;
    clearInterval(drip);
    expect(at).toBeLessThan(5_000);
    expect(relay.stats().cutOff).toBe(1);
  });

  test('who is cut off is not read any more, and is soon gone', async () => {
    await start();
    const mallory = await dial();
    mallory.socket.allowHalfOpen = true;
    mallory.socket.write(saidFrame('not a signal'));
    const began = performance.now();
    const talk = setInterval(
      () => mallory.socket.write(saidFrame({ type: 'ping' })),
      5,
    );
    await expect.poll(() => relay.stats().slots).toBe(0);
    clearInterval(talk);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(relay.stats().messages).toBe(0);
  });
});

describe('[R13] readers that do not read', () => {
  const unlimited = {
    messagesAtOnce: 1e6,
    messagesPerSecond: 1e6,
    bytesAtOnce: 1e9,
    bytesPerSecond: 1e9,
  };

  test('pongs too wait only so long to be read', async () => {
    await start({ limits: { ...unlimited, waitingBytes: 64 * 1_024 } });
    const ana = await dial();
    const mallory = await dial();
    mallory.socket.pause();
    const many = Buffer.concat(
      Array.from({ length: 500 }, () => pingFrame('x'.repeat(125))),
    );
    while (relay.stats().connections === 2) {
      mallory.socket.write(many);
      await heardBy(ana);
    }
    expect(relay.stats()).toMatchObject({ connections: 1, cutOff: 1 });
    mallory.socket.destroy();
    ana.socket.destroy();
  });

  test('what waits for all of them is bounded, and who reads stays', async () => {
    const limits = { ...unlimited, waitingBytes: 1e9, waitingBytesInAll: 1e6 };
    await start({ limits });
    const [ana, biel] = [await dial(), await dial()];
    const sleepers = await Promise.all(Array.from({ length: 20 }, () => dial()));
    for (const line of [ana, biel, ...sleepers]) {
      enter(line, 'gracia');
      await heardBy(line);
    }
    sleepers.forEach(({ socket }) => socket.pause());
    const data = 'x'.repeat(15_000);
    // The system takes in some megabytes for each; then it waits here.
    while (relay.stats().connections > 2) {
      for (let i = 0; i < 30; i++)
        ana.socket.write(saidFrame({ type: 'publish', topic: 'gracia', data }));
      await Promise.all([heardBy(ana), heardBy(biel)]);
    }
    expect(relay.stats().cutOff).toBe(20);
    for (const { socket } of [ana, biel, ...sleepers]) socket.destroy();
  });
});

describe('[R12] a flood makes nobody else wait', () => {
  test('one hall that says all it may: others are heard in between', async () => {
    await start();
    const hall = await Promise.all(
      Array.from({ length: 200 }, () => dial('127.1.0.1')),
    );
    hall.forEach((line) => enter(line, 'hall'));
    await Promise.all(hall.map(heardBy));
    const ana = await dial('127.2.0.1');
    const shout = Buffer.concat(
      Array.from({ length: 100 }, () =>
        saidFrame({ type: 'publish', topic: 'hall', data: 'x' }),
      ),
    );
    hall.forEach(({ socket }) => socket.write(shout));
    await expect
      .poll(() => relay.stats().messages, { interval: 1 })
      .toBeGreaterThan(300);
    // 20,000 messages for 200 each: ana is heard before all that is done.
    await heardBy(ana);
    expect(relay.stats().messages).toBeLessThan(15_000);
    for (const { socket } of [ana, ...hall]) socket.destroy();
  });

  test('what was said last before hanging up is heard', async () => {
    await start();
    const [ana, biel] = [await dial(), await dial()];
    enter(ana, 'gracia');
    enter(biel, 'gracia');
    await Promise.all([heardBy(ana), heardBy(biel)]);
    const last = Array.from({ length: 100 }, (_, i) =>
      saidFrame({ type: 'publish', topic: 'gracia', data: `word ${i};` }),
    );
    ana.socket.end(Buffer.concat(last));
    await biel.hears('word 99;');
    await expect.poll(() => relay.stats()).toMatchObject({ connections: 1, rooms: 1 });
    biel.socket.destroy();
  });
});

test('[R10] frames that come before they may end the connection', async () => {
  await start();
  const line = await rawLine(relay.port);
  line.socket.write(upgrading() + asking('/'));
  await line.ended;
  expect(line.heard()).not.toContain('101');
});

/** A text in so many frames. */
function cut(text: string, parts: number): Buffer {
  return Buffer.concat(
    Array.from({ length: parts }, (_, i) =>
      frame(
        i === 0 ? text.slice(0, text.length - parts + 1) : (text.at(i - parts) ?? ''),
        {
          opcode: i === 0 ? 1 : 0,
          isLast: i === parts - 1,
        },
      ),
    ),
  );
}
