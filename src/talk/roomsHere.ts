import type { RoomName } from '@manyhands/ledger';
import { groupsOfMine } from '@manyhands/community/groups';
import type { Place } from '@manyhands/community/opened';
import { roomOfAll, roomsOf } from '@manyhands/community/rooms';
import type { WordInRoom } from '@manyhands/community/rooms';
import { peaceOf } from '@manyhands/community/safety';

/** A room in the list of conversations. */
export interface RoomHere {
  readonly room: RoomName;
  readonly last: WordInRoom | null;
  /** None of one that I want to hear nothing of. */
  readonly unread: number;
}

/** The room of all, and those of the groups I am in. */
export function roomsHere(place: Place): RoomHere[] {
  const groups = groupsOfMine(place).filter(({ mine }) => mine === 'in');
  const rooms: RoomName[] = [
    roomOfAll,
    ...groups.map(({ id }) => ({ kind: 'group', of: id }) as const),
  ];
  return rooms.map((room): RoomHere => {
    const { last, unread } = roomsOf(place).inShort(room);
    const key = room.of ?? place.membership.community;
    return { room, last, unread: peaceOf(place).isHiddenWord(key) ? 0 : unread };
  });
}
