import { assert } from '@manyhands/base';
import type { DeviceKey, EntryId, Hex, LogId, MemberId } from '@manyhands/base';
import { zeroId } from '@manyhands/ledger';
import type { Charter, Entry, LogName } from '@manyhands/ledger';
import type { Stretch } from './canonical.ts';
import { KeyRing } from './keyRing.ts';
import { attempts, rootOf } from './numbering.ts';
import type { Numbering } from './numbering.ts';

/** One log as it is held: authentic from its first entry to its last. */
export interface HeldLog {
  readonly log: LogName;
  readonly logId: LogId;
  /** Its clientID in this document. */
  readonly number: number;
  readonly root: string;
  readonly entries: Entry[];
  /**
   * Places whose own signature was checked, ascending. The last place is always one,
   * and no two neighbours are more than 32 apart: a run that ends at one of them is
   * taken whole by everybody.
   */
  readonly signedAt: number[];
}

/** New entries of one log, all authentic, that begin where the held ones end. */
export interface Growth {
  readonly log: LogName;
  readonly logId: LogId;
  readonly entries: readonly Entry[];
  readonly signedAt: readonly number[];
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
  readonly loose = new Map<LogId, Map<EntryId, Entry>>();
  /** The entry that first certified a pair. */
  readonly certificates = new Map<Pair, Entry>();
  /** Entries held with a bad signature inside: without effect. */
  readonly unproven = new Set<EntryId>();
  /** Where logs are cut: beyond, nothing is told or asked for (R4). */
  readonly cuts = new Map<LogId, number>();
  /** The keys that later identities are signed with. */
  readonly keys = new KeyRing();
  readonly #byPrefix = new Map<Hex, HeldLog>();
  readonly #numbers = new Map<number, LogId>();
  readonly #numbering: Numbering;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** How many entries stand in their chain. */
  get entryCount(): number {
    let count = 0;
    for (const { entries } of this.logs.values()) count += entries.length;
    return count;
  }

  lengthOf(logId: LogId): number {
    return this.logs.get(logId)?.entries.length ?? 0;
  }

  headOf(logId: LogId): EntryId {
    return this.logs.get(logId)?.entries.at(-1)?.id ?? zeroId;
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

  /** How much of a log there is to tell of: what stands before its cut. */
  toldLengthOf({ logId, entries }: HeldLog): number {
    return Math.min(entries.length, this.cutOf(logId));
  }

  /** Whether no run brings this entry to others: it has no chain here, or is cut off. */
  isApart(entry: Entry): boolean {
    if (this.looseOf(entry.logId).has(entry.id)) return true;
    return entry.seq >= this.cutOf(entry.logId);
  }

  /** The first place from `seq` on whose own signature was checked. */
  signedFrom(logId: LogId, seq: number): number | undefined {
    return this.logs.get(logId)?.signedAt.find((at) => at >= seq);
  }

  looseOf(logId: LogId): ReadonlyMap<EntryId, Entry> {
    return this.loose.get(logId) ?? new Map<EntryId, Entry>();
  }

  /** The log that the wire calls by the first 16 bytes of its id. */
  called(prefix: Hex): HeldLog | undefined {
    return this.#byPrefix.get(prefix);
  }

  isCertified(log: LogName): boolean {
    return this.certificates.has(pairOf(log.member, log.device));
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
      entries: [],
      signedAt: [],
    };
    this.logs.set(logId, opened);
    this.#byPrefix.set(logId.slice(0, 32), opened);
    return opened;
  }

  grow(growth: Growth, number?: number): HeldLog {
    const held = this.open(growth.log, growth.logId, number);
    assert(growth.entries[0]?.seq === held.entries.length, 'a log grows at its end');
    for (const entry of growth.entries) {
      held.entries.push(entry);
      this.entries.set(entry.id, entry);
    }
    for (const at of growth.signedAt) held.signedAt.push(at);
    return held;
  }

  keepLoose(entry: Entry): void {
    const held = this.loose.get(entry.logId) ?? new Map<EntryId, Entry>();
    held.set(entry.id, entry);
    this.loose.set(entry.logId, held);
    this.entries.set(entry.id, entry);
  }

  /** Whether the entry's own signature was looked at, so that it may travel alone. */
  isChecked(entry: Entry): boolean {
    return (
      this.looseOf(entry.logId).has(entry.id) ||
      (this.logs.get(entry.logId)?.signedAt.includes(entry.seq) ?? false)
    );
  }

  /** Drops from the loose ones what its chain has brought. Answers what was dropped. */
  settleLoose(logId: LogId): Entry[] {
    const held = this.loose.get(logId);
    if (held === undefined) return [];
    const chain = this.logs.get(logId)?.entries ?? [];
    const settled = [...held.values()].filter(({ id, seq }) => chain[seq]?.id === id);
    for (const entry of settled) held.delete(entry.id);
    if (held.size === 0) this.loose.delete(logId);
    return settled;
  }

  #freeNumber(logId: LogId): number {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const number = this.#numbering(logId, attempt);
      if (!this.#numbers.has(number)) return number;
    }
    throw new Error('Bug: every number of a log is taken'); // 2^53 tries for each of four
  }
}

/** What the document needs of a log from place `from` on. */
export const stretchOf = (
  { number, root, entries }: HeldLog,
  from: number,
): Stretch => ({
  number,
  root,
  from,
  items: entries.slice(from).map((entry) => entry.stored),
});
