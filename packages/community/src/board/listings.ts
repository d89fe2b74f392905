import { err, ok } from '@manyhands/base';
import type { AccountId, Day, ListingId, MemberId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Entry, Listing, ListingTerms, Photo } from '@manyhands/ledger';
import { pausesOf } from '../decisions/index.ts';
import type { ActRefused } from '../hours/index.ts';
import { peaceOf } from '../safety/index.ts';
import type { Place } from '../opened/index.ts';
import {
  hasLeft,
  membersHere,
  ofBoardAndPeople,
  remembered,
  replace,
  write,
} from '../opened/index.ts';
import { whereIs } from '../things/index.ts';

/** Where a card stands. `over`: its last day is past; that is shown, and no more. */
type Stage = 'open' | 'paused' | 'over' | 'closed';

/** A card of the board: an offer, a need or a thing, and whose it is. */
export interface BoardCard {
  /** Of all cards: two members may call theirs by the same bytes. */
  readonly id: string;
  readonly member: MemberId;
  readonly isMine: boolean;
  /** The organisation for which it hangs (C18); null: its writer's own. */
  readonly account: AccountId | null;
  readonly listing: Listing;
  readonly entry: Entry;
  readonly stage: Stage;
}

/** What somebody says of a card when they write it. */
export type ListingDraft = Pick<
  Listing,
  'kind' | 'title' | 'words' | 'category' | 'terms' | 'photo'
>;

/** How many days a card hangs unless somebody says otherwise, and after each renewal. */
export const daysOnBoard = 90;

/** Bytes of UTF-8, as the formats have them. */
export const listingLimits = {
  title: 96,
  where: 96,
  producer: 96,
  origin: 96,
  price: 48,
  group: 50,
};

/** Room for the words of a card: picture and words share one entry of four kilobytes. */
export const wordsRoom = (photo: Photo | null): number =>
  Math.min(1_000, 3_400 - (photo?.thumb.length ?? 0));

/** A card on which only the taps that everybody makes are still to come. */
export function blankListing(kind: Listing['kind'], today: Day): ListingDraft {
  const terms: ListingTerms = {
    place: 'agree',
    where: '',
    free: [],
    from: null,
    until: (today + daysOnBoard) as Day,
    standing: kind === 'offer',
    group: 1,
    manner: kind === 'thing' ? 'lend' : 'hours',
    producer: '',
    origin: '',
    fair: false,
    price: '',
  };
  return { kind, title: '', words: '', category: 0, terms, photo: null };
}

const byEntry = new WeakMap<Entry, BoardCard>();

/** The same object for as long as it says the same: lists of thousands stay still. */
function cardOf(
  { membership, replica }: Pick<Place, 'membership' | 'replica'>,
  today: Day,
  { member, listing, entry }: Pick<BoardCard, 'member' | 'listing' | 'entry'>,
): BoardCard {
  const isMine = member === membership.member;
  const account = replica.board.accountOfListing(member, listing.listing);
  // What was given away or swapped, by the word of both, is nobody's to have.
  const isGone = whereIs({ replica }, { member, listing }).at === 'gone';
  const stage = isGone ? 'closed' : stageOf(listing, today);
  const known = byEntry.get(entry);
  const isSame = known?.isMine === isMine && known.account === account;
  if (known?.stage === stage && isSame) return known;
  const id = `${member}/${listing.listing}`;
  const card = { id, member, isMine, account, listing, entry, stage };
  byEntry.set(entry, card);
  return card;
}

function stageOf({ state, terms: { until } }: Listing, today: Day): Stage {
  return state === 'open' && until !== null && until < today ? 'over' : state;
}

/** Every card of those who are members and have not left, newest first. */
const standing = remembered(
  (place): readonly BoardCard[] => {
    const { board, ledger } = place.replica;
    const me = place.membership.member;
    const today = place.today();
    const here = new Set(membersHere(ledger).map(({ member }) => member));
    return board
      .listings()
      .filter(({ member }) => member === me || here.has(member))
      .map((posted) => cardOf(place, today, posted))
      .sort(
        ({ entry: a }, { entry: b }) =>
          b.time - a.time || b.seq - a.seq || (a.id < b.id ? -1 : 1),
      );
  },
  ...ofBoardAndPeople,
);

/** What hangs on the board for all to answer, and I want to see: open cards, newest first. */
export const listingsOf = remembered(
  (place): readonly BoardCard[] => {
    const peace = peaceOf(place);
    const pauses = pausesOf(place);
    return standing(place).filter(
      ({ stage, member, isMine, listing: { listing } }) =>
        stage === 'open' &&
        !peace.hides({ member, listing }) &&
        // Whoever is paused sees their own: nothing of it is gone (C13).
        (isMine || !pauses.has(member)),
    );
  },
  ...ofBoardAndPeople,
);

/** All of my own, whatever their stage; those that need a look first. */
export function myListings(place: Place): BoardCard[] {
  const order: readonly Stage[] = ['over', 'open', 'paused', 'closed'];
  return standing(place)
    .filter(({ isMine }) => isMine)
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
}

/** One card, paused and closed ones too; null when it is erased or its member has left. */
export function listingOf(
  place: Place,
  member: MemberId,
  id: ListingId,
): BoardCard | null {
  const posted = place.replica.board.listing(member, id);
  const isGone = hasLeft(place.replica.ledger, member);
  return posted && !isGone ? cardOf(place, place.today(), posted) : null;
}

/** Pins a new card to the board, as myself or for an organisation that I sign for. */
export async function postListing(
  place: Place,
  draft: ListingDraft,
  account: AccountId | null = null,
): Promise<Result<ListingId, ActRefused>> {
  const listing = toHex(place.randomBytes(16)) as ListingId;
  // Whose it is comes first: at no moment does it hang under another name.
  const said = await hangFor(place, listing, account);
  if (!said.ok) return said;
  const posted = await write(place, 'board', {
    ...tidy(draft),
    type: 'listing',
    listing,
    rev: 0,
    state: 'open',
  });
  return posted.ok ? ok(listing) : posted;
}

/**
 * Writes one of my cards anew; what stood there before is erased, on every phone that
 * hears of it. A card that is not mine, or is erased, is `NotYours`.
 */
export async function changeListing(
  place: Place,
  id: ListingId,
  change: Partial<ListingDraft & Pick<Listing, 'state'>>,
): Promise<Result<void, ActRefused>> {
  const mine = place.replica.board.listing(place.membership.member, id);
  if (!mine) return err({ type: 'NotYours' });
  const { listing } = mine;
  const changed = {
    ...listing,
    ...tidy({ ...listing, ...change }),
    rev: listing.rev + 1,
    state: change.state ?? listing.state,
  };
  const written = await replace(place, changed, revisionsOf(place, id));
  return written.ok ? ok(undefined) : written;
}

/** Says for whom a card of mine hangs from now on; what was said of it before is erased. */
export async function hangFor(
  place: Place,
  listing: ListingId,
  account: AccountId | null,
): Promise<Result<void, ActRefused>> {
  const { ledger, board } = place.replica;
  const { member } = place.membership;
  if (account === board.accountOfListing(member, listing)) return ok(undefined);
  if (account !== null && !ledger.signsFor(member, account))
    return err({ type: 'NotASigner' });
  const before = behalfOf(place, listing);
  const revs = before.map(({ content }) =>
    content.type === 'behalf' ? content.rev : 0,
  );
  // Beyond the last number nothing is newer: equal ones go by their ids.
  const rev = Math.min(Math.max(-1, ...revs) + 1, 0xff_ff_ff_ff);
  const said = await replace(place, { type: 'behalf', listing, rev, account }, before);
  return said.ok ? ok(undefined) : said;
}

/** A paused card is shown to nobody but me, until it is opened again. */
export const pauseListing = (place: Place, id: ListingId) =>
  changeListing(place, id, { state: 'paused' });

/** Done: it stays where others may still look it up, and can be answered no more. */
export const closeListing = (place: Place, id: ListingId) =>
  changeListing(place, id, { state: 'closed' });

/** Opens a card again for another while, whether it was paused, closed or over. */
export async function renewListing(
  place: Place,
  id: ListingId,
): Promise<Result<void, ActRefused>> {
  const mine = place.replica.board.listing(place.membership.member, id);
  if (!mine) return err({ type: 'NotYours' });
  const { terms } = mine.listing;
  const today = place.today();
  const until = terms.until === null ? null : ((today + daysOnBoard) as Day);
  const from = terms.from !== null && terms.from < today ? null : terms.from;
  return changeListing(place, id, { state: 'open', terms: { ...terms, from, until } });
}

/** As much of a card as an undo of erasing it takes. */
export type ErasedCard = Pick<BoardCard, 'listing' | 'account'>;

/** Takes one of my cards off every board, for good. What it was is for an undo. */
export async function eraseListing(
  place: Place,
  id: ListingId,
): Promise<Result<ErasedCard, ActRefused>> {
  const mine = place.replica.board.listing(place.membership.member, id);
  if (!mine) return err({ type: 'NotYours' });
  const account = place.replica.board.accountOfListing(place.membership.member, id);
  const erased = await place.writer.erase([
    ...revisionsOf(place, id),
    ...promisesOf(place, id),
    ...behalfOf(place, id),
  ]);
  return erased.ok ? ok({ listing: mine.listing, account }) : erased;
}

/** Hangs up again what `eraseListing` took down, as it was and under its own name. */
export async function restoreListing(
  place: Place,
  { listing, account }: ErasedCard,
): Promise<Result<void, ActRefused>> {
  const said = await hangFor(place, listing.listing, account);
  if (!said.ok) return said;
  const written = await write(place, 'board', { ...listing, rev: listing.rev + 1 });
  return written.ok ? ok(undefined) : written;
}

const tidy = (draft: ListingDraft): ListingDraft => ({
  kind: draft.kind,
  category: draft.category,
  photo: draft.photo,
  title: draft.title.trim(),
  words: draft.words.trim(),
  terms: {
    ...draft.terms,
    where: draft.terms.where.trim(),
    free: draft.terms.free.toSorted((a, b) => a - b),
    producer: draft.terms.producer.trim(),
    origin: draft.terms.origin.trim(),
    price: draft.terms.price.trim(),
  },
});

/** Whether a thing is promised goes with its card. */
const promisesOf = ({ replica, membership }: Place, id: ListingId): Entry[] =>
  replica.board
    .entriesOf(membership.member)
    .filter(({ content }) => content.type === 'reserved' && content.listing === id);

const behalfOf = ({ replica, membership }: Place, id: ListingId): Entry[] =>
  replica.board
    .entriesOf(membership.member)
    .filter(({ content }) => content.type === 'behalf' && content.listing === id);

const revisionsOf = ({ replica, membership }: Place, id: ListingId): Entry[] =>
  replica.board
    .entriesOf(membership.member)
    .filter(({ content }) => content.type === 'listing' && content.listing === id);
