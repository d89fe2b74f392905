import type { MemberId } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import type { Replica } from './types.ts';

/**
 * What `member` owes it to somebody to erase from their own boards (P10): everything, once
 * they have left themself; and the invites that others came in by who have left since,
 * since an invite says in its writer's words whom it was for. Whichever of a member's
 * devices comes first does it; `isOwnDue`: whether their own leaving has stood long enough
 * for this one (H2).
 */
export function toForget(
  { ledger, board }: Pick<Replica, 'ledger' | 'board'>,
  member: MemberId,
  isOwnDue = true,
): Entry[] {
  const hasLeft = (id: MemberId): boolean => ledger.member(id)?.left === true;
  if (isOwnDue && hasLeft(member)) {
    return board.entriesOf(member).filter(({ content }) => content.type !== 'erase');
  }
  return board
    .openInvites()
    .filter((invite) => {
      if (invite.member !== member) return false;
      const came = ledger.admittedWith(invite.invitePub);
      // One that still opens the door to others is not about who came in by it.
      return came.length >= invite.uses && came.some(hasLeft);
    })
    .map(({ entry }) => entry);
}
