import { ok } from '@manyhands/base';
import type { EntryId, ListingId, MemberId, Result } from '@manyhands/base';
import { decodeAs, encodeAs, hex, list, tuple } from '@manyhands/codec';
import type { StoreFault } from '@manyhands/replica';
import type { Place } from './place.ts';
import { oneEach } from './oneEach.ts';

/** One card of somebody's that I do not want to see. */
export interface HiddenCard {
  readonly member: MemberId;
  readonly listing: ListingId;
}

interface Kept {
  /** Of whom I want to see nothing. */
  readonly blocked: readonly MemberId[];
  readonly hidden: readonly HiddenCard[];
  /** What others asked me to look at, and I have. */
  readonly read: readonly EntryId[];
}

/** Of each so many, the latest: a note that grows for ever fills the disk. */
const keptAtMost = { blocked: 500, hidden: 2_000, read: 500 } as const;

const shape = tuple<Kept>({
  blocked: list(hex<MemberId>(32), 0, keptAtMost.blocked),
  hidden: list(
    tuple({ member: hex<MemberId>(32), listing: hex<ListingId>(16) }),
    0,
    keptAtMost.hidden,
  ),
  read: list(hex<EntryId>(32), 0, keptAtMost.read),
});
const name = 'peace';

/**
 * What this person does not want to see. It is kept on this phone and told to nobody, the
 * ones it is about least of all; and it can all be undone. Hours are no part of it: what
 * somebody recorded with me waits where all hours stand, whoever they are.
 */
export class Peace {
  readonly #place: Pick<Place, 'notes'>;
  #now = $state.raw(indexed({ blocked: [], hidden: [], read: [] }));
  readonly #loading: Promise<void>;

  constructor(place: Pick<Place, 'notes'>) {
    this.#place = place;
    this.#loading = this.#load();
  }

  /** Once what was kept before has been read. */
  loaded = (): Promise<void> => this.#loading;

  async #load(): Promise<void> {
    const row = await this.#place.notes.get(name);
    if (!row.ok || !row.value) return;
    const read = decodeAs(shape, row.value, { bytes: 262_144, depth: 4 });
    if (read.ok) this.#now = indexed(read.value);
  }

  get blocked(): readonly MemberId[] {
    return this.#now.kept.blocked;
  }

  get hidden(): readonly HiddenCard[] {
    return this.#now.kept.hidden;
  }

  isBlocked(member: MemberId): boolean {
    return this.#now.blocked.has(member);
  }

  /** Hidden itself, or of somebody of whom I want to see nothing. */
  hides(card: HiddenCard): boolean {
    return this.isBlocked(card.member) || this.isHidden(card);
  }

  isHidden(card: HiddenCard): boolean {
    return this.#now.hidden.has(cardName(card));
  }

  hasRead(report: EntryId): boolean {
    return this.#now.kept.read.includes(report);
  }

  block = (member: MemberId) =>
    this.#keep((kept) => ({
      blocked: [...kept.blocked.filter((each) => each !== member), member],
    }));
  unblock = (member: MemberId) =>
    this.#keep((kept) => ({
      blocked: kept.blocked.filter((each) => each !== member),
    }));
  hide = (card: HiddenCard) =>
    this.#keep((kept) => ({ hidden: [...without(kept.hidden, card), nameOnly(card)] }));
  show = (card: HiddenCard) =>
    this.#keep((kept) => ({ hidden: without(kept.hidden, card) }));
  markRead = (report: EntryId) =>
    this.#keep((kept) => ({ read: [...kept.read, report] }));

  /** Seen at once, and taken back when the disk does not keep it. */
  async #keep(
    change: (kept: Kept) => Partial<Kept>,
  ): Promise<Result<void, StoreFault>> {
    await this.#loading;
    const before = this.#now;
    const { blocked, hidden, read } = { ...before.kept, ...change(before.kept) };
    const kept = {
      blocked: blocked.slice(-keptAtMost.blocked),
      hidden: hidden.slice(-keptAtMost.hidden),
      read: read.slice(-keptAtMost.read),
    };
    this.#now = indexed(kept);
    const written = await this.#place.notes.put(name, encodeAs(shape, kept));
    if (!written.ok) this.#now = before;
    return written.ok ? ok(undefined) : written;
  }
}

/** Asked of each of thousands of cards: to be found at once. */
const indexed = (kept: Kept) => ({
  kept,
  blocked: new Set(kept.blocked),
  hidden: new Set(kept.hidden.map(cardName)),
});

const cardName = ({ member, listing }: HiddenCard): string => `${member}/${listing}`;
const nameOnly = ({ member, listing }: HiddenCard): HiddenCard => ({ member, listing });
const without = (cards: readonly HiddenCard[], card: HiddenCard): HiddenCard[] =>
  cards.filter((each) => cardName(each) !== cardName(card));

/** What I do not want to see in this place: the same for every screen. */
export const peaceOf = oneEach((place: Pick<Place, 'notes'>) => new Peace(place));
