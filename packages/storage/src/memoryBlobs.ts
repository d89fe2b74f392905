import { err, ok } from '@manyhands/base';
import type { Hex } from '@manyhands/base';
import type { BlobRow, Blobs, StoreFault } from '@manyhands/replica';
import { oldestFirst } from './oldestFirst.ts';

/** A disk for blobs that is only memory, and outlives what is opened on it. */
export interface MemoryBlobs {
  readonly rows: Map<Hex, { readonly row: BlobRow; readonly bytes: Uint8Array }>;
  /** What every write meets, or null. */
  fault: StoreFault | null;
}

export const createMemoryBlobs = (): MemoryBlobs => ({
  rows: new Map(),
  fault: null,
});

export function openMemoryBlobs(disk: MemoryBlobs = createMemoryBlobs()): Blobs {
  return {
    get: (sha) => Promise.resolve(ok(disk.rows.get(sha)?.bytes ?? null)),
    put: ({ sha, at }, bytes) => {
      if (disk.fault) return Promise.resolve(err(disk.fault));
      disk.rows.set(sha, { row: { sha, at, bytes: bytes.length }, bytes });
      return Promise.resolve(ok(undefined));
    },
    delete: (shas) => {
      for (const sha of shas) disk.rows.delete(sha);
      return Promise.resolve(ok(undefined));
    },
    list: () => {
      const rows = [...disk.rows.values()].map(({ row }) => row);
      return Promise.resolve(ok(rows.sort(oldestFirst)));
    },
    close: () => Promise.resolve(),
  };
}
