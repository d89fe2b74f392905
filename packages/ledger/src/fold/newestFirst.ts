import type { Transfer } from './views.ts';

/** The newest day first; of one day, what was recorded last. */
export const newestFirst = (a: Transfer, b: Transfer): number =>
  b.day - a.day ||
  b.proposedAt - a.proposedAt ||
  compare(a.proposal, b.proposal) ||
  compare(a.party, b.party);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
