import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { signingKeyFromSeed } from '@manyhands/keys';
import {
  encodeTravelling,
  positionsNamedBy,
  proveFork,
  signatureOf,
} from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  exchange,
  identityContent,
  listing,
  openOnMemory,
  profileOf,
  sized,
} from '@manyhands/testing';
import type { LogBuilder, OnMemory } from '@manyhands/testing';
import type { Page, Run } from './page.ts';
import { erasing, runOfItems } from './testing/regrets.ts';

const [ana, biel, carme, didac] = await createCast();
const tablet = await createPerson('Biel', 'tablet');
const thief = await createPerson('Biel', 'thief');
const words = await signingKeyFromSeed(new Uint8Array(32).fill(41));

const runs = sized(10, 1_000);

/** What may happen on Biel's boards; each world has some of it. */
interface World {
  /** Which of three profiles each of the erases names. */
  readonly tablets: readonly number[];
  readonly twins: readonly number[];
  readonly own: number | null;
  readonly thieves: number | null;
  /** Where the first and the second statement end the tablet's board; -1: not listed. */
  readonly ends: readonly (number | null)[];
  /** The second profile has no good signature of its own. */
  readonly isBare: boolean;
}

const which = fc.nat(2);
const world: fc.Arbitrary<World> = fc.record({
  tablets: fc.array(which, { maxLength: 2 }),
  twins: fc.array(which, { maxLength: 1 }),
  own: fc.option(which),
  thieves: fc.option(which),
  ends: fc.array(fc.constantFrom(null, -1, 0, 1, 2), { maxLength: 2 }),
  isBare: fc.boolean(),
});

/** In which order one phone hears it all; where an entry comes alone; where it is closed. */
interface Life {
  readonly order: readonly number[];
  readonly isAlone: readonly boolean[];
  readonly closedAfter: readonly number[];
}

const life: fc.Arbitrary<Life> = fc.record({
  order: fc.array(fc.nat(99), { minLength: 16, maxLength: 16 }),
  isAlone: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
  closedAfter: fc.uniqueArray(fc.nat(15), { maxLength: 3 }),
});

interface Written {
  readonly community: TestCommunity;
  readonly founding: Run;
  readonly profiles: readonly Entry[];
  /** Everything else, in any order. */
  readonly entries: readonly Entry[];
}

async function write({
  tablets,
  twins,
  own,
  thieves,
  ends,
  isBare,
}: World): Promise<Written> {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  await community.ledgerOf(ana).add(await community.enrolContent(tablet));
  const founding = community.ledgerOf(ana).run();
  const entries: Entry[] = [];
  const add = async (
    log: LogBuilder,
    content: Parameters<LogBuilder['add']>[0],
    isSigned = true,
  ): Promise<Entry> => {
    const entry = await log.add(content, isSigned ? {} : { signer: null });
    entries.push(entry);
    return entry;
  };
  const phone = community.boardOf(biel);
  const profiles: Entry[] = [];
  for (const n of [0, 1, 2]) {
    profiles.push(await add(phone, profileOf(biel, n), !(isBare && n === 1)));
  }
  const erase = (n: number) => erasing(profiles[n] as Entry);
  if (own !== null) await add(phone, erase(own));
  const board = community.boardOf(tablet);
  const twin = board.branch(tablet, 0);
  for (const n of tablets) await add(board, erase(n));
  for (const n of twins) {
    await twin.add(erase(n), { time: 77 });
    const [one, other] = [board.entries[0], twin.entries[0]];
    assert(other, 'a second history');
    entries.push(other);
    if (one) await add(community.ledgerOf(didac), proveFork([one], [other]));
  }
  if (thieves !== null) {
    await add(community.ledgerOf(carme), await community.enrolContent(thief));
    await add(community.boardOf(thief), erase(thieves));
  }
  for (const [i, end] of ends.entries()) {
    const others = end === -1 ? [] : [listing(tablet, null, end)];
    const claim = { version: i + 1, key: words, devices: [listing(biel), ...others] };
    const signer = i === 0 ? biel.identity : words;
    const log = i === 0 ? community.ledgerOf(biel) : community.ledgerOf(thief);
    const content = await identityContent(community, biel, claim, signer);
    await add(i === 0 ? log : community.ledgerOf(carme), content);
  }
  return { community, founding, profiles, entries };
}

/** One without a signature of its own travels with the next. */
function page({ profiles }: Written, entry: Entry, isAlone: boolean): Partial<Page> {
  const isBare = signatureOf(entry).every((byte) => byte === 0);
  if (isBare) return { runs: [runOfItems(profiles.slice(entry.seq, entry.seq + 2))] };
  return isAlone
    ? { evidence: [encodeTravelling(entry)] }
    : { runs: [runOfItems([entry])] };
}

/** A phone that hears each of it once; what it could not take it asks others for later. */
async function live(
  written: Written,
  { order, isAlone, closedAfter }: Life,
): Promise<OnMemory> {
  const { community, founding, entries } = written;
  let here = await openOnMemory(community.id);
  await deliver(here, { runs: [founding] }, ana);
  const shuffled = entries
    .map((entry, i) => ({ entry, isAlone: isAlone[i] === true, at: order[i] ?? 0 }))
    .sort((a, b) => a.at - b.at);
  let heard = 0;
  for (const each of shuffled) {
    const { refused } = await deliver(
      here,
      page(written, each.entry, each.isAlone),
      ana,
    );
    expect(refused).toBeNull();
    heard += 1;
    if (closedAfter.includes(heard)) {
      await here.replica.close();
      here = await openOnMemory(community.id, here.disk);
      expect(here.replica.faults()).toEqual([]);
    }
  }
  return here;
}

/** Heard in one page, so that nothing is erased that does not stay so. */
async function hoard({
  community,
  founding,
  profiles,
  entries,
}: Written): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  const others = entries.filter((entry) => !profiles.includes(entry));
  const evidence = others.map(encodeTravelling);
  const runs = [founding, runOfItems(profiles)];
  const { refused } = await deliver(here, { evidence, runs }, ana);
  expect(refused).toBeNull();
  return here;
}

const hashesOf = ({ replica }: OnMemory): string =>
  [replica.digest(), replica.board.boardHash(), replica.ledger.stateHash()].join(' ');

/** Which profiles stay, said plainly: no erase names them that holds. */
function truthOf(
  { entries, profiles, community }: Written,
  { replica }: OnMemory,
): string[] {
  const { ledger } = replica;
  const erased = entries
    .filter(({ content, seq, log }) => {
      const stands = ledger.hasStanding(log.member, log.device);
      const end = ledger.endOf({ ...log, community: community.id }) ?? Infinity;
      return content.type === 'erase' && stands && seq < end;
    })
    .flatMap(positionsNamedBy);
  const isErased = ({ logId, seq }: Entry) =>
    erased.some((place) => place.logId === logId && place.seq === seq);
  return profiles.filter((entry) => !isErased(entry)).map(({ id }) => id);
}

test(
  '[H3] small worlds: whatever came in whatever order, one board, one digest, one state',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.tuple(life, life), async (what, lives) => {
        const written = await write(what);
        const phones = [await hoard(written)];
        for (const each of lives) phones.push(await live(written, each));
        for (let round = 0, before = ''; round < 8; round++) {
          for (const one of phones)
            for (const other of phones) await exchange(one, other);
          const now = phones.map(hashesOf).join();
          if (now === before) break;
          before = now;
        }
        for (const phone of phones) {
          const left = phone.replica.board
            .entriesOf(biel.member)
            .filter(({ content }) => content.type === 'profile');
          const hasLater = what.own !== null || left.some(({ seq }) => seq === 2);
          const isCovered = !what.isBare || hasLater;
          const truth = truthOf(written, phone);
          const bare = written.profiles[1]?.id;
          expect(left.map(({ id }) => id)).toEqual(
            truth.filter((id) => isCovered || id !== bare),
          );
          await phone.replica.purge();
          const again = await openOnMemory(phone.replica.community, phone.disk);
          expect(hashesOf(again)).toBe(hashesOf(phone));
        }
        expect(new Set(phones.map(hashesOf)).size).toBe(1);
      }),
      { numRuns: runs },
    );
  },
);
