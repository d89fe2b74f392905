import type { EntryId, Result } from '@manyhands/base';
import type { StoreFault } from '@manyhands/replica';
import { oneEach } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';

type Keeping = Pick<Place, 'notes' | 'tell'>;

const prefix = 'not-so/';

/**
 * What others said of me and I do not say yes to. It is kept on this phone alone: nobody
 * is told, no reason is asked, and nothing happens without both.
 */
class NotSo {
  readonly #place: Keeping;
  readonly #ids = new Set<string>();

  constructor(place: Keeping) {
    this.#place = place;
    void place.notes.names(prefix).then((names) => {
      if (!names.ok) return;
      for (const name of names.value) this.#ids.add(name.slice(prefix.length));
      place.tell('disk');
    });
  }

  has(id: EntryId): boolean {
    return this.#ids.has(id);
  }

  async say(id: EntryId): Promise<Result<void, StoreFault>> {
    const kept = await this.#place.notes.put(prefix + id, new Uint8Array(1));
    if (kept.ok) this.#ids.add(id);
    this.#place.tell('disk');
    return kept;
  }

  /** Takes it back: it waits for my answer again. */
  async unsay(id: EntryId): Promise<Result<void, StoreFault>> {
    const gone = await this.#place.notes.delete(prefix + id);
    if (gone.ok) this.#ids.delete(id);
    this.#place.tell('disk');
    return gone;
  }
}

/** The same one for every screen. */
export const notSoOf = oneEach((place: Keeping) => new NotSo(place));
