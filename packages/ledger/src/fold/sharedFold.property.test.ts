import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartyId } from '@manyhands/base';
import { sharedArrivals } from '../testing/histories.ts';
import { ledgerTruthOf } from '../testing/oracle.ts';
import { createLedger } from './createLedger.ts';

/** `npm run verify` tries ten times as many histories. */
const times = process.env['MANYHANDS_SLOW'] === undefined ? 1 : 10;

test(
  '[L2] the fold says of accounts and decisions what the rules say of the whole set',
  { timeout: 600_000 },
  () => {
    const seen = {
      existed: 0,
      former: 0,
      witness: 0,
      voided: 0,
      between: 0,
      taken: 0,
      contested: 0,
      changed: 0,
      rested: 0,
    };
    fc.assert(
      fc.property(sharedArrivals, ({ village, order, again, batch }) => {
        const ledger = createLedger(village.community);
        const sent = [...order, ...again];
        for (let i = 0; i < sent.length; i += batch)
          ledger.add(sent.slice(i, i + batch));
        const truth = ledgerTruthOf(village, order);

        let sum = 0;
        for (const [party, minutes] of truth.balances) {
          expect(ledger.balanceOf(party as PartyId)).toBe(minutes);
          sum += minutes;
        }
        expect(sum).toBe(0);
        const accounts = new Set(truth.accounts.map(({ id }) => id));
        for (const each of truth.transfers) {
          const { proposal, party, status, mark, from, to } = each;
          const ours = ledger.transfer(proposal, party as PartyId);
          expect(ours).toMatchObject({ status, mark, helper: to, helped: from });
          const ofAccounts = [from, to].filter((side) => accounts.has(side)).length;
          if (ofAccounts > 0 && status === 'exists') seen.existed += 1;
          if (ofAccounts > 1 && status === 'exists') seen.between += 1;
          if (mark === 'former') seen.former += 1;
          if (mark === 'witness') seen.witness += 1;
          if (status === 'void') seen.voided += 1;
        }
        for (const each of truth.motions) {
          const { yes, no, isTaken, holds } = ledger.motion(each.id as never) ?? {};
          expect([yes?.length, no?.length, isTaken, holds]).toEqual([
            ...[each.yes, each.no, each.taken, each.holds],
          ]);
          if (each.taken) seen.taken += 1;
        }
        expect(ledger.motions()).toHaveLength(truth.motions.length);
        for (const { newest, counted } of truth.accounts) {
          if (newest.length > 1) seen.contested += 1;
          if (counted.length > 1) seen.changed += 1;
        }
        if (ledger.rule('resting') !== null) seen.rested += 1;
        expect(ledger.stateHash()).toBe(truth.stateHash);
      }),
      { numRuns: 100 * times },
    );
    // A law about decisions says nothing where none is taken.
    expect(seen.existed).toBeGreaterThan(50 * times);
    expect(seen.changed).toBeGreaterThan(20 * times);
    expect(seen.taken).toBeGreaterThan(10 * times);
    if (times === 1) return;
    for (const [what, count] of Object.entries(seen)) {
      expect(count, what).toBeGreaterThan(times);
    }
  },
);
