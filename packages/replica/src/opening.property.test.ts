import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTravelling, proveFork } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  createPerson,
  deliver,
  enrolmentUnder,
  helped,
  identityContent,
  listing,
  profileOf,
  sized,
} from '@manyhands/testing';
import type { TestCommunity } from '@manyhands/testing';
import type { Run } from './page.ts';
import {
  ana,
  biel,
  carme,
  newPage,
  street,
  tablet,
  pageOfWords,
} from './testing/endings.ts';
import { erasing, runOfItems } from './testing/regrets.ts';
import { alarmed, expectSame } from './testing/reopening.ts';

const lost = await createPerson('Biel', 'found');

interface Written {
  readonly community: TestCommunity;
  readonly founding: Run;
  /** Everything else, in any order, but the two histories behind each other. */
  readonly entries: readonly Entry[];
}

/**
 * Biel's tablet erases what he wrote, and a page of words ends it, which a phone under a later key
 * writes; his first phone has two histories, of hours and on its board.
 */
async function write(): Promise<Written> {
  const { community, entries } = await street(3);
  const founder = community.ledgerOf(ana);
  const founding = founder.run();
  const { length } = founder.entries;
  const [first, second] = entries as [Entry, Entry];
  const found = community.ledgerOf(lost);
  await founder.add(await newPage(community));
  await founder.add(helped(biel, 8));
  await found.add(
    await enrolmentUnder(community, { ...lost, member: biel.member }, 1, pageOfWords),
  );
  const devices = [listing(biel), listing(tablet, 0, 0)];
  const claim = { version: 2, key: pageOfWords, devices };
  await found.add(await identityContent(community, biel, claim, pageOfWords));
  await community.boardOf(tablet).add(erasing(second));
  const board = community.boardOf(biel);
  const twin = board.branch(biel, 3);
  for (const log of [board, twin]) await log.add(profileOf(biel, log === twin ? 8 : 9));
  await board.add(erasing(first));
  const hours = community.ledgerOf(biel);
  for (const minutes of [5, 6, 7]) await hours.add(helped(ana, minutes));
  const others = hours.branch(biel, 1);
  for (const minutes of [16, 17]) await others.add(helped(carme, minutes));
  const proofs = community.ledgerOf(carme);
  await proofs.add(proveFork(board.entries.slice(3, 4), twin.entries.slice(3)));
  await proofs.add(proveFork(hours.entries.slice(1, 2), others.entries.slice(1, 2)));
  const logs = [board, found, community.boardOf(tablet), hours, proofs];
  const rest = [
    ...founder.entries.slice(length),
    ...others.entries.slice(1),
    ...twin.entries.slice(3),
  ];
  return {
    community,
    founding,
    entries: [...logs.flatMap((log) => log.entries), ...rest],
  };
}

const written = await write();
const count = written.entries.length;

/** In which order a phone hears it; what comes alone; after how much its disk is noted. */
const life = fc.record({
  order: fc.shuffledSubarray([...written.entries.keys()], { minLength: count }),
  isAlone: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
  notedAfter: fc.nat(count),
});

test(
  '[P5] [R13] whenever its disk was noted, a phone that was killed says what it said',
  { timeout: 600_000 },
  async () => {
    const { community, founding, entries } = written;
    await fc.assert(
      fc.asyncProperty(life, async ({ order, isAlone, notedAfter }) => {
        const { here, noted } = await alarmed(community);
        await deliver(here, { runs: [founding] }, ana);
        // What waits for what comes before it is asked for again.
        for (const [n, at] of [...order, ...order].entries()) {
          if (n === notedAfter) await noted();
          const entry = entries[at] as Entry;
          const page =
            isAlone[at] === true && n < count
              ? { evidence: [encodeTravelling(entry)] }
              : { runs: [runOfItems([entry])] };
          expect((await deliver(here, page, ana)).refused).toBeNull();
        }
        const held = entries.filter(({ id }) => here.replica.entry(id) !== null);
        await expectSame(
          here,
          held.map(({ id }) => id),
        );
      }),
      { numRuns: sized(6, 1_000) },
    );
  },
);
