import type { AccountId, EntryId, MemberId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proveFork } from '../decide/proveFork.ts';
import { witnessEntry } from '../decide/witnessEntry.ts';
import type { Entry } from '../entry.ts';
import { isOfHours, KeptEntry, keptLog } from '../keptEntry.ts';
import { zeroId } from '../log.ts';
import { arrivals, sharedArrivals } from '../testing/histories.ts';
import { settledVillage } from '../testing/settled.ts';
import type { Name } from '../testing/steps.ts';
import {
  gaveHelp,
  listed,
  member,
  minutes,
  no,
  Pen,
  proven,
  withdrawal,
  yes,
} from '../testing/village.ts';
import type { LedgerVillage } from '../testing/village.ts';
import { createLedger } from './createLedger.ts';
import type { FoldEntry, Ledger } from './views.ts';

const times = process.env['MANYHANDS_SLOW'] === undefined ? 1 : 10;

/** The chains that some entries make, one log after the other, as a disk would keep them. */
function keptOf(entries: readonly FoldEntry[]): Map<EntryId, KeptEntry> {
  const chains = new Map<string, Entry[]>();
  for (const { entry } of entries) {
    const chain = chains.get(entry.logId) ?? [];
    const before = chain.at(-1);
    const isNext = entry.seq === chain.length && entry.prev === (before?.id ?? zeroId);
    if (entry.log.kind === 'ledger' && isNext)
      chains.set(entry.logId, [...chain, entry]);
  }
  const all = [...chains.values()].flat();
  const ids = new Uint8Array(32 * all.length);
  for (const [at, { id }] of all.entries()) ids.set(fromHex(id), 32 * at);
  const hours = Uint8Array.from(all, (entry) => (isOfHours(entry) ? 1 : 0));
  const kept = new Map<EntryId, KeptEntry>();
  for (const entry of all) {
    const log = keptLog(entry.log, { ids, hours }, kept.size - entry.seq);
    const { seq, stored, id } = entry;
    kept.set(id, new KeptEntry(log, seq, stored));
  }
  return kept;
}

function written(ledger: Ledger, entries: readonly KeptEntry[]): Uint8Array {
  const writing = ledger.keptHours(entries);
  for (;;) {
    const step = writing.next();
    if (step.done === true) return step.value;
  }
}

/** A ledger that is opened with what another one has written down of the same entries. */
function opened(
  before: Ledger,
  community: Parameters<typeof createLedger>[0],
  entries: readonly FoldEntry[],
): { ledger: Ledger; bytes: Uint8Array } {
  const kept = keptOf(entries);
  const all = [...kept.values()];
  const bytes = written(before, all);
  const ledger = createLedger(community);
  ledger.holdHours();
  ledger.add(
    entries.map((each) => ({ ...each, entry: kept.get(each.entry.id) ?? each.entry })),
  );
  expect(ledger.takeHours(bytes, all)).toBe(true);
  return { ledger, bytes };
}

const inOrder = (ids: Iterable<EntryId>): EntryId[] => [...ids].sort();

function seenBy(
  ledger: Ledger,
  party: MemberId,
  proposals: readonly EntryId[],
): unknown {
  return {
    balance: ledger.balanceOf(party),
    transfers: ledger.transfersOf(party),
    waiting: ledger.waitingFor(party),
    asked: ledger.askedBy(party),
    owed: inOrder(ledger.unwitnessedOf(party)),
    said: proposals.map((id) => [
      ledger.answersTo(id, party),
      ledger.hasConfirmed(id, party),
      ledger.linesOf(id),
    ]),
  };
}

/** The same of an account. */
const hoursOf = (ledger: Ledger, { account }: { account: AccountId }): unknown => ({
  balance: ledger.balanceOf(account),
  transfers: ledger.transfersOf(account),
});

function wholeOf(ledger: Ledger): unknown {
  const { help } = ledger;
  return {
    hash: ledger.stateHash(),
    owed: inOrder(ledger.unwitnessed()),
    help: {
      exchanges: help.exchanges,
      minutes: help.minutes,
      days: [...help.perDay].sort(([a], [b]) => a - b),
      transfers: inOrder([...help.transfers()].map(({ proposal }) => proposal)),
    },
  };
}

/** Hears some, is opened again, and hears the rest: as if it had never been closed. */
function openedBetween(
  village: LedgerVillage,
  first: readonly FoldEntry[],
  rest: readonly FoldEntry[],
  look: number,
): number {
  const here = createLedger(village.community);
  here.add(first);
  const { ledger: there, bytes } = opened(here, village.community, first);
  const proposals = [...first, ...rest]
    .filter(({ entry }) => entry.content.type === 'transfer.propose')
    .map(({ entry }) => entry.id);
  // Some are looked at before anything else is heard, and are the fold's own from then on.
  for (const [i, { member }] of here.members().entries()) {
    if ((look >> i) % 2 === 0) continue;
    expect(seenBy(there, member, proposals)).toEqual(seenBy(here, member, proposals));
  }
  expect(there.help.exchanges).toBe(here.help.exchanges);
  if (look % 3 === 0) expect(wholeOf(there)).toEqual(wholeOf(here));

  for (const each of rest) for (const ledger of [here, there]) ledger.add([each]);
  for (const { member } of here.members()) {
    expect(there.balanceOf(member)).toBe(here.balanceOf(member));
    expect(seenBy(there, member, proposals)).toEqual(seenBy(here, member, proposals));
  }
  for (const each of here.accounts()) {
    expect(hoursOf(there, each)).toEqual(hoursOf(here, each));
  }
  expect(wholeOf(there)).toEqual(wholeOf(here));
  expect(there.members()).toEqual(here.members());
  return bytes.length;
}

/** What is written where nothing is plain. */
const nothing = 14;

test('[replica/R13] whatever was written, and wherever it was closed', () => {
  fc.assert(
    fc.property(
      fc.oneof(arrivals, sharedArrivals),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(),
      ({ village, entries, order }, share, look) => {
        const first = entries.slice(0, Math.ceil(share * entries.length));
        const rest = order.filter((each) => !first.includes(each));
        openedBetween(village, first, rest, look);
      },
    ),
    { numRuns: 30 * times },
  );
});

type Write = (village: LedgerVillage, proposals: Entry[]) => Entry[];
const everybody = ['ana', 'biel', 'carme', 'didac'] as const;
const people = fc.constantFrom<Name>(...everybody);

const asks: fc.Arbitrary<Write> = fc
  .record({
    who: people,
    others: fc.uniqueArray(people, { minLength: 1, maxLength: 2 }),
    minutes: fc.integer({ min: 1, max: 90 }),
    gave: fc.boolean(),
    kind: fc.constantFrom('help', 'help', 'gift', 'undo' as const),
    to: fc.nat(),
  })
  .map(({ who, others, minutes: length, gave, kind, to }) => (village, proposals) => {
    const named = kind === 'undo' ? proposals[to % proposals.length] : undefined;
    const parties = others.filter((other) => other !== who).map(member);
    if (parties.length === 0) return [];
    const lines = parties.sort().map((party) => ({ party, minutes: minutes(length) }));
    const content = gaveHelp(member(who), length, {
      gave,
      lines,
      kind: named ? 'undo' : 'help',
      ref: named?.id ?? null,
    });
    const entry = village.pen(who).write(content);
    proposals.push(entry);
    return [entry];
  });

const answers: fc.Arbitrary<Write> = fc
  .record({
    who: people,
    to: fc.nat(),
    type: fc.constantFrom(yes, yes, yes, no, withdrawal),
  })
  .map(({ who, to, type }) => (village, proposals) => {
    const named = proposals[to % proposals.length];
    return named ? [village.pen(who).write(type(named))] : [];
  });

/** The first line of a proposal, both ways: its party says yes to it, and to its undoing. */
const undoes: fc.Arbitrary<Write> = fc.nat().map((to) => (village, proposals) => {
  const named = proposals[to % proposals.length];
  if (named?.content.type !== 'transfer.propose') return [];
  const { gave, lines } = named.content;
  const nameOf = (of: string): Name =>
    everybody.find((each) => member(each) === of) ?? 'ana';
  const [line] = lines;
  if (line === undefined) return [];
  const answering = village.pen(nameOf(line.party));
  const said = answering.write(yes(named));
  const content = gaveHelp(line.party, line.minutes, {
    gave: !gave,
    kind: 'undo',
    ref: named.id,
  });
  const undo = village.pen(nameOf(named.log.member)).write(content);
  proposals.push(undo);
  return [said, undo, answering.write(yes(undo))];
});

/** What turns round hours that were kept: an end, a fork and its proof, somebody's witness. */
const turns: fc.Arbitrary<Write> = fc
  .record({
    kind: fc.constantFrom('end', 'fork', 'witness', 'leave', 'certify' as const),
    who: people,
    by: people,
    at: fc.nat(20),
  })
  .map(({ kind, who, by, at: place }) => (village) => {
    const pen = village.pen(who);
    switch (kind) {
      case 'end': {
        const devices = [listed(who, place)];
        return [
          village.identify(village.pen(by), who, member(who), { version: 1, devices }),
        ];
      }
      case 'leave':
        return [pen.write({ type: 'member.leave' })];
      case 'certify':
        return [village.admit(by, who === 'ana' ? 'biel' : who, `${who} too`)];
      case 'fork': {
        const twin = new Pen(pen.log);
        twin.entries.push(...pen.entries.slice(0, place % pen.entries.length));
        const held = pen.entries[twin.entries.length];
        const other = twin.write(
          gaveHelp(who === 'ana' ? member('biel') : member('ana'), 77),
        );
        if (held === undefined || held.id === other.id) return [];
        return [other, village.pen(by).write(proveFork([held], [other]))];
      }
      case 'witness': {
        const all = village.entries;
        const content = witnessEntry(all[place % all.length] as Entry);
        return content === null ? [] : [village.pen(by).write(content)];
      }
    }
  });

test('[replica/R13] hours that were kept are what they were, and go on as if they had never been', () => {
  let [runs, kept] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(asks, answers, answers, undoes), {
        minLength: 8,
        maxLength: 40,
        size: 'max',
      }),
      fc.array(fc.oneof(asks, answers, undoes, turns), { maxLength: 16, size: 'max' }),
      fc.nat(),
      (before, after, look) => {
        const village = settledVillage();
        const proposals: Entry[] = [];
        const first = [...village.entries];
        for (const write of before) first.push(...write(village, proposals));
        const rest = after.flatMap((write) => write(village, proposals));
        const bytes = openedBetween(village, first.map(proven), rest.map(proven), look);
        runs += 1;
        if (bytes > nothing) kept += 1;
      },
    ),
    { numRuns: 60 * times },
  );
  // It says nothing where nothing was kept.
  expect(kept).toBeGreaterThan(runs / 2);
});

test('[replica/R13] what cannot be read is folded anew', () => {
  fc.assert(
    fc.property(arrivals, ({ village, entries }) => {
      const here = createLedger(village.community);
      here.add(entries);
      const kept = keptOf(entries);
      for (const bytes of [null, Uint8Array.of(1, 2, 3)]) {
        const there = createLedger(village.community);
        there.holdHours();
        there.add(
          entries.map((each) => ({
            ...each,
            entry: kept.get(each.entry.id) ?? each.entry,
          })),
        );
        if (!there.takeHours(bytes, [...kept.values()])) there.takeHours(null, []);
        expect(wholeOf(there)).toEqual(wholeOf(here));
      }
    }),
    { numRuns: 10 * times },
  );
});
