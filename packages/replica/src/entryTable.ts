import type { EntryId } from '@manyhands/base';
import { IdIndex, isWhole, KeptEntry } from '@manyhands/ledger';
import type { Entry, LogItem } from '@manyhands/ledger';

/** What stands at the place of an entry now. */
type ItemAt = (entry: Entry) => LogItem | undefined;

/**
 * All entries that are held, by id. Those that a disk has kept (R13) are found by their ids as
 * they lie there, once somebody looks for one: making a hundred thousand names takes longer.
 */
export class EntryTable {
  readonly #fresh = new Map<EntryId, Entry>();
  readonly #itemAt: ItemAt;
  readonly #kept: KeptEntry[] = [];
  #index: IdIndex | null = null;

  constructor(itemAt: ItemAt) {
    this.#itemAt = itemAt;
  }

  /** It stands in its chain; of one that was kept that alone is known from now on. */
  take(entry: Entry): void {
    if (entry instanceof KeptEntry) {
      this.#kept.push(entry);
      this.#index = null;
    } else this.#fresh.set(entry.id, entry);
  }

  get(id: EntryId): Entry | undefined {
    const fresh = this.#fresh.get(id);
    if (fresh !== undefined || this.#kept.length === 0) return fresh;
    this.#index ??= new IdIndex(this.#kept.length, (at) => this.#kept[at]);
    const kept = this.#kept[this.#index.find(id) ?? -1];
    // It may have been erased, or its signature mended.
    const item = kept && this.#itemAt(kept);
    return item?.id === id && isWhole(item) ? item : undefined;
  }

  has(id: EntryId): boolean {
    return this.get(id) !== undefined;
  }

  set(id: EntryId, entry: Entry): void {
    this.#fresh.set(id, entry);
  }

  /** Of what was kept nothing is left once its place has given it up. */
  delete(id: EntryId): void {
    this.#fresh.delete(id);
  }
}
