import type { Entry } from '../entry.ts';

/** By the writers' clocks, for people; equal minutes by id, so that replicas agree. */
export const earlier = (a: Entry, b: Entry): number =>
  a.time - b.time || (a.id < b.id ? -1 : 1);

/** The same of what is shown of entries. */
export const earliestFirst = (
  a: { readonly entry: Entry },
  b: { readonly entry: Entry },
): number => earlier(a.entry, b.entry);
