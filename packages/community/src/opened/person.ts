import type { AccountId, Hex, MemberId, PartyId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import type { AccountKind, Board, Ledger } from '@manyhands/ledger';
import { membersHere } from './membersHere.ts';
import type { Place } from './place.ts';
import { remembered } from './remembered.ts';
import { remembranceOf } from './remembrance.ts';

/** A member as a screen shows them; an organisation or the pot stands in the same places. */
export interface Person {
  /** Of an organisation that of its account. */
  readonly id: MemberId;
  /** Null of a person. */
  readonly account: AccountKind | null;
  /** What they call themself; empty while we have not heard it, and once they left. */
  readonly name: string;
  readonly about: string;
  /** Roughly where they live, in their own words: it tells two people of one name apart. */
  readonly area: string;
  readonly skills: readonly number[];
  /** Tags of the languages they speak. */
  readonly languages: readonly string[];
  /** What their mark is drawn from: SHA-256 of the id. */
  readonly seed: Uint8Array;
  /** SHA-256 of the photo in their button, if they show one. */
  readonly portrait: Hex | null;
  readonly isMe: boolean;
  /** Everybody agrees that they are a member. False while they wait to be let in. */
  readonly isMember: boolean;
  readonly hasLeft: boolean;
  /** Their page says so (C27): they stand among us, and nobody is led to ask them anything. */
  readonly hasDied: boolean;
  /** Their page of the record has two versions: helping them waits until it is clear. */
  readonly isPaused: boolean;
}

const seeds = new Map<MemberId, Uint8Array>();

/** A mark never changes, so its hash is taken once. */
export function seedOf(id: MemberId): Uint8Array {
  const known = seeds.get(id) ?? sha256(fromHex(id));
  seeds.set(id, known);
  return known;
}

export function personOf(
  { ledger, board }: { ledger: Ledger; board: Board },
  party: PartyId,
  me: MemberId,
): Person {
  const id = party as MemberId;
  const member = ledger.member(id);
  const account = member === null ? ledger.account(party) : null;
  if (account !== null) return organisationOf(board, account.account, account.kind);
  const hasLeft = member?.left ?? false;
  // Whoever has left is nobody in particular at once, wherever their words are still erased.
  const profile = hasLeft ? null : board.profileOf(id);
  return {
    id,
    account: null,
    name: profile?.name ?? '',
    about: profile?.about ?? '',
    area: profile?.area ?? '',
    skills: profile?.skills ?? [],
    languages: profile?.languages ?? [],
    seed: seedOf(id),
    portrait: profile?.blob ?? null,
    isMe: id === me,
    isMember: ledger.isEverMember(id),
    hasLeft,
    hasDied: !hasLeft && remembranceOf({ ledger, board }, id) !== null,
    isPaused: member?.paused ?? false,
  };
}

/** It never leaves, is never paused, and is whoever signs for it. */
function organisationOf(board: Board, account: AccountId, kind: AccountKind): Person {
  const card = board.accountCard(account);
  const id = account as string as MemberId;
  const portrait = card?.photo?.sha ?? null;
  return {
    id,
    account: kind,
    name: card?.name ?? '',
    about: card?.words ?? '',
    area: '',
    skills: [],
    languages: [],
    seed: seedOf(id),
    portrait,
    isMe: false,
    isMember: true,
    hasLeft: false,
    hasDied: false,
    isPaused: false,
  };
}

const described = remembered((_) => new Map<PartyId, Person>(), 'people', 'board');

/** The same, described once for each change: the same object for as long as it is the same. */
export function personHere(place: Place, party: PartyId): Person {
  const known = described(place);
  const person =
    known.get(party) ?? personOf(place.replica, party, place.membership.member);
  known.set(party, person);
  return person;
}

/** "Ana 12" stands before "Ana 100". */
const byName = new Intl.Collator(undefined, { numeric: true });

/** Everybody else, by name as this reader's language orders names. */
export const peopleHere = remembered(
  (place): readonly Person[] =>
    membersHere(place.replica.ledger)
      .filter(({ member }) => member !== place.membership.member)
      .map(({ member }) => personHere(place, member))
      .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
  'people',
  'board',
);
