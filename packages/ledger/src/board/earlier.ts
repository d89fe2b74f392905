import type { Entry } from '../entry.ts';

/** By the writers' clocks, for people; equal minutes by id, so that replicas agree. */
export const earlier = (a: Entry, b: Entry): number =>
  a.time - b.time || (a.id < b.id ? -1 : 1);
