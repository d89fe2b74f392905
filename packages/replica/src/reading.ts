import { err, ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import { equalBytes } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import {
  bodyHashAt,
  bodyHashOf,
  holeAt,
  holeOf,
  isHole,
  isWhole,
  readEntry,
  signatureLength,
} from '@manyhands/ledger';
import type { Entry, Hole, LogItem, LogName } from '@manyhands/ledger';
import type { RunItem } from './page.ts';

/** What the reader of a run knows of erased places. */
export interface KnownErasures {
  isErased(entry: Entry): boolean;
  isExplained(hole: Hole): boolean;
}

export interface ReadRun {
  /** The run as it may be held: erased bytes are gone from it already. */
  readonly items: readonly LogItem[];
  /** The same as its sender has it, who may not know of an erase; null if it differs in nothing. */
  readonly sent: readonly LogItem[] | null;
  /** It goes on with a hole that no erase is known for. */
  readonly isCut: boolean;
}

/** Everything whole, and no hole believed: for what is compared and not kept. */
export const nothingErased: KnownErasures = {
  isErased: () => false,
  isExplained: () => true,
};

/**
 * Reads the items of a run as the stretch of `log` that follows the id `prev`. What an
 * erase names becomes a hole, and a hole is read only behind the erase that names it.
 */
export function readRun(
  log: LogName,
  from: number,
  prev: EntryId,
  runItems: readonly RunItem[],
  erasures: KnownErasures,
): Result<ReadRun, Malformed> {
  const items: LogItem[] = [];
  let sent: LogItem[] | null = null;
  let before = prev;
  for (const runItem of runItems) {
    const read = readItem(log, from + items.length, before, runItem);
    if (!read.ok) return err(read.error);
    const item = read.value;
    const isErased = isWhole(item) && erasures.isErased(item);
    if (isHole(item) && !erasures.isExplained(item)) {
      return ok({ items, sent, isCut: true });
    }
    if (isErased) sent ??= [...items];
    sent?.push(item);
    items.push(isErased ? holeOf(item) : item);
    before = item.id;
  }
  return ok({ items, sent, isCut: false });
}

function readItem(
  log: LogName,
  seq: number,
  prev: EntryId,
  item: RunItem,
): Result<LogItem, Malformed> {
  if (item instanceof Uint8Array) return readEntry(log, seq, prev, item);
  return ok(holeAt(log, seq, prev, item.bodyHash));
}

/** Whether both have the same body; of a hole its hash is known. */
export function haveEqualBodies(ours: LogItem, theirs: RunItem): boolean {
  if (!(theirs instanceof Uint8Array)) return bodyHashAt(ours) === theirs.bodyHash;
  const body = theirs.subarray(0, -signatureLength);
  return isHole(ours)
    ? bodyHashOf(body) === ours.bodyHash
    : equalBytes(ours.stored.subarray(0, -signatureLength), body);
}
