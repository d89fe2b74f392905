import { err, ok } from '@manyhands/base';
import type { EntryId, Result } from '@manyhands/base';
import type { Malformed } from '@manyhands/codec';
import { holeAt, holeOf, readEntry } from '@manyhands/ledger';
import type { Entry, Hole, LogItem, LogName } from '@manyhands/ledger';
import type { RunItem } from './page.ts';

/** What the reader of a run knows of erased places. */
export interface KnownErasures {
  isErased(entry: Entry): boolean;
  isExplained(hole: Hole): boolean;
}

/** A run as it may be held: erased bytes are gone from it already. */
export interface ReadRun {
  readonly items: readonly LogItem[];
  /** It goes on with a hole that no erase is known for. */
  readonly isCut: boolean;
  /** Bytes came that are erased here. */
  readonly hadErased: boolean;
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
  let hadErased = false;
  let before = prev;
  for (const runItem of runItems) {
    const read = readItem(log, from + items.length, before, runItem);
    if (!read.ok) return err(read.error);
    let item = read.value;
    if ('bodyHash' in item) {
      if (!erasures.isExplained(item)) return ok({ items, isCut: true, hadErased });
    } else if (erasures.isErased(item)) {
      item = holeOf(item);
      hadErased = true;
    }
    items.push(item);
    before = item.id;
  }
  return ok({ items, isCut: false, hadErased });
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
