import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import type { StoreFault } from '@manyhands/replica';
import type { DBSchema, IDBPDatabase } from 'idb';
import { idbFaultOf } from './idbFaultOf.ts';
import { openFirst } from './openFirst.ts';

/**
 * A connection to one database, version 1.
 *
 * 1. Browsers cut the connections of pages in the background: the next use opens a new
 *    one. A use that was under way answers the fault, because nobody knows what became
 *    of it.
 * 2. It stands in nobody's way: whoever deletes the database may, and it is told.
 * 3. A database that is found gone after it was open is not made anew: what was there
 *    has been cleared, and an empty one in its place would look like a beginning.
 */
export class Connection<Schema extends DBSchema> {
  readonly #name: string;
  readonly #create: (fresh: IDBPDatabase<Schema>) => void;
  readonly #tell: (fault: StoreFault) => void;
  #open: Promise<IDBPDatabase<Schema>> | null = null;
  #wasOpen = false;
  #isCleared = false;

  constructor(
    name: string,
    create: (fresh: IDBPDatabase<Schema>) => void,
    tell: (fault: StoreFault) => void = () => undefined,
  ) {
    this.#name = name;
    this.#create = create;
    this.#tell = tell;
  }

  async use<T>(
    work: (database: IDBPDatabase<Schema>) => Promise<T>,
  ): Promise<Result<T, StoreFault>> {
    if (this.#isCleared) return err({ type: 'StoreCleared' });
    try {
      return ok(await work(await this.#database()));
    } catch (cause) {
      if (this.#found()) return err({ type: 'StoreCleared' });
      // A closed connection, or one that never opened, is not kept for the next use.
      if (!(cause instanceof DOMException) || cause.name === 'InvalidStateError') {
        this.#open = null;
      }
      return err(idbFaultOf(cause));
    }
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    try {
      (await open)?.close();
    } catch {
      return; // it never opened, so there is nothing to close
    }
  }

  /** Whether the last opening found the database gone. */
  #found(): boolean {
    return this.#isCleared;
  }

  async #database(): Promise<IDBPDatabase<Schema>> {
    const opening = (this.#open ??= this.#connect());
    try {
      return await opening;
    } catch (cause) {
      if (this.#open === opening) this.#open = null;
      throw cause;
    }
  }

  async #connect(): Promise<IDBPDatabase<Schema>> {
    const cut = (why: string): void => {
      this.#open = null;
      this.#tell({ type: 'StoreLost', why });
    };
    const database = await openFirst<Schema>(this.#name, {
      upgrade: (fresh, _old, _new, transaction) => {
        if (!this.#wasOpen) {
          this.#create(fresh);
          return;
        }
        this.#isCleared = true;
        transaction.abort();
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        cut('closed for another');
      },
      terminated: () => cut('connection cut'),
    });
    this.#wasOpen = true;
    return database;
  }
}
