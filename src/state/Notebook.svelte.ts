import { SvelteMap } from 'svelte/reactivity';
import type { NoteId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { noteIdOf, readNote } from '@manyhands/ledger';
import type { Transfer } from '@manyhands/ledger';
import type { NoteText } from './hour.ts';
import type { Place } from './place.ts';

/**
 * The notes this device could open, read once each. A note is sealed to the devices of
 * the two, so whoever else asks gets null; and one that does not hash to what the
 * transfer committed to is nobody's note.
 */
export class Notebook {
  readonly #place: Place;
  readonly #read = new SvelteMap<NoteId, NoteText | null>();
  readonly #reading: Record<string, Promise<void>> = {};

  constructor(place: Place) {
    this.#place = place;
  }

  /** The note, or null while it is being opened, or for ever when it is not for us. */
  get(id: NoteId): NoteText | null {
    for (const { entry, sealed } of this.#place.replica.board.sealedIn(id)) {
      this.#reading[entry.id] ??= this.#open(id, {
        epk: fromHex(sealed.epk),
        wraps: sealed.wraps.map(({ hint, wrap }) => ({ hint: fromHex(hint), wrap })),
        ciphertext: sealed.ciphertext,
      });
    }
    return this.#read.get(id) ?? null;
  }

  /** Opens every note of these hours; those for us can be read when it is done. */
  async openAll(hours: readonly { readonly transfer: Transfer }[]): Promise<void> {
    for (const { transfer } of hours) if (transfer.note) this.get(transfer.note);
    await Promise.all(Object.values(this.#reading));
  }

  async #open(id: NoteId, sealed: Parameters<Place['openSealed']>[0]): Promise<void> {
    const plain = await this.#place.openSealed(sealed);
    if (!plain.ok) return;
    const note = readNote(plain.value);
    if (!note.ok || noteIdOf(note.value) !== id) return;
    this.#read.set(id, { category: note.value.category, text: note.value.text });
  }
}
