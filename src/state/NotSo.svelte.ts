import type { EntryId } from '@manyhands/base';
import type { Notes, StoreFault } from '@manyhands/replica';
import type { Result } from '@manyhands/base';
import type { Place } from './place.ts';
import { oneEach } from './oneEach.ts';

const prefix = 'not-so/';

/**
 * What others said of me and I do not say yes to. It is kept on this phone alone: nobody
 * is told, no reason is asked, and nothing happens without both.
 */
class NotSo {
  readonly #notes: Notes;
  #ids = $state.raw<ReadonlySet<string>>(new Set());

  constructor(notes: Notes) {
    this.#notes = notes;
    void notes.names(prefix).then((names) => {
      if (!names.ok) return;
      const before = names.value.map((name) => name.slice(prefix.length));
      this.#ids = new Set([...this.#ids, ...before]);
    });
  }

  has(id: EntryId): boolean {
    return this.#ids.has(id);
  }

  async say(id: EntryId): Promise<Result<void, StoreFault>> {
    const kept = await this.#notes.put(prefix + id, new Uint8Array(1));
    if (kept.ok) this.#ids = new Set(this.#ids).add(id);
    return kept;
  }

  /** Takes it back: it waits for my answer again. */
  async unsay(id: EntryId): Promise<Result<void, StoreFault>> {
    const gone = await this.#notes.delete(prefix + id);
    if (gone.ok) this.#ids = new Set([...this.#ids].filter((each) => each !== id));
    return gone;
  }
}

const ofPhone = oneEach((notes: Notes) => new NotSo(notes));

export const notSoOf = ({ notes }: Pick<Place, 'notes'>): NotSo => ofPhone(notes);
