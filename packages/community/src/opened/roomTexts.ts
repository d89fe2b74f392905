/**
 * What stands sealed in the thread of a room, before it is opened: whoever reads the room opens
 * it, and so many at a time.
 */
import type { DeviceKey, GroupId, NoteId } from '@manyhands/base';
import { roomThreadOf } from '@manyhands/ledger';
import type { Entry, RoomName, SealedText } from '@manyhands/ledger';
import { oneEach } from './oneEach.ts';
import type { Place } from './place.ts';
import { isKeyAlone } from './sealing.ts';
import { keysAmong, textsFor } from './threadTexts.ts';
import type { TalkText } from './threadTexts.ts';

type Here = Pick<Place, 'replica' | 'membership'>;

const threadsOf = oneEach((_: Here) => ({
  byGroup: new Map<GroupId, NoteId>(),
  every: new Set<NoteId>(),
}));

/** Whether this stands in the room of a group of which anything stands here. */
export function isInRoom(here: Here, { sealed: { thread } }: SealedText): boolean {
  for (const id of groupsKnown(here)) threadOfGroup(here, id);
  return threadsOf(here).every.has(thread);
}

/** Also those I am in of which nothing else stands any more. */
function* groupsKnown({ replica: { board }, membership }: Here): Iterable<GroupId> {
  yield* board.groups.ids();
  for (const { group } of board.groups.ofMember(membership.member)) yield group;
}

function threadOfGroup(here: Here, of: GroupId): NoteId {
  const { byGroup, every } = threadsOf(here);
  const known = byGroup.get(of);
  if (known) return known;
  const own = roomThreadOf(here.membership.community, { kind: 'group', of });
  byGroup.set(of, own);
  every.add(own);
  return own;
}

/** My own sealed words in rooms of groups, each with the keys to it that I passed on. */
export const mySealedInRooms = (
  here: Here,
): { readonly entry: Entry; readonly keys: readonly Entry[] }[] =>
  [...new Set(groupsKnown(here))].flatMap((of) => {
    const room = { kind: 'group', of } as const;
    return standingIn(here, room)
      .filter((text) => text.entry.log.member === here.membership.member)
      .filter((text) => !isKeyAlone(text))
      .map((text) => ({ entry: text.entry, keys: roomKeysTo(here, room, text) }));
  });

/**
 * What members said there and this device can open, in no order. The key of a text is in the
 * entry itself or was passed on by its own writer, or by another phone of mine.
 */
export const roomTextsOf = (
  here: Here,
  room: RoomName,
  device: DeviceKey = here.membership.device,
): TalkText[] =>
  textsFor(device, standingIn(here, room), (by) => [by, here.membership.member]);

/** The keys to this text that this member has passed on: they are erased with it. */
export const roomKeysTo = (here: Here, room: RoomName, text: SealedText): Entry[] =>
  keysAmong(standingIn(here, room), text, here.membership.member);

function standingIn({ replica, membership }: Here, room: RoomName): SealedText[] {
  return replica.board
    .sealedIn(roomThreadOf(membership.community, room))
    .filter(
      ({ entry: { log } }) => replica.ledger.roleOf(log.member, log.device) === 0,
    );
}
