import type { NoteId } from '@manyhands/base';
import type { Transfer } from '@manyhands/ledger';
import type { Place, WayIn } from '../opened/index.ts';
import { openNote, waysInto } from '../opened/index.ts';
import type { NoteText } from './hour.ts';

/**
 * The notes this device could open, read once each. A note is sealed to the devices of
 * the two, so whoever else asks gets null; and one that does not hash to what the
 * transfer committed to is nobody's note.
 */
export class Notebook {
  readonly #place: Place;
  readonly #read = new Map<NoteId, NoteText | null>();
  readonly #reading: Record<string, Promise<void>> = {};

  constructor(place: Place) {
    this.#place = place;
  }

  /** The note, or null: while it is opened, once it is erased, or when it is not for us. */
  get(id: NoteId): NoteText | null {
    const ways = waysInto(this.#place.replica.board, id);
    for (const way of ways) this.#reading[way.id] ??= this.#open(id, way);
    return ways.length === 0 ? null : (this.#read.get(id) ?? null);
  }

  /** Opens every note of these hours; those for us can be read when it is done. */
  async openAll(hours: readonly { readonly transfer: Transfer }[]): Promise<void> {
    for (const { transfer } of hours) if (transfer.note) this.get(transfer.note);
    await Promise.all(Object.values(this.#reading));
  }

  async #open(id: NoteId, way: WayIn): Promise<void> {
    const note = await openNote(this.#place, id, way);
    if (!note) return;
    this.#read.set(id, { category: note.category, text: note.text });
    this.#place.tell('board');
  }
}
