import { encode } from '@manyhands/codec';
import { createCast, settledCommunity } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { passGate } from './gate.ts';
import { Holdings } from './holdings.ts';
import * as limits from './limits.ts';
import { numberOf } from './numbering.ts';
import { asksShape, readPage, vectorShape } from './page.ts';

const [ana, biel] = await createCast();

describe('[R8] each cap, with its number', () => {
  test('the numbers', () => {
    expect({ ...limits }).toEqual({
      pageLimit: 262_144,
      logLimit: 1_048_576,
      evidenceLimit: 256,
      runLimit: 4_096,
      vectorLimit: 8_192,
      looseLimit: 256,
      looseEraseLimit: 4_096,
      purgePause: 5_000,
      coverLimit: 31,
    });
  });

  test('a log ends at its last place, whatever its author wrote beyond', async () => {
    const { community } = await settledCommunity(ana, biel);
    const rules = { community: community.id, own: null, thorough: false, logLimit: 5 };
    const held = new Holdings(numberOf);
    const claims = { evidence: [], runs: community.runs() };
    const verdict = await passGate(claims, held, rules);
    expect(verdict.growths.map(({ items }) => items.length)).toEqual([2, 5]);
    expect(verdict.refused).toEqual([]);
    for (const growth of verdict.growths) held.grow(growth);
    for (const [pair, entry] of verdict.certificates)
      held.certificates.set(pair, entry);
    const beyond = { evidence: [], runs: [community.ledgerOf(biel).run(5)] };
    expect(await passGate(beyond, held, rules)).toMatchObject({
      growths: [],
      refused: [],
    });
  });

  test('evidence in a page', () => {
    const page = (count: number) =>
      encode([Array.from({ length: count }, () => new Uint8Array(1)), []]);
    expect(readPage(page(256)).ok).toBe(true);
    expect(readPage(page(257)).ok).toBe(false);
  });

  test('bytes and depth of a page', () => {
    const page = (bytes: number) => encode([[new Uint8Array(bytes)], []]);
    expect(readPage(page(262_144 - 8)).ok).toBe(true);
    expect(readPage(page(262_144)).ok).toBe(false);
    expect(readPage(encode([[], [[[[[[]]]]]]])).ok).toBe(false);
  });

  test('logs in a vector and in a list of asks', () => {
    const head = [new Uint8Array(16), 1, new Uint8Array(8)];
    const vector = (count: number) => Array.from({ length: count }, () => head);
    expect(vectorShape.read(vector(8_192))).toHaveLength(8_192);
    expect(vectorShape.read(vector(8_193))).toBeUndefined();
    const ask = [new Uint8Array(16), 0, 1];
    const asks = (count: number) => Array.from({ length: count }, () => ask);
    expect(asksShape.read(asks(8_193))).toBeUndefined();
    expect(asksShape.read([[new Uint8Array(16), 0, 0]])).toBeUndefined();
  });
});
