import type { EntryId, Hex, LogId } from '@manyhands/base';
import { bodyHashOf } from './body.ts';
import { bodyOf } from './entry.ts';
import { entryIdOf } from './entryId.ts';
import type { Entry } from './entry.ts';
import { logIdOf } from './log.ts';
import type { LogName } from './log.ts';

/**
 * What stays of an erased board entry: its place, and the hash of its body, from which
 * its id follows (findings/A5). So a chain can be checked through it, and says nothing of it.
 */
export interface Tombstone {
  readonly log: LogName;
  readonly logId: LogId;
  readonly seq: number;
  readonly prev: EntryId;
  readonly id: EntryId;
  readonly bodyHash: Hex;
}

/** What can stand at a place of a log. */
export type LogItem = Entry | Tombstone;

export const isTombstone = (item: LogItem): item is Tombstone => 'bodyHash' in item;
export const isWhole = (item: LogItem): item is Entry => !isTombstone(item);

/** The tombstone at a place of `log`, after the id `prev`. */
export function tombstoneAt(
  log: LogName,
  seq: number,
  prev: EntryId,
  bodyHash: Hex,
): Tombstone {
  const logId = logIdOf(log);
  return { log, logId, seq, prev, id: entryIdOf(logId, seq, prev, bodyHash), bodyHash };
}

/** The tombstone that an entry leaves: nothing of its body is kept. */
export const tombstoneOf = (entry: Entry): Tombstone => {
  const { log, logId, seq, prev, id } = entry;
  return { log, logId, seq, prev, id, bodyHash: bodyHashOf(bodyOf(entry)) };
};

/** The hash of the body that stands, or stood, there. */
export const bodyHashAt = (item: LogItem): Hex =>
  isTombstone(item) ? item.bodyHash : bodyHashOf(bodyOf(item));
