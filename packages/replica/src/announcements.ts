import type { Hex, LogId } from '@manyhands/base';
import { encode, toHex } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys';
import { zeroId } from '@manyhands/ledger';
import type { HeldLog, Holdings } from './holdings.ts';
import type { WantedSignatures } from './mending.ts';
import { vectorShape } from './page.ts';
import type { Ask, WireHead } from './page.ts';
import type { Change, LogHead } from './types.ts';

/** What is announced of one log. */
interface Announced {
  readonly head: LogHead;
  readonly wire: WireHead;
}

/** What a replica announces of what it holds: a function of entries, erases and cuts alone. */
export class Announcements {
  readonly #held: Holdings;
  readonly #wanted: WantedSignatures;
  /** Of each log, in the order in which they came to be held; null where nothing is announced. */
  readonly #announced = new Map<LogId, Announced | null>();
  /** Logs to be looked at again: the others stay as they are. */
  readonly #due = new Set<LogId>();
  #grown = new Map<Hex, number>();
  #hasOtherGaps = false;
  #vector: LogHead[] | null = null;
  #wireVector: WireHead[] | null = null;
  #digest: Hex | null = null;

  constructor(held: Holdings, wanted: WantedSignatures) {
    this.#held = held;
    this.#wanted = wanted;
  }

  /** Something came or went. */
  forget(): void {
    for (const logId of this.#held.touched) this.#due.add(logId);
    this.#held.touched.clear();
  }

  /** What is announced otherwise since this was last called. */
  taken(): Pick<Change, 'grown' | 'hasOtherGaps'> {
    this.#look();
    const taken = { grown: this.#grown, hasOtherGaps: this.#hasOtherGaps };
    this.#grown = new Map();
    this.#hasOtherGaps = false;
    return taken;
  }

  vector(): LogHead[] {
    this.#look();
    this.#vector ??= this.#all().map(({ head }) => head);
    return this.#vector;
  }

  wireVector(): WireHead[] {
    this.#look();
    this.#wireVector ??= this.#all().map(({ wire }) => wire);
    return this.#wireVector;
  }

  /** What the wire vector has of the log that is called so. */
  announced(log: Hex): WireHead | null {
    this.#look();
    const held = this.#held.called(log);
    return (held && this.#announced.get(held.logId)?.wire) ?? null;
  }

  #all(): Announced[] {
    return [...this.#announced.values()].filter((each) => each !== null);
  }

  #look(): void {
    for (const logId of this.#due) {
      const log = this.#held.logs.get(logId);
      if (log === undefined) continue;
      const before = this.#announced.get(logId) ?? null;
      const now = this.#announcedOf(log);
      const isSame =
        before?.wire.length === now?.wire.length &&
        before?.head.head === now?.head.head &&
        before?.wire.gaps === now?.wire.gaps;
      this.#announced.set(logId, isSame ? before : now);
      if (!isSame) this.#note(logId.slice(0, 32), before, now);
    }
    this.#due.clear();
  }

  #note(log: Hex, before: Announced | null, now: Announced | null): void {
    this.#vector = this.#wireVector = this.#digest = null;
    this.#hasOtherGaps ||= before?.wire.gaps !== now?.wire.gaps;
    const length = before?.wire.length ?? 0;
    const isGrown = (now?.wire.length ?? 0) > length;
    if (isGrown && !this.#grown.has(log)) this.#grown.set(log, length);
  }

  #announcedOf(held: HeldLog): Announced | null {
    const { logId, log, pair, items } = held;
    const length = this.#held.announcedLengthOf(held);
    // A log that nobody else would take is not announced.
    if (length === 0 || !this.#held.certificates.has(pair)) return null;
    const head = items[length - 1]?.id ?? zeroId;
    const gaps = this.#held.gapsOf(held);
    return {
      head: { logId, log, length, head },
      wire: {
        log: logId.slice(0, 32),
        length,
        head: head.slice(0, 16),
        ...(gaps === null ? {} : { gaps: gaps.hash }),
      },
    };
  }

  digest(): Hex {
    const vector = this.wireVector();
    if (this.#digest === null) {
      const sorted = [...vector].sort((a, b) => (a.log < b.log ? -1 : 1));
      this.#digest = toHex(taggedHash('vector', encode(vectorShape.write(sorted))));
    }
    return this.#digest;
  }

  /**
   * What they have that is lacking here: gaps, places to mend, and what comes behind all
   * that is known. One ask for each log, from the first such place to the last.
   */
  lacks(theirs: readonly WireHead[]): Ask[] {
    const asks: Ask[] = [];
    const toMend = new Map(this.#wanted.asks().map((ask) => [ask.log, ask]));
    for (const head of theirs) {
      const { log, length } = head;
      const held = this.#held.called(log);
      const known = held ? this.#knownOf(held, head) : 0;
      const end = Math.min(length, this.#held.cutCalled(log));
      const spans: [number, number][] = [[known, end]];
      const gaps = held ? this.#held.gapsOf(held) : null;
      if (gaps !== null && gaps.hash !== head.gaps) {
        spans.push([gaps.first, Math.min(length, gaps.last + 1)]);
      }
      const mend = toMend.get(log);
      if (mend) spans.push([mend.from, Math.min(length, mend.from + mend.max)]);
      const lacking = spans.filter(([from, to]) => from < to);
      if (lacking.length === 0) continue;
      const from = Math.min(...lacking.map(([first]) => first));
      asks.push({ log, from, max: Math.max(...lacking.map(([, to]) => to)) - from });
    }
    return asks;
  }

  /**
   * How much of a log is known here that they go on from. Tombstones at its end are of one
   * history, and who has another there may have it whole: what is erased cannot prove a fork.
   */
  #knownOf(held: HeldLog, { length, head }: WireHead): number {
    const announced = this.#held.announcedLengthOf(held);
    const last = held.tail[length - 1 - held.items.length];
    const isOther = last !== undefined && !last.id.startsWith(head);
    return isOther ? announced : this.#held.knownLengthOf(held);
  }
}
