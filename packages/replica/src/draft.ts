import type { EntryId, LogId } from '@manyhands/base';
import { Erasures, isHole, isWhole, zeroId } from '@manyhands/ledger';
import type { Entry, Hole, LogItem, LogName } from '@manyhands/ledger';
import type { Claim } from './claims.ts';
import type { Growth, Holdings, Pair } from './holdings.ts';
import { looseEraseLimit, looseLimit } from './limits.ts';
import type { LogQuestion, Refused } from './types.ts';

/** What the gate makes of one page: nothing of it is held before it is committed. */
export interface Verdict {
  /** A log comes after the one that brought its certificate. */
  readonly growths: readonly Growth[];
  readonly loose: readonly Entry[];
  /** Of both, the erases, whatever they name. */
  readonly erases: readonly Entry[];
  /** Of both, those with a bad signature inside: they keep their place, without effect. */
  readonly unproven: ReadonlySet<EntryId>;
  readonly certificates: ReadonlyMap<Pair, Entry>;
  /** Enrolments by later keys that nobody has rightly claimed yet. */
  readonly enrolments: readonly Entry[];
  readonly questions: readonly LogQuestion[];
  /** Claims of devices that no held certificate names. */
  readonly strange: readonly Claim[];
  readonly refused: readonly Refused[];
}

interface DraftGrowth extends Growth {
  items: LogItem[];
  signedAt: number[];
  tail: readonly Hole[];
}

/** The holdings as they would be with what one page has proven so far. */
export class Draft implements Verdict {
  readonly unproven = new Set<EntryId>();
  readonly certificates = new Map<Pair, Entry>();
  readonly enrolments: Entry[] = [];
  readonly questions: LogQuestion[] = [];
  strange: readonly Claim[] = [];
  readonly refused: Refused[] = [];
  readonly loose: Entry[] = [];
  readonly erases: Entry[] = [];
  readonly #erasures = new Erasures();
  readonly #growths = new Map<LogId, DraftGrowth>();
  readonly #held: Holdings;

  constructor(held: Holdings) {
    this.#held = held;
  }

  get growths(): readonly Growth[] {
    return [...this.#growths.values()];
  }

  lengthOf(logId: LogId): number {
    const growth = this.#growths.get(logId);
    return growth ? growth.from + growth.items.length : this.#held.lengthOf(logId);
  }

  /** Holes that are known to follow the last entry. */
  tailOf(logId: LogId): readonly Hole[] {
    return (this.#growths.get(logId) ?? this.#held.logs.get(logId))?.tail ?? [];
  }

  at(logId: LogId, seq: number): LogItem | undefined {
    const growth = this.#growths.get(logId);
    if (growth && seq >= growth.from) return growth.items[seq - growth.from];
    return this.#held.logs.get(logId)?.items[seq];
  }

  /** The id before place `seq`, for a place up to the log's end. */
  idBefore(logId: LogId, seq: number): EntryId {
    return this.at(logId, seq - 1)?.id ?? zeroId;
  }

  cutOf(logId: LogId): number {
    return this.#held.cutOf(logId);
  }

  /** The places from `seq` on whose own signature was checked. */
  signedFrom(logId: LogId, seq: number): number[] {
    const growth = this.#growths.get(logId);
    const held = this.#held.logs.get(logId)?.signedAt ?? [];
    const end = growth?.from ?? Number.POSITIVE_INFINITY;
    const all = [...held.filter((at) => at < end), ...(growth?.signedAt ?? [])];
    return all.filter((at) => at >= seq);
  }

  /** From place `seq` on as far as the next checked signature: one side of a proof. */
  stretchFrom(logId: LogId, seq: number): LogItem[] {
    return this.slice(logId, seq, (this.signedFrom(logId, seq)[0] ?? seq - 1) + 1);
  }

  slice(logId: LogId, from: number, to = this.lengthOf(logId)): LogItem[] {
    const items: LogItem[] = [];
    for (let at = from; at < to; at++) {
      const item = this.at(logId, at);
      if (item !== undefined) items.push(item);
    }
    return items;
  }

  /** Entries without their chain that stand where `logId` has others, or two have one. */
  looseAt(logId: LogId): Entry[] {
    const drafted = this.loose.filter((entry) => entry.logId === logId);
    return [...this.#held.looseOf(logId).values(), ...drafted];
  }

  isCertified(pair: Pair): boolean {
    return this.#held.certificates.has(pair) || this.certificates.has(pair);
  }

  /** Adds what follows the last entry of a log; holes at the end become its tail. */
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

  /** Puts `items` in place of all that stands from `from` on, behind an entry. */
  replace(
    log: LogName,
    logId: LogId,
    { from, items, signedAt }: Pick<Growth, 'from' | 'items' | 'signedAt'>,
  ): void {
    const start = Math.min(from, this.#growths.get(logId)?.from ?? from);
    const before = this.slice(logId, start, from);
    const signedBefore = this.signedFrom(logId, start).filter((at) => at < from);
    const { whole, tail } = splitTail(items);
    const isAll = from + items.length === this.lengthOf(logId);
    this.#growths.set(logId, {
      log,
      logId,
      from: start,
      items: [...before, ...whole],
      signedAt: [...signedBefore, ...signedAt],
      tail: isAll ? [...tail, ...this.tailOf(logId)] : tail,
    });
  }

  forgetTail(log: LogName, logId: LogId): void {
    this.#open(log, logId, this.lengthOf(logId)).tail = [];
  }

  /** Notes an erase that is or will be held: from now on what it names is erased. */
  hear(erase: Entry): void {
    if (this.erases.some(({ id }) => id === erase.id)) return;
    this.erases.push(erase);
    this.#erasures.add(erase);
  }

  isErased(entry: Entry): boolean {
    return this.#erasures.isErased(entry) || this.#held.erasures.isErased(entry);
  }

  /** Whether an erase names this very hole. */
  isExplained({ logId, seq, bodyHash }: Hole): boolean {
    return [this.#erasures, this.#held.erasures].some(
      (erasures) => erasures.find(logId, seq, bodyHash) !== undefined,
    );
  }

  isLoose(entry: Entry): boolean {
    return this.looseAt(entry.logId).some(({ id }) => id === entry.id);
  }

  /** Erases have room of their own: what they explain could not be taken without them. */
  hasRoomForLoose({ logId, content }: Entry): boolean {
    const isErase = content.type === 'erase';
    const alike = this.looseAt(logId).filter(
      (other) => (other.content.type === 'erase') === isErase,
    );
    return alike.length < (isErase ? looseEraseLimit : looseLimit);
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

function splitTail(items: readonly LogItem[]): { whole: LogItem[]; tail: Hole[] } {
  const end = items.findLastIndex(isWhole) + 1;
  return { whole: items.slice(0, end), tail: items.slice(end).filter(isHole) };
}
