import { expect, test } from 'vitest';
import { encode } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { messageLimit } from './limits.ts';
import { encodeMessage, readMessage, vectorPart } from './messages.ts';

test('[M4] what is no number and payload is malformed', () => {
  const nonsense: Value[] = [0, 'digest', [], [1], [1, 2, 3], ['digest', 2], [-1, 2]];
  for (const value of nonsense)
    expect(readMessage(encode(value)), JSON.stringify(value)).toMatchObject({
      ok: false,
      error: { type: 'Malformed' },
    });
  expect(readMessage(Uint8Array.of(0xff))).toMatchObject({ ok: false });
});

test('[M4] a number of a later version is left alone, whatever it carries', () => {
  for (const payload of [0, 'x', [[]]] as Value[])
    expect(readMessage(encode([200, payload]))).toEqual({ ok: true, value: null });
});

test('[replica/H3] a part of a vector in which each log has gaps is no longer than a message', () => {
  const head = { log: 'ab'.repeat(16), length: 2 ** 20 - 1, head: 'cd'.repeat(8) };
  const heads = Array.from({ length: vectorPart }, () => ({
    ...head,
    gaps: 'ef'.repeat(8),
  }));
  const message = encodeMessage('vector', heads);
  expect(message.length).toBeLessThanOrEqual(messageLimit);
  expect(readMessage(message)).toEqual({
    ok: true,
    value: { type: 'vector', payload: heads },
  });
});
