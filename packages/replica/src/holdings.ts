import { assert } from '@manyhands/base';
import type { DeviceKey, EntryId, Hex, LogId, MemberId } from '@manyhands/base';
import {
  certificatesOf,
  Erasures,
  isHole,
  isWhole,
  placesNamedBy,
  zeroId,
} from '@manyhands/ledger';
import type {
  Charter,
  ClaimedKey,
  Entry,
  Hole,
  LogItem,
  LogName,
} from '@manyhands/ledger';
import { nameOfKey } from './certifying.ts';
import { include, includes } from './ascending.ts';
import { LooseEntries } from './looseEntries.ts';
import { attempts, rootOf } from './numbering.ts';
import type { Numbering } from './numbering.ts';

/**
 * One log as it is held: authentic from its first place to its last, which is never a
 * hole: what is erased at the end of a log is not there (B1).
 */
export interface HeldLog {
  readonly log: LogName;
  readonly logId: LogId;
  /** Its clientID in this document. */
  readonly number: number;
  readonly root: string;
  readonly items: LogItem[];
  /**
   * Places of entries whose own signature was checked, ascending. The last place is
   * always one, and behind each at most 31 entries stand before the next or a hole: a
   * run that ends at one of them is taken whole by everybody.
   */
  readonly signedAt: number[];
  /** How many of `items` are holes. */
  holes: number;
  /**
   * Holes that follow, as far as is known. Nobody's signature says so while nothing
   * stands behind them: they are neither told nor stored, and give way to what is signed.
   */
  tail: readonly Hole[];
  /** How many places the document has; more than `items` until erased ends are purged. */
  written: number;
}

/**
 * What stands in one log from place `from` on, all authentic: behind what is held, as a
 * rule; in place of some of it, when an erase was heard.
 */
export interface Growth {
  readonly log: LogName;
  readonly logId: LogId;
  readonly from: number;
  readonly items: readonly LogItem[];
  readonly signedAt: readonly number[];
  readonly tail: readonly Hole[];
}

/** What became of a log: entries that came, and those that stand there no longer. */
export interface Grown {
  readonly held: HeldLog;
  readonly added: readonly Entry[];
  readonly gone: readonly Entry[];
}

/** Names a device of a member, as certificates do. */
export type Pair = string;
export const pairOf = (member: MemberId, device: DeviceKey): Pair =>
  `${member}/${device}`;

/**
 * What a replica holds, and nothing about how it came. Only the gate's verdicts are
 * written in, in one synchronous step each.
 */
export class Holdings {
  /** In the order in which they were first held: a log comes after its certificate's. */
  readonly logs = new Map<LogId, HeldLog>();
  readonly entries = new Map<EntryId, Entry>();
  readonly loose = new LooseEntries();
  /** The boards of which anything is held, with a chain or without. */
  readonly boards = new Map<LogId, LogName>();
  /** The entry that first certified a pair. */
  readonly certificates = new Map<Pair, Entry>();
  /** Entries held with a bad signature inside: without effect. */
  readonly unproven = new Set<EntryId>();
  /** Where logs are cut: beyond, nothing is told or asked for (R4). */
  readonly cuts = new Map<LogId, number>();
  /** Of those, the ones of which everybody hears (L10). */
  readonly firmCuts = new Set<LogId>();
  /** Enrolments that wait until the key that signed them is rightly claimed, by its name. */
  readonly enrolments = new Map<string, Entry[]>();
  /** Which places are erased, by the erases that are held. */
  readonly erasures = new Erasures();
  readonly #byPrefix = new Map<Hex, HeldLog>();
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

  /** How many places of logs are known, and how many of them are holes. */
  count(): { readonly places: number; readonly holes: number } {
    let places = 0;
    let holes = 0;
    for (const log of this.logs.values()) {
      places += log.items.length + log.tail.length;
      holes += log.holes + log.tail.length;
    }
    return { places, holes };
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
  toldLengthOf({ logId, items }: HeldLog): number {
    let length = Math.min(items.length, this.cutOf(logId));
    for (let last = items[length - 1]; last && isHole(last); last = items[length - 1]) {
      length -= 1;
    }
    return length;
  }

  /** Whether no run brings this entry to others: it has no chain here, or is cut off. */
  isApart(entry: Entry): boolean {
    return this.isLoose(entry) || entry.seq >= this.cutOf(entry.logId);
  }

  isLoose({ logId, id }: Entry): boolean {
    return this.loose.get(logId, id) !== undefined;
  }

  /** The log that the wire calls by the first 16 bytes of its id. */
  called(prefix: Hex): HeldLog | undefined {
    return this.#byPrefix.get(prefix);
  }

  isCertified(log: LogName): boolean {
    return this.certificates.has(pairOf(log.member, log.device));
  }

  /** Keeps an enrolment until its key is claimed. */
  awaitKey(enrolment: Entry): void {
    for (const name of certificatesOf(enrolment).map(nameOfKey)) {
      if (name === null) continue;
      const waiting = this.enrolments.get(name);
      if (waiting === undefined) this.enrolments.set(name, [enrolment]);
      else waiting.push(enrolment);
    }
  }

  /** A key was claimed: what it has signed certifies from now on. */
  believe({ member, version, key }: ClaimedKey): void {
    const name = `${member}/${version}/${key}`;
    for (const enrolment of this.enrolments.get(name) ?? []) {
      for (const certificate of certificatesOf(enrolment)) {
        const pair = pairOf(certificate.member, certificate.device);
        if (!this.certificates.has(pair)) this.certificates.set(pair, enrolment);
      }
    }
    this.enrolments.delete(name);
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
    const opened: HeldLog = {
      log,
      logId,
      number: own,
      root: rootOf(log),
      items: [],
      signedAt: [],
      holes: 0,
      tail: [],
      written: 0,
    };
    this.logs.set(logId, opened);
    this.#byPrefix.set(logId.slice(0, 32), opened);
    if (log.kind === 'board') this.boards.set(logId, log);
    return opened;
  }

  grow(growth: Growth, number?: number): Grown {
    const held = this.open(growth.log, growth.logId, number);
    const { from, items } = growth;
    assert(from <= held.items.length, 'a log has no gaps');
    const replaced = held.items.splice(from);
    const stays = (before: LogItem | undefined, now: LogItem | undefined): boolean =>
      before?.id === now?.id && before && now ? isHole(before) === isHole(now) : false;
    const gone = replaced.filter(
      (before, at): before is Entry => isWhole(before) && !stays(before, items[at]),
    );
    const added = items.filter(
      (item, at): item is Entry => isWhole(item) && !stays(replaced[at], item),
    );
    for (const { id } of gone) this.entries.delete(id);
    for (const entry of added) this.entries.set(entry.id, entry);
    // Not spread: a log may be longer than a call has room for.
    for (const item of items) held.items.push(item);
    held.holes += countHoles(items) - countHoles(replaced);
    while ((held.signedAt.at(-1) ?? -1) >= from) held.signedAt.pop();
    for (const at of growth.signedAt) held.signedAt.push(at);
    held.tail = growth.tail;
    return { held, added, gone };
  }

  /** Puts an entry in the place of itself, with a signature that is good. */
  mend(entry: Entry): void {
    const held = this.logs.get(entry.logId);
    if (held?.items[entry.seq]?.id !== entry.id) return;
    held.items[entry.seq] = entry;
    include(held.signedAt, entry.seq);
    this.entries.set(entry.id, entry);
  }

  keepLoose(entry: Entry): void {
    this.loose.add(entry);
    this.entries.set(entry.id, entry);
    if (entry.log.kind === 'board') this.boards.set(entry.logId, entry.log);
  }

  /** Whether the entry's own signature was looked at, so that it may travel alone. */
  isChecked(entry: Entry): boolean {
    return (
      this.isLoose(entry) ||
      includes(this.logs.get(entry.logId)?.signedAt ?? [], entry.seq)
    );
  }

  /** Drops from the loose ones what its chain has brought. Answers what was dropped. */
  settleLoose(logId: LogId): Entry[] {
    const chain = this.logs.get(logId)?.items ?? [];
    const loose = [...this.loose.ofLog(logId)];
    const settled = loose.filter(({ id, seq }) => chain[seq]?.id === id);
    for (const entry of settled) this.loose.delete(entry);
    return settled;
  }

  /** Drops the loose entries that these name. Answers what was dropped. */
  dropErasedLoose(erases: readonly Entry[]): Entry[] {
    const dropped: Entry[] = [];
    for (const { logId, seq } of erases.flatMap(placesNamedBy)) {
      const there = this.loose.at(logId, seq);
      dropped.push(...there.filter((entry) => this.erasures.isErased(entry)));
    }
    for (const entry of dropped) {
      this.loose.delete(entry);
      this.entries.delete(entry.id);
    }
    return dropped;
  }

  /** Erases that no run brings to others, and that hold all the same. */
  erasesApart(): Entry[] {
    const alone = [...this.loose.all()];
    const beyond = [...this.cuts].flatMap(
      ([logId, cut]) => this.logs.get(logId)?.items.slice(cut) ?? [],
    );
    const all = [...alone, ...beyond.filter(isWhole)];
    return all.filter(({ content }) => content.type === 'erase');
  }

  #freeNumber(logId: LogId): number {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const number = this.#numbering(logId, attempt);
      if (!this.#numbers.has(number)) return number;
    }
    throw new Error('Bug: every number of a log is taken'); // 2^53 tries for each of four
  }
}

const countHoles = (items: readonly LogItem[]): number =>
  items.reduce((sum, item) => sum + (isHole(item) ? 1 : 0), 0);
