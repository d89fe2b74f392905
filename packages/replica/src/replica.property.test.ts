import { encodeTravelling } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createCast,
  deliver,
  helped,
  openOnMemory,
  profileOf,
  stateOf,
  sized,
} from '@manyhands/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePage } from './page.ts';
import type { Run } from './page.ts';

const [ana, biel, carme, didac] = await createCast();

const community = await TestCommunity.of(ana, [biel]);
const [anas, biels] = [community.ledgerOf(ana), community.ledgerOf(biel)];
await biels.add(await community.admitContent(carme));
await community.ledgerOf(carme).add(await community.admitContent(didac));
for (let i = 0; i < 40; i++) {
  const sparse = i % 5 === 0 ? {} : { signer: null };
  const asked = await biels.add(helped(ana, 1 + i), sparse);
  await anas.add(confirmed(asked.id));
  await community.boardOf(didac).add(profileOf(didac, i));
}
await biels.add(helped(carme, 5));

const whole = await openOnMemory(community.id);
await deliver(whole, { runs: community.runs() }, ana);
const wholeState = await stateOf(whole);

/** Pieces of the logs, in any order, some more than once, as gossip brings them. */
const piece = fc.record({
  log: fc.nat(community.logs().length - 1),
  from: fc.nat(50),
  length: fc.integer({ min: 1, max: 50 }),
});
const gossip = fc.array(fc.array(piece, { minLength: 1, maxLength: 6 }), {
  maxLength: 12,
});

function runOfPiece({
  log,
  from,
  length,
}: {
  log: number;
  from: number;
  length: number;
}): Run {
  const of = community.logs()[log] ?? anas;
  const start = Math.min(from, of.entries.length - 1);
  return of.run(start, start + length);
}

test('[ledger/L2] pages in any order and repeated give one state, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(gossip, async (pages) => {
      const here = await openOnMemory(community.id);
      for (const page of pages) {
        const received = await deliver(here, { runs: page.map(runOfPiece) }, ana);
        expect(received.refused?.type ?? 'BadSignature').toBe('BadSignature');
      }
      // Whatever came before, the rest brings it to the same place.
      await deliver(here, { runs: community.runs() }, ana);
      expect(await stateOf(here)).toEqual(wholeState);
    }),
    { numRuns: sized(15, 60) },
  );
});

test('[R8] hostile changes of a page never throw and never change the state', async () => {
  const evidence = biels.entries.slice(0, 3).map(encodeTravelling);
  const page = encodePage({ evidence, runs: community.runs() });
  const heads = new Map(whole.replica.vector().map((head) => [head.logId, head]));
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          at: fc.nat(page.length - 1),
          by: fc.integer({ min: 1, max: 255 }),
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      fc.option(fc.nat(page.length), { freq: 5 }),
      async (changes, cut) => {
        const hostile = page.slice(0, cut ?? page.length);
        for (const { at, by } of changes) {
          if (at < hostile.length) hostile[at] = (hostile[at] ?? 0) ^ by;
        }
        const source = { type: 'device' as const, device: didac.device };
        await whole.replica.receive(hostile, source);
        expect(await stateOf(whole)).toEqual(wholeState);
      },
    ),
    { numRuns: sized(200, 1_000) },
  );
  // A replica that has nothing takes at most true beginnings of true logs.
  await fc.assert(
    fc.asyncProperty(
      fc.nat(page.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const hostile = page.slice();
        hostile[at] = (hostile[at] ?? 0) ^ by;
        const here = await openOnMemory(community.id);
        await here.replica.receive(hostile, { type: 'message' });
        for (const { logId, log, length, head } of here.replica.vector()) {
          const truth = community.logs().find((one) => one.entries[0]?.logId === logId);
          expect(truth?.entries[length - 1]?.id, log.kind).toBe(head);
          expect(length).toBeLessThanOrEqual(heads.get(logId)?.length ?? 0);
        }
      },
    ),
    { numRuns: sized(60, 200) },
  );
});
