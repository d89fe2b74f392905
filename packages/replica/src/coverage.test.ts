import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
  stateOf,
  sized,
} from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { describe, expect, test } from 'vitest';

const [ana, biel] = await createCast();

describe('[A6] covered within 31', () => {
  /** Biel's log, in which only the entries at `signed` carry his signature. */
  async function sparse(length: number, signed: number[]): Promise<OnMemory> {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    for (let i = 0; i < length; i++) {
      await log.add(helped(ana, 1), signed.includes(i) ? {} : { signer: null });
    }
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    return here;
  }
  const lengthOf = ({ replica }: OnMemory): number =>
    replica.vector().find((head) => head.log.member === biel.member)?.length ?? 0;

  test('a signature covers itself and the 31 before it', async () => {
    expect(lengthOf(await sparse(32, [31]))).toBe(32);
    expect(lengthOf(await sparse(33, [32]))).toBe(0);
    expect(lengthOf(await sparse(70, [31, 63, 69]))).toBe(70);
    expect(lengthOf(await sparse(70, [5, 37, 69]))).toBe(70);
    expect(lengthOf(await sparse(70, [5, 38, 69]))).toBe(6);
  });

  test('an unsigned tail is forgotten without blame', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 1));
    await log.add(helped(ana, 2), { signer: null });
    const here = await openOnMemory(community.id);
    const received = await deliver(here, { runs: community.runs() }, ana);
    expect(received.refused).toBeNull();
    expect(lengthOf(here)).toBe(1);
    await log.add(helped(ana, 3));
    await deliver(here, { runs: [log.run(1)] }, ana);
    expect(lengthOf(here)).toBe(3);
  });

  test('beyond 31 unsigned entries a log has ended, whatever comes', async () => {
    const here = await sparse(40, [0, 39]);
    expect(lengthOf(here)).toBe(1);
  });

  test('in pieces as in one: what is taken does not depend on how it came', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const log = community.ledgerOf(biel);
    const signed = [3, 20, 51, 60, 91];
    for (let i = 0; i < 95; i++) {
      await log.add(helped(ana, 1), signed.includes(i) ? {} : { signer: null });
    }
    const whole = await openOnMemory(community.id);
    await deliver(whole, { runs: community.runs() }, ana);
    const pieces = await openOnMemory(community.id);
    await deliver(pieces, { runs: [community.ledgerOf(ana).run()] }, ana);
    // The last piece ends with the log.
    const pieceOf = sized(5, 1);
    for (let to = pieceOf; to <= 95; to += pieceOf) {
      const held = lengthOf(pieces);
      await deliver(pieces, { runs: [log.run(Math.min(held, to - pieceOf), to)] }, ana);
    }
    expect(lengthOf(whole)).toBe(92);
    expect(await stateOf(pieces)).toEqual(await stateOf(whole));
  });
});
