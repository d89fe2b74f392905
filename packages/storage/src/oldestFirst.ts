import type { PictureRow } from '@manyhands/replica';

/** The order in which pictures are listed: as they came, then by name. */
export const oldestFirst = (a: PictureRow, b: PictureRow): number =>
  a.at - b.at || (a.sha < b.sha ? -1 : 1);
