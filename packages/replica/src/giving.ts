import type { EntryId, Hex } from '@manyhands/base';
import { encodeTravelling, isTombstone, zeroId } from '@manyhands/ledger';
import type { LogItem } from '@manyhands/ledger';
import { bytesOf, itemBytes } from './asks.ts';
import { certificatePath, erasersOf } from './certificatePath.ts';
import type { HeldLog, Holdings } from './holdings.ts';
import { evidenceLimit, pageLimit } from './limits.ts';
import { encodePage, runItemOf } from './page.ts';
import type { Ask, Run } from './page.ts';
import type { GivenPage } from './types.ts';
import { Waiting } from './waiting.ts';
import type { Nearness } from './waiting.ts';

export { weighAsks } from './asks.ts';
export { evidenceFor } from './certificatePath.ts';
export { nearnessOf } from './waiting.ts';

/** Of a page, what certificates without their chain may take of it: the runs need some. */
const certificateRoom = pageLimit / 4;

// Upper bounds of what CBOR adds: heads, three names of 32 bytes and a number.
const runBytes = 128;
const pageBytes = 16;

/**
 * Fills one page with as much of `asks` as fits in `limitBytes`. Every run ends where
 * a signature was checked, or at a tombstone behind such a place, so that its receiver can
 * take it whole; for the same reason one stretch (up to 32 places) is given even if it
 * alone is more than the limit (P4). The erases that explain its tombstones go along (B1).
 */
export function fillPage(
  held: Holdings,
  asks: readonly Ask[],
  limitBytes: number,
  near: Nearness,
): GivenPage {
  const filling = new Filling(held, limitBytes);
  const waiting = new Waiting(held, asks, near);
  for (const [log, ask] of waiting.inOrder()) {
    const left = filling.add(log, ask);
    if (left !== null) return filling.finish([left, ...waiting.asks()]);
  }
  return filling.finish([]);
}

class Filling {
  readonly #held: Holdings;
  readonly #limit: number;
  readonly #runs: Run[] = [];
  readonly #evidence = new Map<EntryId, Uint8Array>();
  readonly #lengths = new Map<Hex, number>();
  /** Certificates that were looked behind for a log of this page. */
  readonly #walked = new Set<EntryId>();
  #bytes = pageBytes;
  #entries = 0;

  constructor(held: Holdings, limit: number) {
    this.#held = held;
    this.#limit = limit;
  }

  /**
   * Takes what fits; answers what is left of the ask. Once something is left nothing later
   * may be added before it: order is a promise.
   */
  add(log: HeldLog, ask: Ask): Ask | null {
    const certificates = this.#detachedCertificates(log, ask);
    const { end, evidence, bytes } = this.#stretchOf(log, ask, certificates);
    if (end === ask.from) return ask;
    for (const [id, travelling] of evidence) this.#evidence.set(id, travelling);
    this.#bytes += bytes;
    this.#entries += end - ask.from;
    this.#runs.push(runOf(log, ask.from, end));
    this.#lengths.set(ask.log, end);
    const wanted = Math.min(ask.from + ask.max, this.#held.announcedLengthOf(log));
    if (end >= wanted) return null;
    return { log: ask.log, from: end, max: wanted - end };
  }

  finish(rest: Ask[]): GivenPage {
    const [entries, lengths] = [this.#entries, this.#lengths];
    if (this.#runs.length === 0) return { page: null, rest, entries, lengths };
    const evidence = [...this.#evidence.values()];
    const page = encodePage({ evidence, runs: this.#runs });
    return { page, rest, entries, lengths };
  }

  /** As far as fits: up to a place where a run may end; nothing, if not so much does. */
  #stretchOf(log: HeldLog, ask: Ask, certificates: Evidence): Stretch {
    const told = this.#held.announcedLengthOf(log);
    const wanted = Math.min(ask.from + ask.max, told);
    // What stands just before a cut may be covered only by a signature beyond it.
    const mayPass = wanted === told && told < log.items.length;
    const evidence = new Map(certificates);
    let bytes = runBytes + costOf(certificates);
    let stretch: Stretch = { end: ask.from, evidence: certificates, bytes: 0 };
    let signed = firstFrom(log.signedAt, ask.from);
    for (let at = ask.from; at < log.items.length; at++) {
      const item = log.items[at];
      // A tombstone that nothing explains nobody would take.
      if (!item || (isTombstone(item) && !this.#held.erasures.isExplained(item))) break;
      bytes += bytesOf(item) + this.#explain(item, evidence);
      const isSignedHere = log.signedAt[signed] === at;
      if (isSignedHere) signed += 1;
      if (!isSignedHere && !(isTombstone(item) && stretch.end === at)) continue;
      const isFirst = stretch.end === ask.from;
      const isFirstOfAll = isFirst && this.#runs.length === 0;
      if (this.#bytes + bytes > this.#limit && !isFirstOfAll) break;
      if (this.#evidence.size + evidence.size > evidenceLimit) break;
      if (at >= wanted && !isFirst && !mayPass) break;
      const isMore = evidence.size > stretch.evidence.size;
      const explained = isMore ? new Map(evidence) : stretch.evidence;
      stretch = { end: at + 1, evidence: explained, bytes };
      if (at + 1 >= wanted) break;
    }
    return stretch;
  }

  /** Adds the erase that explains a tombstone, once for a page; answers its bytes. */
  #explain(item: LogItem, evidence: Map<EntryId, Uint8Array>): number {
    if (!isTombstone(item)) return 0;
    const erase = this.#held.erasures.find(item);
    if (!erase || this.#evidence.has(erase.id) || evidence.has(erase.id)) return 0;
    const travelling = encodeTravelling(erase);
    evidence.set(erase.id, travelling);
    return travelling.length + itemBytes;
  }

  /** Certificates that lead to this log, or to who erased in it, and that no run brings. */
  #detachedCertificates(log: HeldLog, ask: Ask): Evidence {
    const paths = [log, ...erasersOf(this.#held, log, ask)].flatMap((each) =>
      certificatePath(this.#held, each, { withFounding: true, seen: this.#walked }),
    );
    const apart = paths
      .filter((entry) => this.#held.isApart(entry))
      .filter((entry) => !this.#evidence.has(entry.id));
    const fitting = new Map<EntryId, Uint8Array>();
    let bytes = 0;
    // The nearest first: a way that is longer than a page is told as evidence (H7).
    for (const entry of apart.reverse()) {
      const travelling = encodeTravelling(entry);
      bytes += travelling.length + itemBytes;
      const isFull = this.#evidence.size + fitting.size >= evidenceLimit;
      if (bytes > certificateRoom || isFull) break;
      fitting.set(entry.id, travelling);
    }
    return fitting;
  }
}

type Evidence = ReadonlyMap<EntryId, Uint8Array>;

interface Stretch {
  readonly end: number;
  readonly evidence: Evidence;
  readonly bytes: number;
}

const costOf = (evidence: Evidence): number =>
  [...evidence.values()].reduce((sum, { length }) => sum + length + itemBytes, 0);

function runOf({ log, items }: HeldLog, from: number, end: number): Run {
  const { kind, member, device } = log;
  const prev = items[from - 1]?.id ?? zeroId;
  const stretch = items.slice(from, end).map(runItemOf);
  return { kind, member, device, from, prev, items: stretch };
}

/** The index of the first place that is not before `from`, of places in order. */
function firstFrom(places: readonly number[], from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
