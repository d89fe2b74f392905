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
  /** What is to lie under a name (null: nothing), as long as it is not written. */
  readonly #wanted = new Map<string, Uint8Array | null>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  keep(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.#wanted.set(nameOf(entry.id), encodeTravelling(entry));
    }
    if (entries.length > 0) void this.settled();
  }

  drop(entries: readonly Entry[]): void {
    for (const entry of entries) this.#wanted.set(nameOf(entry.id), null);
    if (entries.length > 0) void this.settled();
  }

  /** Resolves once all that was kept so far is written; what was not is tried again. */
  settled(): Promise<Result<void, StoreFault>> {
    const written = this.#last.then(() => this.#write());
    this.#last = written;
    return written;
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

  async #write(): Promise<Result<void, StoreFault>> {
    for (const [name, bytes] of [...this.#wanted]) {
      const written = await (bytes === null
        ? this.#notes.delete(name)
        : this.#notes.put(name, bytes));
      if (!written.ok) return written;
      if (this.#wanted.get(name) === bytes) this.#wanted.delete(name);
    }
    return ok(undefined);
  }
}
