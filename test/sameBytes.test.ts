import { expect, test } from 'vitest';

const long = () => Uint8Array.from({ length: 150_000 }, (_, at) => at % 251);

test('bytes are not gone through as values of any kind', () => {
  const [one, other] = [long(), long()];
  for (const bytes of [one, other]) {
    bytes[Symbol.iterator] = () => {
      throw new Error('gone through one by one');
    };
  }
  expect({ ok: true, value: one }).toEqual({ ok: true, value: other });
});

test.each([
  ['one byte differs', long().fill(1, 9, 10)],
  ['one is missing', long().subarray(1)],
  ['they are of another kind', Buffer.from(long())],
])('and are not the same where %s', (_, other) => {
  expect(long()).not.toEqual(other);
  expect({ value: other }).not.toEqual({ value: long() });
});
