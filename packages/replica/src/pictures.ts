import type { Hex, Result } from '@manyhands/base';
import type { StoreFault } from './store.ts';

/** A picture as a disk lists it. */
export interface PictureRow {
  /** SHA-256 of all its bytes: its name. */
  readonly sha: Hex;
  readonly bytes: number;
  /** When it came here; whoever keeps it says so, and only compares. */
  readonly at: number;
}

/**
 * Port: the pictures of one community on one device, beside the document and not in it. It
 * knows neither listings nor caps (`Album`). No method of it throws or rejects.
 */
export interface Pictures {
  get(sha: Hex): Promise<Result<Uint8Array | null, StoreFault>>;
  /** Resolves when it is durable. One that is there already is put anew. */
  put(
    picture: Pick<PictureRow, 'sha' | 'at'>,
    bytes: Uint8Array,
  ): Promise<Result<void, StoreFault>>;
  /** Resolves when nothing of them is on the disk any more. */
  delete(shas: readonly Hex[]): Promise<Result<void, StoreFault>>;
  /** Without their bytes; oldest first, and by name where two came at once. */
  list(): Promise<Result<PictureRow[], StoreFault>>;
  close(): Promise<void>;
}
