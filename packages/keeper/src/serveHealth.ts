import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KeeperState } from './openKeeper.ts';

/** What a probe is told. */
interface Health {
  readonly ok: boolean;
  readonly since: string;
  readonly role: KeeperState['role'];
  readonly linkedDevices: number;
  readonly entries: number;
  readonly disk: 'ok' | NonNullable<KeeperState['trouble']>;
}

export interface HealthServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Answers every request with 200 while the keeper keeps, and with 503 while it does not:
 * its disk takes nothing, or it is not (or not any more) its member's.
 */
export async function serveHealth(
  { port, host }: { readonly port: number; readonly host: string },
  state: () => KeeperState | null,
): Promise<HealthServer> {
  const since = new Date().toISOString();
  const server = createServer((_, response) => {
    const health = healthOf(state(), since);
    response
      .writeHead(health.ok ? 200 : 503, {
        'Content-Type': 'application/json',
        'Cache-Control': 'no-store',
      })
      .end(`${JSON.stringify(health)}\n`);
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  server.maxConnections = 16;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function healthOf(state: KeeperState | null, since: string): Health {
  const isIn = state !== null && state.role !== null && !state.isSwitchedOff;
  return {
    ok: isIn && state.trouble === null && !state.isBehind,
    since,
    role: state?.role ?? null,
    linkedDevices: state?.linkedDevices ?? 0,
    entries: state?.entries ?? 0,
    disk: state?.trouble ?? 'ok',
  };
}
