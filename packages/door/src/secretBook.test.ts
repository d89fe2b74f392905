import { expect, test } from 'vitest';
import { minutesPerDay } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import { roomDays, secretsBeforeAtMost, stillMet, withSecret } from './secretBook.ts';
import type { KeptSecret, SecretBook } from './secretBook.ts';

const of = (byte: number, epoch = byte): KeptSecret => ({
  epoch,
  secret: new Uint8Array(32).fill(byte),
});
const day = (count: number) => (count * minutesPerDay) as MinuteOfTime;
const none: SecretBook = { newest: null, since: day(0), before: [] };
const bytesOf = (all: readonly KeptSecret[]) => all.map(({ secret }) => secret[0]);

test('[community/C24] a secret is stood by for ninety days after it was replaced', () => {
  const book = withSecret(withSecret(none, of(0), day(1)), of(1), day(100));
  expect(book.newest).toEqual(of(1));
  expect(bytesOf(stillMet(book, day(100 + roomDays - 1)))).toEqual([0]);
  expect(stillMet(book, day(100 + roomDays))).toEqual([]);
});

test('[community/C24] whoever makes many drives none out that was held for long', () => {
  let book = withSecret(none, of(0), day(1));
  for (let n = 1; n < 40; n++) book = withSecret(book, of(n), day(400 + n / 24));
  expect(book.before).toHaveLength(secretsBeforeAtMost);
  expect(bytesOf(book.before)[0]).toBe(0);
});

test('the same bytes with another number are no other secret', () => {
  const book = withSecret(withSecret(none, of(3, 9), day(1)), of(3, 1), day(2));
  expect(book).toEqual({ newest: of(3, 1), since: day(1), before: [] });
});
