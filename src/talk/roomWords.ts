import type { GroupId } from '@manyhands/base';
import type { RoomName } from '@manyhands/ledger';
import { groupHere } from '@manyhands/community/groups';
import type { Group } from '@manyhands/community/groups';
import { ofBoard } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';
import { spoken } from '../naming/naming.ts';
import { later } from '../words/later.ts';

/** The group whose room it is. */
export const groupOfRoom = (
  community: Community,
  { kind, of }: RoomName,
): Group | null =>
  kind === 'group'
    ? community.see((place) => groupHere(place, of as GroupId), ...ofBoard)
    : null;

/** What a room is called. */
export const roomTitle = (group: Group | null): string =>
  group === null ? later().rooms.all : spoken(group.name);
