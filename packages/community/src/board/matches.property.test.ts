import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { MemberId } from '@manyhands/base';
import { categoryCode } from '../people/category.ts';
import { matchesOf, matchOf, rankOfPair } from './matches.ts';
import type { Somebody } from './matches.ts';

const kinds = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 6 });
const ids = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) =>
    [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  );
const somebody: fc.Arbitrary<Somebody> = fc.record({
  id: ids as fc.Arbitrary<MemberId>,
  can: kinds,
  wants: kinds,
  languages: fc.array(fc.constantFrom('ar', 'ca', 'en'), { maxLength: 3 }),
  area: fc.constantFrom('', 'Mill Lane', ' mill lane', 'The canal'),
});
const village = fc.uniqueArray(somebody, {
  minLength: 2,
  maxLength: 12,
  selector: ({ id }) => id,
});

test('it is the same match from either side, mirrored', () => {
  fc.assert(
    fc.property(somebody, somebody, fc.integer({ min: 0, max: 10 }), (a, b, kind) => {
      fc.pre(a.id !== b.id);
      expect(matchOf(a, b) === null).toBe(matchOf(b, a) === null);
      const helper = { ...a, can: [...a.can, kind] };
      const helped = { ...b, wants: [...b.wants, kind] };
      const [here, there] = [matchOf(helper, helped), matchOf(helped, helper)];
      assert(here && there, 'they fit');
      expect(there.iCan).toEqual(here.theyCan);
      expect(there.theyCan).toEqual(here.iCan);
      expect(there.languages).toEqual(here.languages);
      expect(there.area === null).toBe(here.area === null);
    }),
  );
});

test('no match without a reason, and every reason stands in fields that both filled', () => {
  let areas = 0;
  fc.assert(
    fc.property(village, ([me, ...others]) => {
      assert(me, 'somebody');
      for (const match of matchesOf(me, others)) {
        const other = others.find(({ id }) => id === match.id);
        expect(match.theyCan.length + match.iCan.length).toBeGreaterThan(0);
        for (const kind of match.theyCan) {
          expect(other?.can).toContain(kind);
          expect(me.wants).toContain(kind);
          expect(kind).not.toBe(categoryCode('other'));
        }
        for (const kind of match.iCan) {
          expect(me.can).toContain(kind);
          expect(other?.wants).toContain(kind);
        }
        for (const language of match.languages) {
          expect(me.languages).toContain(language);
          expect(other?.languages).toContain(language);
        }
        areas += match.area === null ? 0 : 1;
        const isFilled = me.area !== '' && other?.area !== '';
        expect(match.area === null || isFilled).toBe(true);
      }
    }),
    { seed: 1 },
  );
  expect(areas).toBeGreaterThan(10);
});

test('nobody who fits is left out', () => {
  fc.assert(
    fc.property(somebody, somebody, fc.integer({ min: 0, max: 10 }), (a, b, kind) => {
      fc.pre(a.id !== b.id);
      const helper = { ...a, can: [...a.can, kind] };
      const helped = { ...b, wants: [...b.wants, kind] };
      expect(matchOf(helped, helper)?.theyCan).toContain(kind);
    }),
  );
});

test('the order depends on the two alone: not on the order they come in, nor on what they said', () => {
  const order = (me: Somebody, others: readonly Somebody[]) =>
    matchesOf(me, others).map(({ id }) => id);
  fc.assert(
    fc.property(village, ([me, ...others]) => {
      assert(me, 'somebody');
      const found = order(me, others);
      expect(order(me, others.toReversed())).toEqual(found);
      const all = { ...me, can: [1], wants: [2] };
      const eager = others.map((each) => ({ ...each, can: [2], wants: [1] }));
      expect(order(all, eager).filter((id) => found.includes(id))).toEqual(found);
      for (const { id } of others) {
        expect(rankOfPair(me.id, id)).toBe(rankOfPair(id, me.id));
      }
    }),
  );
});

test('nobody fits with themself', () => {
  fc.assert(
    fc.property(somebody, (one) => {
      expect(matchesOf(one, [one])).toEqual([]);
    }),
  );
});
