import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { plainAddress } from './addresses.ts';
import { serveApp } from './appFiles.ts';
import type { Serve } from './appFiles.ts';
import { HttpGuard } from './httpGuard.ts';
import { relayLimits } from './limits.ts';
import type { RelayLimits } from './limits.ts';
import { createWebSockets } from './webSockets.ts';

export interface RelayOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Where to listen; without it on this machine alone. */
  readonly host?: string;
  /** The built app. Without it the relay only introduces. */
  readonly staticDir?: string;
  /**
   * Addresses of reverse proxies of one's own, whose X-Forwarded-For is believed. Without
   * them everybody who comes through a proxy is one address, and shares its limits.
   */
  readonly proxies?: readonly string[];
  /** Hears of what an operator should know. Never of rooms, addresses or contents. */
  readonly log?: (line: string) => void;
  readonly limits?: Partial<RelayLimits>;
}

export interface RelayStats {
  /** WebSockets. */
  readonly connections: number;
  /** Connections of all kinds. */
  readonly slots: number;
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
 * `/relay` (mesh/M10). Rejects when the port is taken. It keeps nothing: what it knows, it
 * knows of open connections, and forgets with them.
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const limits = { ...relayLimits, ...options.limits };
  const {
    host = '127.0.0.1',
    staticDir,
    proxies = [],
    log = () => undefined,
  } = options;
  const now = () => performance.now();
  let cutOff = 0;
  const count = (what: string) => (reason: string) => {
    cutOff += 1;
    log(`${what} a connection: ${reason}`);
  };
  const shelf = {
    fileBytes: limits.shelfFileBytes,
    bytes: limits.shelfBytes,
    clearedEvery: limits.answerTime,
  };
  const sockets = createWebSockets(limits, now, count('cut off'));
  const server = createServer({
    // The first size that is refused.
    maxHeaderSize: limits.headBytes + 1,
    // The hint that browsers are given; the guard has the last word.
    keepAliveTimeout: limits.idleTime,
    // Else Node answers such a request by itself, as often as somebody likes.
    requireHostHeader: false,
  });
  const guard = new HttpGuard(server, {
    limits,
    now,
    proxies: new Set(proxies.map(plainAddress)),
    serve: staticDir === undefined ? nothing : serveApp(staticDir, shelf, now),
    upgrade: sockets.accept,
    onrefused: count('refused'),
    oncutoff: count('cut off'),
  });
  await listen(server, options.port, host, limits.connections);

  const { port } = server.address() as AddressInfo;
  const shown = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    port,
    stats: () => ({ slots: guard.slots, cutOff, ...sockets.stats() }),
    close: async () => {
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const nothing: Serve = (_, response) => {
  response.writeHead(404, { 'Content-Type': 'text/plain' }).end('A relay\n');
};

/** `backlog`: so many may wait until they are let in or refused. */
function listen(
  server: Server,
  port: number,
  host: string,
  backlog: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
