import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import { sharedArrivals } from '../testing/histories.ts';
import { createLedger } from './createLedger.ts';
import type { Ledger, Transfer } from './views.ts';

/** `npm run verify` tries ten times as many histories. */
const times = process.env['MANYHANDS_SLOW'] === undefined ? 1 : 10;

const existingIn = (ledger: Ledger): Transfer[] =>
  [...ledger.transfers()].filter(({ status }) => status === 'exists');

test(
  '[L16] [L23] an existing line ends by a cut that no witness heals, or marked and void',
  { timeout: 600_000 },
  () => {
    const seen = { cut: 0, void: 0, back: 0 };
    fc.assert(
      fc.property(sharedArrivals, ({ village, order }) => {
        const ledger = createLedger(village.community);
        const entries = new Map<EntryId, Entry>();
        const ended = new Set<string>();
        let before: Transfer[] = [];
        for (const each of order) {
          entries.set(each.entry.id, each.entry);
          ledger.add([each]);
          const now = existingIn(ledger);
          for (const { proposal, party } of now) {
            if (ended.delete(`${proposal}/${party}`)) seen.back += 1;
          }
          const names = new Set(now.map(({ proposal, party }) => proposal + party));
          for (const { proposal, party } of before) {
            if (names.has(proposal + party)) continue;
            ended.add(`${proposal}/${party}`);
            const line = ledger.transfer(proposal, party);
            if (line?.status === 'void') {
              seen.void += 1;
              expect(line.mark).not.toBe(null);
              expect(ledger.shouldStand(proposal, party)).toBe(false);
              continue;
            }
            seen.cut += 1;
            const owed = ledger.unwitnessed().map((id) => entries.get(id));
            const acts = owed.filter((act) => act && isOf(act, proposal));
            expect(acts.length).toBeGreaterThan(0);
          }
          before = now;
        }
      }),
      // By day a few that are known to have a cut; else whatever chance brings.
      times === 1 ? { numRuns: 8, seed: 6 } : { numRuns: 300 },
    );
    expect(seen.cut).toBeGreaterThan(0);
    if (times > 1) expect(Math.min(seen.void, seen.back)).toBeGreaterThan(0);
  },
);

const isOf = ({ id, content }: Entry, proposal: EntryId): boolean =>
  id === proposal || ('proposal' in content && content.proposal === proposal);
