import type { Hex, Result } from '@manyhands/base';
import type { StoreFault } from './store.ts';

/** A blob as a disk lists it. */
export interface BlobRow {
  /** SHA-256 of all its bytes: its name. */
  readonly sha: Hex;
  readonly bytes: number;
  /** When it came here; whoever keeps it says so, and only compares. */
  readonly at: number;
}

/**
 * Port: the blobs of one community on one device, beside the document and not in it. It
 * knows neither listings nor caps (`BlobStore`). No method of it throws or rejects.
 */
export interface Blobs {
  get(sha: Hex): Promise<Result<Uint8Array | null, StoreFault>>;
  /** Resolves when it is durable. One that is there already is put anew. */
  put(
    blob: Pick<BlobRow, 'sha' | 'at'>,
    bytes: Uint8Array,
  ): Promise<Result<void, StoreFault>>;
  /** Resolves when nothing of them is on the disk any more. */
  delete(shas: readonly Hex[]): Promise<Result<void, StoreFault>>;
  /** Without their bytes; oldest first, and by name where two came at once. */
  list(): Promise<Result<BlobRow[], StoreFault>>;
  close(): Promise<void>;
}
