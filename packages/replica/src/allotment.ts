import type { EntryId, Hex, LogId, MemberId } from '@manyhands/base';
import type { Entry, LogName } from '@manyhands/ledger';
import type { IsClaimed } from './certifying.ts';
import type { RunItem } from './page.ts';
import { costOf } from './shares.ts';
import type { Shares, ShareUse } from './shares.ts';
import { isSignedStatement, statementIn } from './statements.ts';

/** A stretch's log, as a claim names it. */
interface Named {
  readonly log: LogName;
  readonly logId: LogId;
}

/** How much of one page may be taken. */
export interface Room {
  /** As many of these, which stand in the log from `from` on, as there is room for. */
  grant(of: Named, from: number, items: readonly RunItem[]): readonly RunItem[];
  /** These were granted and not taken. */
  giveBack(of: Named, items: readonly RunItem[]): void;
  /** Whether there is room for an entry without its chain; asked twice, it is one. */
  has(entry: Entry, isClaimed: IsClaimed): Promise<boolean>;
}

/** For what a disk has, and what this device says. */
export const unbounded: Room = {
  grant: (_, __, items) => items,
  giveBack: () => undefined,
  has: () => Promise.resolve(true),
};

/** A log of which more came than there was room for, and how far that reached. */
export interface Left {
  readonly log: LogName;
  readonly length: number;
}

/**
 * What the gate may take from one page by the shares (R11). Room is set aside before a
 * signature is looked at, so that what is left costs nothing but reading it; what does not
 * prove itself gives its room back, and what was taken counts once it is committed.
 */
export class Allotment implements Room {
  readonly #shares: Shares;
  readonly #granted = new Map<MemberId, number>();
  #toGuests = 0;
  readonly #alone = new Set<EntryId>();
  readonly #said = new Set<Hex>();
  readonly left = new Map<LogId, Left>();

  constructor(shares: Shares) {
    this.#shares = shares;
  }

  grant({ log, logId }: Named, from: number, items: readonly RunItem[]) {
    let room = this.#roomFor(log.member, log.kind);
    let count = 0;
    for (const item of items) {
      const cost = costOfItem(item);
      if (cost > room) break;
      room -= cost;
      count += 1;
    }
    const granted = items.slice(0, count);
    this.#set(log.member, bytesOf(granted));
    if (count < items.length) this.#leave({ log, length: from + items.length }, logId);
    return granted;
  }

  giveBack({ log }: Named, items: readonly RunItem[]): void {
    this.#set(log.member, -bytesOf(items));
  }

  async has(entry: Entry, isClaimed: IsClaimed): Promise<boolean> {
    const { id, log, logId, seq } = entry;
    if (this.#alone.has(id) || this.#take(entry, 'alone')) return true;
    const isNew = this.#isNew(entry) && (await isSignedStatement(entry, isClaimed));
    if (isNew && this.#take(entry, 'statement')) return true;
    this.#leave({ log, length: seq + 1 }, logId);
    return false;
  }

  #take({ id, log, stored }: Entry, use: ShareUse): boolean {
    const cost = costOf(stored);
    if (cost > this.#roomFor(log.member, use)) return false;
    this.#alone.add(id);
    this.#set(log.member, cost);
    return true;
  }

  /** Any phone of theirs can say again what their key has signed. */
  #isNew(entry: Entry): boolean {
    const said = statementIn(entry);
    if (said === null || this.#said.has(said)) return false;
    this.#said.add(said);
    return !this.#shares.hasHeard(said);
  }

  #roomFor(member: MemberId, use: ShareUse): number {
    const [toThem, toGuests] = [this.#granted.get(member) ?? 0, this.#toGuests];
    return this.#shares.roomFor(member, use, { toThem, toGuests });
  }

  #set(member: MemberId, bytes: number): void {
    this.#granted.set(member, (this.#granted.get(member) ?? 0) + bytes);
    if (!this.#shares.isRooted(member)) this.#toGuests += bytes;
  }

  #leave(left: Left, logId: LogId): void {
    const known = this.left.get(logId);
    if (known === undefined || known.length < left.length) this.left.set(logId, left);
  }
}

/** A tombstone is paid for with the erase that made it. */
const costOfItem = (item: RunItem): number =>
  item instanceof Uint8Array ? costOf(item) : 0;

const bytesOf = (items: readonly RunItem[]): number =>
  items.reduce((sum, item) => sum + costOfItem(item), 0);
