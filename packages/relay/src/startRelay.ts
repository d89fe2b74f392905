import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { pathOf, serveApp } from './appFiles.ts';
import { Credits } from './credits.ts';
import { relayLimits } from './limits.ts';
import type { RelayLimits } from './limits.ts';
import { createSwitchboard } from './switchboard.ts';
import type { Caller, Switchboard } from './switchboard.ts';

export interface RelayOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Where to listen; without it on this machine alone. */
  readonly host?: string;
  /** The built app. Without it the relay only introduces. */
  readonly staticDir?: string;
  /** Hears of what an operator should know. Never of rooms, addresses or contents. */
  readonly log?: (line: string) => void;
  readonly limits?: Partial<RelayLimits>;
}

export interface RelayStats {
  readonly connections: number;
  readonly rooms: number;
  /** Messages taken since the start. */
  readonly messages: number;
  /** Connections refused or cut off since the start. */
  readonly cutOff: number;
}

export interface Relay {
  readonly url: string;
  readonly port: number;
  stats(): RelayStats;
  close(): Promise<void>;
}

/**
 * Starts a relay: the built app over HTTP, and y-webrtc's signalling over WebSocket at
 * `/relay` (M10). Rejects when the port is taken. It keeps nothing: what it knows, it
 * knows of open connections, and forgets with them.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const limits = { ...relayLimits, ...options.limits };
  const { host = '127.0.0.1', log = () => undefined } = options;
  const serve = options.staticDir === undefined ? null : serveApp(options.staticDir);
  const server = createServer((request, response) => {
    if (serve !== null) {
      serve(request, response);
      return;
    }
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('A relay\n');
  });
  // Who sends their request a byte at a time holds a socket; not for long.
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;

  const sockets = createSockets(limits, log);
  server.on('upgrade', sockets.upgrade);
  await listen(server, options.port, host);

  const { port } = server.address() as AddressInfo;
  const shown = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    port,
    stats: sockets.stats,
    close: async () => {
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

interface Sockets {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly stats: () => RelayStats;
  readonly close: () => void;
}

/** The WebSocket half: who may come in, and who is still there. */
function createSockets(limits: RelayLimits, log: (line: string) => void): Sockets {
  const now = () => performance.now();
  const switchboard = createSwitchboard(limits, now);
  const dials = new Credits<string>(
    { atOnce: limits.dialsAtOnce, perSecond: limits.dialsPerSecond },
    now,
  );
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    clientTracking: true,
  });
  const byAddress = new Map<string, number>();
  let cutOff = 0;

  const count = (address: string, change: 1 | -1) => {
    const open = (byAddress.get(address) ?? 0) + change;
    if (open > 0) byAddress.set(address, open);
    else byAddress.delete(address);
  };
  const hasRoomFor = (address: string) =>
    server.clients.size < limits.connections &&
    (byAddress.get(address) ?? 0) < limits.connectionsPerAddress &&
    dials.spend(address, 1);

  return {
    upgrade(request, socket, head) {
      // Without a listener a reset connection would end the whole relay.
      socket.on('error', () => socket.destroy());
      const address = request.socket.remoteAddress ?? '';
      if (pathOf(request.url ?? '/') !== '/relay') {
        refuse(socket, '404 Not Found');
        return;
      }
      if (!hasRoomFor(address)) {
        cutOff += 1;
        log('refused a connection: full');
        refuse(socket, '503 Service Unavailable');
        return;
      }
      server.handleUpgrade(request, socket, head, (ws) => {
        count(address, 1);
        ws.once('close', () => count(address, -1));
        connect(ws, switchboard, limits, address, (reason) => {
          cutOff += 1;
          log(`cut off a connection: ${reason}`);
        });
      });
    },
    stats: () => ({ connections: server.clients.size, cutOff, ...switchboard.stats() }),
    close() {
      for (const ws of server.clients) ws.terminate();
      server.close();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function connect(
  ws: WebSocket,
  switchboard: Switchboard,
  limits: RelayLimits,
  address: string,
  oncutoff: (reason: string) => void,
): void {
  const end = (reason: string, how: () => void) => {
    if (ws.readyState !== WebSocket.OPEN) return;
    oncutoff(reason);
    how();
  };
  const caller: Caller = {
    send(text) {
      if (ws.bufferedAmount > limits.waitingBytes) {
        end('reads too slowly', () => ws.terminate());
        return;
      }
      ws.send(text);
    },
    cutOff: (reason) => end(reason, () => ws.close(1008, reason)),
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
  ws.on('pong', () => (alive = true));
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
    switchboard.leave(caller);
  });
}
