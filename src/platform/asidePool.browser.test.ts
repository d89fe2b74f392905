/** Real workers: begun, given work, ended in the middle of it, and not to be had. */
import { assert } from '@manyhands/base';
import { AsidePool, encodePage, openReplica } from '@manyhands/replica';
import type { Helper } from '@manyhands/replica';
import { signatureJob } from '@manyhands/replica/aside';
import type { BatchDone } from '@manyhands/replica/aside';
import { createMemoryStore } from '@manyhands/storage';
import { TestCommunity, createCast, helped } from '@manyhands/testing';
import { expect, test, vi } from 'vitest';
import { newWorker, spawnWorker } from './asidePool.ts';

const [ana, biel] = await createCast();

interface Watched {
  readonly pool: AsidePool;
  readonly workers: Worker[];
  /** Everybody who waits for a helper has waited long enough. */
  readonly loseHeart: () => void;
  /** Batches that were posted, to any of them. */
  readonly posted: () => number;
  /** Those that lie with each. */
  readonly inHand: ReadonlyMap<Worker, number>;
}

/** A pool of workers that `begin` begins, and each of whose steps a test sees. */
function watched(
  begin: () => Worker,
  most = 2,
  onpost?: (worker: Worker) => void,
): Watched {
  const workers: Worker[] = [];
  const waits = new Set<() => void>();
  let posted = 0;
  const inHand = new Map<Worker, number>();
  const lies = (worker: Worker | undefined, more: number): void => {
    if (worker) inHand.set(worker, (inHand.get(worker) ?? 0) + more);
  };
  const pool = new AsidePool({
    most,
    after: (ms, call) => {
      if (ms > 10_000) return () => undefined;
      waits.add(call);
      return () => waits.delete(call);
    },
    spawn: (hearing): Helper | null => {
      const made: Worker[] = [];
      const watching = {
        ...hearing,
        done: (batch: BatchDone): void => {
          lies(made[0], -1);
          hearing.done(batch);
        },
      };
      const helper = spawnWorker(() => {
        const worker = begin();
        made.push(worker);
        return worker;
      }, watching);
      const [worker] = made;
      if (helper === null || worker === undefined) return null;
      workers.push(worker);
      return {
        end: () => helper.end(),
        post: (batch) => {
          helper.post(batch);
          posted += 1;
          lies(worker, 1);
          onpost?.(worker);
        },
      };
    },
  });
  const loseHeart = (): void => {
    for (const call of [...waits]) call();
  };
  return { pool, workers, loseHeart, posted: () => posted, inHand };
}

/** A signature of Ana's, good or not. */
async function signed(isGood: boolean) {
  const message = crypto.getRandomValues(new Uint8Array(40));
  const signature = await ana.signing.sign(message);
  if (!isGood) message[0] = (message[0] ?? 0) ^ 1;
  return signatureJob(signature, message, ana.signing.publicKey);
}

/** Until a worker has said that it is there. */
const isThere = (pool: AsidePool) =>
  vi.waitFor(async () => expect(await pool.ask(await signed(true))).toBe(true));

/** Biel's log of so many, in pages of a hundred and fifty each. */
async function town(length: number) {
  const community = await TestCommunity.of(ana, [biel]);
  const log = community.ledgerOf(biel);
  for (let n = 0; n < length; n++) await log.add(helped(ana, 1));
  const [founding] = community.runs();
  assert(founding, 'Ana founded');
  const pages = [encodePage({ evidence: [], runs: [founding] })];
  for (let from = 0; from < length; from += 150)
    pages.push(
      encodePage({ evidence: [], runs: [log.run(from, Math.min(length, from + 150))] }),
    );
  return { id: community.id, pages };
}

async function cameTo(
  { id, pages }: Awaited<ReturnType<typeof town>>,
  aside?: AsidePool,
) {
  const store = createMemoryStore();
  const opened = await openReplica({
    community: id,
    store,
    ...(aside ? { aside } : {}),
  });
  assert(opened.ok, 'memory opens');
  const replica = opened.value;
  for (const page of pages) {
    const { refused } = await replica.receive(page, { type: 'message' });
    expect(refused).toBe(null);
  }
  const state = { digest: replica.digest(), hash: replica.ledger.stateHash() };
  await replica.close();
  return state;
}

test('[replica/R14] workers come to the same, and the page verifies nothing meanwhile', async () => {
  const { pool, posted } = watched(newWorker);
  await isThere(pool);
  const all = await town(450);
  const before = posted();
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const aside = await cameTo(all, pool);
  const counted = verify.mock.calls.length;
  verify.mockRestore();
  expect(aside).toEqual(await cameTo(all));
  expect(posted()).toBeGreaterThan(before);
  // What founds and admits, in a page that is short.
  expect(counted).toBeLessThan(10);
  pool.close();
});

test('[replica/R14] one that is ended in the middle loses nothing, and another takes its place', async () => {
  const ended: Worker[] = [];
  let isArmed = false;
  const { pool, workers, loseHeart, inHand } = watched(newWorker, 2, (worker) => {
    // The first of the two, with two batches in its hands.
    if (!isArmed || worker !== workers[0] || inHand.get(worker) !== 2) return;
    isArmed = false;
    worker.terminate();
    ended.push(worker);
  });
  await vi.waitFor(async () => {
    await Promise.all([pool.ask(await signed(true)), pool.ask(await signed(true))]);
    expect(inHand.size).toBe(2);
  });
  const jobs = await Promise.all(
    Array.from({ length: 400 }, (_, n) => signed(n % 3 > 0)),
  );
  isArmed = true;
  const asked = Promise.all(jobs.map((job) => pool.ask(job)));
  expect(ended).toEqual(workers.slice(0, 1));
  // The other does all that it is given; what the dead one holds is left.
  const [dead, other] = workers;
  assert(dead && other, 'there are two');
  await vi.waitFor(() => expect(inHand.get(other)).toBe(0));
  expect(inHand.get(dead)).toBe(2);
  loseHeart();
  expect(await asked).toEqual(jobs.map((_, n) => n % 3 > 0));
  expect(workers).toHaveLength(3);
  pool.close();
});

test('[replica/R14] while a page comes in, the only one is ended: the page is taken whole', async () => {
  const ended: Worker[] = [];
  const { pool, loseHeart } = watched(newWorker, 1, (worker) => {
    if (isArmed && ended.length === 0) {
      worker.terminate();
      ended.push(worker);
    }
  });
  let isArmed = false;
  await isThere(pool);
  isArmed = true;
  const all = await town(300);
  const taken = cameTo(all, pool);
  await vi.waitFor(() => expect(ended).toHaveLength(1));
  loseHeart();
  expect(await taken).toEqual(await cameTo(all));
  pool.close();
});

test('[replica/R14] where the file of a worker cannot be had, the page does it', async () => {
  const { pool, workers } = watched(
    () => new Worker(new URL('/no-such-worker.js', location.href), { type: 'module' }),
  );
  const all = await town(150);
  expect(await cameTo(all, pool)).toEqual(await cameTo(all));
  await vi.waitFor(async () => {
    await pool.ask(await signed(true));
    expect(workers).toHaveLength(4);
  });
  expect(await pool.ask(await signed(true))).toBe(null);
  expect(workers).toHaveLength(4);
  pool.close();
});

test('[replica/R14] in a browser that begins none, the page does it', async () => {
  const { pool } = watched(() => {
    throw new DOMException('no workers here', 'SecurityError');
  });
  const all = await town(150);
  expect(await cameTo(all, pool)).toEqual(await cameTo(all));
  expect(await pool.ask(await signed(true))).toBe(null);
});
