import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { relayLimits } from './limits.ts';
import type { RelayLimits } from './limits.ts';
import { startRelay } from './startRelay.ts';
import type { Relay } from './startRelay.ts';
import { createSwitchboard } from './switchboard.ts';
import { rawLine } from './testing/rawLine.ts';
import { Turns } from './turns.ts';

let relay: Relay | null = null;
afterEach(async () => {
  await relay?.close();
  relay = null;
});

/** Whether what is at the limit passes, and what is one beyond. */
type Edge = () => Promise<[boolean, boolean]> | [boolean, boolean];

/** A switchboard, and a caller that is there until it is cut off. */
function calling() {
  let time = 0;
  const board = createSwitchboard(relayLimits, () => time);
  const call = (address = 'somewhere') => {
    const caller = {
      isThere: true,
      send: () => undefined,
      cutOff: () => undefined,
      later: (task: () => void) => task(),
    };
    caller.cutOff = () => void (caller.isThere = false);
    board.join(caller, address);
    const say = (message: unknown) => {
      board.receive(caller, JSON.stringify(message));
      return caller.isThere;
    };
    return { say, caller };
  };
  return { call, pass: (ms: number) => (time += ms) };
}

/** A caller who says messages of so many bytes, up to all it may say at once. */
function writing() {
  const { call, pass } = calling();
  const { say } = call();
  const frame = (data: string) => ({ type: 'publish', topic: 'gracia', data });
  const around = JSON.stringify(frame('')).length;
  const send = (bytes: number) => say(frame('x'.repeat(Math.max(0, bytes - around))));
  const fill = () => {
    const most = relayLimits.bytesAtOnce / relayLimits.messageBytes;
    const said = Array.from({ length: most }, () => send(relayLimits.messageBytes));
    return said.every((taken) => taken);
  };
  return { send, fill, pass };
}

/** Dials as often as said, each from there; whether the last one was let in. */
async function isLetIn(
  connections: number,
  limits: Partial<RelayLimits>,
  from = (_: number) => '127.0.0.1',
) {
  relay = await startRelay({ port: 0, limits });
  const address = `ws://127.0.0.1:${relay.port}/relay`;
  let isIn = false;
  for (let i = 0; i < connections; i++) {
    const socket = new WebSocket(address, { localAddress: from(i) });
    isIn = await once(socket, 'open').then(
      () => true,
      () => false,
    );
  }
  await relay.close();
  relay = null;
  return isIn;
}

/** Whether a file of so many bytes is packed, as those are that are kept. */
async function isKept(bytes: number) {
  const staticDir = await mkdtemp(join(tmpdir(), 'manyhands-'));
  await writeFile(join(staticDir, 'words.txt'), 'x'.repeat(bytes));
  relay = await startRelay({ port: 0, staticDir });
  const { headers } = await fetch(`http://127.0.0.1:${relay.port}/words.txt`);
  await relay.close();
  relay = null;
  await rm(staticDir, { recursive: true });
  return headers.get('content-encoding') === 'gzip';
}

/** Whether a request is read whose path, names and values are so many bytes. */
async function isRead(bytes: number) {
  relay = await startRelay({ port: 0 });
  const line = await rawLine(relay.port);
  const value = 'x'.repeat(bytes - '/XConnectionclose'.length);
  line.socket.write(`GET / HTTP/1.1\r\nX: ${value}\r\nConnection: close\r\n\r\n`);
  await line.ended;
  await relay.close();
  relay = null;
  return line.heard().includes('404 Not Found');
}

/**
 * Those that time decides are in startRelay.test.ts (a slow reader, a dead connection),
 * httpGuard.test.ts (an idle connection, an answer), slots.test.ts (a turn) and
 * credits.test.ts; what is dropped and not cut off in switchboard.test.ts; what is for all
 * in backlog.test.ts and shelf.test.ts; what goes wrong in outliveSomeErrors.test.ts.
 */
type Edges = Omit<
  Record<keyof RelayLimits, Edge>,
  | 'waitingBytes'
  | 'aliveEvery'
  | 'dialsPerSecond'
  | 'copiesAtOnce'
  | 'copiesPerSecond'
  | 'turnTime'
  | 'idleTime'
  | 'answerWait'
  | 'answerTime'
  | 'shelfBytes'
  | 'waitingBytesInAll'
  | 'errorsAtOnce'
>;

const edges: Edges = {
  messageBytes: async () => {
    relay = await startRelay({ port: 0 });
    const address = `ws://127.0.0.1:${relay.port}/relay`;
    const isTaken = async (bytes: number) => {
      const socket = new WebSocket(address);
      await once(socket, 'open');
      const frame = (data: string) =>
        JSON.stringify({ type: 'publish', topic: 'gracia', data });
      socket.send(frame('x'.repeat(bytes - frame('').length)));
      socket.ping();
      const taken = await Promise.race([
        once(socket, 'pong').then(() => true),
        once(socket, 'close').then(() => false),
      ]);
      socket.terminate();
      return taken;
    };
    const { messageBytes } = relayLimits;
    return [await isTaken(messageBytes), await isTaken(messageBytes + 1)];
  },
  connections: async () => [
    await isLetIn(3, { connections: 3 }),
    await isLetIn(4, { connections: 3 }),
  ],
  connectionsPerAddress: async () => [
    await isLetIn(3, { connectionsPerAddress: 3 }),
    await isLetIn(4, { connectionsPerAddress: 3 }),
  ],
  connectionsPerBlock: async () => {
    const from = (i: number) => `127.9.0.${1 + i}`;
    return [
      await isLetIn(3, { connectionsPerBlock: 3 }, from),
      await isLetIn(4, { connectionsPerBlock: 3 }, from),
    ];
  },
  headBytes: async () => [
    await isRead(relayLimits.headBytes),
    await isRead(relayLimits.headBytes + 1),
  ],
  answersPerAddress: () => {
    const turns = new Turns(relayLimits.answersPerAddress);
    const begun: number[] = [];
    const most = relayLimits.answersPerAddress;
    for (let i = 1; i <= most + 1; i++) turns.take('somewhere', () => begun.push(i));
    return [begun.includes(most), begun.includes(most + 1)];
  },
  shelfFileBytes: async () => [
    await isKept(relayLimits.shelfFileBytes),
    await isKept(relayLimits.shelfFileBytes + 1),
  ],
  dialsAtOnce: async () => [
    await isLetIn(3, { dialsAtOnce: 3, dialsPerSecond: 0 }),
    await isLetIn(4, { dialsAtOnce: 3, dialsPerSecond: 0 }),
  ],
  roomsPerConnection: () => {
    const { say } = calling().call();
    const enter = (n: number) => say({ type: 'subscribe', topics: [`room ${n}`] });
    const rooms = relayLimits.roomsPerConnection;
    const entered = Array.from({ length: rooms + 1 }, (_, n) => enter(n));
    return [entered[rooms - 1] ?? false, entered[rooms] ?? false];
  },
  roomNameBytes: () => {
    const isTaken = (bytes: number) =>
      calling()
        .call()
        .say({ type: 'subscribe', topics: ['x'.repeat(bytes)] });
    const { roomNameBytes } = relayLimits;
    return [isTaken(roomNameBytes), isTaken(roomNameBytes + 1)];
  },
  connectionsPerRoom: () => {
    const { call } = calling();
    const enter = () => call().say({ type: 'subscribe', topics: ['gracia'] });
    const most = relayLimits.connectionsPerRoom;
    const entered = Array.from({ length: most + 1 }, enter);
    return [entered[most - 1] ?? false, entered[most] ?? false];
  },
  messagesPerSecond: () => {
    const { call, pass } = calling();
    const { say } = call();
    const ping = () => say({ type: 'ping' });
    for (let i = 0; i < relayLimits.messagesAtOnce; i++) ping();
    pass(1_000);
    const said = Array.from({ length: relayLimits.messagesPerSecond + 1 }, ping);
    return [said.at(-2) ?? false, said.at(-1) ?? false];
  },
  bytesAtOnce: () => {
    const { send, fill } = writing();
    const taken = fill();
    return [taken, send(1)];
  },
  bytesPerSecond: () => {
    const { send, fill, pass } = writing();
    fill();
    pass(1_000);
    const most = relayLimits.bytesPerSecond / relayLimits.messageBytes;
    const said = Array.from({ length: most }, () => send(relayLimits.messageBytes));
    return [said.every((taken) => taken), send(1)];
  },
  messagesAtOnce: () => {
    const { say } = calling().call();
    const most = relayLimits.messagesAtOnce;
    const said = Array.from({ length: most + 1 }, () => say({ type: 'ping' }));
    return [said[most - 1] ?? false, said[most] ?? false];
  },
};

describe('[R4] each cap is kept: so many, and not one more', () => {
  test.each(Object.entries(edges))('%s', async (_, edge) => {
    expect(await edge()).toEqual([true, false]);
  });
});
