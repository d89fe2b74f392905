/** Whether a keeper grows: hundreds of links that come and go, over real WebRTC. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startRelay } from '@manyhands/relay';
import { TestCommunity, createCast, isThorough } from '@manyhands/testing';
import { openOwner } from './testing/owner.ts';
import { spawnKeeper } from './testing/spawnKeeper.ts';

const links = Number(process.env['KEEPER_LINKS'] ?? 400);

/** Megabytes that a process holds, as the system counts them. */
async function heldBy(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

// Counting what a process holds is Linux's.
test.runIf(isThorough && process.platform === 'linux')(
  '[mesh/M11] hundreds of links that come and go leave no more behind than the first fifty',
  async () => {
    // Nobody comes and goes so fast in life, and a relay would cut them off.
    const limits = { messagesPerSecond: 1_000_000, messagesAtOnce: 1_000_000 };
    const relay = await startRelay({ port: 0, limits });
    const [ana, biel] = await createCast();
    const community = await TestCommunity.of(ana, [biel]);
    const at = `ws://127.0.0.1:${relay.port}/relay`;
    const folder = await mkdtemp(join(tmpdir(), 'manyhands-keeper-'));
    const owner = await openOwner(community, ana, at);
    const keeper = spawnKeeper(['--folder', folder, owner.link]);
    await keeper.says('This is a keeper of');
    await vi.waitFor(() => expect(owner.mesh.isQuiet).toBe(true));
    const held: number[] = [];
    for (let i = 0; i < links; i++) {
      owner.startsAgain();
      // As a person does who sees that nobody comes: they look again.
      const looking = setInterval(() => owner.mesh.reconnect(), 5_000);
      await vi.waitFor(
        () => {
          expect(keeper.errors, `after ${i} links`).toEqual([]);
          expect(owner.mesh.peers()).toHaveLength(1);
          expect(owner.mesh.isQuiet).toBe(true);
        },
        { interval: 20 },
      );
      clearInterval(looking);
      if (i % 50 === 49) held.push(Math.round(await heldBy(keeper.pid)));
    }
    console.log(`megabytes held after each fifty links: ${held.join(' ')}`);
    owner.close();
    expect(await keeper.end('SIGTERM')).toBe(0);
    expect(keeper.errors).toEqual([]);
    await relay.close();
    await rm(folder, { recursive: true, force: true });
    const [first = 0] = held;
    expect(Math.max(...held)).toBeLessThan(first + 40);
  },
  1_800_000,
);
