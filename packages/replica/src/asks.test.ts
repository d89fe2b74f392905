/** [mesh/M4] what is asked for costs who is asked no more than it cost to ask. */
import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { isTombstone } from '@manyhands/ledger';
import {
  additionOf,
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  sized,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { mergeAsks, weighAsks } from './asks.ts';
import type { HeldLog, Holdings } from './holdings.ts';
import { vectorLimit } from './limits.ts';
import { readPage } from './page.ts';
import type { Ask } from './page.ts';
import { erasing } from './testing/regrets.ts';

const [ana, biel] = await createCast();
const name = (index: number): string => index.toString(16).padStart(32, '0');

async function holding(community: TestCommunity): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  const runs = community.runs();
  for (let from = 0; from < runs.length; from += 200)
    await deliver(here, { runs: runs.slice(from, from + 200) }, ana);
  return here;
}

describe('[mesh/M4] asks', () => {
  test('of one log are one: from the first place that is asked for to the last', () => {
    const asks = [
      { log: name(1), from: 7, max: 2 },
      { log: name(2), from: 0, max: 1 },
      { log: name(1), from: 3, max: 1 },
      { log: name(1), from: 5, max: 30 },
    ];
    expect(mergeAsks(asks)).toEqual([
      { log: name(1), from: 3, max: 32 },
      { log: name(2), from: 0, max: 1 },
    ]);
  });

  test('that say the same again and again bring each entry once', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    for (let rev = 0; rev < 5; rev++)
      await community.boardOf(biel).add(profileOf(biel, rev));
    const { replica } = await holding(community);
    const [one, two] = replica.wireVector().map(({ log, length }) => ({
      log,
      from: 0,
      max: length,
    }));
    assert(one && two, 'two logs');
    const often = Array.from({ length: 50 }, (_, i) => [one, { ...two, from: i % 5 }]);
    const once = replica.page([one, two]);
    expect(replica.page(often.flat())).toEqual(once);
    expect(replica.weigh(often.flat())).toBe(replica.weigh([one, two]));
    const page = readPage(once.page ?? new Uint8Array());
    expect(page.ok && page.value.runs).toHaveLength(2);
    // What is left is one ask for each, too.
    const { rest } = replica.page(often.flat(), 1);
    expect(rest.map(({ log }) => log).sort()).toEqual(
      [...new Set(rest.map(logOf))].sort(),
    );
  });

  test('weigh what was asked for, whatever was erased since they were weighed before', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const board = community.boardOf(biel);
    for (let rev = 0; rev < 200; rev++) await board.add(profileOf(biel, rev));
    const here = await holding(community);
    const { replica } = here;
    const log = board.entries[0]?.logId.slice(0, 32) ?? '';
    const sizes = () =>
      board.entries.map(
        ({ id, stored }) => (replica.entry(id) ? stored.length : 33) + 3,
      );
    const isRight = () => {
      for (const [from, max] of [
        [0, 400],
        [0, 64],
        [63, 2],
        [64, 65],
        [199, 5],
        [5, 190],
        [500, 5],
      ] as const) {
        const sum = sizes()
          .slice(from, from + max)
          .reduce((all, bytes) => all + bytes, 0);
        expect(replica.weigh([{ log, from, max }])).toBe(sum);
      }
    };
    isRight();
    const erase = await board.add(erasing(...board.entries.slice(60, 70)));
    const run = board.run();
    await deliver(
      here,
      {
        runs: [
          { ...run, from: erase.seq, prev: erase.prev, items: run.items.slice(-1) },
        ],
      },
      biel,
    );
    expect(replica.entry(board.entries[60]?.id ?? erase.id)).toBeNull();
    isRight();
  });

  test('weigh what stands there once a log has lost its end', () => {
    const items = Array.from({ length: 200 }, () => ({ stored: new Uint8Array(65) }));
    const log = { items, tombstones: 0 } as unknown as HeldLog;
    const held = { called: () => log } as unknown as Holdings;
    const all = [{ log: name(1), from: 0, max: 400 }];
    expect(weighAsks(held, all)).toBe(200 * 68);
    items.splice(70);
    items.push({ stored: new Uint8Array(100) });
    expect(weighAsks(held, all)).toBe(70 * 68 + 103);
    for (let i = 0; i < 200; i++) items.push({ stored: new Uint8Array(100) });
    expect(weighAsks(held, all)).toBe(70 * 68 + 201 * 103);
  });

  test('of one long log, 8,192 times, read it once', () => {
    let reads = 0;
    const items = new Proxy(
      Array.from({ length: 20_000 }, () => ({ stored: new Uint8Array(65) })),
      {
        get(of, key, receiver): unknown {
          if (typeof key === 'string' && key !== 'length') reads += 1;
          return Reflect.get(of, key, receiver);
        },
      },
    );
    assert(
      items.every((item) => !isTombstone(item as never)),
      'none is erased',
    );
    const log = { items, tombstones: 0 } as unknown as HeldLog;
    const held = { called: () => log } as unknown as Holdings;
    const asks = (of: (index: number) => string): Ask[] =>
      Array.from({ length: vectorLimit }, (_, i) => ({
        log: of(i),
        from: i,
        max: 2 ** 20,
      }));
    reads = 0;
    expect(
      weighAsks(
        held,
        asks(() => name(1)),
      ),
    ).toBe(20_000 * 68);
    expect(reads).toBeLessThan(3 * 20_000);
    // Nor does it help to call it by many names.
    reads = 0;
    weighAsks(held, asks(name));
    expect(reads).toBeLessThan(2 * 64 * 2 * vectorLimit);
  });

  test('of devices that let one another in, one after the other, cost a step for each', async () => {
    const stepsFor = async (devices: number) => {
      const community = await TestCommunity.of(ana, [biel]);
      let last: CastMember = biel;
      for (let i = 0; i < devices; i++) {
        const next = await createPerson('Biel', `device ${i}`);
        await community.ledgerOf(last).add(additionOf(next));
        last = next;
      }
      await community.ledgerOf(last).add(helped(ana, 30));
      const { replica } = await holding(community);
      // The last first: each waits for all before it.
      const asks = replica
        .wireVector()
        .map(({ log, length }) => ({ log, from: 0, max: length }))
        .reverse();
      expect(asks).toHaveLength(devices + 2);
      return lookUpsIn(() => replica.page(asks));
    };
    const [few, many] = [await stepsFor(sized(20, 60)), await stepsFor(sized(80, 240))];
    expect(many).toBeLessThan(5 * few);
  });
});

const logOf = ({ log }: Ask): string => log;

/** How often anything is looked up in a map meanwhile: what work there is, in steps. */
function lookUpsIn(work: () => unknown): number {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its map below
  const { get } = Map.prototype;
  let count = 0;
  Map.prototype.get = function (this: Map<unknown, unknown>, key: unknown): unknown {
    count += 1;
    return get.call(this, key);
  };
  try {
    work();
  } finally {
    Map.prototype.get = get;
  }
  return count;
}
