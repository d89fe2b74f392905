import { assert } from '@manyhands/base';
import type { EntryId, Hex, LogId } from '@manyhands/base';
import { isTombstone, isWhole, zeroId } from '@manyhands/ledger';
import type {
  Charter,
  ClaimedKey,
  Entry,
  Tombstone,
  LogItem,
  LogKind,
  LogName,
} from '@manyhands/ledger';
import { include, includes } from './ascending.ts';
import { Awaited } from './awaited.ts';
import { nameOfKey } from './certifying.ts';
import { EntryTable } from './entryTable.ts';
import { Erasures } from './erasures.ts';
import { Gaps } from './gaps.ts';
import type { AnnouncedGaps } from './gaps.ts';
import { DetachedEntries } from './detachedEntries.ts';
import { attempts, rootOf } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import { pairOf } from './pairs.ts';
import type { Pair } from './pairs.ts';

/**
 * One log as it is held: authentic from its first place to its last, which is never a
 * tombstone: what is erased at the end of a log is not there (B1).
 */
export interface HeldLog {
  readonly log: LogName;
  readonly logId: LogId;
  readonly pair: Pair;
  /** Its clientID in this document. */
  readonly number: number;
  readonly root: string;
  readonly items: LogItem[];
  /**
   * Places of entries whose own signature was checked, ascending. The last place is
   * always one, and behind each at most 31 entries stand before the next or a tombstone: a
   * run that ends at one of them is taken whole by everybody.
   */
  signedAt: number[];
  /** How many of `items` are tombstones. */
  tombstones: number;
  /** Places of tombstones that no erase names that holds: whoever has the bytes fills them (H3). */
  readonly gaps: Gaps;
  /**
   * Tombstones that follow, as far as is known, up to the first gap. Nobody's signature says so
   * while nothing stands behind them: they are neither told nor stored, and give way to
   * what is signed.
   */
  tail: readonly Tombstone[];
  /** How many places the document has; more than `items` until erased ends are purged. */
  written: number;
}

/** What has come to the end of a log, which is place `from`, all authentic. */
export interface Growth {
  readonly log: LogName;
  readonly logId: LogId;
  readonly from: number;
  readonly items: readonly LogItem[];
  readonly signedAt: readonly number[];
  readonly tail: readonly Tombstone[];
}

/** What becomes of a log in which some is erased, or a gap is filled. */
export interface Patch {
  readonly log: HeldLog;
  /** What stands at these places from now on. */
  readonly items: ReadonlyMap<number, LogItem>;
  readonly signedAt: readonly number[];
  /** What stands from here on falls: nothing covers it any more. */
  readonly length: number;
}

/** What became of a log by a patch. */
export interface Patched {
  /** Erased. */
  readonly gone: readonly Entry[];
  readonly filled: readonly Entry[];
  /** Covered by nothing any more. */
  readonly fallen: readonly Entry[];
}

/**
 * What a replica holds, and nothing about how it came. Only the gate's verdicts are
 * written in, in one synchronous step each.
 */
export class Holdings {
  /** In the order in which they were first held: a log comes after its certificate's. */
  readonly logs = new Map<LogId, HeldLog>();
  readonly entries = new EntryTable(
    ({ logId, seq }) => this.logs.get(logId)?.items[seq],
  );
  readonly detached = new DetachedEntries();
  /** The boards of which anything is held, with a chain or without. */
  readonly boards = new Map<LogId, LogName>();
  /** The entry that first certified a pair. */
  readonly certificates = new Map<Pair, Entry>();
  /** Entries held with a bad signature inside: without effect. */
  readonly unproven = new Set<EntryId>();
  /** Where logs are cut: beyond, nothing is told or asked for (R4). */
  readonly cuts = new Map<LogId, number>();
  /** Of those, the ones of which everybody hears (ledger/L10). */
  readonly firmCuts = new Set<LogId>();
  /** What waits until the key that signed it is rightly claimed, or who adds is certified. */
  readonly awaited = new Awaited();
  /** Which places the erases that are held name, and which of them hold. */
  readonly erasures = new Erasures();
  /** Logs of which something else may be told since `Telling` last looked. */
  readonly touched = new Set<LogId>();
  readonly #byPrefix = new Map<Hex, HeldLog>();
  readonly #byPair = new Map<Pair, LogId[]>();
  readonly #numbers = new Map<number, LogId>();
  readonly #numbering: Numbering;
  readonly #restsOn: (entry: Entry) => readonly EntryId[];

  /** `restsOn`: the entries that say whose key signed one, as the fold knows them. */
  constructor(
    numbering: Numbering,
    restsOn: (entry: Entry) => readonly EntryId[] = () => [],
  ) {
    this.#numbering = numbering;
    this.#restsOn = restsOn;
  }

  /** The statements that a certificate by a later key, or a guardian's word, rests on. */
  statementsBehind(entry: Entry): Entry[] {
    return this.#restsOn(entry).flatMap((id) => this.entries.get(id) ?? []);
  }

  /** How many places of logs are known, and how many of them are tombstones. */
  count(): { readonly places: number; readonly tombstones: number } {
    let places = 0;
    let tombstones = 0;
    for (const log of this.logs.values()) {
      places += log.items.length + log.tail.length;
      tombstones += log.tombstones + log.tail.length;
    }
    return { places, tombstones };
  }

  lengthOf(logId: LogId): number {
    return this.logs.get(logId)?.items.length ?? 0;
  }

  headOf(logId: LogId): EntryId {
    return this.logs.get(logId)?.items.at(-1)?.id ?? zeroId;
  }

  cutOf(logId: LogId): number {
    return this.cuts.get(logId) ?? Number.POSITIVE_INFINITY;
  }

  /** The same for a log that may not be held at all. */
  cutCalled(prefix: Hex): number {
    const held = this.called(prefix);
    if (held !== undefined) return this.cutOf(held.logId);
    for (const [logId, seq] of this.cuts) if (logId.startsWith(prefix)) return seq;
    return Number.POSITIVE_INFINITY;
  }

  /** How much of a log there is to tell of: up to the last entry before its cut. */
  announcedLengthOf({ logId, items }: HeldLog): number {
    let length = Math.min(items.length, this.cutOf(logId));
    for (
      let last = items[length - 1];
      last && isTombstone(last);
      last = items[length - 1]
    ) {
      length -= 1;
    }
    return length;
  }

  /** How much of it is known before its cut: told, and tombstones behind that which are no gaps. */
  knownLengthOf(log: HeldLog): number {
    const { items, gaps, tail } = log;
    const cut = this.cutOf(log.logId);
    const end = Math.min(items.length, cut);
    let length = this.announcedLengthOf(log);
    while (length < end && !gaps.has(length)) length += 1;
    return length < items.length ? length : Math.min(cut, length + tail.length);
  }

  /** The gaps in what is told of a log, if it has any. */
  gapsOf(log: HeldLog): AnnouncedGaps | null {
    return log.gaps.size === 0 ? null : log.gaps.before(this.announcedLengthOf(log));
  }

  /** Whether no run brings this entry to others: it has no chain here, or is cut off. */
  isApart(entry: Entry): boolean {
    return this.isDetached(entry) || entry.seq >= this.cutOf(entry.logId);
  }

  /** What its chain has of this entry: all of it, or a tombstone. */
  itemAs(entry: Entry): LogItem | undefined {
    const item = this.logs.get(entry.logId)?.items[entry.seq];
    return item === entry || item?.id === entry.id ? item : undefined;
  }

  /** Whether the entry is held whole, in its chain or alone. */
  has(entry: Entry): boolean {
    return (
      this.logs.get(entry.logId)?.items[entry.seq] === entry ||
      this.entries.has(entry.id)
    );
  }

  isDetached({ logId, id }: Entry): boolean {
    return this.detached.get(logId, id) !== undefined;
  }

  /** The log that the wire calls by the first 16 bytes of its id. */
  called(prefix: Hex): HeldLog | undefined {
    return this.#byPrefix.get(prefix);
  }

  /** The name of the pair's log of this kind, if it is held. */
  nameOf(kind: LogKind, pair: Pair): LogName | undefined {
    for (const logId of this.#byPair.get(pair) ?? []) {
      const log = this.logs.get(logId)?.log;
      if (log?.kind === kind) return log;
    }
    return undefined;
  }

  isCertified(log: LogName): boolean {
    return this.certificates.has(pairOf(log.member, log.device));
  }

  /**
   * Takes `entry` for what certifies a pair, and with it what waited for the pair's word:
   * from now on their logs are told.
   */
  certify(pair: Pair, entry: Entry): void {
    const due: (readonly [Pair, Entry])[] = [[pair, entry]];
    for (const [named, by] of due) {
      if (this.certificates.has(named)) continue;
      this.certificates.set(named, by);
      for (const logId of this.#byPair.get(named) ?? []) this.touched.add(logId);
      // Not spread: more may wait than a call has room for.
      for (const each of this.awaited.namedBy(named)) due.push(each);
      this.awaited.delete(named);
    }
  }

  /** A key was claimed: what it has signed certifies from now on. */
  believe(key: ClaimedKey): void {
    const name = nameOfKey(key);
    for (const [pair, enrolment] of this.awaited.namedBy(name))
      this.certify(pair, enrolment);
    this.awaited.delete(name);
  }

  /** The founding of a community with this charter. */
  foundingOf({ founder, device }: Charter): Entry | null {
    const first = this.certificates.get(pairOf(founder, device));
    return first?.content.type === 'community.found' ? first : null;
  }

  /** The log's number, free of collisions, `number` when a document already has one. */
  open(log: LogName, logId: LogId, number?: number): HeldLog {
    const held = this.logs.get(logId);
    if (held !== undefined) return held;
    const own = number ?? this.#freeNumber(logId);
    this.#numbers.set(own, logId);
    const pair = pairOf(log.member, log.device);
    const opened: HeldLog = {
      log,
      logId,
      pair,
      number: own,
      root: rootOf(log),
      items: [],
      signedAt: [],
      tombstones: 0,
      gaps: new Gaps(),
      tail: [],
      written: 0,
    };
    this.logs.set(logId, opened);
    this.#byPrefix.set(logId.slice(0, 32), opened);
    this.#byPair.set(pair, [...(this.#byPair.get(pair) ?? []), logId]);
    this.touched.add(logId);
    if (log.kind === 'board') this.boards.set(logId, log);
    return opened;
  }

  /** Answers the entries that came. */
  grow(growth: Growth, number?: number): readonly Entry[] {
    const held = this.open(growth.log, growth.logId, number);
    const { from, items } = growth;
    assert(from === held.items.length, 'a log grows at its end');
    const added = items.filter(isWhole);
    for (const entry of added) this.entries.take(entry);
    // Not spread: a log may be longer than a call has room for.
    for (const item of items) held.items.push(item);
    held.tombstones += items.length - added.length;
    for (const at of growth.signedAt) held.signedAt.push(at);
    held.tail = growth.tail;
    this.touched.add(growth.logId);
    return added;
  }

  /** What is erased becomes a tombstone, gaps are filled, and what nothing covers falls. */
  patch({ log, items, signedAt, length }: Patch): Patched {
    const gone: Entry[] = [];
    const filled: Entry[] = [];
    for (const [seq, item] of items) {
      const before = log.items[seq];
      if (before === undefined) continue;
      log.items[seq] = item;
      log.gaps.delete(seq);
      if (isWhole(before)) gone.push(before);
      if (isWhole(item)) filled.push(item);
    }
    log.tombstones += gone.length - filled.length;
    const fallen = log.items.splice(length);
    const tail = log.items
      .splice(log.items.findLastIndex(isWhole) + 1)
      .filter(isTombstone);
    log.tail = fallen.length > 0 ? tail : [...tail, ...log.tail];
    log.signedAt = signedAt.filter((at) => at < log.items.length);
    log.tombstones -= fallen.filter(isTombstone).length + tail.length;
    log.gaps.deleteFrom(log.items.length);
    for (const { id } of [...gone, ...fallen]) this.entries.delete(id);
    const stays = filled.filter(({ seq }) => seq < log.items.length);
    for (const entry of stays) this.entries.set(entry.id, entry);
    this.trimTail(log.logId);
    this.touched.add(log.logId);
    return { gone, filled: stays, fallen: fallen.filter(isWhole) };
  }

  /** Tombstones at an end are known up to the first that is a gap (H3). */
  trimTail(logId: LogId): void {
    const log = this.logs.get(logId);
    const gap =
      log?.tail.findIndex((tombstone) => !this.erasures.isHeld(tombstone)) ?? -1;
    if (log && gap >= 0) log.tail = log.tail.slice(0, gap);
  }

  /** Puts an entry in the place of itself, with a signature that is good. */
  mend(entry: Entry): void {
    const held = this.logs.get(entry.logId);
    if (held?.items[entry.seq]?.id !== entry.id) return;
    held.items[entry.seq] = entry;
    include(held.signedAt, entry.seq);
    this.entries.set(entry.id, entry);
  }

  keepDetached(entry: Entry): void {
    this.detached.add(entry);
    this.entries.set(entry.id, entry);
    if (entry.log.kind === 'board') this.boards.set(entry.logId, entry.log);
  }

  /** Whether the entry's own signature was looked at, so that it may travel alone. */
  isChecked(entry: Entry): boolean {
    return (
      this.isDetached(entry) ||
      includes(this.logs.get(entry.logId)?.signedAt ?? [], entry.seq)
    );
  }

  /** Drops from the detached ones what has come to the end of its chain. Answers what was dropped. */
  settleDetached({ logId, from, items }: Growth): readonly Entry[] {
    const settled = this.detached
      .within(logId, from, from + items.length)
      .filter(({ id, seq }) => items[seq - from]?.id === id);
    for (const entry of settled) this.detached.delete(entry);
    return settled;
  }

  /** Takes back an entry that has no chain. */
  dropDetached(entry: Entry): void {
    this.detached.delete(entry);
    if (this.entries.get(entry.id) === entry) this.entries.delete(entry.id);
  }

  /** Erases that hold, and that no run may bring to others. */
  *erasesApart(): Generator<Entry> {
    for (const erase of this.erasures.hidden()) if (!this.isApart(erase)) yield erase;
    for (const [logId, erases] of this.erasures.logs()) {
      if (!this.cuts.has(logId) && this.detached.placeCountOf(logId) === 0) continue;
      for (const erase of erases) {
        if (this.erasures.holds(erase) && this.isApart(erase)) yield erase;
      }
    }
  }

  #freeNumber(logId: LogId): number {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const number = this.#numbering(logId, attempt);
      if (!this.#numbers.has(number)) return number;
    }
    throw new Error('Bug: every number of a log is taken'); // 2^53 tries for each of four
  }
}
