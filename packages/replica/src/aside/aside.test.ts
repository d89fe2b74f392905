/** A replica with another thread comes to the very same as one without. */
import { assert } from '@manyhands/base';
import type { Minutes } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import { signatureLength } from '@manyhands/ledger';
import type { KnownContent } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
  stateOf,
} from '@manyhands/testing';
import { describe, expect, test, vi } from 'vitest';
import type { Run } from '../page.ts';
import { street } from '../testing/endings.ts';
import { busyPool } from '../testing/helpers.ts';
import { erasing } from '../testing/regrets.ts';
import { signatureJob } from './jobs.ts';
import type { AsidePool } from './pool.ts';

const [ana, biel] = await createCast();

interface World {
  readonly community: TestCommunity;
  readonly founding: Run;
  /** The pages that come after the founding. */
  readonly pages: readonly (readonly Run[])[];
}

/** Biel's log of so many, of which those at `signed` carry his signature. */
async function logOf(
  length: number,
  isSigned: (n: number) => boolean,
  content: (n: number) => KnownContent = () => helped(ana, 1),
) {
  const community = await TestCommunity.of(ana, [biel]);
  const log = community.ledgerOf(biel);
  for (let n = 0; n < length; n++)
    await log.add(content(n), isSigned(n) ? {} : { signer: null });
  const [founding] = community.runs();
  assert(founding, 'Ana founded');
  return { community, log, founding };
}

const asks = (value: number): KnownContent => ({
  type: 'motion.open',
  matter: { about: 'rule', key: 'limit', account: null, value: value as Minutes },
  replaces: [],
});

const spoilt = (run: Run, ...places: readonly number[]): Run => ({
  ...run,
  items: run.items.map((item, at) =>
    item instanceof Uint8Array && places.includes(at)
      ? concat(item.slice(0, -signatureLength), new Uint8Array(signatureLength))
      : item,
  ),
});

const sparsely = (n: number): boolean => n % 32 === 12 || n === 159;

const worlds: Record<string, () => Promise<World>> = {
  'a long log of acts, one in 32 signed': async () => {
    const { log, ...rest } = await logOf(160, sparsely);
    return { ...rest, pages: [[log.run()]] };
  },
  'signed all over': async () => {
    const { log, ...rest } = await logOf(100, () => true);
    return { ...rest, pages: [[log.run()]] };
  },
  'facts, each with a signature': async () => {
    const { log, ...rest } = await logOf(70, () => true, asks);
    return { ...rest, pages: [[log.run()]] };
  },
  'facts, one of them spoilt': async () => {
    const { log, ...rest } = await logOf(70, () => true, asks);
    return { ...rest, pages: [[spoilt(log.run(), 40)]] };
  },
  'a tail that nothing covers': async () => {
    const { log, ...rest } = await logOf(160, (n) => n < 70);
    return { ...rest, pages: [[log.run()]] };
  },
  'spoilt where a signature would cover, and mended by the next page': async () => {
    const { log, ...rest } = await logOf(100, () => true);
    return { ...rest, pages: [[spoilt(log.run(), 31, 63, 95)], [log.run()]] };
  },
  'no signature at all': async () => {
    const { log, ...rest } = await logOf(100, () => false);
    return { ...rest, pages: [[log.run()]] };
  },
  'one entry in the place of another, so that all behind has other ids': async () => {
    const { log, ...rest } = await logOf(100, () => true);
    const run = log.run();
    const items = run.items.map((item, at) => (at === 50 ? run.items[51] : item));
    return { ...rest, pages: [[{ ...run, items: items as Run['items'] }]] };
  },
  'what is too short to be an entry, at its end': async () => {
    const { log, ...rest } = await logOf(100, () => true);
    const run = log.run();
    const items = [...run.items.slice(0, 99), new Uint8Array(64)];
    return { ...rest, pages: [[{ ...run, items }]] };
  },
  'torn, the pieces in any order': async () => {
    const { log, ...rest } = await logOf(300, (n) => n % 32 === 12 || n === 299);
    const runs = [200, 0, 100].map((from) => log.run(from, from + 100));
    return { ...rest, pages: [runs] };
  },
  'a board, part of it erased': async () => {
    const { community, entries } = await street(100);
    const [founding] = community.runs();
    const board = community.boardOf(biel);
    assert(founding, 'Ana founded');
    await board.add(erasing(...entries.slice(3, 5)));
    return { community, founding, pages: [community.runs(), [board.run()]] };
  },
};

async function cameTo({ community, founding, pages }: World, aside?: AsidePool) {
  const here = await openOnMemory(community.id, undefined, aside ? { aside } : {});
  await deliver(here, { runs: [founding] }, ana);
  const received = [];
  for (const runs of pages) {
    const { refused, strangers, waiting, added, mended } = await deliver(
      here,
      { runs },
      ana,
    );
    const ids = [...added, ...mended].map(({ id }) => id);
    received.push({ refused, strangers, waiting, ids });
  }
  const state = await stateOf(here);
  await here.replica.close();
  return { received, state };
}

/** One whose helper is there. */
async function warm() {
  const made = busyPool();
  const bytes = new Uint8Array(32);
  await made.pool.ask(signatureJob(bytes, bytes, bytes));
  await Promise.resolve();
  return made;
}

describe('[R14] with another thread a page comes to the same as without', () => {
  test.each(Object.keys(worlds))('%s', async (name) => {
    const world = await worlds[name]?.();
    assert(world, 'it is one of them');
    const { pool, seen } = await warm();
    expect(await cameTo(world, pool)).toEqual(await cameTo(world));
    const isWhole = !name.startsWith('what is too short');
    expect(seen.length > 0).toBe(isWhole);
  });

  test('what is not there, or has died, leaves it to whoever asked', async () => {
    const world = await worlds['signed all over']?.();
    assert(world, 'it is one of them');
    const asked = vi.fn();
    const none = {
      ask: () => {
        asked();
        return Promise.resolve(null);
      },
    };
    expect(await cameTo(world, none as unknown as AsidePool)).toEqual(
      await cameTo(world),
    );
    expect(asked).toHaveBeenCalled();
  });
});

test('[R14] no more signatures are looked at ahead than would cover a run', async () => {
  const { log, founding, community } = await logOf(160, () => true);
  const { pool, seen } = await warm();
  await cameTo({ community, founding, pages: [[log.run()]] }, pool);
  const all = seen.flatMap(({ jobs }) => jobs);
  const chains = all.filter((job) => job.type === 'chain');
  expect(chains).toHaveLength(1);
  expect(chains[0]?.looked).toEqual([31, 63, 95, 127, 159]);
  expect(all).toHaveLength(1);
});

test('[R14] a short page goes to no other thread', async () => {
  const { log, founding, community } = await logOf(60, () => true);
  const { pool, seen } = await warm();
  await cameTo({ community, founding, pages: [[log.run()]] }, pool);
  expect(seen).toEqual([]);
});
