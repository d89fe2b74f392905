import type { MemberId } from '@manyhands/base';
import type { Ledger } from './views.ts';

/** Whether they are a member who has not left and whom no decision removed. A view. */
export const isAmong = (ledger: Ledger, member: MemberId): boolean =>
  ledger.isEverMember(member) &&
  ledger.member(member)?.left !== true &&
  ledger.standingOf(member) !== 'removed';
