import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Whose } from './addresses.ts';
import { Backlogs } from './backlog.ts';
import type { RelayLimits } from './limits.ts';
import { Slices } from './slices.ts';
import { createSwitchboard } from './switchboard.ts';
import type { Caller } from './switchboard.ts';
import { TurnWrites } from './turnWrites.ts';

/** How long somebody who is cut off has to hear why. */
const partingTime = 1_000;

/** Milliseconds of work for callers in one turn of the event loop. */
const sliceTime = 5;

/** What waits of one connection when it is not read from for a while. */
const asksAtOnce = 8;

const strictness = {
  /** No browser cuts a message of 16 KiB into more, and each part pins the piece it came in. */
  maxFragments: 4,
  /** Of the smallest packets a network carries, some thirty bring such a message. */
  maxBufferedChunks: 64,
  closeTimeout: partingTime,
};

const asText = { binary: false };

export interface WebSockets {
  /** Takes a connection over; `onopen` hears how to end it for somebody else. */
  readonly accept: (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    caller: Whose,
    onopen: (giveUp: () => void) => void,
  ) => void;
  readonly stats: () => { connections: number; rooms: number; messages: number };
  readonly close: () => void;
}

/** The WebSocket half: what is said, and who is still there (R1–R4). */
export function createWebSockets(
  limits: RelayLimits,
  now: () => number,
  oncutoff: (reason: string) => void,
): WebSockets {
  const switchboard = createSwitchboard(limits, now);
  const backlogs = new Backlogs({
    ofOne: limits.waitingBytes,
    ofAll: limits.waitingBytesInAll,
  });
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    clientTracking: true,
    autoPong: false,
    ...strictness,
  });

  const slices = new Slices({ slice: sliceTime, now });

  const turnWrites = new TurnWrites();

  function connect(
    ws: WebSocket,
    socket: Duplex,
    { address, block }: Whose,
  ): () => void {
    const backlog = backlogs.open();
    const end = (reason: string, how: () => void) => {
      if (ws.readyState !== WebSocket.OPEN) return;
      oncutoff(reason);
      how();
    };
    /** Sends, and counts what the reader has not taken yet. */
    const give = (bytes: number, how: (done: () => void) => void) => {
      if (ws.readyState !== WebSocket.OPEN) return;
      let isWaiting = false;
      how(() => isWaiting && backlog.take(bytes));
      isWaiting = ws.bufferedAmount > 0 && backlog.add(bytes);
      if (isWaiting || ws.bufferedAmount === 0) return;
      end('reads too slowly', () => ws.terminate());
    };
    const caller: Caller = {
      send: (message) => {
        turnWrites.hold(socket);
        give(message.length, (done) => ws.send(message, asText, done));
      },
      cutOff: (reason) =>
        end(reason, () => {
          ws.close(1008, reason);
          // Whatever else it says is not even read.
          ws.pause();
        }),
      later: slices.caller(
        block,
        asksAtOnce,
        () => ws.pause(),
        () => ws.readyState === WebSocket.OPEN && ws.resume(),
      ),
    };
    switchboard.join(caller, address);

    let alive = true;
    const heartbeat = setInterval(() => {
      if (!alive) {
        end('gone', () => ws.terminate());
        return;
      }
      alive = false;
      ws.ping();
    }, limits.aliveEvery);
    ws.on('pong', (data: Buffer) => {
      alive = true;
      switchboard.count(caller, data.length);
    });
    ws.on('ping', (data: Buffer) => {
      switchboard.count(caller, data.length, () =>
        give(data.length, (done) => ws.pong(data, false, done)),
      );
    });
    ws.on('message', (data, isBinary) => {
      if (ws.readyState !== WebSocket.OPEN) return;
      if (isBinary) {
        caller.cutOff('not text');
        return;
      }
      switchboard.receive(caller, (data as Buffer).toString('utf8'));
    });
    // Oversized and ill-formed frames end here; ws closes the connection itself.
    ws.on('error', (cause) => oncutoff(cause.message));
    ws.on('close', () => {
      clearInterval(heartbeat);
      backlog.close();
      switchboard.leave(caller);
    });
    return () =>
      end('gave way', () => {
        ws.close(1013, 'gave way');
        ws.terminate();
      });
  }

  return {
    accept(request, socket, head, whose, onopen) {
      server.handleUpgrade(request, socket, head, (ws) =>
        onopen(connect(ws, socket, whose)),
      );
    },
    stats: () => ({ connections: server.clients.size, ...switchboard.stats() }),
    close() {
      for (const ws of server.clients) ws.terminate();
      server.close();
    },
  };
}
