import type { MemberId } from '@manyhands/base';
import type { Ledger } from '@manyhands/ledger';
import { hasOwnPhone, membersHere } from '../opened/index.ts';

/** The members here who were written for and sign on no phone of their own. */
export const onPaperHere = (ledger: Ledger): MemberId[] =>
  membersHere(ledger)
    .filter(({ devices }) => devices.some(({ role }) => role === 2))
    .map(({ member }) => member)
    .filter((member) => !hasOwnPhone(ledger, member));
