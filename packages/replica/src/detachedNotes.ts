import { err, ok, SerialQueue } from '@manyhands/base';
import type { CommunityId, EntryId, Result } from '@manyhands/base';
import { encodeTravelling, readTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { Notes, StoreFault } from './store.ts';

const prefix = 'loose/';
const nameOf = (id: EntryId): string => prefix + id;

/**
 * Keeps detached entries under the notes until their chain is as durable as they are. What
 * a disk refused is told once, and written again with the next settling.
 */
export class DetachedNotes {
  readonly #notes: Notes;
  readonly #tell: (fault: StoreFault) => void;
  /** What is still to be written; null where a row is to go. */
  readonly #waiting = new Map<EntryId, Uint8Array | null>();
  /** Brought by their chain: to go once that is durable. */
  readonly #dropped = new Set<EntryId>();
  readonly #queue = new SerialQueue();
  #isTold = false;

  constructor(notes: Notes, tell: (fault: StoreFault) => void) {
    this.#notes = notes;
    this.#tell = tell;
  }

  keep(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.#dropped.delete(entry.id);
      this.#waiting.set(entry.id, encodeTravelling(entry));
    }
    if (entries.length > 0) void this.settled();
  }

  drop(entries: readonly Entry[]): void {
    for (const { id } of entries) this.#dropped.add(id);
  }

  /** Of what was read, and `kept` of it: the rest has its chain, and what is new is noted. */
  settle(read: readonly Entry[], kept: readonly Entry[]): void {
    const ids = new Set(kept.map(({ id }) => id));
    this.drop(read.filter(({ id }) => !ids.has(id)));
    const noted = new Set(read.map(({ id }) => id));
    this.keep(kept.filter(({ id }) => !noted.has(id)));
  }

  /** What may go as soon as everything up to now is durable in the document. */
  dropped(): readonly EntryId[] {
    return [...this.#dropped];
  }

  remove(ids: readonly EntryId[]): Promise<Result<void, StoreFault>> {
    for (const id of ids) if (this.#dropped.delete(id)) this.#waiting.set(id, null);
    return this.settled();
  }

  /** Resolves once all that was kept so far is written, or with why it is not. */
  settled(): Promise<Result<void, StoreFault>> {
    return this.#queue.run(() => this.#write());
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
    for (const [id, bytes] of this.#waiting) {
      const name = nameOf(id);
      const written = await (bytes === null
        ? this.#notes.delete(name)
        : this.#notes.put(name, bytes));
      if (!written.ok) {
        if (!this.#isTold) this.#tell(written.error);
        this.#isTold = true;
        return written;
      }
      if (this.#waiting.get(id) === bytes) this.#waiting.delete(id);
    }
    this.#isTold = false;
    return ok(undefined);
  }
}
