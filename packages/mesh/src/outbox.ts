import { pageLimit, vectorLimit } from '@manyhands/replica';
import type { Ask, Replica, WireHead } from '@manyhands/replica';
import { newsLimit, pagesAhead } from './limits.ts';
import type { Link } from './link.ts';
import { encodeMessage } from './messages.ts';
import { ThrottledAnswer } from './throttledAnswer.ts';
import type { Timers } from './timers.ts';

/**
 * What is due to one neighbour (M4): news, and the answer to what it asked. What it
 * holds is known from itself alone: its vector, the pages and acks it sent, and what was
 * sent to it. Its word makes nothing grow here: beyond the logs that are held here, no
 * more of them are remembered than one vector has.
 */
export class Outbox {
  readonly #link: Link;
  readonly #replica: Replica;
  readonly #onmuch: () => void;
  /** How much of each log they hold, once they have said so. */
  #theirs: Map<string, number> | null = null;
  /** Logs with something new for them. */
  readonly #news = new Set<string>();
  /** Logs that grew while they seemed to lack what came before, and that length. */
  readonly #missed = new Map<string, number>();
  #asked: readonly Ask[] = [];
  readonly #asks: ThrottledAnswer<readonly Ask[]>;
  #credit = 0;
  #isServed = false;
  #isPumping = false;
  #isClosed = false;

  /** `onmuch`: more is new than may be sent unasked. */
  constructor(link: Link, replica: Replica, timers: Timers, onmuch: () => void) {
    this.#link = link;
    this.#replica = replica;
    this.#onmuch = onmuch;
    this.#asks = new ThrottledAnswer(timers, (asks) => this.#give(asks));
    void link.ended.then(() => this.#asks.close());
  }

  /** They hold so much of these logs; of others they have said nothing yet. */
  hold(heads: readonly WireHead[]): void {
    this.#theirs ??= new Map();
    for (const { log, length } of heads) this.#remember(log, length);
    this.#catchUp();
  }

  /** They hold what is held here, neither more nor less. */
  level(): void {
    const heads = this.#replica.wireVector();
    this.#theirs = new Map(heads.map(({ log, length }) => [log, length]));
    this.#missed.clear();
  }

  /** They hold at least so much of these logs. */
  learn(lengths: Iterable<readonly [string, number]>): void {
    if (this.#theirs === null) return;
    let isAwaited = false;
    for (const [log, length] of lengths) {
      this.#remember(log, Math.max(length, this.#theirs.get(log) ?? 0));
      if (this.#missed.has(log)) isAwaited = true;
    }
    // Once for all of them: whoever names many logs is no more work than whoever names one.
    if (isAwaited) this.#catchUp();
  }

  /** Whether they are known to hold all that is held here. */
  get isLevel(): boolean {
    const theirs = this.#theirs;
    if (theirs === null) return false;
    return this.#replica
      .wireVector()
      .every(({ log, length }) => (theirs.get(log) ?? 0) >= length);
  }

  /** Whether they have said that they ask for nothing more, whatever they lack. */
  get isServed(): boolean {
    return this.#isServed;
  }

  /** Whether they have said what they hold: nothing is news to whoever has not. */
  get isTold(): boolean {
    return this.#theirs !== null;
  }

  /**
   * Sends what is new in these logs, if the other held all that came before: who lacks
   * more than that is asking for it already. As soon as they say they have it, the new
   * follows; a vector that was under way for a while must not make it wait for ever.
   */
  offer(grown: ReadonlyMap<string, number>): void {
    for (const [log, before] of grown) {
      if (!this.#missed.has(log)) this.#missed.set(log, before);
    }
    this.#catchUp();
  }

  /** Gives these, in place of what was asked before; of several that wait the newest. */
  give(asks: readonly Ask[]): void {
    this.#isServed = asks.length === 0;
    this.learn(asks.map(({ log, from }) => [log, from]));
    if (asks.length > 0) {
      this.#asks.receive(asks);
      return;
    }
    this.#asks.drop();
    this.#asked = [];
    // Silence would leave the asker waiting for what is not here.
    void this.#link.send(encodeMessage('page', { page: null, isLast: true }));
  }

  /** They have room for one more page. */
  giveMore(): void {
    this.#credit = Math.min(this.#credit + 1, pagesAhead);
    this.#pump();
  }

  /** Nothing more is due to them. */
  close(): void {
    this.#isClosed = true;
  }

  #give(asks: readonly Ask[]): void {
    if (this.#isClosed) return;
    void this.#link.send(encodeMessage('weight', { bytes: this.#replica.weigh(asks) }));
    this.#asked = asks;
    this.#credit = pagesAhead;
    this.#pump();
  }

  #remember(log: string, length: number): void {
    const theirs = this.#theirs;
    if (theirs === null) return;
    const isHeld = this.#replica.forks.idAt(log, 0) !== null;
    if (isHeld || theirs.has(log) || theirs.size < vectorLimit) theirs.set(log, length);
  }

  #catchUp(): void {
    for (const [log, before] of this.#missed) {
      if ((this.#theirs?.get(log) ?? 0) < before) continue;
      this.#missed.delete(log);
      this.#news.add(log);
    }
    this.#pump();
  }

  /** Sends what is due as long as the link takes it. News first: it is short. */
  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    void this.#pumpAll();
  }

  async #pumpAll(): Promise<void> {
    try {
      while (this.#link.isOpen && !this.#isClosed) {
        const message = this.#nextNews() ?? this.#nextAnswer();
        if (message === null) return;
        await this.#link.send(message);
      }
    } finally {
      // In the same turn: whoever pumps next must not find it still at work.
      this.#isPumping = false;
    }
  }

  #nextNews(): Uint8Array | null {
    if (this.#theirs === null || this.#news.size === 0) return null;
    const asks: Ask[] = [];
    for (const log of this.#news) {
      const from = this.#theirs.get(log) ?? 0;
      const length = this.#replica.announced(log)?.length ?? 0;
      if (from < length) asks.push({ log, from, max: length - from });
    }
    this.#news.clear();
    const { member } = this.#link.peer;
    const { page, rest, lengths } = this.#replica.page(asks, newsLimit, member);
    if (page === null) return null;
    this.learn(lengths);
    // So much is no news any more: let them ask for it, at their own pace.
    if (rest.length > 0) this.#onmuch();
    return encodeMessage('news', page);
  }

  #nextAnswer(): Uint8Array | null {
    if (this.#asked.length === 0 || this.#credit === 0) return null;
    const { member } = this.#link.peer;
    const { page, rest, lengths } = this.#replica.page(this.#asked, pageLimit, member);
    this.#asked = page === null ? [] : rest;
    this.#credit -= 1;
    this.learn(lengths);
    const isLast = this.#asked.length === 0;
    return encodeMessage('page', { page, isLast });
  }
}
