import type { EntryId, LogId } from '@manyhands/base';
import { carriedBy, isOfHours, isWhole } from '@manyhands/ledger';
import type { Entry, LogItem } from '@manyhands/ledger';
import { indexFrom } from './ascending.ts';
import type { Growth, Holdings } from './holdings.ts';

/** What came, and is in holdings already. */
interface Come {
  readonly growths: readonly Growth[];
  readonly detached: readonly Entry[];
}

/** One author's two entries at one place, of which a witness carries at least one. */
export interface Clash {
  readonly carried: Entry;
  readonly other: LogItem;
}

/** What is carried of one log. */
interface CarriedLog {
  readonly byPlace: Map<number, Entry>;
  /** The place behind the highest. */
  end: number;
}

/**
 * What witnesses carry, by log and place, and where anything else stands there
 * (ledger/L25). It keeps one entry of each place: a second one that differs clashes with it.
 * Nothing of it is stored: whoever opens a disk takes in all of it again.
 */
export class CarriedEntries {
  readonly #held: Holdings;
  readonly #logs = new Map<LogId, CarriedLog>();

  constructor(held: Holdings) {
    this.#held = held;
  }

  /**
   * Takes in what came, and answers the clashes that it brings, the lowest places first.
   * `hasEffect`: not so of a witness that is bad inside, which carries nothing.
   */
  take(
    { growths, detached }: Come,
    hasEffect: (id: EntryId) => boolean,
  ): readonly Clash[] {
    const clashes: Clash[] = [];
    const meet = (carried: Entry | undefined, other: LogItem | undefined): void => {
      if (!carried || !other || carried.id === other.id) return;
      clashes.push({ carried, other });
    };
    const hear = (entry: Entry): void => {
      // What hours that are as they were say is not read for it (R13).
      if (isOfHours(entry) || entry.content.type !== 'witness') return;
      if (!hasEffect(entry.id)) return;
      const carried = carriedBy(entry);
      const { logId, seq } = carried;
      meet(carried, this.#keep(carried));
      meet(carried, this.#held.logs.get(logId)?.items[seq]);
      meet(carried, this.#held.detached.at(logId, seq)[0]);
    };
    for (const { items } of growths)
      for (const item of items) if (isWhole(item)) hear(item);
    for (const entry of detached) hear(entry);
    for (const growth of growths) {
      const { from, items } = growth;
      for (const carried of this.#within(growth))
        meet(carried, items[carried.seq - from]);
    }
    for (const entry of detached) {
      meet(this.#logs.get(entry.logId)?.byPlace.get(entry.seq), entry);
    }
    return clashes.sort((a, b) => a.carried.seq - b.carried.seq);
  }

  /** The place behind the highest that is carried of a log; 0 where nothing is. */
  endOf(logId: LogId): number {
    return this.#logs.get(logId)?.end ?? 0;
  }

  /** From this item on to the next whose own signature was looked at: one side of a proof. */
  signedFrom(item: LogItem): readonly LogItem[] {
    const { logId, seq, id } = item;
    const log = this.#held.logs.get(logId);
    if (log?.items[seq]?.id !== id) return [item];
    const signed = log.signedAt[indexFrom(log.signedAt, seq)] ?? seq - 1;
    return log.items.slice(seq, signed + 1);
  }

  /** Answers what is kept at its place, be it this one. */
  #keep(carried: Entry): Entry {
    const { logId, seq } = carried;
    const log = this.#logs.get(logId) ?? { byPlace: new Map<number, Entry>(), end: 0 };
    this.#logs.set(logId, log);
    const kept = log.byPlace.get(seq) ?? carried;
    log.byPlace.set(seq, kept);
    log.end = Math.max(log.end, seq + 1);
    return kept;
  }

  /** What is carried of a stretch; looked up by whichever is shorter. */
  *#within({ logId, from, items }: Growth): Generator<Entry> {
    const byPlace = this.#logs.get(logId)?.byPlace;
    if (byPlace === undefined) return;
    if (byPlace.size < items.length) {
      for (const carried of byPlace.values()) {
        if (carried.seq >= from && carried.seq < from + items.length) yield carried;
      }
      return;
    }
    for (let seq = from; seq < from + items.length; seq++) {
      const carried = byPlace.get(seq);
      if (carried !== undefined) yield carried;
    }
  }
}
