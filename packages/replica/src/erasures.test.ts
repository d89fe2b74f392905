import { describe, expect, test } from 'vitest';
import {
  bodyHashAt,
  tombstoneOf,
  erasedPositionOf,
  positionsNamedBy,
} from '@manyhands/ledger';
import type { Entry, LogName, NamedPosition } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  createPerson,
  profileOf,
  sized,
} from '@manyhands/testing';
import { Erasures } from './erasures.ts';
import { ana, biel, erasing, secondTablet } from './testing/regrets.ts';

const [, , , didac] = await createCast();
const laptop = await createPerson('Biel', 'laptop');

/** Every order of `items`. */
function* ordersOf<T>(items: readonly T[]): Iterable<T[]> {
  if (items.length === 0) yield [];
  for (const [at, item] of items.entries()) {
    for (const order of ordersOf(items.toSpliced(at, 1))) yield [item, ...order];
  }
}

/** Of all orders every which one is tried: 13 shares no factor with how many there are. */
const stride = sized(13, 1);

type Ends = ReadonlyMap<string, number>;

const upTo =
  (ends: Ends) =>
  ({ device }: LogName): number =>
    ends.get(device) ?? Number.POSITIVE_INFINITY;

const nameOf = ({ logId, seq, bodyHash }: NamedPosition): string =>
  `${logId}/${seq}/${bodyHash}`;

describe('[B1] [H3] which places are erased', () => {
  test('is the same whatever was heard first: an erase, or up to where it holds', async () => {
    const community = await TestCommunity.of(ana, [biel, didac]);
    const phone = community.boardOf(biel);
    const written: Entry[] = [];
    for (let n = 0; n < 4; n++) written.push(await phone.add(profileOf(biel, n)));
    const [one, two, three, four] = written as [Entry, Entry, Entry, Entry];
    const foreign = await community.boardOf(didac).add(profileOf(didac));
    const board = community.boardOf(secondTablet);
    const first = await board.add(erasing(one, two));
    const erases = [
      first,
      // The same once more, later; one twice; then what is nobody's to erase.
      await board.add(erasing(two, three, three)),
      await community.boardOf(laptop).add(erasing(three)),
      await community.boardOf(laptop).add({
        type: 'erase',
        places: [
          erasedPositionOf(first),
          { ...erasedPositionOf(four), bodyHash: bodyHashAt(one) },
          erasedPositionOf(foreign),
        ],
      }),
    ];
    const all = [...written, foreign, first];
    const stages = [
      new Map([[laptop.device, 0]]),
      new Map([
        [secondTablet.device, 1],
        [laptop.device, 1],
      ]),
      new Map([[secondTablet.device, 0]]),
    ];
    const holding = (heard: readonly Entry[], ends: Ends): Set<string> =>
      new Set(
        heard
          .filter(({ seq, log }) => seq < upTo(ends)(log))
          .flatMap(positionsNamedBy)
          .map(nameOf),
      );
    let orders = 0;
    for (const order of ordersOf([...erases, ...stages])) {
      if (orders++ % stride !== 0) continue;
      const erasures = new Erasures();
      const heard: Entry[] = [];
      let ends: Ends = new Map();
      let before = new Set<string>();
      for (const step of order) {
        if (step instanceof Map) ends = step;
        else heard.push(step);
        if (!(step instanceof Map)) erasures.add(step);
        const turned = new Set(erasures.settle(upTo(ends)).map(nameOf));
        const now = holding(heard, ends);
        const both = [...now, ...before];
        const moved = both.filter((name) => now.has(name) !== before.has(name));
        // One that turned and turned back may be among them.
        expect([...turned]).toEqual(expect.arrayContaining(moved));
        expect(erasures.size).toBe(now.size);
        const erased = all.filter((entry) => erasures.isErased(entry));
        expect(erased).toEqual(
          written.filter((entry) =>
            now.has(nameOf({ ...entry, bodyHash: bodyHashAt(entry) })),
          ),
        );
        before = now;
      }
      erasures.settle(upTo(new Map()));
      expect(all.filter((entry) => erasures.isErased(entry))).toEqual([
        one,
        two,
        three,
      ]);
    }
    expect(orders).toBe(5_040);
  });

  test('a tombstone is explained by any erase, and given with one that holds', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const entry = await community.boardOf(biel).add(profileOf(biel));
    const late = await community.boardOf(secondTablet).add(erasing(entry));
    const holding = await community.boardOf(laptop).add(erasing(entry));
    const erasures = new Erasures();
    expect(erasures.isExplained(tombstoneOf(entry))).toBe(false);
    erasures.add(late);
    erasures.settle(() => 0);
    expect(erasures.isExplained(tombstoneOf(entry))).toBe(true);
    expect(erasures.isHeld(tombstoneOf(entry))).toBe(false);
    expect(erasures.find(tombstoneOf(entry))).toBe(late);
    erasures.add(holding);
    erasures.settle(({ device }) => (device === laptop.device ? 1 : 0));
    expect(erasures.find(tombstoneOf(entry))).toBe(holding);
    expect(erasures.isRedundant(late)).toBe(false);
    const again = await community.boardOf(secondTablet).add(erasing(entry));
    expect(erasures.isRedundant(again)).toBe(true);
  });

  test('an erase before the one that is known adds something: it holds where that one may not', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const entry = await community.boardOf(biel).add(profileOf(biel));
    const board = community.boardOf(secondTablet);
    const [first, second] = [
      await board.add(erasing(entry)),
      await board.add(erasing(entry)),
    ];
    const erasures = new Erasures();
    erasures.add(second);
    // The tablet's board ends between the two.
    erasures.settle(() => 1);
    expect(erasures.isErased(entry)).toBe(false);
    expect(erasures.isRedundant(first)).toBe(false);
    erasures.add(first);
    expect(erasures.isErased(entry)).toBe(true);
    expect(erasures.isRedundant(second)).toBe(true);
  });
});
