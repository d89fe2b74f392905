import { encodeAs, list, text } from '@manyhands/codec';
import { oneEach, readNoteAs } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

const note = 'sessions/putAway';
const most = 200;
const shape = list(text(96), 0, most);
const limits = { bytes: 32_000, depth: 1 };

/** What somebody does not want to be asked now: kept on this phone alone (C6). */
class PutAway {
  readonly #place: Place;
  readonly #marks = new Set<string>();
  readonly #loading: Promise<void>;

  constructor(place: Place) {
    this.#place = place;
    this.#loading = this.#load();
  }

  has = (mark: string): boolean => this.#marks.has(mark);

  async add(mark: string): Promise<void> {
    await this.#loading;
    this.#marks.add(mark);
    this.#place.tell('disk');
    await this.#place.notes.put(note, encodeAs(shape, [...this.#marks].slice(-most)));
  }

  async #load(): Promise<void> {
    const kept = await readNoteAs(this.#place.notes, note, shape, limits);
    for (const mark of (kept.ok && kept.value) || []) this.#marks.add(mark);
    this.#place.tell('disk');
  }
}

export const putAwayOf = oneEach((place: Place) => new PutAway(place));
