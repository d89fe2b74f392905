/** Who may say something in a room, who reads it, and whose pin counts there (C33). */
import type { GroupId, MemberId } from '@manyhands/base';
import { isAmong } from '@manyhands/ledger';
import type { RoomName } from '@manyhands/ledger';
import { circleMembers } from '../decisions/index.ts';
import { groupHere } from '../groups/index.ts';
import type { Place } from '../opened/index.ts';

export const roomOfAll: RoomName = { kind: 'all', of: null };

export interface RoomAccess {
  /** Null: all members of the community. */
  readonly members: readonly MemberId[] | null;
  /** Its words are sealed to those in it, and are not for all to read. */
  readonly isSealed: boolean;
  /** I may say something. */
  readonly mayWrite: boolean;
  /** Whose words are heard there. */
  isHeard(member: MemberId): boolean;
  /** Whose pins count. */
  mayPin(member: MemberId): boolean;
}

/** Null of a room that is not here, or whose words are not for me. */
export function accessTo(place: Place, room: RoomName): RoomAccess | null {
  const { ledger } = place.replica;
  const me = place.membership.member;
  if (room.kind === 'all') {
    const circle = circleMembers(place);
    return {
      members: null,
      isSealed: false,
      mayWrite: isAmong(ledger, me),
      isHeard: (member) => isAmong(ledger, member),
      mayPin: (member) => circle.includes(member),
    };
  }
  const group = room.kind === 'group' ? groupHere(place, room.of as GroupId) : null;
  if (group === null || (group.asks && group.mine !== 'in')) return null;
  const members = new Set(group.members);
  return {
    members: group.members,
    isSealed: group.asks,
    mayWrite: group.mine === 'in' && !group.isClosed,
    isHeard: (member) => members.has(member),
    mayPin: (member) => group.organisers.includes(member),
  };
}
