import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { groupsOf, readShortCode, shortCodeBytes, shortCodeOf } from './index.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc
  .uint8Array({ minLength: shortCodeBytes, maxLength: shortCodeBytes })
  .map((chance) => shortCodeOf(chance));

test('a code is four groups of four, and pinned', () => {
  const code = shortCodeOf(Uint8Array.from({ length: 15 }, (_, n) => 17 * n));
  expect(code).toBe('0H2K4N6Q8SAVCXES');
  expect(groupsOf(code)).toBe('0H2K 4N6Q 8SAV CXES');
  expect(readShortCode(groupsOf(code))).toEqual({ ok: true, value: code });
});

test('it is read however it was typed', () => {
  const code = shortCodeOf(
    Uint8Array.of(0, 1, 0, 1, 20, 19, 18, 17, 0, 0, 1, 1, 31, 30, 29),
  );
  const loose = code.toLowerCase();
  for (const typed of [
    loose,
    `  ${groupsOf(code)}\n`,
    groupsOf(code).replaceAll(' ', '-'),
    groupsOf(code).replaceAll(' ', ' – '),
    groupsOf(code).replaceAll(' ', '−'),
    loose.replaceAll('0', 'o').replaceAll('1', 'l'),
    code.replaceAll('0', 'O').replaceAll('1', 'i'),
    Array.from(code).join('.'),
    code.replaceAll('0', '０'),
  ]) {
    expect(readShortCode(typed), typed).toEqual({ ok: true, value: code });
  }
});

test('one sign changed, or any two exchanged, is always a slip', () => {
  fc.assert(
    fc.property(
      codes,
      fc.nat(15),
      fc.nat(15),
      fc.constantFrom(...Array.from(alphabet)),
      (code, i, j, sign) => {
        const changed = code.slice(0, i) + sign + code.slice(i + 1);
        const exchanged = Array.from(code);
        [exchanged[i], exchanged[j]] = [code.charAt(j), code.charAt(i)];
        for (const typed of [changed, exchanged.join('')]) {
          const read = readShortCode(typed);
          if (typed === code) expect(read.ok).toBe(true);
          else expect(read).toEqual({ ok: false, error: { type: 'Slip' } });
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

test('what is short, long, or no letter of ours is named', () => {
  const code = shortCodeOf(new Uint8Array(15));
  const error = (typed: string) => {
    const read = readShortCode(typed);
    return read.ok ? null : read.error;
  };
  expect(error('')).toEqual({ type: 'Length', length: 0 });
  expect(error(code.slice(1))).toEqual({ type: 'Length', length: 15 });
  expect(error(`${code}0`)).toEqual({ type: 'Length', length: 17 });
  expect(error(code.replace('0', 'U'))).toEqual({ type: 'Sign', sign: 'U' });
  expect(error(code.replace('0', 'ñ'))).toEqual({ type: 'Sign', sign: 'Ñ' });
  expect(error('🙂')).toEqual({ type: 'Sign', sign: '🙂' });
  expect(error('0'.repeat(1_000_000))).toEqual({ type: 'Length', length: 200 });
});

test('every text gets an answer, and what is read reads again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), codes, (typed, code) => {
      expect(readShortCode(typed)).toHaveProperty('ok');
      const read = readShortCode(groupsOf(code).toLowerCase());
      assert(read.ok, 'it is one');
      expect(readShortCode(read.value)).toEqual(read);
    }),
  );
});

test('all five bits of every byte count, and no more', () => {
  const chance = Uint8Array.from({ length: 15 }, (_, n) => n);
  const same = chance.map((byte) => byte | 0b1110_0000);
  expect(shortCodeOf(same)).toBe(shortCodeOf(chance));
  expect(() => shortCodeOf(new Uint8Array(14))).toThrow('Bug');
  const seen = new Set<string>();
  for (let place = 0; place < 15; place++) {
    for (let bit = 0; bit < 5; bit++) {
      const bent = chance.slice();
      bent[place] = (bent[place] ?? 0) ^ (1 << bit);
      seen.add(shortCodeOf(bent));
    }
  }
  expect(seen.size).toBe(75);
});
