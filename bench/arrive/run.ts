import { assert } from '@manyhands/base';
import type { CommunityId } from '@manyhands/base';
import { createMemoryStore } from '@manyhands/storage';
import { encodePage, openReplica } from '@manyhands/replica';
import type { Replica, Run } from '@manyhands/replica';
import { readPage } from '../../packages/replica/src/page.ts';
import { median } from '../measure.ts';
import { chainOf } from '../join/parts.ts';
import { decodeTown } from '../join/town.ts';
import type { Town } from '../join/town.ts';

/** Milliseconds of one arrival, of many the one in the middle. */
export interface Arrivals {
  readonly taken: number;
  /** What was taken, and the digest that the next greeting needs. */
  readonly told: number;
  readonly entries: number;
}

/** The first ones compile and warm up. */
const warmUp = 200;

/**
 * A replica has all of a town but the last entry of each ledger log; then these come,
 * one a page, as hours do that somebody just wrote.
 */
export async function run(input: Uint8Array): Promise<Arrivals> {
  const town = decodeTown(input);
  const { early, late } = holdBack(town);
  const opened = await openReplica({
    community: town.community,
    store: createMemoryStore(),
  });
  assert(opened.ok, 'memory opens');
  const replica = opened.value;
  for (const page of early) await take(replica, page);
  const entries = replica.vector().reduce((sum, { length }) => sum + length, 0);
  const taken: number[] = [];
  const told: number[] = [];
  for (const page of late) {
    const started = performance.now();
    assert((await take(replica, page)) === 1, 'one entry comes');
    taken.push(performance.now() - started);
    replica.digest();
    told.push(performance.now() - started);
  }
  const middle = (all: readonly number[]) => median(all.slice(warmUp));
  return { taken: middle(taken), told: middle(told), entries };
}

interface Held {
  readonly early: readonly Uint8Array[];
  readonly late: readonly Uint8Array[];
}

function holdBack({ community, pages }: Town): Held {
  const late: Uint8Array[] = [];
  const early = pages.map((page) => {
    const read = readPage(page);
    assert(read.ok, 'the town is in order');
    const runs = read.value.runs.map((whole) => {
      const last = lastTransferOf(community, whole);
      if (last === null) return whole;
      late.push(encodePage({ evidence: [], runs: [last] }));
      return { ...whole, items: whole.items.slice(0, -1) };
    });
    return encodePage({ evidence: [], runs });
  });
  return { early, late };
}

/** The end of a run as a run of its own, if a transfer stands there and not alone. */
function lastTransferOf(community: CommunityId, whole: Run): Run | null {
  const chain = chainOf(community, whole);
  const last = chain.at(-1);
  if (chain.length < 2 || !last?.content.type.startsWith('transfer.')) return null;
  return { ...whole, from: last.seq, prev: last.prev, items: [last.stored] };
}

/** Answers how many entries were new. */
async function take(replica: Replica, page: Uint8Array): Promise<number> {
  const { added, refused } = await replica.receive(page, { type: 'message' });
  assert(refused === null, 'the town is taken whole');
  return added.length;
}
