import { assert, err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';

/**
 * Sixteen letters and digits that one person reads from one screen and types on another,
 * to bring a link across that nobody could type. Fifteen are chance, 75 bits; the last
 * checks them, so that a slip of the finger is named at once, without asking anybody.
 * Written without spaces and in capitals; `groupsOf` writes it as people read it.
 */
export type ShortCode = string & { readonly __brand: 'ShortCode' };

/** Why what was typed is no code. */
export type CodeMistyped =
  /** Letters and digits so far; sixteen are needed. */
  | { readonly type: 'Length'; readonly length: number }
  /** A sign that is in no code. */
  | { readonly type: 'Sign'; readonly sign: string }
  /** One sign is another one, or two have changed places. */
  | { readonly type: 'Slip' };

// Crockford's base32: no I, L, O and U, which are taken for others or spell words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

/** How many bytes of chance a new code takes. */
export const shortCodeBytes = codeLength - 1;

/** The code of fifteen bytes of chance, of which five bits each count. */
export function shortCodeOf(chance: Uint8Array): ShortCode {
  assert(chance.length === shortCodeBytes, 'a code is made of fifteen bytes');
  const digits = Array.from(chance, (byte) => byte & 31);
  digits.push(checkOf(digits));
  return digits.map((digit) => alphabet.charAt(digit)).join('') as ShortCode;
}

/** The code as it stands on a screen: four groups of four. */
export const groupsOf = (code: ShortCode): string =>
  (code.match(/.{4}/g) ?? []).join(' ');

/**
 * Reads what somebody typed. Capitals or not, spaces, points and dashes wherever they
 * like, an O for a nought, an I or an L for a one.
 */
export function readShortCode(typed: string): Result<ShortCode, CodeMistyped> {
  const digits: number[] = [];
  // Somebody may have pasted a book.
  for (const sign of typed.slice(0, typedLimit).normalize('NFKC').toUpperCase()) {
    if (/[\s\p{P}\u2212]/u.test(sign)) continue;
    const digit = alphabet.indexOf(lookalikes.get(sign) ?? sign);
    if (digit === -1) return err({ type: 'Sign', sign });
    digits.push(digit);
  }
  if (digits.length !== codeLength) {
    return err({ type: 'Length', length: digits.length });
  }
  const check = digits.pop();
  if (check !== checkOf(digits)) return err({ type: 'Slip' });
  const signs = [...digits, check].map((digit) => alphabet.charAt(digit));
  return ok(signs.join('') as ShortCode);
}

const typedLimit = 200;
const lookalikes = new Map([
  ['O', '0'],
  ['I', '1'],
  ['L', '1'],
]);

/**
 * The digit that makes Σ 2^i·d_i zero over all sixteen, in the field of 32 elements
 * (x⁵ + x² + 1). The powers differ and none is zero, so a sum with one digit changed,
 * or two that differ exchanged, is never zero.
 */
function checkOf(digits: readonly number[]): number {
  let sum = 0;
  // From the last to the first (Horner); the check itself stands at power 0.
  for (const digit of digits) sum = double(sum ^ digit);
  return sum;
}

const double = (n: number): number => (n & 16 ? (n << 1) ^ 0b100101 : n << 1);
