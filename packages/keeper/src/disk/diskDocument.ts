import { err, ok, SerialQueue } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { checkCanonical, countEntries } from '@manyhands/replica';
import type { Attached, StoreFault } from '@manyhands/replica';
import * as Y from 'yjs';
import { fileFaultOf, tryDisk } from './fileFaultOf.ts';
import type { Files } from './files.ts';
import { RowFile } from './rowFile.ts';

/** A row's first byte: an update of the document, or how many entries it has now. */
const kinds = { update: 0, count: 1 } as const;
/** So many rows, and the whole state is written afresh in their place. */
const rowsAtMost = 2_000;
/** Milliseconds between two tries to write everything to a disk that refuses. */
const mendPause = 2_000;

/**
 * One Yjs document in a file of rows: each update as it comes, and with each settling the
 * number of entries, which is compared when the document is filled. After a write that
 * failed nothing counts as settled until the whole state was written afresh.
 */
export class DiskDocument {
  readonly #file: RowFile;
  readonly #tell: (fault: StoreFault) => void;
  #doc: Y.Doc | null = null;
  #broken: StoreFault | null = null;
  #counted = 0;
  #mendedAt = Number.NEGATIVE_INFINITY;
  /** Writes happen one after the other. */
  readonly #queue = new SerialQueue();

  constructor(files: Files, tell: (fault: StoreFault) => void) {
    this.#file = new RowFile(files, 'document');
    this.#tell = tell;
  }

  /** An empty document, on a disk that has none. */
  begin(): Promise<void> {
    return this.#file.replace([]);
  }

  async attach(
    doc: Y.Doc,
    quarantine: (rows: readonly Uint8Array[]) => Promise<Result<void, StoreFault>>,
  ): Promise<Result<Attached, StoreFault>> {
    const read = await tryDisk(() => this.#file.open());
    if (!read.ok) return read;
    const { rows = [], damaged = [] } = read.value ?? {};
    const updates = rows.filter(isOf(kinds.update)).map((row) => row.subarray(1));
    const good = updates.filter((update) => checkCanonical(update).ok);
    const bad = [...damaged, ...updates.filter((update) => !good.includes(update))];
    doc.transact(() => {
      for (const update of good) Y.applyUpdate(doc, update, this);
    });
    const counts = rows.filter(isOf(kinds.count)).map(countIn);
    const missing = Math.max(0, ...counts.map((count) => count - countEntries(doc)));
    if (bad.length > 0) {
      const kept = await quarantine(bad);
      if (!kept.ok) return kept;
      const asides = await tryDisk(() => this.#file.replace(good.map(updateRow)));
      if (!asides.ok) return asides;
    }
    // A file that is gone is begun anew: what it held is counted against nothing.
    if (read.value === null) {
      const begun = await tryDisk(() => this.begin());
      if (!begun.ok) return begun;
    }
    this.#listenTo(doc);
    return ok({ updates: good.length, quarantined: bad.length, missing });
  }

  async settled(): Promise<Result<void, StoreFault>> {
    await this.#queue.idle();
    if (this.#broken) return this.#mend();
    if (this.#file.count > rowsAtMost) return this.rewrite();
    // Of what stands in line before it: what comes while it waits is written after it.
    const count = this.#doc ? countEntries(this.#doc) : this.#counted;
    const settled = await this.#next(async () => {
      if (count !== this.#counted) await this.#file.add([countRow(count)]);
      await this.#file.sync();
      this.#counted = count;
    });
    return settled.ok ? settled : this.#mend();
  }

  /** The whole state in place of all rows; given another document, of that one. */
  rewrite(doc?: Y.Doc): Promise<Result<void, StoreFault>> {
    if (doc) this.#listenTo(doc);
    return this.#next(async () => {
      if (!this.#doc) return;
      const count = countEntries(this.#doc);
      const state = Y.encodeStateAsUpdate(this.#doc);
      await this.#file.replace([updateRow(state), countRow(count)]);
      this.#counted = count;
      this.#broken = null;
    });
  }

  async close(): Promise<void> {
    this.#doc?.off('update', this.#keep);
    this.#doc = null;
    await this.#queue.idle();
  }

  #mend(): Promise<Result<void, StoreFault>> {
    const broken = this.#broken;
    const isSoon = performance.now() - this.#mendedAt < mendPause;
    if (broken && isSoon) return Promise.resolve(err(broken));
    this.#mendedAt = performance.now();
    return this.rewrite();
  }

  #listenTo(doc: Y.Doc): void {
    this.#doc?.off('update', this.#keep);
    this.#doc = doc;
    doc.on('update', this.#keep);
  }

  readonly #keep = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    void this.#next(async () => {
      if (this.#broken === null) await this.#file.add([updateRow(update)]);
    });
  };

  #next(work: () => Promise<void>): Promise<Result<void, StoreFault>> {
    return this.#queue.run(async () => {
      try {
        await work();
        return ok(undefined);
      } catch (cause) {
        const fault = fileFaultOf(cause);
        this.#fail(fault);
        return err(fault);
      }
    });
  }

  /** Told once for each time that writing breaks, until it is whole again. */
  #fail(fault: StoreFault): void {
    const isFirst = this.#broken === null;
    this.#broken = fault;
    if (isFirst) this.#tell(fault);
  }
}

const isOf =
  (kind: number) =>
  (row: Uint8Array): boolean =>
    row[0] === kind;

function rowOf(kind: number, bytes: Uint8Array): Uint8Array {
  const row = new Uint8Array(1 + bytes.length);
  row[0] = kind;
  row.set(bytes, 1);
  return row;
}

const updateRow = (update: Uint8Array): Uint8Array => rowOf(kinds.update, update);

function countRow(count: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, count);
  return rowOf(kinds.count, bytes);
}

const countIn = (row: Uint8Array): number =>
  row.length === 5 ? new DataView(row.buffer, row.byteOffset).getUint32(1) : 0;
