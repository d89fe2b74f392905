import type { CommunityId, LogId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { isTombstone, logIdOf, zeroId } from '@manyhands/ledger';
import type { LogItem, LogKind, LogName } from '@manyhands/ledger';
import * as Y from 'yjs';
import type { Holdings } from '../holdings.ts';
import { attempts, logOfRoot } from '../numbering.ts';
import type { Numbering } from '../numbering.ts';
import type { Run, RunItem } from '../page.ts';
import { tombstoneLength } from '../store.ts';
import type { Attached } from '../store.ts';

/** All that a document has of one log. */
export type NamedRun = Run & { readonly log: LogName };

/**
 * What a document read from a disk says, before anything of it is believed. Whatever
 * is not of the one shape that canonical updates give (P1) is a flaw; a log is read up
 * to its first.
 */
export interface Inspected {
  readonly runs: readonly NamedRun[];
  readonly numbers: ReadonlyMap<LogId, number>;
  readonly entries: number;
  /** Structs, deletions and waiting updates that no replica would have written. */
  readonly flaws: number;
}

export function inspect(
  doc: Y.Doc,
  community: CommunityId,
  numbering: Numbering,
): Inspected {
  const roots = new Map<unknown, string>();
  for (const [name, type] of doc.share) roots.set(type, name);
  const runs: NamedRun[] = [];
  const numbers = new Map<LogId, number>();
  let flaws = doc.store.pendingStructs ? 1 : 0;
  if (doc.store.pendingDs) flaws += 1;
  let entries = 0;
  for (const [number, structs] of doc.store.clients) {
    const [first] = structs;
    const parent = first instanceof Y.Item ? first.parent : null;
    const log = logOfRoot(community, roots.get(parent) ?? '');
    if (log === null || !isNumberOf(number, log, numbering)) {
      flaws += structs.length;
      continue;
    }
    const items = readItems(structs, log.kind);
    if (items.length < Y.getState(doc.store, number)) flaws += 1;
    if (items.length === 0) continue;
    numbers.set(logIdOf(log), number);
    entries += items.length;
    const { kind, member, device } = log;
    runs.push({ kind, member, device, from: 0, prev: zeroId, items, log });
  }
  return { runs, numbers, entries, flaws };
}

function isNumberOf(number: number, log: LogName, numbering: Numbering): boolean {
  const logId = logIdOf(log);
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (numbering(logId, attempt) === number) return true;
  }
  return false;
}

/**
 * The items of one client up to the first struct of another kind. That each follows the
 * one before it the store has seen (P2); what they say, and in what order, the gate sees.
 */
function readItems(structs: readonly (Y.Item | Y.GC)[], kind: LogKind): RunItem[] {
  const items: RunItem[] = [];
  for (const struct of structs) {
    if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentAny)) break;
    for (const item of struct.content.arr as unknown[]) {
      if (!(item instanceof Uint8Array)) return items;
      if (item.length !== tombstoneLength) items.push(item);
      else if (kind === 'board') items.push({ bodyHash: toHex(item) });
      else return items; // the ledger has no tombstones
    }
  }
  return items;
}

/** What became of a document that was read from a disk. */
export interface Compared {
  /** Places in good order. */
  readonly kept: number;
  readonly lost: number;
  /** It says what is held, and no byte that is erased. */
  readonly isClean: boolean;
}

/** Compares what a document says with what the gate let in of it: `kept` places. */
export function compare(
  { runs, entries, flaws }: Inspected,
  held: Holdings,
  { quarantined }: Attached,
  kept: number,
): Compared {
  let isClean = true;
  for (const run of runs) {
    const log = held.logs.get(logIdOf(run.log));
    if (log) log.written = run.items.length;
    isClean &&= saysTheSame(run, log?.items ?? []);
  }
  return { kept, lost: entries - kept + flaws + quarantined, isClean };
}

const saysTheSame = (run: Run, items: readonly LogItem[]): boolean =>
  run.items.length === items.length &&
  items.every(
    (item, at) => isTombstone(item) === !(run.items[at] instanceof Uint8Array),
  );
