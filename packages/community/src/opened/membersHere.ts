import type { MemberId } from '@manyhands/base';
import type { Ledger, Member } from '@manyhands/ledger';

/** Members who have been let in and have not left. */
export const membersHere = (ledger: Ledger): Member[] =>
  ledger.members().filter(({ everMember, left }) => everMember && !left);

export const hasLeft = (ledger: Ledger, member: MemberId): boolean =>
  ledger.member(member)?.left === true;
