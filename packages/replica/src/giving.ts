import type { EntryId, Hex, LogId, MemberId, PartyId } from '@manyhands/base';
import {
  carriedBy,
  encodeTravelling,
  isHole,
  isWhole,
  zeroId,
} from '@manyhands/ledger';
import type { Entry, Ledger, LogItem, LogName } from '@manyhands/ledger';
import { pairOf } from './holdings.ts';
import type { HeldLog, Holdings } from './holdings.ts';
import { evidenceLimit } from './limits.ts';
import { encodePage, runItemOf } from './page.ts';
import type { Ask, Run } from './page.ts';
import type { GivenPage } from './types.ts';

/** Whose logs come earlier than those of the rest. */
export interface Nearness {
  readonly asker: MemberId | null;
  readonly partners: ReadonlySet<PartyId>;
}

/** Those whom `asker` has hours with are near to them. */
export function nearnessOf(ledger: Ledger, asker: MemberId | null): Nearness {
  const partners = new Set<PartyId>();
  if (asker === null) return { asker, partners };
  for (const { proposer, party } of ledger.transfersOf(asker)) {
    partners.add(proposer === asker ? party : proposer);
  }
  return { asker, partners };
}

// Upper bounds of what CBOR adds: heads, three names of 32 bytes and a number.
const runBytes = 128;
const itemBytes = 3;
const holeBytes = 33;
const pageBytes = 16;

/**
 * Fills one page with as much of `asks` as fits in `limitBytes`. Every run ends where
 * a signature was checked, or at a hole behind such a place, so that its receiver can
 * take it whole; for the same reason one stretch (up to 32 places) is given even if it
 * alone is more than the limit. The erases that explain its holes go along (B1).
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
    const certificates = this.#looseCertificates(log, ask.from);
    const { end, evidence, bytes } = this.#stretchOf(log, ask, certificates);
    if (end === ask.from) return ask;
    for (const [id, travelling] of evidence) this.#evidence.set(id, travelling);
    this.#bytes += bytes;
    this.#entries += end - ask.from;
    this.#runs.push(runOf(log, ask.from, end));
    this.#lengths.set(ask.log, end);
    const wanted = Math.min(ask.from + ask.max, this.#held.toldLengthOf(log));
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
    const told = this.#held.toldLengthOf(log);
    const wanted = Math.min(ask.from + ask.max, told);
    // What stands just before a cut may be covered only by a signature beyond it.
    const mayPass = wanted === told && told < log.items.length;
    const evidence = new Map(certificates);
    let bytes = runBytes + costOf(certificates);
    let stretch: Stretch = { end: ask.from, evidence: certificates, bytes: 0 };
    let signed = log.signedAt.findIndex((at) => at >= ask.from);
    for (let at = ask.from; at < log.items.length; at++) {
      const item = log.items[at];
      // A hole that nothing explains nobody would take.
      if (!item || (isHole(item) && !this.#held.erasures.isExplained(item))) break;
      bytes += bytesOf(item) + this.#explain(item, evidence);
      const isSignedHere = log.signedAt[signed] === at;
      if (isSignedHere) signed += 1;
      if (!isSignedHere && !(isHole(item) && stretch.end === at)) continue;
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

  /** Adds the erase that explains a hole, once for a page; answers its bytes. */
  #explain(item: LogItem, evidence: Map<EntryId, Uint8Array>): number {
    if (!isHole(item)) return 0;
    const erase = this.#held.erasures.find(item);
    if (!erase || this.#evidence.has(erase.id) || evidence.has(erase.id)) return 0;
    const travelling = encodeTravelling(erase);
    evidence.set(erase.id, travelling);
    return travelling.length + itemBytes;
  }

  /** Certificates that lead to this log, or to who erased in it, and that no run brings. */
  #looseCertificates(log: HeldLog, from: number): Evidence {
    const paths = [log, ...erasersOf(this.#held, log, from)].flatMap((each) =>
      certificatePath(this.#held, each, { withFounding: true }),
    );
    const apart = paths
      .filter((entry) => this.#held.isApart(entry))
      .filter((entry) => !this.#evidence.has(entry.id))
      .slice(0, evidenceLimit - this.#evidence.size);
    return new Map(apart.map((entry) => [entry.id, encodeTravelling(entry)]));
  }
}

type Evidence = ReadonlyMap<EntryId, Uint8Array>;

interface Stretch {
  readonly end: number;
  readonly evidence: Evidence;
  readonly bytes: number;
}

const bytesOf = (item: LogItem): number =>
  (isHole(item) ? holeBytes : item.stored.length) + itemBytes;

const costOf = (evidence: Evidence): number =>
  [...evidence.values()].reduce((sum, { length }) => sum + length + itemBytes, 0);

/** The bytes of what is asked for, as far as it is held: how much a pull will be. */
export function weighAsks(held: Holdings, asks: readonly Ask[]): number {
  let bytes = 0;
  for (const { log, from, max } of asks) {
    const items = held.called(log)?.items ?? [];
    const end = Math.min(from + max, items.length);
    for (let at = from; at < end; at++) {
      const item = items[at];
      if (item !== undefined) bytes += bytesOf(item);
    }
  }
  return bytes;
}

function runOf({ log, items }: HeldLog, from: number, end: number): Run {
  const { kind, member, device } = log;
  const prev = items[from - 1]?.id ?? zeroId;
  const stretch = items.slice(from, end).map(runItemOf);
  return { kind, member, device, from, prev, items: stretch };
}

/** Other logs whose devices erased something in this one from place `from` on. */
function erasersOf(held: Holdings, log: HeldLog, from: number): Entry[] {
  const erasers = new Map<LogId, Entry>();
  if (log.holes === 0) return [];
  for (const item of log.items.slice(from)) {
    if (!isHole(item)) continue;
    const erase = held.erasures.find(item);
    if (erase && erase.logId !== log.logId) erasers.set(erase.logId, erase);
  }
  return [...erasers.values()];
}

/**
 * The certificates from the founder to this log's device, farthest first, with the
 * statements that say with whose key the later ones are signed; the founding if asked.
 */
function certificatePath(
  held: Holdings,
  { log }: { readonly log: HeldLog['log'] },
  { withFounding = false } = {},
): Entry[] {
  const path = new Map<EntryId, Entry>();
  const behind = (of: LogName): Entry | undefined =>
    held.certificates.get(pairOf(of.member, of.device));
  // A worklist: who let in whom may be a chain of thousands.
  const turn = [behind(log)];
  for (let i = 0; i < turn.length; i++) {
    const found = turn[i];
    if (found === undefined) continue;
    // Who carried their own certificate cannot prove themself by what they wrote.
    const isOwnWord = behind(found.log) === found;
    const at = isOwnWord ? carriedBy(found) : found;
    if (path.has(at.id)) continue;
    const isFounding = at.content.type === 'community.found';
    if (isFounding && !withFounding) continue;
    path.set(at.id, at);
    if (!isFounding) turn.push(behind(at.log), ...held.keys.statementsBehind(at));
  }
  return [...path.values()].reverse();
}

/** The nearest certificates that lead to a log, travelling; none, if one cannot. */
export function evidenceFor(held: Holdings, log: LogName): Uint8Array[] {
  const nearest = certificatePath(held, { log }).slice(-evidenceLimit);
  const canTravel = nearest.every((entry) => held.isChecked(entry));
  return canTravel ? nearest.map(encodeTravelling) : [];
}

/**
 * The asks that can be answered, in the order in which to answer them: nearest first
 * (B10), and before each the log that certifies it, if that is asked for too. Found one
 * after the other: a page has room for few of thousands.
 */
class Waiting {
  readonly #held: Holdings;
  readonly #wanted: Map<LogId, [HeldLog, Ask]>;
  /** Whose turn has begun: two that certify each other would wait for ever. */
  readonly #begun = new Set<LogId>();

  constructor(held: Holdings, asks: readonly Ask[], near: Nearness) {
    this.#held = held;
    const found: [HeldLog, Ask][] = [];
    for (const ask of asks) {
      const log = held.called(ask.log);
      if (log === undefined || !held.isCertified(log.log)) continue;
      if (ask.from < held.toldLengthOf(log)) found.push([log, ask]);
    }
    found.sort(([a], [b]) => distance(a, near) - distance(b, near));
    this.#wanted = new Map(found.map((each) => [each[0].logId, each]));
  }

  *inOrder(): Generator<[HeldLog, Ask]> {
    for (const logId of this.#wanted.keys()) yield* this.#take(logId);
  }

  /** Those that have not come yet. */
  asks(): Ask[] {
    return [...this.#wanted.values()].map(([, ask]) => ask);
  }

  *#take(logId: LogId): Generator<[HeldLog, Ask]> {
    const found = this.#wanted.get(logId);
    if (found === undefined || this.#begun.has(logId)) return;
    this.#begun.add(logId);
    const [log, { from }] = found;
    for (const each of [log, ...erasersOf(this.#held, log, from)]) {
      for (const entry of certificatePath(this.#held, each))
        yield* this.#take(entry.logId);
    }
    this.#wanted.delete(logId);
    yield found;
  }
}

function distance({ log, items }: HeldLog, near: Nearness): number {
  const [first] = items;
  if (first && isWhole(first) && first.content.type === 'community.found') return 0;
  if (log.member === near.asker) return 1;
  if (near.partners.has(log.member)) return 2;
  return 3;
}
