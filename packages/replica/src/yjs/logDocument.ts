import type { Result } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { isTombstone } from '@manyhands/ledger';
import * as Y from 'yjs';
import { canonicalUpdate } from './canonical.ts';
import type { Stretch } from './canonical.ts';
import type { HeldLog } from '../holdings.ts';
import type { Store, StoreFault } from '../store.ts';

/**
 * The Yjs document as one store keeps it: what is held, in canonical updates (P1). Yjs
 * deletes nothing in it. A tombstone is the bare hash of the body that was there, in its
 * place; to be rid of the bytes, all of it is written anew in another document.
 */
export class LogDocument {
  readonly #store: Store;
  #doc = new Y.Doc();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The document, for the store to fill. */
  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Writes what came to these logs, in one step. */
  write(logs: Iterable<HeldLog>): void {
    const grown = [...logs].filter(({ items, written }) => items.length > written);
    apply(this.#doc, grown);
  }

  /** Puts a fresh document with these logs in place of all that the store kept (storage/S2). */
  rewrite(logs: Iterable<HeldLog>): Promise<Result<void, StoreFault>> {
    const all = [...logs];
    for (const log of all) log.written = 0;
    this.#doc = new Y.Doc();
    apply(
      this.#doc,
      all.filter(({ items }) => items.length > 0),
    );
    // The store itself reports when it cannot write, and tries again when settling.
    return this.#store.rewrite(this.#doc);
  }
}

function apply(doc: Y.Doc, logs: readonly HeldLog[]): void {
  if (logs.length === 0) return;
  Y.applyUpdate(doc, canonicalUpdate(logs.map(stretchOf)));
  for (const log of logs) log.written = log.items.length;
}

const stretchOf = ({ number, root, items, written }: HeldLog): Stretch => ({
  number,
  root,
  from: written,
  items: items
    .slice(written)
    .map((item) => (isTombstone(item) ? fromHex(item.bodyHash) : item.stored)),
});
