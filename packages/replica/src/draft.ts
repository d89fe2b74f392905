import type { EntryId, LogId } from '@manyhands/base';
import { isTombstone, isWhole, positionsNamedBy, zeroId } from '@manyhands/ledger';
import type {
  Entry,
  Tombstone,
  LogItem,
  LogName,
  NamedPosition,
} from '@manyhands/ledger';
import { Awaited } from './awaited.ts';
import type { Claim } from './claims.ts';
import type { Growth, Holdings } from './holdings.ts';
import type { Pair } from './pairs.ts';
import { include, includes, indexFrom } from './ascending.ts';
import { hasRoom, DetachedEntries } from './detachedEntries.ts';
import { haveEqualBodies } from './reading.ts';
import type { LogQuestion, Refused } from './types.ts';

/** What the gate makes of one page: nothing of it is held before it is committed. */
export interface GateOutcome {
  /** A log comes after the one that brought its certificate. */
  readonly growths: readonly Growth[];
  readonly detached: readonly Entry[];
  /** What was held with a bad signature of its own, as it is with a good one (H9). */
  readonly mended: readonly Entry[];
  /** What came whole, and is held as a tombstone with that very id. */
  readonly offers: readonly Entry[];
  /** Of all these, the erases, whatever they name. */
  readonly erases: readonly Entry[];
  /** Of both, those with a bad signature inside: they keep their place, without effect. */
  readonly unproven: ReadonlySet<EntryId>;
  readonly certificates: ReadonlyMap<Pair, Entry>;
  /** Certificates by keys that nobody has rightly claimed yet, or of devices that none names. */
  readonly awaited: Awaited;
  readonly questions: readonly LogQuestion[];
  /** Claims of devices that no held certificate names. */
  readonly strange: readonly Claim[];
  readonly refused: readonly Refused[];
}

const none: readonly Entry[] = [];

interface DraftGrowth extends Growth {
  items: LogItem[];
  signedAt: number[];
  tail: readonly Tombstone[];
}

/** The holdings as they would be with what one page has proven so far. */
export class Draft implements GateOutcome {
  readonly unproven = new Set<EntryId>();
  readonly certificates = new Map<Pair, Entry>();
  readonly awaited = new Awaited();
  readonly questions: LogQuestion[] = [];
  strange: readonly Claim[] = [];
  readonly refused: Refused[] = [];
  readonly erases: Entry[] = [];
  readonly #detached = new DetachedEntries();
  readonly #heard = new Set<EntryId>();
  readonly offers: Entry[] = [];
  /** Places that the erases heard here name. */
  readonly #explained = new Set<string>();
  readonly #growths = new Map<LogId, DraftGrowth>();
  readonly #mended = new Map<LogId, Map<number, Entry>>();
  readonly #held: Holdings;

  constructor(held: Holdings) {
    this.#held = held;
  }

  get growths(): readonly Growth[] {
    return [...this.#growths.values()];
  }

  get detached(): readonly Entry[] {
    return this.#detached.isEmpty ? none : [...this.#detached.all()];
  }

  get mended(): readonly Entry[] {
    if (this.#mended.size === 0) return none;
    return [...this.#mended.values()].flatMap((ofLog) => [...ofLog.values()]);
  }

  lengthOf(logId: LogId): number {
    const growth = this.#growths.get(logId);
    return growth ? growth.from + growth.items.length : this.#held.lengthOf(logId);
  }

  /** Tombstones that are known to follow the last entry. */
  tailOf(logId: LogId): readonly Tombstone[] {
    return (this.#growths.get(logId) ?? this.#held.logs.get(logId))?.tail ?? [];
  }

  at(logId: LogId, seq: number): LogItem | undefined {
    const growth = this.#growths.get(logId);
    if (growth && seq >= growth.from) return growth.items[seq - growth.from];
    const mended = this.#mended.get(logId)?.get(seq);
    if (mended !== undefined) return mended;
    return this.#held.logs.get(logId)?.items[seq];
  }

  /** The id before place `seq`, for a place up to the log's end. */
  idBefore(logId: LogId, seq: number): EntryId {
    return this.at(logId, seq - 1)?.id ?? zeroId;
  }

  /** What stands in a log before place `end`, which is no further than its own. */
  itemsBefore(logId: LogId, end: number): LogItem[] {
    const items: LogItem[] = [];
    for (let at = 0; at < end; at++) {
      const item = this.at(logId, at);
      if (item !== undefined) items.push(item);
    }
    return items;
  }

  /** What goes on behind the tombstones at a log's end is read from its last entry on. */
  fromLastEntry(claim: Claim): Claim | null {
    const { log, logId } = claim;
    const from = this.lengthOf(logId);
    if (claim.from <= from) return claim;
    const tail = this.tailOf(logId).slice(0, claim.from - from);
    if (tail.at(-1)?.id !== claim.prev) {
      // One of the two was told wrong: what is signed will show which, from here on.
      this.forgetTail(log, logId);
      return null;
    }
    const items = [...tail, ...claim.items];
    return { ...claim, from, prev: this.idBefore(logId, from), items };
  }

  /**
   * How many items of the claim stand there already. Equal bodies after an equal id have
   * equal ids, so nothing is hashed twice.
   */
  sharedWith({ logId, from, prev, items }: Claim): number | 'differs' {
    if (prev !== this.idBefore(logId, from)) return 'differs';
    const shared = Math.min(this.lengthOf(logId) - from, items.length);
    for (let at = 0; at < shared; at++) {
      const ours = this.at(logId, from + at);
      const theirs = items[at];
      if (!ours || !theirs || !haveEqualBodies(ours, theirs)) return 'differs';
    }
    return shared;
  }

  cutOf(logId: LogId): number {
    return this.#held.cutOf(logId);
  }

  /** Whether the signature of the entry at this place was checked, and is good. */
  isSignedAt(logId: LogId, seq: number): boolean {
    const growth = this.#growths.get(logId);
    if (growth && seq >= growth.from) return includes(growth.signedAt, seq);
    if (this.#mended.get(logId)?.has(seq) === true) return true;
    return includes(this.#held.logs.get(logId)?.signedAt ?? [], seq);
  }

  /** Puts an entry in its own place, with a signature of which is known that it is good. */
  mend(entry: Entry): void {
    const { logId, seq } = entry;
    const growth = this.#growths.get(logId);
    if (growth && seq >= growth.from) {
      growth.items[seq - growth.from] = entry;
      include(growth.signedAt, seq);
      return;
    }
    const ofLog = this.#mended.get(logId) ?? new Map<number, Entry>();
    this.#mended.set(logId, ofLog.set(seq, entry));
  }

  /** The entry as it is held without its chain, whose own signature is good; if it is. */
  detachedAs(item: LogItem): Entry | undefined {
    if (isTombstone(item)) return undefined;
    const { logId, id } = item;
    return this.#held.detached.get(logId, id) ?? this.#detached.get(logId, id);
  }

  /** What is held without its chain and goes on behind these, before the log's cut. */
  detachedBehind(items: readonly LogItem[]): Entry[] {
    const behind: Entry[] = [];
    for (let last = items.at(-1); last !== undefined; last = behind.at(-1)) {
      const { logId, seq, id } = last;
      const next = this.detachedAt(logId, seq + 1).find(({ prev }) => prev === id);
      if (next === undefined || next.seq >= this.cutOf(logId)) break;
      behind.push(next);
    }
    return behind;
  }

  /** From place `seq` on as far as the next checked signature: one side of a proof. */
  stretchFrom(logId: LogId, seq: number): LogItem[] {
    const held = this.#held.logs.get(logId)?.signedAt ?? [];
    const grown = this.#growths.get(logId)?.signedAt ?? [];
    const signed =
      held[indexFrom(held, seq)] ?? grown[indexFrom(grown, seq)] ?? seq - 1;
    const items: LogItem[] = [];
    for (let at = seq; at <= signed; at++) {
      const item = this.at(logId, at);
      if (item !== undefined) items.push(item);
    }
    return items;
  }

  /** Entries without their chain at a place of a log. */
  detachedAt(logId: LogId, seq: number): readonly Entry[] {
    const drafted = this.#detached.at(logId, seq);
    const held = this.#held.detached.at(logId, seq);
    return drafted.length === 0 ? held : [...held, ...drafted];
  }

  /** The first of them at each place of what has grown that is another than the chain's. */
  *detachedBeside({ logId, from, items }: Growth): Generator<Entry> {
    const asked = new Set<number>();
    for (const detached of [this.#held.detached, this.#detached]) {
      for (const entry of detached.within(logId, from, from + items.length)) {
        const { seq, id } = entry;
        if (asked.has(seq) || items[seq - from]?.id === id) continue;
        asked.add(seq);
        yield entry;
      }
    }
  }

  isCertified(pair: Pair): boolean {
    return this.#held.certificates.has(pair) || this.certificates.has(pair);
  }

  /**
   * Takes `entry` for what certifies a pair, and with it what waited for the pair's word.
   * Answers all that were not certified before.
   */
  certify(pair: Pair, entry: Entry): Pair[] {
    const due: (readonly [Pair, Entry])[] = [[pair, entry]];
    const fresh: Pair[] = [];
    for (const [named, by] of due) {
      if (this.isCertified(named)) continue;
      this.certificates.set(named, by);
      fresh.push(named);
      for (const { awaited } of [this, this.#held]) {
        for (const each of awaited.namedBy(named)) due.push(each);
      }
      this.awaited.delete(named);
    }
    return fresh;
  }

  /** Adds what follows the last entry of a log; tombstones at the end become its tail. */
  grow(log: LogName, items: readonly LogItem[], signedAt: readonly number[]): void {
    const logId = items[0]?.logId;
    if (logId === undefined) return;
    const growth = this.#open(log, logId, this.lengthOf(logId));
    const { whole, tail } = splitTail(items);
    // One by one: a call takes some 100,000 arguments, and a log has room for more.
    for (const item of whole) growth.items.push(item);
    for (const at of signedAt) growth.signedAt.push(at);
    growth.tail = tail;
  }

  forgetTail(log: LogName, logId: LogId): void {
    this.#open(log, logId, this.lengthOf(logId)).tail = [];
  }

  /**
   * Notes an erase that is or will be held, and nothing else: from now on it explains the
   * tombstones it names.
   */
  noteErase(erase: Entry): void {
    if (erase.content.type !== 'erase' || this.hasHeard(erase)) return;
    this.#heard.add(erase.id);
    this.erases.push(erase);
    for (const place of positionsNamedBy(erase)) this.#explained.add(nameOf(place));
  }

  hasHeard({ id }: Entry): boolean {
    return this.#heard.has(id);
  }

  /** Whether an erase names this very tombstone, holding or not. */
  isExplained(tombstone: Tombstone): boolean {
    return (
      this.#explained.has(nameOf(tombstone)) ||
      this.#held.erasures.isExplained(tombstone)
    );
  }

  /** Whether lower erases of its log name all that this one does. */
  isRedundant(erase: Entry): boolean {
    return this.#held.erasures.isRedundant(erase);
  }

  isDetached(entry: Entry): boolean {
    return this.detachedAs(entry) !== undefined;
  }

  hasRoomForDetached(entry: Entry): boolean {
    const { logId } = entry;
    const held = this.#held.detached.countedOf(logId);
    return hasRoom(entry, held + this.#detached.countedOf(logId));
  }

  keepDetached(entry: Entry): void {
    this.#detached.add(entry);
  }

  #open(log: LogName, logId: LogId, from: number): DraftGrowth {
    const known = this.#growths.get(logId);
    if (known) return known;
    const tail = this.#held.logs.get(logId)?.tail ?? [];
    const growth: DraftGrowth = { log, logId, from, items: [], signedAt: [], tail };
    this.#growths.set(logId, growth);
    return growth;
  }
}

/** How many places of logs it takes, tombstones at their ends among them. */
export const positionsIn = ({ growths }: GateOutcome): number =>
  growths.reduce((sum, { items, tail }) => sum + items.length + tail.length, 0);

function splitTail(items: readonly LogItem[]): { whole: LogItem[]; tail: Tombstone[] } {
  const end = items.findLastIndex(isWhole) + 1;
  return { whole: items.slice(0, end), tail: items.slice(end).filter(isTombstone) };
}

const nameOf = ({ logId, seq, bodyHash }: NamedPosition): string =>
  `${logId}/${seq}/${bodyHash}`;
