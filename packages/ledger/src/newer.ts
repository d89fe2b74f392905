import type { EntryId } from '@manyhands/base';

/** One version of something that is written anew when it changes. */
interface Version {
  readonly rev: number;
  readonly id: EntryId;
}

/** Whether `a` counts before `b`: the highest `rev`, then the highest id (B12). */
export const isNewer = (a: Version, b: Version): boolean =>
  a.rev !== b.rev ? a.rev > b.rev : a.id > b.id;
