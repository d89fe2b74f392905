/** Several histories of one log, shown at their place, alone, or inside witnesses. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTravelling, witnessEntry } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  deliver,
  exchange,
  helped,
  openOnMemory,
  runOf,
  sized,
} from '@manyhands/testing';
import type { LogBuilder, OnMemory } from '@manyhands/testing';
import type { Page } from './page.ts';

const [ana, biel, carme, didac] = await createCast();
const length = 6;
const place = fc.nat(length - 1);

/** Where the second and the third history begin, and which entry of which is shown how. */
interface World {
  readonly begins: readonly [number, number];
  /** Places of the first history whose entry has no good signature of its own. */
  readonly bare: readonly number[];
  readonly carried: readonly (readonly [history: number, at: number])[];
  readonly alone: readonly (readonly [history: number, at: number])[];
}

const shown = fc.tuple(fc.nat(2), place);
const world: fc.Arbitrary<World> = fc.record({
  begins: fc.tuple(place, place),
  bare: fc.uniqueArray(fc.nat(length - 2), { maxLength: 3 }),
  carried: fc.array(shown, { minLength: 1, maxLength: 5 }),
  alone: fc.array(shown, { maxLength: 1 }),
});

/** In which order one phone hears of it, and after how many pieces it is opened again. */
interface Life {
  readonly order: readonly number[];
  readonly reopenedAfter: number;
}

const life: fc.Arbitrary<Life> = fc.record({
  order: fc.array(fc.nat(99), { minLength: 16, maxLength: 16 }),
  reopenedAfter: fc.nat(12),
});

interface Written {
  readonly community: TestCommunity;
  readonly log: LogBuilder;
  readonly pieces: readonly Partial<Page>[];
  /** The lowest place at which two entries are shown that Biel's device has signed. */
  readonly lowest: number | null;
}

async function write({ begins, bare, carried, alone }: World): Promise<Written> {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const log = community.ledgerOf(biel);
  for (let i = 0; i < length; i++)
    await log.add(helped(ana, 1 + i), bare.includes(i) ? { signer: null } : {});
  const histories = [log];
  for (const [n, begin] of begins.entries()) {
    const other = log.branch(biel, begin);
    for (let i = begin; i < length; i++)
      await other.add(helped(ana, 100 * (n + 1) + i));
    histories.push(other);
  }
  const ids = log.entries.map(({ id }) => new Set([id]));
  const pieces: Partial<Page>[] = [];
  /** With the next one's signature, as a page has them. */
  const stretches = [0, 2, 4].map((from) => log.entries.slice(from));
  for (const entries of stretches) pieces.push({ runs: [runOf(entries)] });
  const entryOf = ([history, at]: readonly [number, number]) => {
    const entry = histories[history]?.entries[at];
    const isBare = bare.includes(at) && entry?.id === log.entries[at]?.id;
    return entry === undefined || isBare ? null : entry;
  };
  const note = ({ id, seq }: Entry) => ids[seq]?.add(id);
  for (const each of carried) {
    const entry = entryOf(each);
    const witness = entry && witnessEntry(entry);
    if (entry === null || witness === null) continue;
    const said = await community.ledgerOf(carme).add(witness);
    const isAlone = each[1] % 2 === 0;
    pieces.push(
      isAlone ? { evidence: [encodeTravelling(said)] } : { runs: [runOf([said])] },
    );
    note(entry);
  }
  for (const each of alone) {
    const entry = entryOf(each);
    if (entry === null) continue;
    pieces.push({ evidence: [encodeTravelling(entry)] });
    note(entry);
  }
  const lowest = ids.findIndex((atPlace) => atPlace.size > 1);
  return { community, log, pieces, lowest: lowest < 0 ? null : lowest };
}

/** A phone that hears of all of it, and at the end once more what came too early. */
async function live(
  { community, log, pieces }: Written,
  { order, reopenedAfter }: Life,
): Promise<OnMemory> {
  let here = await openOnMemory(community.id);
  const hear = async (page: Partial<Page>): Promise<void> => {
    const { refused } = await deliver(here, page, ana);
    expect(refused).toBeNull();
  };
  await hear({ runs: [community.ledgerOf(ana).run()] });
  const shuffled = pieces
    .map((page, i) => ({ page, at: order[i] ?? 0 }))
    .sort((a, b) => a.at - b.at);
  for (const [heard, { page }] of shuffled.entries()) {
    await hear(page);
    if (heard !== reopenedAfter) continue;
    await here.replica.close();
    here = await openOnMemory(community.id, here.disk);
  }
  await hear({ runs: [log.run()] });
  const hers = community.ledgerOf(carme);
  if (hers.entries.length > 0) await hear({ runs: [hers.run()] });
  for (const page of pieces) await hear(page);
  return here;
}

test(
  '[ledger/L2] [ledger/L25] small worlds: the lowest place with two entries is proven, whatever came first',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.tuple(life, life, life), async (what, lives) => {
        const written = await write(what);
        const { community, log, lowest } = written;
        const phones: OnMemory[] = [];
        for (const each of lives) phones.push(await live(written, each));
        const found = phones.map(({ replica }) => replica.forks.toProve());
        for (const proofs of found)
          expect(proofs.map(({ seq }) => seq)).toEqual(lowest === null ? [] : [lowest]);
        // Whichever of the three writes it, all believe it.
        const his = community.ledgerOf(didac);
        for (const [proof] of found) if (proof) await his.add(proof);
        for (const phone of his.entries.length > 0 ? phones : [])
          await deliver(phone, { runs: [his.run()] }, ana);
        for (const { replica } of phones) {
          expect(replica.ledger.cutOf(log.log)).toBe(lowest);
          expect(replica.forks.toProve()).toEqual([]);
        }
        for (const one of phones)
          for (const other of phones) await exchange(one, other);
        const states = phones.map(({ replica }) => replica.ledger.stateHash());
        expect(new Set(states).size).toBe(1);
      }),
      { numRuns: sized(12, 1_000) },
    );
  },
);
