import { ok, SerialQueue } from '@manyhands/base';
import type { AccountId, ListingId, Result } from '@manyhands/base';
import type { Listing } from '@manyhands/ledger';
import type { ActRefused } from '@manyhands/community/hours';
import {
  blankListing,
  changeListing,
  dropCardDraft,
  dropReadyCard,
  hangFor,
  keepCardDraft,
  listingLimits,
  listingOf,
  pickedOf,
  postListing,
  readCardDraft,
  wordsRoom,
} from '@manyhands/community/board';
import type { CardDraft, ListingDraft, PickedPhoto } from '@manyhands/community/board';
import { categoryCode } from '@manyhands/community/people';
import { newDraftId } from '@manyhands/community/hours';
import { textBytes } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';
import type { PostStart } from '../phone/starts.ts';
import { isBlank } from '../screen/fields.ts';
import { fitPhoto } from './fitPhoto.ts';
import type { NoRoom } from './fitPhoto.ts';

/** What still stands in the way of a card. */
export interface PostErrors {
  readonly category: boolean;
  readonly title: boolean;
  readonly days: boolean;
  readonly isTooLong: boolean;
}

/**
 * A card that is being written, new or anew. What was said is kept on this phone at once, so
 * that a phone call or a flat battery costs nothing.
 */
export class Posting {
  readonly #community: Community;
  readonly #start: PostStart;
  /** What its draft is called once it is kept: a change is called like its card. */
  readonly id: string;
  /** The card of mine that is changed; null for a new one. */
  change = $state.raw<ListingId | null>(null);
  /** Nothing but the first question is asked while it is null. */
  kind = $state<Listing['kind'] | null>(null);
  /** The organisation for which it hangs; null: as myself. */
  as = $state<AccountId | null>(null);
  draft = $state.raw<ListingDraft>(blankListing('offer', 0 as never));
  category = $state<number | null>(null);
  picked = $state.raw<PickedPhoto | null>(null);
  /** Nobody is asked for the picture of a thing alone any more: there is one, or shall be none. */
  #isPastPhoto = $state(false);
  /** It was sent once: from then on it says what is missing. */
  isTried = $state(false);
  /** What was begun before has been read, or there was nothing to read. */
  isReady = $state(false);
  /** It hangs: there is nothing left to come back to. */
  isDone = false;
  /** What stands here was begun before. */
  isTakenUp = $state(false);
  /** There is a draft of it on this phone. */
  isKept = false;
  #begun = '';
  readonly #keeping = new SerialQueue();

  constructor(community: Community, start: PostStart) {
    this.#community = community;
    this.#start = start;
    this.id = start.draft ?? start.change ?? newDraftId(community.place);
    this.#startOver();
  }

  #startOver(): void {
    const { place, membership, today } = this.#community;
    const { change, category, kind } = this.#start;
    const old = change && listingOf(place, membership.member, change);
    this.change = old ? old.listing.listing : null;
    this.as = old ? old.account : this.#mayPinFor(this.#start.as);
    this.category = old ? old.listing.category : category;
    this.draft = old
      ? { ...old.listing, photo: null }
      : blankListing(kind ?? 'offer', today);
    this.picked = old?.listing.photo ? pickedOf(old.listing.photo) : null;
    this.kind = old ? old.listing.kind : kind;
    this.isTried = false;
    this.#isPastPhoto = false;
  }

  /** Who no longer signs for it pins as themselves. */
  #mayPinFor(account: AccountId | null): AccountId | null {
    const { place, membership } = this.#community;
    const { ledger } = place.replica;
    return account !== null && ledger.signsFor(membership.member, account)
      ? account
      : null;
  }

  /** Takes up what was begun before, if anything was. */
  async begin(): Promise<Result<void, ActRefused>> {
    const draft = await readCardDraft(this.#community.place.notes, this.id);
    if (!draft.ok) return draft;
    if (draft.value) this.takeUp(draft.value);
    this.#begun = this.#said;
    this.isReady = true;
    return ok(undefined);
  }

  /** Throws away what was begun, and begins as the form does; answers with what it was. */
  async beginAnew(): Promise<Result<CardDraft | null, ActRefused>> {
    const before = this.#toKeep();
    await this.#keeping.idle();
    const dropped = await dropCardDraft(this.#community.place.notes, this.id);
    if (!dropped.ok) return dropped;
    this.isKept = false;
    this.isTakenUp = false;
    this.#startOver();
    this.#begun = this.#said;
    return ok(before);
  }

  /** Goes on with what was begun before. */
  takeUp(kept: CardDraft): void {
    const { change, as, kind, category, title, words, terms, picked } = kept;
    const { place, membership } = this.#community;
    this.isKept = true;
    this.isTakenUp = true;
    // A card that was erased meanwhile is written as a new one: nothing is lost.
    const stands = change !== null && listingOf(place, membership.member, change);
    this.change = stands ? change : null;
    this.as = this.#mayPinFor(as);
    this.draft = { ...this.draft, kind, title, words, terms };
    this.category = category;
    this.picked = picked;
    this.kind = kind;
  }

  /** Whether there is anything to lose: somebody changed what it began with, or had before. */
  get isToKeep(): boolean {
    const isTouched = this.isReady && this.kind !== null && this.#said !== this.#begun;
    return isTouched || this.isKept;
  }

  /** All that a draft holds, to be compared. */
  get #said(): string {
    const { kind, as, category, draft, picked } = this;
    const { title, words, terms } = draft;
    return JSON.stringify([kind, as, category, title, words, terms, picked?.sha]);
  }

  #toKeep(): CardDraft | null {
    const { id, change, as, kind, category, draft, picked } = this;
    const { title, words, terms } = draft;
    return kind && { id, change, as, kind, category, title, words, terms, picked };
  }

  /** Keeps it on this phone; a text that is too long waits until it is shorter. */
  keep(): Promise<Result<void, ActRefused>> {
    const kept = this.#toKeep();
    if (!kept || this.errors.isTooLong || this.isDone)
      return Promise.resolve(ok(undefined));
    this.isKept = true;
    const { notes } = this.#community.place;
    return this.#keeping.run(() => keepCardDraft(notes, kept));
  }

  /** It hangs: the draft goes. */
  async #finish(): Promise<void> {
    this.isDone = true;
    const { notes } = this.#community.place;
    // It may have begun as a card that was ready, whatever it became.
    for (const ready of new Set([this.#start.category, this.category]))
      if (ready !== null && this.kind === 'offer') await dropReadyCard(notes, ready);
    if (!this.isKept) return;
    await this.#keeping.idle();
    await dropCardDraft(notes, this.id);
  }

  /** What one may still say differently: a thing moves otherwise than help. */
  setKind(kind: Listing['kind']): void {
    const { terms } = blankListing(kind, this.#community.today);
    const { manner, standing } = terms;
    this.set({ kind, terms: { ...this.draft.terms, manner, standing } });
    this.kind = kind;
  }

  take(picked: PickedPhoto | null): void {
    this.picked = picked;
    if (picked) this.goOn();
  }

  goOn(): void {
    this.#isPastPhoto = true;
  }

  /** A thing begins with its picture, and may go on without one. */
  get isAtPhoto(): boolean {
    const { kind, title } = this.draft;
    const isBegun = this.picked !== null || this.change !== null || !isBlank(title);
    return kind === 'thing' && !isBegun && !this.#isPastPhoto;
  }

  set(change: Partial<ListingDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  setTerms(change: Partial<ListingDraft['terms']>): void {
    this.set({ terms: { ...this.draft.terms, ...change } });
  }

  /** What is wanted in return is no price. */
  setManner(manner: ListingDraft['terms']['manner']): void {
    const { manner: before, price } = this.draft.terms;
    const isOther = (manner === 'swap') !== (before === 'swap');
    this.setTerms({ manner, price: isOther ? '' : price });
  }

  /** Taps do not say what it is: a thing is something, and so is "something else". */
  get needsTitle(): boolean {
    return this.draft.kind === 'thing' || this.category === categoryCode('other');
  }

  get errors(): PostErrors {
    const { kind, title, words, terms, photo } = this.draft;
    const { from, until } = terms;
    const isLong = (text: string, room: number) => textBytes(text.trim()) > room;
    return {
      category: kind !== 'thing' && this.category === null && isBlank(title),
      title: this.needsTitle && isBlank(title),
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
    const sent = await this.#send();
    if (sent.ok) await this.#finish();
    return sent;
  }

  async #send(): Promise<Result<ListingId, ActRefused | NoRoom>> {
    const { place } = this.#community;
    const said = { ...this.draft, category: this.category ?? categoryCode('other') };
    const photo = await fitPhoto(place.pictures, said, this.picked);
    if (!photo.ok) return photo;
    const draft = { ...said, photo: photo.value };
    if (this.change === null) return postListing(place, draft, this.as);
    const hung = await hangFor(place, this.change, this.as);
    if (!hung.ok) return hung;
    const changed = await changeListing(place, this.change, draft);
    return changed.ok ? { ok: true, value: this.change } : changed;
  }
}
