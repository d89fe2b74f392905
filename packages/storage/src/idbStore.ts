import { ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import type { Attached, Journal, Notes, Store, StoreFault } from '@manyhands/replica';
import { deleteDB } from 'idb';
import type * as Y from 'yjs';
import { IdbDocument } from './yIndexeddb/idbDocument.ts';
import { IdbRows } from './idbRows.ts';
import { documentName, blobsName, rowsName } from './names.ts';
import type { StoreOwner } from './names.ts';

/**
 * Opens what this browser keeps for one device in one community: the document, and
 * beside it, in a database of their own, journal and notes.
 */
export async function openIdbStore(
  place: StoreOwner,
): Promise<Result<Store, StoreFault>> {
  const store = new IdbStore(place);
  const opened = await store.open();
  return opened.ok ? ok(store) : opened;
}

class IdbStore implements Store {
  readonly journal: Journal;
  readonly notes: Notes;
  readonly #place: StoreOwner;
  readonly #rows: IdbRows;
  readonly #document: IdbDocument;
  readonly #listeners = new Set<(fault: StoreFault) => void>();

  constructor(place: StoreOwner) {
    this.#place = place;
    const tell = (fault: StoreFault): void => {
      for (const listener of [...this.#listeners]) listener(fault);
    };
    this.#rows = new IdbRows(rowsName(place), tell);
    this.journal = this.#rows.journal;
    this.notes = this.#rows.notes;
    this.#document = new IdbDocument(documentName(place), tell);
  }

  journalFor(member: MemberId): Journal {
    return this.#rows.journalFor(member);
  }

  open(): Promise<Result<void, StoreFault>> {
    return this.#rows.open();
  }

  attach(doc: Y.Doc): Promise<Result<Attached, StoreFault>> {
    return this.#document.attach(doc, (rows) => this.#quarantine(rows));
  }

  /** Of a place whose journal was cleared no document is written again. */
  async settled(): Promise<Result<void, StoreFault>> {
    const reached = await this.#rows.open();
    return reached.ok ? this.#document.settled() : reached;
  }

  rewrite(doc?: Y.Doc): Promise<Result<void, StoreFault>> {
    return this.#document.rewrite(doc);
  }

  onfault(listener: (fault: StoreFault) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#document.close();
    await this.#rows.close();
  }

  async destroy(): Promise<void> {
    await this.close();
    await deleteDB(documentName(this.#place));
    await deleteDB(rowsName(this.#place));
    await deleteDB(blobsName(this.#place));
  }

  async #quarantine(rows: readonly unknown[]): Promise<Result<void, StoreFault>> {
    const before = await this.notes.names(quarantine);
    if (!before.ok) return before;
    for (const [i, row] of rows.entries()) {
      const bytes = row instanceof Uint8Array ? row : new Uint8Array();
      const put = await this.notes.put(
        `${quarantine}${before.value.length + i}`,
        bytes,
      );
      if (!put.ok) return put;
    }
    return ok(undefined);
  }
}

const quarantine = 'quarantine/';
