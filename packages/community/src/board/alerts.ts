import { encodeAs, integer, list, text, tuple } from '@manyhands/codec';
import type { Place } from '../opened/index.ts';
import { oneEach, readNoteAs } from '../opened/index.ts';
import type { BoardCard } from './listings.ts';
import { listingsOf } from './listings.ts';

/** Cards that were seen; beyond these the oldest are forgotten. */
const seenAtMost = 1_000;
const shape = tuple({
  kinds: list(integer(0, 65_535), 0, 64),
  seen: list(text(97), 0, seenAtMost),
});
const limits = { bytes: 120_000, depth: 2 };
const note = 'alerts';

/**
 * Kinds of help somebody wants to hear of. Kept on this phone alone: nobody learns what
 * one waits for. A card that hung when the alert was set, or was looked at, is not new.
 */
export class Alerts {
  readonly #place: Place;
  readonly #kinds = new Set<number>();
  readonly #seen = new Set<string>();
  #loading: Promise<void> | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Read from the disk; until then nothing is new. */
  loaded(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  get kinds(): number[] {
    return [...this.#kinds];
  }

  has = (kind: number): boolean => this.#kinds.has(kind);

  /** Open cards of a wanted kind that others have hung up since, newest first. */
  get cards(): BoardCard[] {
    if (this.#kinds.size === 0) return [];
    return this.#of((kind) => this.#kinds.has(kind)).filter(
      ({ id }) => !this.#seen.has(id),
    );
  }

  async set(kind: number, isOn: boolean): Promise<void> {
    await this.loaded();
    if (isOn) this.#see(this.#of((each) => each === kind));
    if (isOn) this.#kinds.add(kind);
    else this.#kinds.delete(kind);
    await this.#keep();
  }

  async see(card: Pick<BoardCard, 'id'>): Promise<void> {
    await this.loaded();
    this.#see([card]);
    await this.#keep();
  }

  #see(cards: readonly Pick<BoardCard, 'id'>[]): void {
    for (const { id } of cards) this.#seen.add(id);
  }

  #of(isWanted: (kind: number) => boolean): BoardCard[] {
    return listingsOf(this.#place).filter(
      ({ isMine, listing }) => !isMine && isWanted(listing.category),
    );
  }

  async #load(): Promise<void> {
    const kept = await readNoteAs(this.#place.notes, note, shape, limits);
    if (!kept.ok || !kept.value) return;
    for (const kind of kept.value.kinds) this.#kinds.add(kind);
    for (const id of kept.value.seen) this.#seen.add(id);
    this.#place.tell('disk');
  }

  async #keep(): Promise<void> {
    this.#place.tell('disk');
    const seen = [...this.#seen].slice(-seenAtMost);
    await this.#place.notes.put(note, encodeAs(shape, { kinds: this.kinds, seen }));
  }
}

/** The alerts of a place: the same ones for every screen. */
export const alertsOf = oneEach((place: Place) => new Alerts(place));

/** New cards of the kinds I wait for; nothing until what I wait for has been read. */
export function alertsForMe(place: Place): BoardCard[] {
  const mine = alertsOf(place);
  void mine.loaded();
  return mine.cards;
}
