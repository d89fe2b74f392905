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
  /** What is to lie under a name, as long as it is not written. */
  readonly #wanted = new Map<string, Uint8Array>();
  /** Names whose entries a chain has brought, still there. */
  readonly #needless = new Set<string>();
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

  /**
   * Their chain has brought them. The notes go only when `forget` is called: until the
   * document's rows are durable, a note may be all that a crash leaves of its entry.
   */
  drop(entries: readonly Entry[]): void {
    for (const entry of entries) this.#needless.add(nameOf(entry.id));
  }

  needless(): readonly string[] {
    return [...this.#needless];
  }

  /** Deletes notes that were needless before the rows were last found durable. */
  async forget(names: readonly string[]): Promise<void> {
    for (const name of names) {
      this.#wanted.delete(name);
      const deleted = await this.#notes.delete(name);
      if (deleted.ok) this.#needless.delete(name);
    }
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
      const written = await this.#notes.put(name, bytes);
      if (!written.ok) return written;
      if (this.#wanted.get(name) === bytes) this.#wanted.delete(name);
    }
    return ok(undefined);
  }
}
