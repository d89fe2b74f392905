import type { EntryId, LogId } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import { detachedLimit } from './limits.ts';

/** One log's entries without their chain. */
interface DetachedLog {
  readonly byId: Map<EntryId, Entry>;
  /** Several stand at one place where its author wrote several histories. */
  readonly byPlace: Map<number, Entry[]>;
  /** How many of them count towards `detachedLimit`. */
  counted: number;
}

/**
 * Entries without their chain, found by their id and by their place: a search among them
 * costs nothing more where they are many.
 */
export class DetachedEntries {
  readonly #logs = new Map<LogId, DetachedLog>();

  add(entry: Entry): void {
    const { logId, seq, id } = entry;
    const log = this.#logs.get(logId) ?? {
      byId: new Map<EntryId, Entry>(),
      byPlace: new Map<number, Entry[]>(),
      counted: 0,
    };
    if (log.byId.has(id)) return;
    this.#logs.set(logId, log);
    log.byId.set(id, entry);
    const there = log.byPlace.get(seq);
    if (there) there.push(entry);
    else log.byPlace.set(seq, [entry]);
    if (isCounted(entry)) log.counted += 1;
  }

  delete(entry: Entry): void {
    const { logId, seq, id } = entry;
    const log = this.#logs.get(logId);
    if (log === undefined || !log.byId.delete(id)) return;
    const others = (log.byPlace.get(seq) ?? []).filter((other) => other.id !== id);
    if (others.length > 0) log.byPlace.set(seq, others);
    else log.byPlace.delete(seq);
    if (isCounted(entry)) log.counted -= 1;
    if (log.byId.size === 0) this.#logs.delete(logId);
  }

  get(logId: LogId, id: EntryId): Entry | undefined {
    return this.#logs.get(logId)?.byId.get(id);
  }

  /** In the order in which they came. */
  at(logId: LogId, seq: number): readonly Entry[] {
    return this.#logs.get(logId)?.byPlace.get(seq) ?? [];
  }

  ofLog(logId: LogId): Iterable<Entry> {
    return this.#logs.get(logId)?.byId.values() ?? [];
  }

  /** Those from place `from` on and before `to`; looked up by whichever is shorter. */
  within(logId: LogId, from: number, to: number): Entry[] {
    const byPlace = this.#logs.get(logId)?.byPlace;
    if (byPlace === undefined) return [];
    const found: Entry[] = [];
    if (byPlace.size < to - from) {
      for (const [seq, there] of byPlace) {
        if (seq >= from && seq < to) for (const entry of there) found.push(entry);
      }
    } else {
      for (let seq = from; seq < to; seq++) {
        for (const entry of byPlace.get(seq) ?? []) found.push(entry);
      }
    }
    return found;
  }

  get isEmpty(): boolean {
    return this.#logs.size === 0;
  }

  /** At how many. */
  placeCountOf(logId: LogId): number {
    return this.#logs.get(logId)?.byPlace.size ?? 0;
  }

  *all(): Iterable<Entry> {
    for (const { byId } of this.#logs.values()) yield* byId.values();
  }

  /** How many of a log's count towards `detachedLimit`. */
  countedOf(logId: LogId): number {
    return this.#logs.get(logId)?.counted ?? 0;
  }
}

/**
 * Whether one more may be kept, beside so many that count. What says whose a device or a
 * key is, and what erases, has no cap but its author's share: who holds less of it than
 * others would come to other sums, or show another board, for ever (H7).
 */
export const hasRoom = (entry: Entry, counted: number): boolean =>
  !isCounted(entry) || counted < detachedLimit;

const uncounted = new Set([
  'device.enrol',
  'device.add',
  'identity.set',
  'guardian.recover',
  'erase',
]);
const isCounted = ({ content }: Entry): boolean => !uncounted.has(content.type);
