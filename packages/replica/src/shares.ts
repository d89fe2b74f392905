import type { Hex, MemberId } from '@manyhands/base';
import type { Entry, Ledger, LogKind } from '@manyhands/ledger';
import { GuestShare } from './guestShare.ts';
import { Houses } from './houses.ts';
import {
  dailyShare,
  entryCost,
  firstShare,
  guestDailyShare,
  guestFirstShare,
  pageLimit,
  partnerShares,
  shareStep,
} from './limits.ts';
import { OwnClock } from './ownClock.ts';
import { statementIn } from './statements.ts';

/**
 * What a share is used for. A board leaves a step to the ledger, so that ledgers come
 * first; both leave one to what comes alone; and whatever else they wrote, of what their
 * identity key has signed about their own devices a step has room.
 */
export type ShareUse = LogKind | 'alone' | 'statement';
const stepsLeft: Record<ShareUse, number> = {
  board: 2,
  ledger: 1,
  alone: 0,
  statement: -1,
};

const day = 86_400_000;
/** No share grows faster. */
const fastest = dailyShare * partnerShares;

interface Level {
  readonly bytes: number;
  readonly at: number;
}

interface Share {
  readonly first: number;
  readonly daily: number;
}

const shareOfRooted: Share = { first: firstShare, daily: dailyShare };
const shareOfGuest: Share = { first: guestFirstShare, daily: guestDailyShare };
const times = ({ first, daily }: Share): Share => ({
  first: first * partnerShares,
  daily: daily * partnerShares,
});

/** What one page was granted, before any of it counts. */
interface Granted {
  readonly toThem: number;
  readonly toGuests: number;
}
const nobodys: Granted = { toThem: 0, toGuests: 0 };

/** What is kept of the shares between two openings. */
export interface KeptShares {
  readonly clock: ReturnType<OwnClock['kept']>;
  readonly levels: readonly [MemberId, Level][];
  readonly guests: ReturnType<GuestShare['kept']>;
}

/** What an entry, or what may be one, counts for. */
export const costOf = (bytes: { readonly length: number }): number =>
  Math.max(bytes.length, entryCost);

/**
 * How much of each member this device still takes (R11): so much at first, and then so much
 * a day. It is an allowance, by this device's own clock, and never a rule of the fold:
 * what it leaves is asked for later.
 */
export class Shares {
  readonly #ledger: Ledger;
  readonly #own: MemberId | null;
  readonly #clock: OwnClock;
  readonly #houses = new Houses();
  readonly #guests = new GuestShare(this.#houses);
  readonly #levels = new Map<MemberId, Level>();
  readonly #said = new Set<Hex>();
  #forgivenAt = -1;
  #partners: { readonly version: number; readonly of: ReadonlySet<string> } | null =
    null;

  /** `own`: whose device this is, of whom everything is taken. */
  constructor(ledger: Ledger, own: MemberId | null, clock: () => number) {
    this.#ledger = ledger;
    this.#own = own;
    this.#clock = new OwnClock(clock);
  }

  /** How many bytes of this member may be taken now for this use, beyond what was `granted`. */
  roomFor(member: MemberId, use: ShareUse, granted = nobodys): number {
    if (member === this.#own) return Number.POSITIVE_INFINITY;
    const isRooted = this.#ledger.isRooted(member);
    const share = isRooted ? shareOfRooted : shareOfGuest;
    const usual = this.#roomIn(share, member, use) - granted.toThem;
    const room = isRooted
      ? usual
      : Math.min(usual, this.roomOfGuests(member) - granted.toGuests);
    // Whose hours they are matters only to whom a page may be too much.
    if (room < pageLimit && this.#isPartner(member)) {
      return this.#roomIn(times(share), member, use) - granted.toThem;
    }
    return Math.max(0, room);
  }

  /** Whether somebody answers for them: of others all together have a share. */
  isRooted(member: MemberId): boolean {
    return member === this.#own || this.#ledger.isRooted(member);
  }

  /** Whether what is taken of this member is taken of all guests. */
  isGuest(member: MemberId): boolean {
    return !this.isRooted(member) && !this.#isPartner(member);
  }

  /** These were taken, and prove themselves: nothing else counts. */
  take(entries: readonly Entry[]): number {
    const bytesBy = new Map<MemberId, number>();
    for (const { log, stored } of entries) {
      if (log.member === this.#own) continue;
      bytesBy.set(log.member, (bytesBy.get(log.member) ?? 0) + costOf(stored));
    }
    let bytes = 0;
    for (const [member, taken] of bytesBy) {
      bytes += taken;
      this.#raise(member, taken);
    }
    return bytes;
  }

  /** Who let in whom, and what identity keys have signed, as far as these say. */
  note(entries: readonly Entry[]): void {
    this.#houses.note(entries, this.#ledger);
    for (const entry of entries) {
      const said = statementIn(entry);
      if (said !== null) this.#said.add(said);
    }
  }

  /** Whether such a statement is held already. */
  hasHeard(said: Hex): boolean {
    return this.#said.has(said);
  }

  kept(): KeptShares {
    const now = this.#clock.now();
    for (const [member] of this.#levels) {
      const bytes = Math.ceil(this.#levelOf(member, this.#shareOf(member)));
      if (bytes > 0) this.#levels.set(member, { bytes, at: now });
      else this.#levels.delete(member);
    }
    return {
      clock: this.#clock.kept(),
      levels: [...this.#levels],
      guests: this.#guests.kept(),
    };
  }

  resume({ clock, levels, guests }: KeptShares): void {
    this.#clock.resume(clock);
    for (const [member, level] of levels) this.#levels.set(member, level);
    this.#guests.resume(guests);
  }

  #roomIn(share: Share, member: MemberId, use: ShareUse): number {
    const most = share.first - stepsLeft[use] * shareStep;
    return Math.max(0, most - this.#levelOf(member, share));
  }

  /** What is left of the share that all guests have, for this one. */
  roomOfGuests(member: MemberId): number {
    const { version } = this.#ledger;
    // Who was a guest when their board came may have had a voice, of which nobody knew yet.
    if (this.#guests.isShort && this.#forgivenAt !== version) {
      this.#forgivenAt = version;
      this.#guests.forgive((each) => this.isGuest(each));
    }
    return this.#guests.roomFor(member, this.#clock.now());
  }

  #levelOf(member: MemberId, { daily }: Share): number {
    const level = this.#levels.get(member);
    if (level === undefined) return 0;
    return Math.max(0, level.bytes - (daily * (this.#clock.now() - level.at)) / day);
  }

  #raise(member: MemberId, taken: number): void {
    const now = this.#clock.now();
    const level = this.#levels.get(member) ?? { bytes: 0, at: now };
    // A level that cannot have come to nothing sinks as it did before.
    const isSure = level.bytes >= (fastest * (now - level.at)) / day;
    const before = isSure ? level.bytes : this.#levelOf(member, this.#shareOf(member));
    this.#levels.set(member, { bytes: before + taken, at: isSure ? level.at : now });
    if (!this.isRooted(member)) this.#guests.take(member, taken, now);
  }

  #shareOf(member: MemberId): Share {
    const usual = this.#ledger.isRooted(member) ? shareOfRooted : shareOfGuest;
    return this.#isPartner(member) ? times(usual) : usual;
  }

  /**
   * Whether this device's member has signed an hour with them. Who only says so of
   * themself is none.
   */
  #isPartner(member: MemberId): boolean {
    const { version } = this.#ledger;
    if (this.#partners?.version !== version) {
      this.#partners = { version, of: partnersOf(this.#ledger, this.#own) };
    }
    return this.#partners.of.has(member);
  }
}

function partnersOf(ledger: Ledger, own: MemberId | null): ReadonlySet<string> {
  const partners = new Set<string>();
  if (own === null) return partners;
  for (const { proposer, party, status } of ledger.transfersOf(own)) {
    if (proposer === own) partners.add(party);
    else if (status === 'exists') partners.add(proposer);
  }
  return partners;
}
