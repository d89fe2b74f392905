/** A real keeper process, and a member's phone, over a real relay and real WebRTC. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  assert,
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  test,
  vi,
} from 'vitest';
import { openReplica } from '@manyhands/replica';
import { startRelay } from '@manyhands/relay';
import type { Relay } from '@manyhands/relay';
import { TestCommunity, createCast, helped, sized } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { openDiskStore } from './disk/diskStore.ts';
import { openFolder } from './disk/files.ts';
import { openOwner } from './testing/owner.ts';
import type { Owner } from './testing/owner.ts';
import { spawnKeeper } from './testing/spawnKeeper.ts';
import type { KeeperProcess } from './testing/spawnKeeper.ts';

const patience = 60_000;
/** How often it is killed. */
const rounds = sized(2, 40);
let relay: Relay;
let ana: CastMember;
let biel: CastMember;
let owner: Owner;
let folder: string;
const running: KeeperProcess[] = [];

const relayAt = () => `ws://127.0.0.1:${relay.port}/relay`;

beforeAll(async () => {
  relay = await startRelay({ port: 0 });
});
afterAll(() => relay.close());

beforeEach(async () => {
  [ana, biel] = await createCast();
  owner = await openOwner(await TestCommunity.of(ana, [biel]), ana, relayAt());
  folder = await mkdtemp(join(tmpdir(), 'manyhands-keeper-'));
});

afterEach(async () => {
  owner.close();
  await Promise.all(running.splice(0).map((keeper) => keeper.end('SIGKILL')));
  await rm(folder, { recursive: true, force: true });
});

function start(...args: string[]): KeeperProcess {
  const keeper = spawnKeeper(['--folder', folder, ...args]);
  running.push(keeper);
  return keeper;
}

/** How much of Ana's log the keeper says is on its disk. */
const keptByIt = (): number => {
  const [it] = owner.added;
  const acked = it && owner.mesh.acks().get(it.device);
  return Math.max(0, ...(acked?.values() ?? []));
};

const write = async (minutes: number): Promise<void> => {
  const written = await owner.writer.append('ledger', helped(biel, minutes));
  expect(written.ok).toBe(true);
};

test(
  '[K1] [K6] [K11] [mesh/M11] a keeper is let in by its owner, keeps, ends cleanly and begins again',
  async () => {
    const keeper = start(owner.link, '--health', '0');
    await keeper.says('This is a keeper of Els Plataners now.');
    const [it] = owner.added;
    assert(it, 'the owner has said yes');
    const asked = await keeper.says('your phone asks now');
    expect(asked).toContain(it.digits);
    expect(owner.replica.ledger.roleOf(ana.member, it.device)).toBe(1);
    await write(30);
    await vi.waitFor(() => expect(keptByIt()).toBe(4), { timeout: patience });
    const health = await keeper.says('all is well is told at');
    const response = await fetch(/http\S+/.exec(health)?.[0] ?? '');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ok: true,
      role: 1,
      linkedDevices: 1,
    });
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o600);
    expect(await keeper.end('SIGTERM')).toBe(0);
    expect(keeper.lines.at(-1)).toContain('All that came is on the disk.');
    expect(keeper.errors).toEqual([]);
    // What it made of the hours, and by which code: the next opening makes it not again.
    const unchanged = await readFile(join(folder, 'unchanged.note'), 'latin1');
    expect(unchanged).toMatch(/[0-9a-f]{64}/);

    const again = start();
    await again.says('Keeper of Els Plataners, with 4 entries');
    await write(45);
    await vi.waitFor(() => expect(keptByIt()).toBe(5), { timeout: patience });
    expect(await again.end('SIGTERM')).toBe(0);
  },
  patience * 2,
);

test(
  '[K4] [mesh/M11] killed at any moment, it has all that it said it has',
  async () => {
    const first = start(owner.link);
    await first.says('This is a keeper of Els Plataners now.');
    await first.end('SIGKILL');
    const stop = new AbortController();
    const life = (async () => {
      for (let minutes = 1; !stop.signal.aborted; minutes = (minutes % 600) + 1) {
        await write(minutes);
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
    })();
    // Each life ends a random while after the first thing it stored.
    for (let round = 0; round < rounds; round++) {
      const before = keptByIt();
      const keeper = start();
      await vi.waitFor(() => expect(keptByIt()).toBeGreaterThan(before), {
        timeout: patience,
      });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
      await keeper.end('SIGKILL');
    }
    stop.abort();
    await life;
    const promised = keptByIt();

    const kept = await openKept(folder);
    expect(kept.faults).toEqual([]);
    expect(kept.length).toBeGreaterThanOrEqual(promised);
  },
  patience * 4,
);

/** What is on the keeper's disk, read by nobody but this test. */
async function openKept(from: string) {
  const store = openDiskStore(await openFolder(from));
  const replica = await openReplica({ community: owner.replica.community, store });
  assert(replica.ok, 'the disk opens');
  const head = replica.value
    .vector()
    .find(({ log }) => log.kind === 'ledger' && log.device === ana.device);
  const faults = replica.value.faults();
  await replica.value.close();
  return { length: head?.length ?? 0, faults };
}
