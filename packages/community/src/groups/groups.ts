/**
 * Groups of neighbours as screens show them. Who organises one and who is in it follows from
 * what stands (ledger/B19, ledger/B20) and is the same on every phone that holds the same; what is
 * listed, and what I see of whom I have blocked, is this reader's own affair (C32).
 */
import { fewOfEach } from '@manyhands/base';
import type { GroupId, MemberId } from '@manyhands/base';
import type { GroupHeader, ShownGroup } from '@manyhands/ledger';
import { groupsOfEach } from '../limits.ts';
import { ofBoardAndPeople, remembered } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';

/** How I stand to a group. */
type MyPart = 'in' | 'asking' | 'out';

export interface Group
  extends
    Pick<
      GroupHeader,
      'name' | 'words' | 'colour' | 'picture' | 'asks' | 'isClosed' | 'follows'
    >,
    Pick<ShownGroup, 'id' | 'founder' | 'organisers' | 'members' | 'asking'> {
  readonly mine: MyPart;
  readonly iOrganise: boolean;
}

/** A group I said to be in, and of which nobody's word stands that counts. */
export interface LostGroup {
  readonly id: GroupId;
  /** As I knew it. */
  readonly name: string;
}

/** Null of one that nobody founded, or of which nothing stands any more. */
export const groupHere = (place: Place, id: GroupId): Group | null =>
  everyGroup(place).get(id) ?? null;

const everyGroup = remembered(
  (place) =>
    new Map(
      place.replica.board.groups
        .all()
        .map((shown): [GroupId, Group] => [shown.id, described(place, shown)]),
    ),
  ...ofBoardAndPeople,
);

function described({ membership: { member: me } }: Place, shown: ShownGroup): Group {
  const { id, founder, header, organisers, members, asking } = shown;
  const { name, words, colour, picture, asks, isClosed, follows } = header;
  const mine = members.includes(me) ? 'in' : asking.includes(me) ? 'asking' : 'out';
  return {
    ...{ id, founder, organisers, members, asking },
    ...{ name, words, colour, picture, asks, isClosed, follows },
    mine,
    iOrganise: organisers.includes(me),
  };
}

/** Those I am in, or have asked to come in, by name. */
export const groupsOfMine = (place: Place): Group[] =>
  [...everyGroup(place).values()].filter(({ mine }) => mine !== 'out').sort(byName);

/**
 * All that are listed, by name: mine, and of each founder so many of the others that somebody
 * organises. Not those of whom I have blocked, nor closed ones I am not in.
 */
export function groupsHere(place: Place): Group[] {
  const peace = peaceOf(place);
  const others = [...everyGroup(place).values()]
    .filter(({ mine, isClosed }) => mine === 'out' && !isClosed)
    .filter(({ organisers }) => organisers.length > 0)
    .filter(({ founder }) => !peace.isBlocked(founder))
    // Those that most are in come first, so that nobody's empty ones crowd out their own.
    .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
  const few = fewOfEach(others, groupsOfEach, ({ founder }) => founder);
  return [...groupsOfMine(place), ...few.sort(byName)];
}

const names = new Intl.Collator(undefined, { numeric: true });
const byName = (a: Group, b: Group): number =>
  names.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/** Those I am in of which nothing stands any more: their founder has left the community. */
export function lostGroups(place: Place): LostGroup[] {
  const { board } = place.replica;
  return board.groups
    .ofMember(place.membership.member)
    .filter(({ on, group }) => on && everyGroup(place).get(group) === undefined)
    .map(({ group: id, name }) => ({ id, name }));
}

/**
 * Who goes on with a group that nobody organises: who had a word on being in it and founded one
 * in its place. What a stranger says to follow is no way on.
 */
export function goingOnFrom(place: Place, id: GroupId): Group[] {
  const { groups } = place.replica.board;
  const wasIn = (member: MemberId): boolean =>
    groups.ofMember(member).some(({ group }) => group === id);
  return [...everyGroup(place).values()]
    .filter(({ follows, isClosed }) => follows === id && !isClosed)
    .filter(({ founder }) => wasIn(founder) && !peaceOf(place).isBlocked(founder))
    .sort(byName);
}
