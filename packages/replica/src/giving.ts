import type { EntryId, LogId, MemberId, PartyId } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry, Ledger, LogName } from '@manyhands/ledger';
import { pairOf } from './holdings.ts';
import type { HeldLog, Holdings } from './holdings.ts';
import { evidenceLimit } from './limits.ts';
import { encodePage } from './page.ts';
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
const pageBytes = 16;

/**
 * Fills one page with as much of `asks` as fits in `limitBytes`. Every run ends where
 * a signature was checked, so that its receiver can take it whole; for the same reason
 * one stretch (up to 32 entries) is given even if it alone is more than the limit.
 */
export function fillPage(
  held: Holdings,
  asks: readonly Ask[],
  limitBytes: number,
  near: Nearness,
): GivenPage {
  const filling = new Filling(held, limitBytes);
  const rest: Ask[] = [];
  for (const [log, ask] of orderAsks(held, asks, near)) {
    const left = filling.add(log, ask);
    if (left !== null) rest.push(left);
  }
  return filling.finish(rest);
}

class Filling {
  readonly #held: Holdings;
  readonly #limit: number;
  readonly #runs: Run[] = [];
  readonly #evidence = new Map<EntryId, Uint8Array>();
  #bytes = pageBytes;
  #entries = 0;
  #full = false;

  constructor(held: Holdings, limit: number) {
    this.#held = held;
    this.#limit = limit;
  }

  /** Takes what fits; answers what is left of the ask. */
  add(log: HeldLog, ask: Ask): Ask | null {
    // Once something did not fit nothing later goes in before it: order is a promise.
    if (this.#full) return ask;
    const evidence = this.#looseCertificates(log);
    const cost = evidence.reduce((sum, [, bytes]) => sum + bytes.length + itemBytes, 0);
    const end = this.#endOf(log, ask, cost + runBytes);
    if (end === ask.from) {
      this.#full = true;
      return ask;
    }
    for (const [id, bytes] of evidence) this.#evidence.set(id, bytes);
    const entries = log.entries.slice(ask.from, end);
    this.#bytes += cost + runBytes + bytesOf(entries);
    this.#entries += entries.length;
    this.#runs.push(runOf(log, entries));
    const wanted = Math.min(ask.from + ask.max, this.#held.toldLengthOf(log));
    if (end >= wanted) return null;
    this.#full = true;
    return { log: ask.log, from: end, max: wanted - end };
  }

  finish(rest: Ask[]): GivenPage {
    if (this.#runs.length === 0) return { page: null, rest, entries: 0 };
    const evidence = [...this.#evidence.values()];
    const page = encodePage({ evidence, runs: this.#runs });
    return { page, rest, entries: this.#entries };
  }

  /** The last checked signature that fits, as the place after it; `from` if none does. */
  #endOf(log: HeldLog, ask: Ask, cost: number): number {
    const told = this.#held.toldLengthOf(log);
    const wanted = Math.min(ask.from + ask.max, told);
    // What stands just before a cut may be covered only by a signature beyond it.
    const mayPass = wanted === told && told < log.entries.length;
    let bytes = this.#bytes + cost;
    let at = ask.from;
    let end = ask.from;
    for (const signed of log.signedAt) {
      if (signed < ask.from) continue;
      bytes += bytesOf(log.entries.slice(at, signed + 1));
      at = signed + 1;
      const first = end === ask.from;
      if (bytes > this.#limit && !(first && this.#runs.length === 0)) break;
      if (at > wanted && !first && !mayPass) break;
      end = at;
      if (at >= wanted) break;
    }
    return end;
  }

  /** Certificates that lead to this log and that no run brings. */
  #looseCertificates(log: HeldLog): [EntryId, Uint8Array][] {
    return certificatePath(this.#held, log, { withFounding: true })
      .filter((entry) => this.#held.isApart(entry))
      .filter((entry) => !this.#evidence.has(entry.id))
      .slice(0, evidenceLimit - this.#evidence.size)
      .map((entry) => [entry.id, encodeTravelling(entry)]);
  }
}

const bytesOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => sum + entry.stored.length + itemBytes, 0);

function runOf(log: HeldLog, entries: readonly Entry[]): Run {
  const { kind, member, device } = log.log;
  const [first] = entries;
  if (first === undefined) throw new Error('Bug: a run of nothing');
  const items = entries.map((entry) => entry.stored);
  return { kind, member, device, from: first.seq, prev: first.prev, items };
}

/**
 * The certificates from the founder to this log's device, farthest first, with the
 * statements that say with whose key the later ones are signed; the founding if asked.
 */
export function certificatePath(
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
    const at = turn[i];
    if (at === undefined || path.has(at.id)) continue;
    const isFounding = at.content.type === 'community.found';
    if (isFounding && !withFounding) continue;
    path.set(at.id, at);
    if (!isFounding) turn.push(behind(at.log), ...held.keys.statementsBehind(at));
  }
  return [...path.values()].reverse();
}

/**
 * The asks that can be answered, in the order in which to answer them: nearest first
 * (B10), and before each the log that certifies it, if that is asked for too.
 */
function orderAsks(
  held: Holdings,
  asks: readonly Ask[],
  near: Nearness,
): Map<HeldLog, Ask> {
  const wanted = new Map<LogId, [HeldLog, Ask]>();
  for (const ask of asks) {
    const log = held.called(ask.log);
    if (log === undefined || !held.isCertified(log.log)) continue;
    if (ask.from < held.toldLengthOf(log)) wanted.set(log.logId, [log, ask]);
  }
  const ordered = new Map<HeldLog, Ask>();
  const place = (logId: LogId): void => {
    const found = wanted.get(logId);
    if (found === undefined) return;
    wanted.delete(logId);
    for (const entry of certificatePath(held, found[0])) place(entry.logId);
    ordered.set(...found);
  };
  const nearest = [...wanted.values()].sort(
    ([a], [b]) => distance(a, near) - distance(b, near),
  );
  for (const [log] of nearest) place(log.logId);
  return ordered;
}

function distance({ log, entries }: HeldLog, near: Nearness): number {
  if (entries[0]?.content.type === 'community.found') return 0;
  if (log.member === near.asker) return 1;
  if (near.partners.has(log.member)) return 2;
  return 3;
}
