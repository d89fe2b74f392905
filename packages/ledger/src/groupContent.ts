/**
 * What members write of groups, and in rooms (F9, types 82 to 84 and 107 to 109). Nothing of it
 * moves hours. Who organises a group and who is in it: B19, B20; where words stand: B21.
 */
import type {
  CommunityId,
  EntryId,
  GroupId,
  Hex,
  ListingId,
  MemberId,
} from '@manyhands/base';
import {
  boolean,
  bytes,
  fromHex,
  hex,
  integer,
  nullable,
  text,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import {
  ascending,
  entryField,
  keyField,
  listingField,
  memberField,
  u32Field,
  where,
  wordOf,
} from './fields.ts';

const groupField = hex<GroupId>(32);

/** How a group shows itself, and whom its writer has help organise it. */
export interface GroupHeader {
  readonly type: 'group';
  readonly founder: MemberId;
  /** 16 bytes by chance. With the founder they name the group: `groupIdOf`. */
  readonly random: Hex;
  readonly rev: number;
  readonly name: string;
  readonly words: string;
  readonly colour: number;
  /** A small picture in place of the colour, whole. */
  readonly picture: Uint8Array | null;
  /** Who would come in asks, and somebody who organises it says yes. */
  readonly asks: boolean;
  readonly isClosed: boolean;
  /** Whom the writer has organise it: themself, where they do, and those they named. */
  readonly organisers: readonly MemberId[];
  /** The group in whose place this one comes. */
  readonly follows: GroupId | null;
}

/** I am in this group, or would be; or no longer. */
export interface Belongs {
  readonly type: 'belongs';
  readonly group: GroupId;
  readonly rev: number;
  readonly on: boolean;
  /** What it was called then: for the writer, should nobody else's word of it stand any more. */
  readonly name: string;
}

/** Who organises a group lets these in, or does so no longer. */
export interface LetInGroup {
  readonly type: 'let.in';
  readonly group: GroupId;
  readonly rev: number;
  readonly on: boolean;
  readonly members: readonly MemberId[];
}

/** What a room is the room of: of all, of a group or of a gathering. */
export interface RoomName {
  readonly kind: 'all' | 'group' | 'gathering';
  /** The name of the group or the gathering; null of all. */
  readonly of: Hex | null;
}

/** A word in a room that all may read. */
export interface RoomWord {
  readonly type: 'room.word';
  readonly room: RoomName;
  /** The last word that stood there when it was written: it stands behind that one (B21). */
  readonly after: EntryId | null;
  /** The word that it answers. */
  readonly answers: EntryId | null;
  readonly text: string;
  readonly picture: Uint8Array | null;
}

/** Signs under a word. The first four are thanks and the like, for all to see. */
export type RoomSign = 'thanks' | 'joy' | 'meToo' | 'withYou' | 'keep' | 'pin';

/** A sign under a word, or no longer; one by (member, about, sign). */
export interface SignUnder {
  readonly type: 'sign';
  readonly about: EntryId;
  readonly sign: RoomSign;
  readonly rev: number;
  readonly on: boolean;
}

/** This card of mine is for a group first; null: for all. */
export interface ForGroup {
  readonly type: 'for.group';
  readonly listing: ListingId;
  readonly rev: number;
  readonly group: GroupId | null;
}

export type GroupContent =
  | GroupHeader
  | Belongs
  | LetInGroup
  | RoomWord
  | SignUnder
  | ForGroup;

/** UTF-8 bytes of what a group says, and bytes of pictures. */
export const groupLimits = { name: 96, words: 300, picture: 2_048 } as const;
/** The most whom one organiser names, themself among them. */
export const organisersAtMost = 8;
/** The most who are let in by one entry. */
export const letInAtOnce = 32;
/** UTF-8 bytes of a word in a room. */
export const roomWordLimit = 1_000;
/** How many colours a group chooses from. */
export const groupColours = 6;

const members = (least: number, most: number): Shape<MemberId[]> =>
  ascending(memberField, [least, most], (member) => member);
const pictureField = nullable(bytes(1, groupLimits.picture));

const roomShape: Shape<RoomName> = where(
  tuple<RoomName>({
    kind: wordOf('all', 'group', 'gathering'),
    of: nullable(keyField),
  }),
  ({ kind, of }) => (kind === 'all') === (of === null),
);

const roomWord = tuple<Omit<RoomWord, 'type'>>({
  room: roomShape,
  after: nullable(entryField),
  answers: nullable(entryField),
  text: text(roomWordLimit),
  picture: pictureField,
});

/** A word in a room, which says something or shows a picture. */
export const roomWordShape: Shape<Omit<RoomWord, 'type'>> = where(
  roomWord,
  ({ text: said, picture }) => said !== '' || picture !== null,
);

/** Payloads by type (F9). */
export const groupShapes: {
  [C in GroupContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  group: tuple({
    founder: memberField,
    random: hex(16),
    rev: u32Field,
    name: text(groupLimits.name),
    words: text(groupLimits.words),
    colour: integer(0, groupColours - 1),
    picture: pictureField,
    asks: boolean,
    isClosed: boolean,
    organisers: members(0, organisersAtMost),
    follows: nullable(groupField),
  }),
  belongs: tuple({
    group: groupField,
    rev: u32Field,
    on: boolean,
    name: text(groupLimits.name),
  }),
  'let.in': tuple({
    group: groupField,
    rev: u32Field,
    on: boolean,
    members: members(1, letInAtOnce),
  }),
  'room.word': roomWordShape,
  sign: tuple({
    about: entryField,
    sign: wordOf('thanks', 'joy', 'meToo', 'withYou', 'keep', 'pin'),
    rev: u32Field,
    on: boolean,
  }),
  'for.group': tuple({
    listing: listingField,
    rev: u32Field,
    group: nullable(groupField),
  }),
};

/** What a group is called: nobody can name another's group as their own. */
export const groupIdOf = (
  community: CommunityId,
  { founder, random }: Pick<GroupHeader, 'founder' | 'random'>,
): GroupId =>
  toHex(
    taggedHash('group', fromHex(community), fromHex(founder), fromHex(random)),
  ) as GroupId;
