import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { Journal, JournalRow, Notes, StoreFault } from '@manyhands/replica';
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { faultOf } from './faultOf.ts';
import { finish } from './finish.ts';

interface RowsSchema extends DBSchema {
  journal: { key: [kind: number, seq: number]; value: JournalRow };
  notes: { key: string; value: Uint8Array };
}
type Database = IDBPDatabase<RowsSchema>;

/** The rows beside the document: journal and notes, in a database of their own. */
export class IdbRows {
  readonly journal: Journal;
  readonly notes: Notes;
  readonly #name: string;
  #open: Promise<Database> | null = null;

  constructor(name: string) {
    this.#name = name;
    this.journal = this.#journal();
    this.notes = this.#notes();
  }

  /** Says early whether this browser lets us have a database at all. */
  async open(): Promise<Result<void, StoreFault>> {
    return this.#use(() => Promise.resolve());
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open) (await open).close();
  }

  /**
   * Browsers cut connections of pages in the background. The next use opens a new one;
   * a use that was under way answers the fault, because nobody knows what became of it.
   */
  #database(): Promise<Database> {
    const forget = (): void => void (this.#open = null);
    this.#open ??= openDB<RowsSchema>(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('journal');
        database.createObjectStore('notes');
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    return this.#open;
  }

  async #use<T>(
    work: (database: Database) => Promise<T>,
  ): Promise<Result<T, StoreFault>> {
    try {
      return ok(await work(await this.#database()));
    } catch (cause) {
      // A closed connection, or one that never opened, is not kept for the next use.
      if (!(cause instanceof DOMException) || cause.name === 'InvalidStateError') {
        this.#open = null;
      }
      return err(faultOf(cause));
    }
  }

  #journal(): Journal {
    return {
      read: () => this.#use((database) => database.getAll('journal')),
      append: (row) =>
        this.#use(async (database) => {
          const transaction = database.transaction('journal', 'readwrite', {
            durability: 'strict',
          });
          const place: [number, number] = [row.kind === 'ledger' ? 0 : 1, row.seq];
          await finish(transaction, [transaction.store.add(row, place)]);
        }),
      erase: (marks) =>
        this.#use(async (database) => {
          const transaction = database.transaction('journal', 'readwrite', {
            durability: 'strict',
          });
          const erased = marks.map(async ({ seq, mark }) => {
            const place: [number, number] = [1, seq];
            const row = await transaction.store.get(place);
            if (row) await transaction.store.put({ ...row, stored: mark }, place);
          });
          await finish(transaction, erased);
        }),
    };
  }

  #notes(): Notes {
    return {
      get: (name) =>
        this.#use(async (database) => (await database.get('notes', name)) ?? null),
      put: (name, bytes) =>
        this.#use((database) => {
          const transaction = database.transaction('notes', 'readwrite');
          return finish(transaction, [transaction.store.put(bytes, name)]);
        }),
      delete: (name) => this.#use((database) => database.delete('notes', name)),
      names: (prefix) =>
        this.#use((database) =>
          database.getAllKeys('notes', IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
        ),
    };
  }
}
