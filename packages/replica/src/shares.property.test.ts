/** [R11] A share is when, never whether: whatever comes first, all come to the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  TestCommunity,
  confirmed,
  createPerson,
  exchange,
  helped,
  openOnMemory,
  writeMuch,
  sized,
} from '@manyhands/testing';
import type { OnMemory } from '@manyhands/testing';
import { encodePage } from './page.ts';
import {
  ana,
  biel,
  carme,
  dayInMs,
  didac,
  HandClock,
  sharerOf,
} from './testing/sharing.ts';
import type { Sharer } from './testing/sharing.ts';

interface Volume {
  readonly isBoard: boolean;
  readonly isTablet: boolean;
  readonly entries: number;
}

/** Long entries of a log of Didac’s, on his phone or tablet; in a ledger behind an hour. */
const volume: fc.Arbitrary<Volume> = fc.record({
  isBoard: fc.boolean(),
  isTablet: fc.boolean(),
  entries: fc.integer({ min: 1, max: 240 }),
});

/** What happens to two phones: they meet somebody who holds all, or each other, or rest. */
const step = fc.record({
  who: fc.constantFrom('first', 'second', 'both'),
  days: fc.integer({ min: 0, max: 3 }),
  isBack: fc.boolean(),
  isClosed: fc.boolean(),
});

async function write(volumes: readonly Volume[]): Promise<TestCommunity> {
  const community = await TestCommunity.of(ana, [biel, carme, didac], { circle: 3 });
  const tablet = await createPerson('Didac', 'tablet');
  await community.ledgerOf(didac).add(await community.enrolContent(tablet));
  for (const { isBoard, isTablet, entries } of volumes) {
    const writer = isTablet ? tablet : didac;
    const log = isBoard ? community.boardOf(writer) : community.ledgerOf(writer);
    if (!isBoard) {
      const asked = await log.add(helped(ana, 1 + entries));
      await community.ledgerOf(ana).add(confirmed(asked.id));
    }
    await writeMuch(log, entries);
  }
  return community;
}

/** Somebody who holds all of it from their own disk, and is bounded by nothing. */
async function holderOf(community: TestCommunity): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  for (const log of community.logs()) {
    for (let at = 0; at < log.entries.length; at += 48) {
      const page = { runs: [log.run(at, at + 48)] };
      const { refused } = await here.replica.receive(
        encodePage({ evidence: [], ...page }),
        {
          type: 'archive',
        },
      );
      expect(refused).toBeNull();
    }
  }
  return here;
}

test(
  '[R11] two phones come to one state once days have passed, in whatever order it came',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(volume, { minLength: 1, maxLength: 6 }),
        fc.array(step, { maxLength: 8 }),
        async (volumes, steps) => {
          const community = await write(volumes);
          const whole = await holderOf(community);
          const clock = new HandClock();
          const phones: [Sharer, Sharer] = [
            await sharerOf(community, biel, { clock }),
            await sharerOf(community, carme, { clock }),
          ];
          for (const { who, days, isBack, isClosed } of steps) {
            clock.time += (isBack ? -1 : 1) * days * dayInMs;
            if (who === 'both') await exchange(...phones);
            else await exchange(phones[who === 'first' ? 0 : 1], whole);
            if (!isClosed) continue;
            await phones[0].replica.close();
            phones[0] = await sharerOf(community, biel, phones[0]);
          }
          // A share of 1 MiB and 128 KiB a day: so many days are enough for all of it.
          for (let n = 0; n < 60; n++) {
            clock.time += dayInMs;
            await exchange(phones[0], whole);
            await exchange(...phones);
          }
          for (const { replica } of phones) {
            expect(replica.digest()).toBe(whole.replica.digest());
            expect(replica.ledger.stateHash()).toBe(whole.replica.ledger.stateHash());
            expect(replica.shares.waiting()).toEqual([]);
          }
        },
      ),
      { numRuns: sized(4, 100) },
    );
  },
  sized(120_000, 1_200_000),
);
