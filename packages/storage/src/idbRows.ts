import { err, ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import type { Journal, JournalRow, Notes, StoreFault } from '@manyhands/replica';
import type { DBSchema } from 'idb';
import { Connection } from './connection.ts';
import { finishTransaction } from './finishTransaction.ts';

/** This device's own come before those that it writes for others: numbers before letters. */
type JournalPlace =
  | [kind: number, seq: number]
  | [member: MemberId, kind: number, seq: number];
interface RowsSchema extends DBSchema {
  journal: { key: JournalPlace; value: JournalRow };
  notes: { key: string; value: Uint8Array };
}

/** The rows beside the document: journal and notes, in a database of their own. */
export class IdbRows {
  readonly journal: Journal;
  readonly notes: Notes;
  readonly #connection: Connection<RowsSchema>;

  constructor(name: string, tell: (fault: StoreFault) => void) {
    this.#connection = new Connection<RowsSchema>(
      name,
      (fresh) => {
        fresh.createObjectStore('journal');
        fresh.createObjectStore('notes');
      },
      tell,
    );
    this.journal = this.#journal([], IDBKeyRange.upperBound([2]));
    this.notes = this.#notes();
  }

  /** Says whether this browser lets us have the database, and whether it is still there. */
  open(): Promise<Result<void, StoreFault>> {
    return this.#connection.use(() => Promise.resolve());
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  journalFor(member: MemberId): Journal {
    return this.#journal([member], IDBKeyRange.bound([member], [member, 2]));
  }

  /** The rows of one pair, whose places begin with `of`. */
  #journal(of: [] | [MemberId], rows: IDBKeyRange): Journal {
    const connection = this.#connection;
    const at = (kind: number, seq: number) => [...of, kind, seq] as JournalPlace;
    return {
      read: () => connection.use((database) => database.getAll('journal', rows)),
      append: async (row) => {
        const added = await connection.use(async (database) => {
          const transaction = database.transaction('journal', 'readwrite', {
            durability: 'strict',
          });
          const kind = row.kind === 'ledger' ? 0 : 1;
          const isNext =
            row.seq === 0 ||
            (await transaction.store.getKey(at(kind, row.seq - 1))) !== undefined;
          const add = () => transaction.store.add(row, at(kind, row.seq));
          await finishTransaction(transaction, isNext ? [add] : []);
          return isNext;
        });
        if (!added.ok) return added;
        const why = `nothing before ${row.kind}/${row.seq}`;
        return added.value ? ok(undefined) : err({ type: 'StoreLost', why });
      },
      erase: (tombstones) =>
        connection.use((database) => {
          const transaction = database.transaction('journal', 'readwrite', {
            durability: 'strict',
          });
          const erased = tombstones.map(({ seq, bodyHash }) => async () => {
            const row = await transaction.store.get(at(1, seq));
            if (row)
              await transaction.store.put({ ...row, stored: bodyHash }, at(1, seq));
          });
          return finishTransaction(transaction, erased);
        }),
    };
  }

  #notes(): Notes {
    const connection = this.#connection;
    return {
      get: (name) =>
        connection.use(async (database) => (await database.get('notes', name)) ?? null),
      put: (name, bytes) =>
        connection.use((database) => {
          const transaction = database.transaction('notes', 'readwrite');
          return finishTransaction(transaction, [
            () => transaction.store.put(bytes, name),
          ]);
        }),
      delete: (name) => connection.use((database) => database.delete('notes', name)),
      names: (prefix) =>
        connection.use((database) =>
          database.getAllKeys('notes', IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
        ),
    };
  }
}
