import type { MemberId } from '@manyhands/base';
import type { Ledger } from '@manyhands/ledger';

/** Whether this member signs on a device of their own. Apart: the first screen asks it of everybody. */
export const hasOwnPhone = (ledger: Ledger, member: MemberId): boolean =>
  ledger
    .devicesOf(member)
    .some(({ device, role }) => role === 0 && ledger.speaks(member, device));
