import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankRelays } from './rankRelays.ts';

const relays = fc.uniqueArray(fc.webUrl(), { minLength: 1, maxLength: 8 });
const room = fc.stringMatching(/^[0-9a-f]{64}$/);

test('[mesh/M10] everybody with the same list comes to the same order', () => {
  const lists = relays.chain((list) =>
    fc.record({
      list: fc.constant(list),
      other: fc.shuffledSubarray(list, { minLength: list.length }),
    }),
  );
  fc.assert(
    fc.property(room, lists, (name, { list, other }) => {
      const ranked = rankRelays(name, list);
      expect(rankRelays(name, other)).toEqual(ranked);
      expect([...ranked].sort()).toEqual([...list].sort());
      expect(rankRelays(name, [...list, ...list])).toEqual(ranked);
    }),
  );
});

test('[mesh/M10] whoever has a part of the list agrees about the order of that part', () => {
  const parts = relays.chain((list) =>
    fc.record({ list: fc.constant(list), part: fc.subarray(list) }),
  );
  fc.assert(
    fc.property(room, parts, (name, { list, part }) => {
      const known = new Set(part);
      const ranked = rankRelays(name, list).filter((relay) => known.has(relay));
      expect(rankRelays(name, part)).toEqual(ranked);
    }),
  );
});

const rooms = Array.from({ length: 2_000 }, (_, i) => i.toString(16).padStart(64, '0'));
const list = (n: number) =>
  Array.from({ length: n }, (_, i) => `wss://relay${i}.example/relay`);
const firsts = (relaysHere: readonly string[]) =>
  rooms.map((name) => rankRelays(name, relaysHere)[0]);

test.each([1, 2, 3, 7])(
  '[mesh/M10] one relay more than %i takes its share of the rooms, and no other room moves',
  (n) => {
    const before = firsts(list(n));
    const after = firsts(list(n + 1));
    const added = list(n + 1).at(-1);
    const moved = rooms.filter((_, i) => before[i] !== after[i]);
    expect(moved.every((name) => rankRelays(name, list(n + 1))[0] === added)).toBe(
      true,
    );
    // Its share, give or take five times what chance does.
    const share = rooms.length / (n + 1);
    expect(Math.abs(moved.length - share)).toBeLessThan(5 * Math.sqrt(share));
  },
);

test('[mesh/M10] one relay less moves only its own rooms, and spreads them over the others', () => {
  const all = list(5);
  const gone = all[2] ?? '';
  const left = all.filter((relay) => relay !== gone);
  const before = firsts(all);
  const after = firsts(left);
  const moved = rooms.flatMap((_, i) => (before[i] === after[i] ? [] : [i]));
  expect(moved.every((i) => before[i] === gone)).toBe(true);
  for (const relay of left) {
    const taken = moved.filter((i) => after[i] === relay).length;
    expect(Math.abs(taken - moved.length / 4)).toBeLessThan(
      5 * Math.sqrt(moved.length / 4),
    );
  }
  // Whoever used it already had its next one in the list: no room is without a relay.
  for (const i of moved) expect(rankRelays(rooms[i] ?? '', all)[1]).toBe(after[i]);
});
