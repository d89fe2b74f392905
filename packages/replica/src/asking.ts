import type { DeviceKey, Hex, MemberId } from '@manyhands/base';
import { isWhole, logIdOf } from '@manyhands/ledger';
import type { LogName } from '@manyhands/ledger';
import type { Left } from './allotment.ts';
import type { Holdings } from './holdings.ts';
import type { Pair } from './pairs.ts';
import { coverageLimit, entryCost, shareStep, vectorLimit } from './limits.ts';
import type { Ask } from './page.ts';
import { costOf } from './shares.ts';
import type { Shares } from './shares.ts';
import type { WaitingMember } from './types.ts';

/** How many of the last entries of a log say how long those behind them are. */
const looked = 64;
/** Logs asked for again although no certificate named their device so far. */
const strangersAtOnce = 16;
const stretch = coverageLimit + 1;
const noLimit = Number.POSITIVE_INFINITY;

interface Wanted {
  readonly ask: Ask;
  readonly log: LogName;
}

/**
 * What of that which is lacking is asked for now, and what waits for its member's share
 * (R11). Others name logs by a hash, so a log is its member's if a certificate says so.
 */
export class Asking {
  readonly #held: Holdings;
  readonly #shares: Shares;
  readonly #community: LogName['community'];
  /** Pairs of which it has not been worked out what their logs are called. */
  readonly #unnamed: Pair[] = [];
  readonly #names = new Map<Hex, LogName>();
  readonly #strangers = new Set<Hex>();
  readonly #waiting = new Map<Hex, Left>();

  constructor(held: Holdings, shares: Shares, community: LogName['community']) {
    this.#held = held;
    this.#shares = shares;
    this.#community = community;
  }

  /** These pairs have a certificate from now on. */
  meet(pairs: Iterable<Pair>): void {
    for (const pair of pairs) this.#unnamed.push(pair);
  }

  /** More of these logs came than there was room for. */
  leave(left: Iterable<Left>): void {
    for (const each of left) this.#wait(each);
  }

  /** No certificate names the devices of these logs. */
  miss(logs: Iterable<Hex>): void {
    for (const log of logs) {
      if (this.#strangers.size < vectorLimit) this.#strangers.add(log.slice(0, 32));
    }
  }

  within(asks: readonly Ask[]): Ask[] {
    const byMember = new Map<MemberId, Wanted[]>();
    const unknown: Ask[] = [];
    for (const ask of asks) {
      const log = this.#whose(ask.log);
      if (log === null) unknown.push(ask);
      else
        byMember.set(log.member, [...(byMember.get(log.member) ?? []), { ask, log }]);
    }
    return [...this.#ofUnknown(unknown), ...this.#ofMembers(byMember)];
  }

  /** Of whom something is known to wait, and about how much. */
  waiting(): WaitingMember[] {
    const bytesBy = new Map<MemberId, number>();
    for (const [prefix, { log, length }] of this.#waiting) {
      const lacking =
        Math.min(length, this.#held.cutCalled(prefix)) - this.#have(prefix);
      if (lacking <= 0) this.#waiting.delete(prefix);
      else if (this.#shares.roomFor(log.member, log.kind) < shareStep) {
        const bytes = Math.round(lacking * this.#guessOf(prefix));
        bytesBy.set(log.member, (bytesBy.get(log.member) ?? 0) + bytes);
      }
    }
    return [...bytesBy].map(([member, bytes]) => ({ member, bytes }));
  }

  /** Who wrote little comes first: guests have a share in common. */
  #ofMembers(byMember: ReadonlyMap<MemberId, Wanted[]>): Ask[] {
    const sorted = [...byMember].sort(([, a], [, b]) => entriesOf(a) - entriesOf(b));
    let ofGuests = 0;
    return sorted.flatMap(([member, wanted]) => {
      if (!this.#shares.isGuest(member)) return this.#ofMember(wanted, noLimit);
      const asks = this.#ofMember(wanted, this.#shares.roomOfGuests(member) - ofGuests);
      ofGuests += asks.reduce((sum, { max }) => sum + max * entryCost, 0);
      return asks;
    });
  }

  /** Ledgers first: a board is asked for with what they leave, of `most` bytes at most. */
  #ofMember(wanted: readonly Wanted[], most: number): Ask[] {
    const asks: Ask[] = [];
    let spent = 0;
    const ledgersFirst = [...wanted].sort((a, b) => rankOf(a.log) - rankOf(b.log));
    for (const { ask, log } of ledgersFirst) {
      // What is asked for again has been counted.
      const room = Math.min(this.#shares.roomFor(log.member, log.kind), most) - spent;
      const isHeld = ask.from + ask.max <= this.#have(ask.log);
      // What fills a gap (H3) was given up, and is paid for like what is new.
      if (isHeld && (room >= shareStep || !this.#isGapped(ask.log))) asks.push(ask);
      if (isHeld) continue;
      const guess = this.#guessOf(ask.log);
      const max = room < shareStep ? 0 : Math.min(ask.max, Math.floor(room / guess));
      if (max < ask.max) this.#wait({ log, length: ask.from + ask.max });
      if (max === 0) continue;
      asks.push({ ...ask, max });
      spent += max * guess;
    }
    return asks;
  }

  /** The certificate may come with the log; if it did not, it is seldom asked for again. */
  #ofUnknown(asks: readonly Ask[]): Ask[] {
    const asked = new Map(asks.map((ask) => [ask.log, ask]));
    const again = [...this.#strangers].filter((log) => asked.has(log));
    for (const log of again) asked.delete(log);
    const fresh = [...asks].filter(({ log }) => asked.has(log));
    const chosen = new Set(again.slice(0, strangersAtOnce));
    for (const log of chosen) {
      // Behind the others the next time.
      this.#strangers.delete(log);
      this.#strangers.add(log);
    }
    const strange = asks.filter(({ log }) => chosen.has(log));
    return [
      ...fresh,
      ...strange.map((ask) => ({ ...ask, max: Math.min(ask.max, stretch) })),
    ];
  }

  #wait(left: Left): void {
    const prefix = logIdOf(left.log).slice(0, 32);
    const known = this.#waiting.get(prefix)?.length ?? 0;
    this.#waiting.set(prefix, { ...left, length: Math.max(known, left.length) });
  }

  #have(prefix: Hex): number {
    const held = this.#held.called(prefix);
    return held ? held.items.length + held.tail.length : 0;
  }

  #isGapped(prefix: Hex): boolean {
    return (this.#held.called(prefix)?.gaps.size ?? 0) > 0;
  }

  /** What an entry of this log is taken for before it has come. */
  #guessOf(prefix: Hex): number {
    const last = this.#held.called(prefix)?.items.slice(-looked).filter(isWhole) ?? [];
    const bytes = last.reduce((sum, { stored }) => sum + costOf(stored), 0);
    return last.length === 0 ? entryCost : bytes / last.length;
  }

  #whose(prefix: Hex): LogName | null {
    const held = this.#held.called(prefix);
    if (held !== undefined) return held.log;
    for (const pair of this.#unnamed.splice(0)) this.#name(pair);
    return this.#names.get(prefix) ?? null;
  }

  #name(pair: Pair): void {
    const [member, device] = pair.split('/') as [MemberId, DeviceKey];
    for (const kind of ['ledger', 'board'] as const) {
      const log: LogName = { community: this.#community, kind, member, device };
      const prefix = logIdOf(log).slice(0, 32);
      this.#names.set(prefix, log);
      this.#strangers.delete(prefix);
    }
  }
}

const entriesOf = (wanted: readonly Wanted[]): number =>
  wanted.reduce((sum, { ask }) => sum + ask.max, 0);

const rankOf = ({ kind }: LogName): number => (kind === 'ledger' ? 0 : 1);
