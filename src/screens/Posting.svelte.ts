import type { ListingId, Result } from '@manyhands/base';
import type { Listing } from '@manyhands/ledger';
import type { ActRefused } from '../state/acts.ts';
import { codeOf } from '../state/category.ts';
import type { Community } from '../state/Community.svelte.ts';
import {
  blankListing,
  changeListing,
  listingLimits,
  listingOf,
  postListing,
  wordsRoom,
} from '../state/listings.ts';
import type { ListingDraft } from '../state/listings.ts';
import { pickedOf } from '../state/photo.ts';
import type { PickedPhoto } from '../state/photo.ts';
import type { PostStart } from '../state/route.ts';
import { isBlank } from './fields.ts';
import { fitPhoto } from './fitPhoto.ts';
import type { NoRoom } from './fitPhoto.ts';
import { bytesOf } from '../state/bytesOf.ts';

/** What still stands in the way of a card. */
export interface PostErrors {
  readonly category: boolean;
  readonly title: boolean;
  readonly days: boolean;
  readonly isTooLong: boolean;
}

/** A card that is being written, new or anew. */
export class Posting {
  readonly #community: Community;
  /** The card of mine that is changed; null for a new one. */
  readonly change: ListingId | null;
  /** Nothing but the first question is asked while it is null. */
  kind = $state<Listing['kind'] | null>(null);
  draft = $state.raw<ListingDraft>(blankListing('offer', 0 as never));
  category = $state<number | null>(null);
  picked = $state.raw<PickedPhoto | null>(null);
  /** It was sent once: from then on it says what is missing. */
  isTried = $state(false);

  constructor(community: Community, start: PostStart) {
    this.#community = community;
    const { place, membership, today } = community;
    const old = start.change && listingOf(place, membership.member, start.change);
    this.change = old ? old.listing.listing : null;
    this.category = old ? old.listing.category : start.category;
    this.draft = old
      ? { ...old.listing, photo: null }
      : blankListing(start.kind ?? 'offer', today);
    this.picked = old?.listing.photo ? pickedOf(old.listing.photo) : null;
    this.kind = old ? old.listing.kind : start.kind;
  }

  /** What one may still say differently: a thing moves otherwise than help. */
  setKind(kind: Listing['kind']): void {
    const { terms } = blankListing(kind, this.#community.today);
    const { manner, standing } = terms;
    this.set({ kind, terms: { ...this.draft.terms, manner, standing } });
    this.kind = kind;
  }

  set(change: Partial<ListingDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  setTerms(change: Partial<ListingDraft['terms']>): void {
    this.set({ terms: { ...this.draft.terms, ...change } });
  }

  get errors(): PostErrors {
    const { kind, title, words, terms, photo } = this.draft;
    const { from, until } = terms;
    const isLong = (text: string, room: number) => bytesOf(text.trim()) > room;
    return {
      category: kind !== 'thing' && this.category === null && isBlank(title),
      title: kind === 'thing' && isBlank(title),
      days: from !== null && until !== null && until < from,
      isTooLong:
        isLong(title, listingLimits.title) ||
        isLong(words, wordsRoom(photo)) ||
        isLong(terms.where, listingLimits.where) ||
        isLong(terms.producer, listingLimits.producer) ||
        isLong(terms.origin, listingLimits.origin) ||
        isLong(terms.price, listingLimits.price),
    };
  }

  get hasErrors(): boolean {
    return Object.values(this.errors).some(Boolean);
  }

  /** Pins it to the board, or writes it anew; answers with its name. */
  async send(): Promise<Result<ListingId, ActRefused | NoRoom>> {
    const { place } = this.#community;
    const said = { ...this.draft, category: this.category ?? codeOf('other') };
    const photo = await fitPhoto(place.pictures, said, this.picked);
    if (!photo.ok) return photo;
    const draft = { ...said, photo: photo.value };
    if (this.change === null) return postListing(place, draft);
    const changed = await changeListing(place, this.change, draft);
    return changed.ok ? { ok: true, value: this.change } : changed;
  }
}
