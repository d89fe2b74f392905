import type { MemberId } from '@manyhands/base';
import type { Ledger, Member } from '@manyhands/ledger';
import { ofPeople } from './remembered.ts';

/** Members who have been let in and have not left. */
export const membersHere: (ledger: Ledger) => readonly Member[] = ofPeople((ledger) =>
  ledger.members().filter(({ everMember, left }) => everMember && !left),
);

export const hasLeft = (ledger: Ledger, member: MemberId): boolean =>
  ledger.member(member)?.left === true;
