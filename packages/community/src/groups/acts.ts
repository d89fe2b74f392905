/** What a member does with groups: each is an entry of their own, and of nobody else. */
import { err, ok } from '@manyhands/base';
import type { GroupId, MemberId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import {
  groupIdOf,
  groupLimits,
  letInAtOnce,
  organisersAtMost,
  revAfter,
} from '@manyhands/ledger';
import type { Entry, GroupHeader } from '@manyhands/ledger';
import { replace, textBytes, write } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { groupHere } from './groups.ts';

/** What somebody says of a group. */
export type GroupSaid = Pick<
  GroupHeader,
  'name' | 'words' | 'colour' | 'picture' | 'asks'
>;

export type GroupRefused =
  | WriteRefused
  | { readonly type: 'NameMissing' | 'NoteTooLong' | 'TooLarge' }
  /** Only who organises it can do that; or it is not here. */
  | { readonly type: 'NotOrganising' | 'NotHere' }
  /** Whoever alone organises it hands it over or closes it first. */
  | { readonly type: 'LastOrganiser' }
  /** More than one organiser can name. */
  | { readonly type: 'TooManyOrganisers' };

type Done = Result<void, GroupRefused>;

/** Founds a group, and is in it. With `follows` it comes in the place of one I was in. */
export async function foundGroup(
  place: Place,
  said: GroupSaid,
  follows: GroupId | null = null,
): Promise<Result<GroupId, GroupRefused>> {
  const refused = refusedSaying(said);
  if (refused) return err(refused);
  const { member: founder, community } = place.membership;
  const random = toHex(place.randomBytes(16));
  const header = {
    type: 'group',
    ...tidy(said),
    ...{ founder, random, follows },
    rev: 0,
    isClosed: false,
    organisers: [founder],
  } as const;
  const written = await write(place, 'board', header);
  return written.ok ? ok(groupIdOf(community, header)) : written;
}

/** Another name, other words, another door: by any one who organises it. */
export async function changeGroup(
  place: Place,
  id: GroupId,
  said: Partial<GroupSaid>,
): Promise<Done> {
  const group = groupHere(place, id);
  if (!group) return err({ type: 'NotHere' });
  const refused = refusedSaying({ ...group, ...said });
  if (refused) return err(refused);
  if (!group.iOrganise) return err({ type: 'NotOrganising' });
  // Nobody who is in an open group is put before its door by closing it.
  if (said.asks === true && !group.asks) {
    const kept = await letInGroup(place, id, group.members);
    if (!kept.ok) return kept;
  }
  return revise(place, id, tidy({ ...group, ...said }));
}

/** Says that it is over, or goes on: nothing of it is erased. */
export const closeGroup = (place: Place, id: GroupId, isClosed = true): Promise<Done> =>
  revise(place, id, { isClosed });

/** From now on this member of it organises it too. */
export const shareOrganising = (
  place: Place,
  id: GroupId,
  member: MemberId,
): Promise<Done> => organise(place, id, (named) => [...named, member]);

/** Takes back what I gave: with it goes what they have given. */
export const takeOrganisingBack = (
  place: Place,
  id: GroupId,
  member: MemberId,
): Promise<Done> =>
  organise(place, id, (named) => named.filter((each) => each !== member));

/** Whom I named organise it, and I no longer. */
export const layDownOrganising = (place: Place, id: GroupId): Promise<Done> => {
  const me = place.membership.member;
  const group = groupHere(place, id);
  return group?.organisers.some((each) => each !== me) === true
    ? organise(place, id, (named) => named.filter((each) => each !== me))
    : Promise.resolve(err({ type: 'LastOrganiser' }));
};

/** Whom I have named myself: nobody takes back but what they gave. */
export const namedByMe = (place: Place, id: GroupId): readonly MemberId[] =>
  place.replica.board.groups
    .headerBy(place.membership.member, id)
    ?.organisers.filter((each) => each !== place.membership.member) ?? [];

async function organise(
  place: Place,
  id: GroupId,
  change: (named: readonly MemberId[]) => readonly MemberId[],
): Promise<Done> {
  const { member } = place.membership;
  const { groups } = place.replica.board;
  const named = change(groups.headerBy(member, id)?.organisers ?? [member]);
  const organisers = [...new Set(named)].sort();
  if (organisers.length > organisersAtMost) return err({ type: 'TooManyOrganisers' });
  return revise(place, id, { organisers });
}

async function revise(
  place: Place,
  id: GroupId,
  change: Partial<GroupHeader>,
): Promise<Done> {
  const { board } = place.replica;
  const { member } = place.membership;
  const shown = board.groups.get(id);
  if (!shown) return err({ type: 'NotHere' });
  if (!shown.organisers.includes(member)) return err({ type: 'NotOrganising' });
  const organisers = board.groups.headerBy(member, id)?.organisers ?? [member];
  const rev = revAfter(shown.header.rev);
  const header = { ...shown.header, organisers, ...change, rev };
  const older = entriesAbout(place, id, 'group');
  const written = await replace(place, header, older);
  return written.ok ? ok(undefined) : written;
}

/** I am in it, or ask to come in; what I said of it before is erased. */
export const joinGroup = (place: Place, id: GroupId): Promise<Done> =>
  belong(place, id, true);

/** Who alone organises a group hands it over or closes it first: nobody is left in the dark. */
export function leaveGroup(place: Place, id: GroupId): Promise<Done> {
  const group = groupHere(place, id);
  const isLast = group?.iOrganise === true && group.organisers.length === 1;
  const others = (group?.members.length ?? 0) > 1;
  return isLast && others && !group.isClosed
    ? Promise.resolve(err({ type: 'LastOrganiser' }))
    : belong(place, id, false);
}

async function belong(place: Place, group: GroupId, on: boolean): Promise<Done> {
  const { member } = place.membership;
  const held = place.replica.board.groups
    .ofMember(member)
    .find((each) => each.group === group);
  const name = groupHere(place, group)?.name ?? held?.name ?? '';
  const rev = revAfter(held?.rev ?? -1);
  const older = entriesAbout(place, group, 'belongs');
  const written = await replace(
    place,
    { type: 'belongs', group, rev, on, name },
    older,
  );
  return written.ok ? ok(undefined) : written;
}

/** Lets these in who ask, so many at a time as one entry names. */
export async function letInGroup(
  place: Place,
  id: GroupId,
  members: readonly MemberId[],
): Promise<Done> {
  const group = groupHere(place, id);
  if (!group) return err({ type: 'NotHere' });
  if (!group.iOrganise) return err({ type: 'NotOrganising' });
  const all = members.toSorted();
  for (let at = 0; at < all.length; at += letInAtOnce) {
    const some = all.slice(at, at + letInAtOnce);
    const said = await sayLetIn(place, id, some);
    if (!said.ok) return said;
  }
  return ok(undefined);
}

async function sayLetIn(
  place: Place,
  group: GroupId,
  members: readonly MemberId[],
): Promise<Done> {
  const revs = entriesAbout(place, group, 'let.in').map(({ content }) =>
    content.type === 'let.in' ? content.rev : 0,
  );
  const rev = revAfter(...revs);
  const content = { type: 'let.in', group, rev, on: true, members } as const;
  const written = await write(place, 'board', content);
  return written.ok ? ok(undefined) : written;
}

/** My own entries of one kind about a group. */
function entriesAbout(
  { replica, membership }: Place,
  id: GroupId,
  kind: 'group' | 'belongs' | 'let.in',
): Entry[] {
  return replica.board.entriesOf(membership.member).filter(({ content }) => {
    if (content.type !== kind) return false;
    return content.type === 'group'
      ? groupIdOf(membership.community, content) === id
      : 'group' in content && content.group === id;
  });
}

const tidy = (said: GroupSaid): GroupSaid => ({
  name: said.name.trim(),
  words: said.words.trim(),
  colour: said.colour,
  picture: said.picture,
  asks: said.asks,
});

function refusedSaying({ name, words, picture }: GroupSaid): GroupRefused | null {
  if (name.trim() === '') return { type: 'NameMissing' };
  if ((picture?.length ?? 0) > groupLimits.picture) return { type: 'TooLarge' };
  const fits =
    textBytes(name.trim()) <= groupLimits.name &&
    textBytes(words.trim()) <= groupLimits.words;
  return fits ? null : { type: 'NoteTooLong' };
}
