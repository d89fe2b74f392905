import type { EntryId, MemberId, Result } from '@manyhands/base';
import type { LogKind } from '@manyhands/ledger';
import type * as Y from 'yjs';

/**
 * Why a disk did not do what was asked. `StoreFull`: no room now, perhaps later.
 * `StoreLost`: what was there cannot be reached or read any more. `StoreRefused`: the
 * browser will not keep this at all. `StoreCleared`: it was there when this was opened, and
 * somebody has deleted it meanwhile; it will not come back.
 */
export type StoreFault =
  | { readonly type: 'StoreFull' }
  | { readonly type: 'StoreCleared' }
  | { readonly type: 'StoreLost'; readonly why: string }
  | { readonly type: 'StoreRefused'; readonly why: string };

/** What a store found when it filled a document. */
export interface Attached {
  /** Updates read back. */
  readonly updates: number;
  /** Rows that no canonical update could be read from; put aside under `quarantine/`. */
  readonly quarantined: number;
  /** Entries that were durable once, by the store's own count, and are not there now. */
  readonly missing: number;
}

/**
 * Port: keeps one Yjs document and a few rows beside it, for one community on one
 * device. It knows nothing of entries: what it reads back is checked by the gate. No
 * method of it or of its parts throws or rejects.
 */
export interface Store {
  /** Fills `doc` with what was kept, then keeps what comes. Once per opened store. */
  attach(doc: Y.Doc): Promise<Result<Attached, StoreFault>>;
  /**
   * Resolves once every update so far is durable. After a fault it first tries to
   * write the whole state afresh, and answers the fault while that fails.
   */
  settled(): Promise<Result<void, StoreFault>>;
  /**
   * Writes the whole state in place of all that was kept, in one step. Given another
   * document, keeps that one from now on.
   */
  rewrite(doc?: Y.Doc): Promise<Result<void, StoreFault>>;
  readonly journal: Journal;
  /** What this device writes for another member, as their agent: a journal for each (ledger/L14). */
  journalFor(member: MemberId): Journal;
  readonly notes: Notes;
  /** Hears of every fault at once, also of writes nobody waits for. Returns its end. */
  onfault(listener: (fault: StoreFault) => void): () => void;
  close(): Promise<void>;
  /** Closes, and leaves nothing on the disk. */
  destroy(): Promise<void>;
}

/**
 * Port: this device's own entries, durable before they are sent (R5). A place that was
 * used stays used, also when what stood there is erased.
 */
export interface Journal {
  /** All rows, by kind and then by seq. */
  read(): Promise<Result<JournalRow[], StoreFault>>;
  /**
   * Resolves when the row is durable in the strict sense. A place that is taken is
   * never written over: `StoreRefused`. One whose predecessor is not there is not
   * filled, because the journal has been lost: `StoreLost`.
   */
  append(row: JournalRow): Promise<Result<void, StoreFault>>;
  /**
   * Resolves when the bytes at these places of the board have given way to tombstones, durably.
   * A tombstone is the hash of the body that was there: the place stays taken. Places that
   * hold nothing, or a tombstone, stay as they are.
   */
  erase(tombstones: readonly JournalTombstone[]): Promise<Result<void, StoreFault>>;
}

export interface JournalRow {
  readonly kind: LogKind;
  readonly seq: number;
  readonly prev: EntryId;
  /** The entry as it is stored, or the 32 bytes of a tombstone: no entry is so short. */
  readonly stored: Uint8Array;
}

export interface JournalTombstone {
  readonly seq: number;
  readonly bodyHash: Uint8Array;
}

/** How long a tombstone is. */
export const tombstoneLength = 32;

/** Port: small named rows: detached entries, acks, secrets, drafts. */
export interface Notes {
  get(name: string): Promise<Result<Uint8Array | null, StoreFault>>;
  put(name: string, bytes: Uint8Array): Promise<Result<void, StoreFault>>;
  delete(name: string): Promise<Result<void, StoreFault>>;
  /** The names that begin with `prefix`, in order. */
  names(prefix: string): Promise<Result<string[], StoreFault>>;
}
