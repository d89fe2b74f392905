import type { BlobRow } from '@manyhands/replica';

/** The order in which blobs are listed: as they came, then by name. */
export const oldestFirst = (a: BlobRow, b: BlobRow): number =>
  a.at - b.at || (a.sha < b.sha ? -1 : 1);
