import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemberId, PartyId } from '@manyhands/base';
import { arrivals, sharedArrivals } from '../testing/histories.ts';
import { ledgerTruthOf } from '../testing/oracle.ts';
import { member } from '../testing/village.ts';
import { createLedger } from './createLedger.ts';
import { isStandingHelp } from './isStandingHelp.ts';
import type { Ledger, Transfer } from './views.ts';

/** \`npm run verify\` tries ten times as many histories. */
const times = process.env['MANYHANDS_SLOW'] === undefined ? 1 : 10;

const sumOf = (ledger: Ledger): number =>
  ledger.members().reduce((sum, each) => sum + ledger.balanceOf(each.member), 0);

test('[L2] replicas that hold the same entries agree, however they arrived', () => {
  fc.assert(
    fc.property(arrivals, ({ village, entries, order, again, batch }) => {
      const here = createLedger(village.community);
      here.add(entries);
      const there = createLedger(village.community);
      const sent = [...order, ...again];
      for (let i = 0; i < sent.length; i += batch) there.add(sent.slice(i, i + batch));

      expect(there.stateHash()).toBe(here.stateHash());
      expect(there.members()).toEqual(here.members());
      expect(there.cuts()).toEqual(expect.arrayContaining(here.cuts()));
      expect(there.cuts()).toHaveLength(here.cuts().length);
      expect(there.identityEvidence().sort()).toEqual(here.identityEvidence().sort());
      expect(there.needsUpdate()).toBe(here.needsUpdate());
      for (const { member } of here.members()) {
        expect(there.transfersOf(member)).toEqual(here.transfersOf(member));
        expect(there.identityOf(member)).toEqual(here.identityOf(member));
        const underWay = there.recoveriesUnderWay(member);
        expect(underWay).toEqual(here.recoveriesUnderWay(member));
      }
    }),
    { numRuns: 100 * times },
  );
});

test('[L1] whatever came so far, balances sum to zero', () => {
  fc.assert(
    fc.property(arrivals, ({ village, order }) => {
      const ledger = createLedger(village.community);
      for (const entry of order) {
        ledger.add([entry]);
        expect(sumOf(ledger)).toBe(0);
      }
    }),
    { numRuns: 50 * times },
  );
});

test('[L2] the fold says entry by entry what the rules say of the whole set', () => {
  let existed = 0;
  let undone = 0;
  let carriedOver = 0;
  let recovered = 0;
  let contested = 0;
  let ended = 0;
  fc.assert(
    fc.property(arrivals, ({ village, order }) => {
      const ledger = createLedger(village.community);
      ledger.add(order);
      const truth = ledgerTruthOf(village, order);

      const members = ledger.members().filter((each) => each.everMember);
      expect(new Set(members.map((each) => each.member))).toEqual(truth.members);
      const voices = members.filter((each) => each.voice);
      expect(new Set(voices.map((each) => each.member))).toEqual(truth.voices);
      for (const each of truth.transfers) {
        const ours = ledger.transfer(each.proposal, each.party as PartyId);
        expect(ours).toMatchObject({
          status: each.status,
          helper: each.to,
          helped: each.from,
          minutes: each.minutes,
          undoneBy: each.undoneBy,
        });
        if (each.status === 'exists') existed += 1;
        if (each.undoneBy !== null) undone += 1;
        if (ours?.rests === 'witness') carriedOver += 1;
      }
      const { version } = ledger.identityOf(member('biel'));
      if (version >= 2) recovered += 1;
      if (ledger.isContested(member('biel'))) contested += 1;
      if (ledger.cuts().some(({ seq }) => seq === 0)) ended += 1;
      expect([...ledger.transfers()]).toHaveLength(truth.transfers.length);
      for (const [party, sum] of truth.balances) {
        expect(ledger.balanceOf(party as PartyId)).toBe(sum);
      }
      expect(ledger.needsUpdate()).toBe(truth.needsUpdate);
      const hidden = [...truth.members].filter((each) =>
        ledger.hidesSumsOf(each as MemberId),
      );
      expect(hidden.sort()).toEqual(
        [...truth.members].filter((each) => truth.hidden.has(each)).sort(),
      );
      expect(ledger.stateHash()).toBe(truth.stateHash);
    }),
    { numRuns: 300 * times },
  );
  // A law about transfers says nothing where none exist.
  expect(existed).toBeGreaterThan(30 * times);
  expect(undone).toBeGreaterThanOrEqual(times);
  expect(carriedOver).toBeGreaterThanOrEqual(times);
  expect(recovered).toBeGreaterThanOrEqual(times);
  expect(contested).toBeGreaterThanOrEqual(times);
  expect(ended).toBeGreaterThanOrEqual(times);
});

test('[L2] what only hours changed is as it was of people, accounts and decisions', () => {
  let stayed = 0;
  const seenIn = (ledger: Ledger) => ({
    people: ledger.members().map((each) => ({
      ...each,
      identity: ledger.identityOf(each.member),
      devices: ledger
        .devicesOf(each.member)
        .map((device) => ({ ...device, of: ledger.memberOfDevice(device.device) })),
      distance: ledger.distanceOf(each.member),
      isRooted: ledger.isRooted(each.member),
    })),
    accounts: ledger.accounts(),
    motions: ledger.motions(),
    resting: ledger.rule('resting'),
    cuts: ledger.cuts(),
    hides: ledger.members().map((each) => ledger.hidesSumsOf(each.member)),
  });
  fc.assert(
    fc.property(fc.oneof(arrivals, sharedArrivals), ({ village, order }) => {
      const ledger = createLedger(village.community);
      let before = { version: ledger.peopleVersion, seen: seenIn(ledger) };
      for (const entry of order) {
        const was = ledger.version;
        ledger.add([entry]);
        const seen = seenIn(ledger);
        if (ledger.peopleVersion === before.version) {
          expect(seen).toEqual(before.seen);
          if (ledger.version > was) stayed += 1;
        }
        before = { version: ledger.peopleVersion, seen };
      }
    }),
    { numRuns: 50 * times },
  );
  // It says nothing where the version rises with everything.
  expect(stayed).toBeGreaterThan(100 * times);
});

test('[L3] what came of others leaves a party’s hours as they were', () => {
  let stayed = 0;
  const seenOf = (ledger: Ledger, party: PartyId) => {
    const lines = ledger.transfersOf(party);
    return {
      lines,
      sum: ledger.balanceOf(party),
      waiting: ledger.waitingFor(party as MemberId),
      asked: ledger.askedBy(party as MemberId),
      said: lines.map(({ proposal, party: of }) => ({
        isConfirmed: ledger.hasConfirmed(proposal, of),
        answers: ledger.answersTo(proposal, of),
      })),
    };
  };
  fc.assert(
    fc.property(fc.oneof(arrivals, sharedArrivals), ({ village, order }) => {
      const ledger = createLedger(village.community);
      const before = new Map<PartyId, { version: number; seen: unknown }>();
      for (const entry of order) {
        const was = ledger.version;
        ledger.add([entry]);
        const parties = [
          ...ledger.members().map((each): PartyId => each.member),
          ...ledger.accounts().map((each) => each.account),
        ];
        for (const party of parties) {
          const [version, seen] = [ledger.hoursVersionOf(party), seenOf(ledger, party)];
          const known = before.get(party);
          if (known?.version === version) {
            expect(seen).toEqual(known.seen);
            if (ledger.version > was) stayed += 1;
          }
          before.set(party, { version, seen });
        }
      }
    }),
    { numRuns: 20 * times },
  );
  // It says nothing where the version rises with everything.
  expect(stayed).toBeGreaterThan(100 * times);
});

test('[L4] help is counted as it comes and goes, and never otherwise than anew', () => {
  let changed = 0;
  const nameOf = ({ proposal, party }: Transfer) => `${proposal}/${party}`;
  const anew = (ledger: Ledger) => {
    const standing = [...ledger.transfers()].filter(isStandingHelp);
    const perDay = new Map<number, number>();
    for (const { day } of standing) perDay.set(day, (perDay.get(day) ?? 0) + 1);
    return {
      exchanges: standing.length,
      minutes: standing.reduce((sum, { minutes }) => sum + minutes, 0),
      perDay,
      names: new Set(standing.map(nameOf)),
    };
  };
  fc.assert(
    fc.property(fc.oneof(arrivals, sharedArrivals), ({ village, order }) => {
      const ledger = createLedger(village.community);
      for (const entry of order) {
        const { version, exchanges: before, gone } = ledger.help;
        const stood = [...ledger.help.transfers()].map(nameOf);
        ledger.add([entry]);
        const { exchanges, minutes, perDay } = ledger.help;
        // What is counted on from where one stood misses nothing.
        if (ledger.help.gone === gone)
          expect([...ledger.help.transfers()].map(nameOf).slice(0, before)).toEqual(
            stood,
          );
        const names = new Set([...ledger.help.transfers()].map(nameOf));
        expect({ exchanges, minutes, perDay, names }).toEqual(anew(ledger));
        if (exchanges === before) continue;
        expect(ledger.help.version).toBeGreaterThan(version);
        changed += 1;
      }
    }),
    { numRuns: 100 * times },
  );
  // That it goes is seldom: `transfers.test.ts` has it.
  expect(changed).toBeGreaterThan(30 * times);
});
