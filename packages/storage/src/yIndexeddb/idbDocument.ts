import { err, ok, SerialQueue } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { checkCanonical, countEntries } from '@manyhands/replica';
import type { Attached, StoreFault } from '@manyhands/replica';
import { wrap } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { idbFaultOf } from '../idbFaultOf.ts';
import { finishTransaction } from '../finishTransaction.ts';
import { openFirst } from '../openFirst.ts';

/** y-indexeddb's own layout; `custom` is its place for rows of the app. */
interface DocumentSchema extends DBSchema {
  updates: { key: number; value: Uint8Array };
  custom: { key: string; value: number };
}
type Database = IDBPDatabase<DocumentSchema>;

const counter = 'entries';

/** Rows that are joined into one at an opening, as y-indexeddb would while it runs. */
const manyRows = 500;
/** Writes after which it may join them all the same: opening reads each row by itself. */
const tooManyRows = 8_192;

/**
 * A Yjs document in IndexedDB by y-indexeddb, with what that library leaves to us:
 *
 * 1. It does not say when a write fails. An aborted transaction bubbles to its
 *    database, where we listen, and say so at once.
 * 2. One write that failed hides every later entry of its log after a reload. So after
 *    a fault nothing counts as settled until the whole state was written afresh.
 * 3. It hangs on a row it cannot read. So rows are looked at before, and given to Yjs from here:
 *    it reads none of them, and no row is read twice.
 * 4. Rows can vanish. So the number of entries is written with every settling, and
 *    compared when the document is filled.
 * 5. It joins rows by writing the whole document in one long task, in the middle of whatever
 *    somebody does. So they are joined while it opens.
 */
export class IdbDocument {
  readonly #name: string;
  readonly #tell: (fault: StoreFault) => void;
  #doc: Y.Doc | null = null;
  #persistence: IndexeddbPersistence | null = null;
  #broken: StoreFault | null = null;
  #mending: Promise<Result<void, StoreFault>> | null = null;
  #mendedAt = Number.NEGATIVE_INFINITY;
  readonly #queue = new SerialQueue();

  constructor(name: string, tell: (fault: StoreFault) => void) {
    this.#name = name;
    this.#tell = tell;
  }

  async attach(
    doc: Y.Doc,
    quarantine: (rows: readonly unknown[]) => Promise<Result<void, StoreFault>>,
  ): Promise<Result<Attached, StoreFault>> {
    try {
      const { good, bad, counted, last } = await this.#lookAtRows();
      if (bad.length > 0) {
        const kept = await quarantine(bad.map(({ update }) => update));
        if (!kept.ok) return kept;
        await this.#deleteRows(bad.map(({ key }) => key));
      }
      await this.#keep(doc, { updates: good, last });
      const missing = Math.max(0, counted - countEntries(doc));
      const isMany = good.length >= manyRows;
      if (isMany) await this.#joinRows(Math.max(counted, countEntries(doc)));
      return ok({ updates: good.length, quarantined: bad.length, missing });
    } catch (cause) {
      return err(idbFaultOf(cause));
    }
  }

  /** A disk that has no room for it keeps the rows that it has. */
  async #joinRows(count: number): Promise<void> {
    const database = this.#database();
    if (!database || !this.#doc) return;
    try {
      await writeWhole(database, this.#doc, count);
    } catch (cause) {
      this.#fail(idbFaultOf(cause));
    }
  }

  async settled(): Promise<Result<void, StoreFault>> {
    if (this.#broken) return this.#mend();
    const database = this.#database();
    if (!database || !this.#doc) return ok(undefined);
    try {
      // It waits for every write before it, and `strict` takes those to the disk too.
      const transaction = database.transaction(['updates', 'custom'], 'readwrite', {
        durability: 'strict',
      });
      const count = countEntries(this.#doc);
      await finishTransaction(transaction, [
        () => transaction.objectStore('custom').put(count, counter),
      ]);
    } catch (cause) {
      this.#fail(idbFaultOf(cause));
    }
    // A write before ours may have been aborted while we waited for it.
    return this.#isBroken() ? this.#mend() : ok(undefined);
  }

  /** One after another: two at once would each attach y-indexeddb to the document. */
  rewrite(doc?: Y.Doc): Promise<Result<void, StoreFault>> {
    return this.#queue.run(() => this.#rewrite(doc ?? this.#doc));
  }

  async #rewrite(doc: Y.Doc | null): Promise<Result<void, StoreFault>> {
    if (!doc) return ok(undefined);
    try {
      if (doc !== this.#doc || !this.#database() || this.#broken) {
        await this.#release();
        this.#doc = doc;
        await this.#withOwnConnection((database) => writeWhole(database, doc));
        await this.#keep(doc);
      }
      const database = this.#database();
      // y-indexeddb begins by adding the whole state once more: one row is enough.
      if (database) await writeWhole(database, doc);
      this.#broken = null;
      return ok(undefined);
    } catch (cause) {
      const fault = idbFaultOf(cause);
      this.#fail(fault);
      return err(fault);
    }
  }

  /**
   * Tries to be whole again, for all who ask meanwhile. A disk that has just refused the
   * whole state is not asked for it again with every page that arrives.
   */
  #mend(): Promise<Result<void, StoreFault>> {
    const soon = Date.now() - this.#mendedAt < mendPause;
    if (soon && this.#broken && !this.#mending) {
      return Promise.resolve(err(this.#broken));
    }
    this.#mending ??= this.rewrite().finally(() => {
      this.#mending = null;
      this.#mendedAt = Date.now();
    });
    return this.#mending;
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    this.#doc = null;
    await this.#release();
  }

  /** y-indexeddb's own connection, so that our transactions stand in line with its. */
  #database(): Database | null {
    const db = this.#persistence?.db;
    // idb's types know nothing of schemas here.
    return db ? (wrap(db) as unknown as Database) : null;
  }

  /** `read`: rows that were read already, which it is spared. */
  async #keep(doc: Y.Doc, read: RowsRead | null = null): Promise<void> {
    this.#doc = doc;
    const persistence = new IndexeddbPersistence(this.#name, doc);
    // It reads the rows from here on.
    if (read !== null) persistence._dbref = read.last + 1;
    this.#persistence = persistence;
    await persistence.whenSynced;
    const { db } = persistence;
    db?.addEventListener('abort', ({ target }) => this.#hearAbort(target));
    db?.addEventListener('close', () => this.#fail(lost('connection cut')));
    // lib0 then closes the connection without another word.
    db?.addEventListener('versionchange', () => this.#fail(lost('closed for another')));
    const write = persistence._storeUpdate;
    let writes = 0;
    doc.off('update', write);
    // While nobody listens, Yjs need not write out again what it was given.
    doc.transact(() => {
      for (const update of read?.updates ?? []) Y.applyUpdate(doc, update);
    }, persistence);
    persistence._storeUpdate = (update, origin) => {
      writes += 1;
      // By this it would tell that there are many.
      persistence._dbsize = writes % tooManyRows === 0 ? tooManyRows : 0;
      try {
        write(update, origin);
      } catch (cause) {
        // A closed connection throws, and would throw through Yjs at whoever wrote.
        this.#fail(idbFaultOf(cause));
      }
    };
    doc.on('update', persistence._storeUpdate);
  }

  async #release(): Promise<void> {
    const persistence = this.#persistence;
    this.#persistence = null;
    try {
      await persistence?.destroy();
    } catch {
      return; // its database never opened, so there is nothing to let go of
    }
  }

  #hearAbort(target: EventTarget | null): void {
    const error = target instanceof IDBTransaction ? target.error : null;
    this.#fail(error ? idbFaultOf(error) : lost('a write was aborted'));
  }

  #isBroken(): boolean {
    return this.#broken !== null;
  }

  /** Told once for each time that writing breaks, until it is whole again. */
  #fail(fault: StoreFault): void {
    const first = this.#broken === null;
    this.#broken = fault;
    if (first) this.#tell(fault);
  }

  async #lookAtRows(): Promise<LookedAt> {
    return this.#withOwnConnection(async (database) => {
      const transaction = database.transaction(['updates', 'custom']);
      const [keys, updates, counted] = await Promise.all([
        transaction.objectStore('updates').getAllKeys(),
        transaction.objectStore('updates').getAll(),
        transaction.objectStore('custom').get(counter),
      ]);
      const rows = keys.map((key, i) => ({ key, update: updates[i] }));
      const bad: LookedAt['bad'][number][] = [];
      const good: Uint8Array[] = [];
      for (const { key, update } of rows) {
        if (update !== undefined && isReadable(update)) good.push(update);
        else bad.push({ key, update });
      }
      return { good, bad, counted: counted ?? 0, last: keys.at(-1) ?? 0 };
    });
  }

  #deleteRows(keys: readonly number[]): Promise<void> {
    return this.#withOwnConnection(async (database) => {
      const transaction = database.transaction('updates', 'readwrite');
      await finishTransaction(
        transaction,
        keys.map((key) => () => transaction.store.delete(key)),
      );
    });
  }

  async #withOwnConnection<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openFirst<DocumentSchema>(this.#name, {
      upgrade(fresh) {
        fresh.createObjectStore('updates', { autoIncrement: true });
        fresh.createObjectStore('custom');
      },
    });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }
}

interface LookedAt {
  readonly good: readonly Uint8Array[];
  /** The highest key of all. */
  readonly last: number;
  readonly bad: readonly { readonly key: number; readonly update: unknown }[];
  readonly counted: number;
}

/** What is in the rows up to `last`. */
interface RowsRead {
  readonly updates: readonly Uint8Array[];
  readonly last: number;
}

/** Milliseconds between two tries to write everything to a disk that refuses. */
const mendPause = 2_000;

const isReadable = (update: unknown): boolean =>
  update instanceof Uint8Array && checkCanonical(update).ok;

const lost = (why: string): StoreFault => ({ type: 'StoreLost', why });

/** One row in place of all, and the count that belongs to it. */
async function writeWhole(
  database: Database,
  doc: Y.Doc,
  count = countEntries(doc),
): Promise<void> {
  const transaction = database.transaction(['updates', 'custom'], 'readwrite', {
    durability: 'strict',
  });
  const updates = transaction.objectStore('updates');
  await finishTransaction(transaction, [
    () => updates.clear(),
    () => updates.add(Y.encodeStateAsUpdate(doc)),
    () => transaction.objectStore('custom').put(count, counter),
  ]);
}
