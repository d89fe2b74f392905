import type { MemberId } from '@manyhands/base';
import type { Ledger } from '../fold/views.ts';
import { device, member, LedgerVillage } from './village.ts';

/** Ana's community, in which everybody is. */
export const settledVillage = (): LedgerVillage =>
  new LedgerVillage().settle('biel', 'carme', 'didac');

const names = ['biel', 'tablet', 'laptop', 'thief'];

/** Where the hours of each of a member's devices end, by the device's name. */
export const hourEndsOf = (
  ledger: Ledger,
  of: MemberId = member('biel'),
): Record<string, number | null> =>
  Object.fromEntries(
    ledger
      .devicesOf(of)
      .map((each) => [
        names.find((name) => device(name) === each.device) ?? '?',
        each.ledgerCut,
      ]),
  );
