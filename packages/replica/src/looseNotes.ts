import { err, ok } from '@manyhands/base';
import type { CommunityId, EntryId, Result } from '@manyhands/base';
import { encodeTravelling, readTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { Notes, StoreFault } from './store.ts';

const prefix = 'loose/';
const nameOf = (id: EntryId): string => prefix + id;

/** Keeps loose entries under the notes until their chain brings them. */
export class LooseNotes {
  readonly #notes: Notes;
  #last: Promise<Result<void, StoreFault>> = Promise.resolve(ok(undefined));

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  keep(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.#queue(() => this.#notes.put(nameOf(entry.id), encodeTravelling(entry)));
    }
  }

  drop(entries: readonly Entry[]): void {
    for (const entry of entries)
      this.#queue(() => this.#notes.delete(nameOf(entry.id)));
  }

  /** Resolves once all that was kept so far is written; a fault stays until written. */
  settled(): Promise<Result<void, StoreFault>> {
    return this.#last;
  }

  /** What was kept; a row that is no entry of this community is left out. */
  async read(community: CommunityId): Promise<Result<Entry[], StoreFault>> {
    const names = await this.#notes.names(prefix);
    if (!names.ok) return names;
    const entries: Entry[] = [];
    for (const name of names.value) {
      const bytes = await this.#notes.get(name);
      if (!bytes.ok) return err(bytes.error);
      const entry = bytes.value && readTravelling(community, bytes.value);
      if (entry?.ok) entries.push(entry.value);
    }
    return ok(entries);
  }

  #queue(write: () => Promise<Result<void, StoreFault>>): void {
    this.#last = this.#last.then(async (before) => {
      const result = await write();
      return before.ok ? result : before;
    });
  }
}
