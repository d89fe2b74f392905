import type { EntryId } from '@manyhands/base';

/** One version of something that is written anew when it changes. */
interface Version {
  readonly rev: number;
  readonly id: EntryId;
}

/** Whether `a` counts before `b`: the highest `rev`, then the highest id (B12). */
export const isNewer = (a: Version, b: Version): boolean =>
  a.rev !== b.rev ? a.rev > b.rev : a.id > b.id;

/** The highest round and revision: beyond, one stays there and the id decides. */
export const lastRev = 2 ** 32 - 1;

/** What comes after these, of which there may be none: 0 is the first. */
export const revAfter = (...revs: readonly number[]): number =>
  Math.min(Math.max(-1, ...revs) + 1, lastRev);
