import { ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import type { Profile, Wishes } from '@manyhands/ledger';
import type { Place, WriteRefused } from '../opened/index.ts';
import { replace } from '../opened/index.ts';
import { readWordsOf, tellPartners } from './forPartners.ts';
import type { WordsForPartners } from './forPartners.ts';

/** What all members can read of somebody, in their own words. */
export type ShownToAll = Pick<
  Profile,
  'name' | 'about' | 'skills' | 'languages' | 'area'
>;

/** The three that are for partners, unless somebody says otherwise. */
export const guarded = ['free', 'access', 'contact'] as const;
export type Guarded = (typeof guarded)[number];

/** All that somebody says of themself, as they edit it. */
export interface Myself extends ShownToAll, WordsForPartners {
  /** What would help them. */
  readonly wishes: readonly number[];
  /** Which of the three all members may read. */
  readonly forAll: readonly Guarded[];
}

export type ShowRefused = WriteRefused;

const none: WordsForPartners = { free: [], access: '', contact: '' };

/** What stands of a member: for all, and, where this device can open it, for partners. */
export async function readMyself(place: Place): Promise<Myself> {
  const { replica, membership } = place;
  const profile = replica.board.profileOf(membership.member);
  const wishes = replica.board.wishesOf(membership.member);
  const sealed = (await readWordsOf(place, membership.member)) ?? none;
  const forAll = guarded.filter((field) => wishes && wishes[field].length > 0);
  const word = <F extends Guarded>(field: F): WordsForPartners[F] =>
    (wishes && forAll.includes(field) ? wishes : sealed)[field];
  return {
    name: profile?.name ?? '',
    about: profile?.about ?? '',
    skills: profile?.skills ?? [],
    languages: profile?.languages ?? [],
    area: profile?.area ?? '',
    wishes: wishes?.categories ?? [],
    free: word('free'),
    access: word('access'),
    contact: word('contact'),
    forAll,
  };
}

/**
 * What all may read of me from now on. The newest revision counts (ledger/B12), and what I showed
 * before is erased: nobody keeps a name that was changed. What is left out stays.
 */
export async function showMyself(
  place: Place,
  shown: Partial<ShownToAll & Pick<Profile, 'blob'>>,
): Promise<Result<EntryId, ShowRefused>> {
  const before = place.replica.board.profileOf(place.membership.member);
  const { name = before?.name ?? '' } = shown;
  return show(place, {
    type: 'profile',
    rev: (before?.rev ?? -1) + 1,
    about: before?.about ?? '',
    skills: before?.skills ?? [],
    languages: before?.languages ?? [],
    area: before?.area ?? '',
    reach: before?.reach ?? null,
    blob: before?.blob ?? null,
    ...shown,
    name: name.trim(),
  });
}

/** What would help me, and what else all may read, in the same way. */
export function sayWishes(
  place: Place,
  wishes: Pick<Wishes, 'categories'> & Partial<WordsForPartners>,
): Promise<Result<EntryId, ShowRefused>> {
  const before = place.replica.board.wishesOf(place.membership.member);
  const rev = (before?.rev ?? -1) + 1;
  return show(place, { type: 'wishes', rev, ...none, ...wishes });
}

/** What somebody says of themself while they join. */
export interface Newcomer {
  readonly name: string;
  readonly skills: readonly number[];
  /** What would help them. */
  readonly wishes: readonly number[];
}

export async function introduceMyself(
  place: Place,
  { name, skills, wishes }: Newcomer,
): Promise<Result<EntryId, ShowRefused>> {
  const shown = await showMyself(place, { name, skills });
  if (!shown.ok || wishes.length === 0) return shown;
  return sayWishes(place, { categories: wishes });
}

/** All of it at once: for all what is for all, the rest for partners alone. */
export async function showAllOfMe(
  place: Place,
  me: Myself,
): Promise<Result<unknown, ShowRefused>> {
  const { name, about, skills, languages, area, wishes, forAll } = me;
  const shown = await showMyself(place, { name, about, skills, languages, area });
  if (!shown.ok) return shown;
  const said = await sayWishes(place, {
    categories: wishes,
    ...fieldsOf(me, (field) => forAll.includes(field)),
  });
  if (!said.ok) return said;
  return tellPartners(place, {
    ...none,
    ...fieldsOf(me, (field) => !forAll.includes(field)),
  });
}

const fieldsOf = (
  me: WordsForPartners,
  isWanted: (field: Guarded) => boolean,
): Partial<WordsForPartners> =>
  Object.fromEntries(guarded.filter(isWanted).map((field) => [field, me[field]]));

async function show(
  place: Place,
  content: Profile | Wishes,
): Promise<Result<EntryId, ShowRefused>> {
  const older = place.replica.board
    .entriesOf(place.membership.member)
    .filter((entry) => entry.content.type === content.type);
  const shown = await replace(place, content, older);
  return shown.ok ? ok(shown.value.id) : shown;
}
