import { err, ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import { equalBytes } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import {
  bodyHashAt,
  bodyHashOf,
  tombstoneAt,
  isTombstone,
  readEntry,
  signatureLength,
} from '@manyhands/ledger';
import type { Tombstone, LogItem, LogName } from '@manyhands/ledger';
import type { Breathe } from './breathing.ts';
import type { Run, RunItem } from './page.ts';

/** Whether any erase is known that names a tombstone. */
export type Explains = (tombstone: Tombstone) => boolean;

export interface ReadRun {
  readonly items: readonly LogItem[];
  /** It goes on with a tombstone that no erase is known for. */
  readonly isCut: boolean;
}

/** Every tombstone believed: for what is compared and not kept, and for what this device has kept. */
export const allExplained: Explains = () => true;

/**
 * Reads the items of a run as the stretch of `log` that follows the id `prev`. A tombstone is
 * read only behind an erase that names it. `ids`: what another thread has found them to be.
 */
export function readRun(
  log: LogName,
  from: number,
  prev: EntryId,
  runItems: readonly RunItem[],
  isExplained: Explains,
  ids: readonly EntryId[] = [],
): Result<ReadRun, Malformed> {
  const items: LogItem[] = [];
  let before = prev;
  for (const runItem of runItems) {
    const at = items.length;
    const read = readItem(log, from + at, before, runItem, ids[at]);
    if (!read.ok) return err(read.error);
    const item = read.value;
    if (isTombstone(item) && !isExplained(item)) return ok({ items, isCut: true });
    items.push(item);
    before = item.id;
  }
  return ok({ items, isCut: false });
}

/** Items that are read and hashed without a pause: a millisecond, four on a slow phone. */
const readAtOnce = 64;

/** The same, with pauses where it is time for one. */
export async function readRunInSteps(
  log: LogName,
  { from, prev, items }: Pick<Run, 'from' | 'prev' | 'items'>,
  isExplained: Explains,
  breathe: Breathe | undefined,
  ids: readonly EntryId[] = [],
): Promise<Result<ReadRun, Malformed>> {
  if (items.length <= readAtOnce)
    return readRun(log, from, prev, items, isExplained, ids);
  const all: LogItem[] = [];
  for (let at = 0; at < items.length; at += readAtOnce) {
    const step = items.slice(at, at + readAtOnce);
    const before = all.at(-1)?.id ?? prev;
    const known = ids.slice(at, at + readAtOnce);
    const run = readRun(log, from + at, before, step, isExplained, known);
    if (!run.ok) return run;
    for (const item of run.value.items) all.push(item);
    if (run.value.isCut) return ok({ items: all, isCut: true });
    const pause = breathe?.();
    if (pause !== undefined) await pause;
  }
  return ok({ items: all, isCut: false });
}

function readItem(
  log: LogName,
  seq: number,
  prev: EntryId,
  item: RunItem,
  id?: EntryId,
): Result<LogItem, Malformed> {
  if (item instanceof Uint8Array) return readEntry(log, seq, prev, item, id);
  // One that was read at this very place before need not be hashed again.
  if (isTombstoneAt(item, seq, prev)) return ok(item);
  return ok(tombstoneAt(log, seq, prev, item.bodyHash));
}

/** Whether both have the same body; of a tombstone its hash is known. */
export function haveEqualBodies(ours: LogItem, theirs: RunItem): boolean {
  if (!(theirs instanceof Uint8Array)) return bodyHashAt(ours) === theirs.bodyHash;
  const body = theirs.subarray(0, -signatureLength);
  return isTombstone(ours)
    ? bodyHashOf(body) === ours.bodyHash
    : equalBytes(ours.stored.subarray(0, -signatureLength), body);
}

const isTombstoneAt = (
  item: Partial<Tombstone>,
  seq: number,
  prev: EntryId,
): item is Tombstone => item.seq === seq && item.prev === prev;
