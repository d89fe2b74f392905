import type { Hex } from '@manyhands/base';
import { isTombstone } from '@manyhands/ledger';
import type { LogItem } from '@manyhands/ledger';
import type { HeldLog, Holdings } from './holdings.ts';
import type { Ask } from './page.ts';

// Upper bounds of what CBOR adds to an item of a run.
export const itemBytes = 3;
export const tombstoneBytes = 33;

/** What an item of a run counts for. */
export const bytesOf = (item: LogItem): number =>
  (isTombstone(item) ? tombstoneBytes : item.stored.length) + itemBytes;

/**
 * The bytes of what is asked for, as far as it is held: how much a pull will be. Taken from
 * running sums, so that an ask costs the same whatever it asks for.
 */
export function weighAsks(held: Holdings, asks: readonly Ask[]): number {
  let bytes = 0;
  for (const { log: name, from, max } of mergeAsks(asks)) {
    const log = held.called(name);
    if (log !== undefined)
      bytes += Math.max(0, sumOf(log, from + max) - sumOf(log, from));
  }
  return bytes;
}

/** One ask for each log: those that name one more than once are asked together. */
export function mergeAsks(asks: readonly Ask[]): Ask[] {
  const merged = new Map<Hex, Ask>();
  for (const ask of asks) {
    const before = merged.get(ask.log) ?? ask;
    const from = Math.min(before.from, ask.from);
    const to = Math.max(before.from + before.max, ask.from + ask.max);
    merged.set(ask.log, { log: ask.log, from, max: to - from });
  }
  return [...merged.values()];
}

/** The bytes of a log up to every so many places, as long as these stand there. */
interface Sums {
  readonly upTo: number[];
  /** How many places are summed, the last of them, and how many of them are tombstones. */
  length: number;
  last: LogItem | undefined;
  tombstones: number;
  bytes: number;
}
const sumEvery = 64;
const sumsByLog = new WeakMap<HeldLog, Sums>();

/** The bytes of the places before `end`. */
function sumOf(log: HeldLog, end: number): number {
  const { upTo } = sumsOf(log);
  const whole = Math.floor(Math.min(end, log.items.length) / sumEvery);
  const rest = log.items.slice(whole * sumEvery, end);
  return rest.reduce((sum, item) => sum + bytesOf(item), upTo[whole] ?? 0);
}

function sumsOf(log: HeldLog): Sums {
  const known = sumsByLog.get(log);
  const sums = known && isStill(known, log) ? known : noSums();
  for (const item of log.items.slice(sums.length)) {
    sums.bytes += bytesOf(item);
    sums.tombstones += isTombstone(item) ? 1 : 0;
    sums.length += 1;
    sums.last = item;
    if (sums.length % sumEvery === 0) sums.upTo.push(sums.bytes);
  }
  sumsByLog.set(log, sums);
  return sums;
}

const noSums = (): Sums => ({
  upTo: [0],
  length: 0,
  last: undefined,
  tombstones: 0,
  bytes: 0,
});

/** Whether what was summed stands there still: nothing was erased or filled in between. */
function isStill(
  { length, last, tombstones }: Sums,
  { items, ...log }: HeldLog,
): boolean {
  if (items[length - 1] !== last) return false;
  const since = items.slice(length).filter(isTombstone).length;
  return log.tombstones - since === tombstones;
}
