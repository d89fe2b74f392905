import { afterEach, expect, test } from 'vitest';
import type { KeeperState } from './openKeeper.ts';
import { serveHealth } from './serveHealth.ts';
import type { HealthServer } from './serveHealth.ts';

const well: KeeperState = {
  role: 1,
  isSwitchedOff: false,
  isRefused: false,
  isBehind: false,
  linkedDevices: 2,
  members: 12,
  entries: 412,
  trouble: null,
};
let server: HealthServer | null = null;

afterEach(() => server?.close());

async function askOf(state: KeeperState | null) {
  await server?.close();
  server = await serveHealth({ port: 0, host: '127.0.0.1' }, () => state);
  const response = await fetch(server.url);
  return { status: response.status, said: (await response.json()) as object };
}

test('[mesh/M11] a probe is told that all is well, and with whom', async () => {
  const { status, said } = await askOf(well);
  expect(status).toBe(200);
  expect(said).toMatchObject({ ok: true, linkedDevices: 2, entries: 412, disk: 'ok' });
});

test.each<[string, KeeperState | null]>([
  ['is nobody’s yet', null],
  ['waits for a yes', { ...well, role: null }],
  ['was switched off', { ...well, isSwitchedOff: true }],
  ['may not write', { ...well, isBehind: true }],
  ['has a full disk', { ...well, trouble: 'StoreFull' }],
])('[mesh/M11] a keeper that %s is not well', async (_, state) => {
  expect((await askOf(state)).status).toBe(503);
});

test('[K7] it listens on this machine alone unless told otherwise', async () => {
  await askOf(well);
  expect(server?.url).toContain('127.0.0.1');
});
