import type { CommunityId, LogId } from '@manyhands/base';
import { logIdOf, zeroId } from '@manyhands/ledger';
import type { LogName } from '@manyhands/ledger';
import * as Y from 'yjs';
import { attempts, logOfRoot } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import type { Run } from './page.ts';

/**
 * What a document read from a disk says, before anything of it is believed. Whatever
 * is not of the one shape that canonical updates give (P1) is a flaw; a log is read up
 * to its first.
 */
export interface Inspected {
  readonly runs: readonly Run[];
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
  const runs: Run[] = [];
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
    const items = readItems(structs, parent);
    if (items.length < Y.getState(doc.store, number)) flaws += 1;
    if (items.length === 0) continue;
    numbers.set(logIdOf(log), number);
    entries += items.length;
    const { kind, member, device } = log;
    runs.push({ kind, member, device, from: 0, prev: zeroId, items });
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

/** The entries of one client up to the first struct of another shape. */
function readItems(structs: readonly (Y.Item | Y.GC)[], parent: unknown): Uint8Array[] {
  const items: Uint8Array[] = [];
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !isPlain(struct, parent)) break;
    if (struct.id.clock !== items.length || !followsOn(struct)) break;
    if (!(struct.content instanceof Y.ContentAny)) break;
    for (const item of struct.content.arr as unknown[]) {
      if (!(item instanceof Uint8Array)) return items;
      items.push(item);
    }
  }
  return items;
}

const isPlain = (item: Y.Item, parent: unknown): boolean =>
  item.parent === parent && item.parentSub === null && item.rightOrigin === null;

function followsOn({ id, origin }: Y.Item): boolean {
  if (id.clock === 0) return origin === null;
  return origin?.client === id.client && origin.clock === id.clock - 1;
}
