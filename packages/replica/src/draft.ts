import type { EntryId, LogId } from '@manyhands/base';
import { zeroId } from '@manyhands/ledger';
import type { Entry, LogName } from '@manyhands/ledger';
import type { Growth, Holdings, Pair } from './holdings.ts';
import { KeyRing } from './keyRing.ts';
import { looseLimit } from './limits.ts';
import type { LogQuestion, Refused } from './types.ts';

/** What the gate makes of one page: nothing of it is held before it is committed. */
export interface Verdict {
  /** A log comes after the one that brought its certificate. */
  readonly growths: readonly Growth[];
  readonly loose: readonly Entry[];
  /** Of both, those with a bad signature inside: they keep their place, without effect. */
  readonly unproven: ReadonlySet<EntryId>;
  readonly certificates: ReadonlyMap<Pair, Entry>;
  /** What it says of later identity keys, and on which entries they were found. */
  readonly keys: KeyRing;
  readonly questions: readonly LogQuestion[];
  readonly strangers: readonly LogId[];
  readonly refused: readonly Refused[];
}

interface DraftGrowth extends Growth {
  readonly entries: Entry[];
  readonly signedAt: number[];
}

/** The holdings as they would be with what one page has proven so far. */
export class Draft implements Verdict {
  readonly unproven = new Set<EntryId>();
  readonly certificates = new Map<Pair, Entry>();
  readonly keys: KeyRing;
  readonly questions: LogQuestion[] = [];
  readonly strangers: LogId[] = [];
  readonly refused: Refused[] = [];
  readonly loose: Entry[] = [];
  readonly #growths = new Map<LogId, DraftGrowth>();
  readonly #held: Holdings;

  constructor(held: Holdings) {
    this.#held = held;
    this.keys = new KeyRing(held.keys);
  }

  get growths(): readonly Growth[] {
    return [...this.#growths.values()];
  }

  lengthOf(logId: LogId): number {
    return this.#held.lengthOf(logId) + (this.#growths.get(logId)?.entries.length ?? 0);
  }

  at(logId: LogId, seq: number): Entry | undefined {
    const held = this.#held.logs.get(logId)?.entries ?? [];
    return held[seq] ?? this.#growths.get(logId)?.entries[seq - held.length];
  }

  /** The id before place `seq`, for a place up to the log's end. */
  idBefore(logId: LogId, seq: number): EntryId {
    return this.at(logId, seq - 1)?.id ?? zeroId;
  }

  cutOf(logId: LogId): number {
    return this.#held.cutOf(logId);
  }

  /** From place `seq` on as far as the next checked signature: one side of a proof. */
  stretchFrom(logId: LogId, seq: number): Entry[] {
    const grown = this.#growths.get(logId)?.signedAt.find((at) => at >= seq);
    const end = this.#held.signedFrom(logId, seq) ?? grown ?? seq - 1;
    const stretch: Entry[] = [];
    for (let at = seq; at <= end; at++) {
      const entry = this.at(logId, at);
      if (entry !== undefined) stretch.push(entry);
    }
    return stretch;
  }

  /** Entries without their chain that stand where `logId` has others, or two have one. */
  looseAt(logId: LogId): Entry[] {
    const drafted = this.loose.filter((entry) => entry.logId === logId);
    return [...this.#held.looseOf(logId).values(), ...drafted];
  }

  isCertified(pair: Pair): boolean {
    return this.#held.certificates.has(pair) || this.certificates.has(pair);
  }

  grow(log: LogName, entries: readonly Entry[], signedAt: readonly number[]): void {
    const logId = entries[0]?.logId;
    if (logId === undefined) return;
    const growth = this.#growths.get(logId) ?? {
      log,
      logId,
      entries: [],
      signedAt: [],
    };
    // One by one: a call takes some 100,000 arguments, and a log has room for more.
    for (const entry of entries) growth.entries.push(entry);
    for (const at of signedAt) growth.signedAt.push(at);
    this.#growths.set(logId, growth);
  }

  isLoose(entry: Entry): boolean {
    return (
      this.#held.looseOf(entry.logId).has(entry.id) ||
      this.loose.some((other) => other.id === entry.id)
    );
  }

  hasRoomForLoose(logId: LogId): boolean {
    const drafted = this.loose.filter((entry) => entry.logId === logId).length;
    return this.#held.looseOf(logId).size + drafted < looseLimit;
  }
}
