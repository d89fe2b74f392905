import { vectorLimit } from '@manyhands/replica';
import type { Ask, Received, Replica, WireHead } from '@manyhands/replica';
import { entryGuess, shareAgain, smallPull, turnLimit } from './limits.ts';
import type { Session } from './session.ts';
import type { Timers } from './timers.ts';

/** "412 of 2,316": entries held, and as many as the neighbours have told of. */
export interface PullProgress {
  readonly have: number;
  readonly of: number;
  /** Bytes fetched since there was last nothing to fetch, and about how many there are. */
  readonly bytes: number;
  readonly ofBytes: number;
}

/** What is not fetched before somebody has said so, and about how much it is. */
export interface HeldBack {
  readonly entries: number;
  readonly bytes: number;
}

export interface PullOptions {
  readonly replica: Replica;
  readonly timers: Timers;
  readonly onprogress: (progress: PullProgress | null) => void;
  /** Something came, and nothing is lacking any more that a neighbour would give. */
  readonly onlevel: () => void;
  readonly mode?: PullMode;
}

/**
 * `free`: whatever is lacking is fetched. `asking`: the line may cost, and nobody has said
 * yet whether a large pull is wanted. `later`: somebody has said that it can wait.
 */
export type PullMode = 'free' | 'asking' | 'later';

/** What an app may do about fetching. */
export interface PullControl {
  /** What is not fetched before somebody has said so; null when nothing waits. */
  readonly heldBack: HeldBack | null;
  /** From now on; a large pull that is under way and shall wait stops where it is. */
  setMode(mode: PullMode): void;
}

interface Current {
  readonly session: Session;
  /** Only the first page of the answer is wanted. */
  isTaste: boolean;
  readonly asked: number;
  brought: number;
  /** How often it gave what waits for the share of its author (replica/R11). */
  lefts: number;
  /** When it last brought an entry, or was asked. */
  broughtAt: number;
  bytesSeen: number;
  /** What the link had brought when it was asked. */
  readonly bytesBefore: number;
  cancelWatch: () => void;
}

/** How long a neighbour may send nothing before another one is asked. */
const patience = 8_000;
/** How often a neighbour is told in one turn to give less than it was asked for. */
const leftsAtMost = 16;
/** How long it may send what brings no entry: a page takes 21 s at 100 kbit/s. */
const emptyPatience = 60_000;

/**
 * Asks one neighbour at a time for what is lacking (M4), so that a newcomer with four
 * neighbours downloads the document once. If that one falls silent, the next goes on
 * where it stopped.
 *
 * Unless it is free, a large pull waits for somebody's word: of the answer the first page
 * is taken, with what concerns this device's owner (replica/B10), and the rest is left. What is
 * small is fetched all the same, and nothing of one's own is held back.
 *
 * Fair to authors and neighbours (replica/A15): in one turn no log has more than 4,096 entries,
 * and long ones come last, so that the loudest delays the others by one turn at most;
 * whoever was asked in vain is asked after the others.
 */
export class Pull implements PullControl {
  readonly #options: PullOptions;
  /** By neighbour and log: what they have told of and we lack, 8,192 logs at most. */
  readonly #heads = new Map<Session, Map<string, WireHead>>();
  /** Who was asked and gave nothing of it: not asked again until something changed. */
  readonly #spent = new Set<Session>();
  /** How often somebody was asked in vain. */
  readonly #failures = new WeakMap<Session, number>();
  #current: Current | null = null;
  #of = 0;
  /** Entries brought since there was last nothing to ask for. */
  #brought = 0;
  /** Bytes of an entry, as whoever was asked last has said. */
  #told: number | null = null;
  /** Bytes brought by asks that are over, since there was last nothing to ask for. */
  #bytes = 0;
  #mode: PullMode;
  /** Something given was left, and has not been looked for since. */
  #hasLeft = false;
  #cancelWait: (() => void) | null = null;
  /** Of what is held back, the first page has come. */
  #hasTasted = false;
  progress: PullProgress | null = null;
  heldBack: HeldBack | null = null;

  constructor(options: PullOptions) {
    this.#options = options;
    this.#mode = options.mode ?? 'free';
  }

  setMode(mode: PullMode): void {
    if (mode === this.#mode) return;
    this.#mode = mode;
    const current = this.#current;
    if (mode !== 'free' && current !== null && !current.isTaste) this.#leave(current);
    this.#next();
    this.#options.onprogress(this.progress);
  }

  offered(session: Session, heads: readonly WireHead[]): void {
    const told = this.#heads.get(session) ?? new Map<string, WireHead>();
    this.#heads.set(session, told);
    // Who holds what is held here may hold a good copy of what came spoilt.
    const offers = heads.length === 0 ? this.#wanted() : heads;
    for (const head of offers) if (told.size < vectorLimit) told.set(head.log, head);
    this.#asksFor(told);
    this.#spent.delete(session);
    this.#next();
  }

  /**
   * Something that is held is needed once more, since its own signature came spoilt. Whoever
   * is linked is asked for it, one after the other, also where nothing else is lacking.
   */
  again(): void {
    for (const session of [...this.#heads.keys()]) this.offered(session, []);
  }

  answered(session: Session, received: Received | null, isLast: boolean): void {
    const current = this.#current;
    if (current?.session !== session) return;
    const brought = received ? received.added.length + received.mended.length : 0;
    current.brought += brought;
    if (brought > 0) current.broughtAt = this.#options.timers.now();
    this.#brought += brought;
    const hasLeft = received !== null && received.waiting.length > 0;
    if (hasLeft) this.#askLess(current, isLast);
    this.#show();
    const isEnough = current.isTaste && this.#mode !== 'free';
    if (isEnough) this.#hasTasted = true;
    if (isEnough && !isLast) this.#leave(current);
    else if (!isLast) return;
    if (current.brought > 0 || !isLast) this.#spent.clear();
    // What was given and left here is nobody's failure.
    else if (current.lefts > 0) this.#spent.add(session);
    else this.#passOver(session);
    this.#stop();
    this.#next();
  }

  /** They say how much it is; it is told on the screen, and nothing else rests on it. */
  weighed(session: Session, bytes: number): void {
    const current = this.#current;
    if (current?.session !== session || current.asked === 0) return;
    this.#told = bytes / current.asked;
    if (this.#mode !== 'free' && this.#isMore()) current.isTaste = true;
    this.#show();
  }

  gone(session: Session): void {
    this.#heads.delete(session);
    this.#spent.delete(session);
    if (this.#current?.session === session) this.#stop();
    this.#next();
  }

  /** New certificates may open logs that were not taken before. */
  retry(): void {
    this.#spent.clear();
    this.#next();
  }

  close(): void {
    this.#stop();
    this.#cancelWait?.();
    this.#heads.clear();
  }

  /** Logs held here in which something is to be mended (replica/H9). */
  #wanted(): readonly WireHead[] {
    const { replica } = this.#options;
    const logs = new Set(replica.wanted.asks().map(({ log }) => log));
    return logs.size === 0
      ? []
      : replica.wireVector().filter(({ log }) => logs.has(log));
  }

  #next(): void {
    if (this.#current !== null) return;
    const failuresOf = (session: Session) => this.#failures.get(session) ?? 0;
    const [best] = [...this.#heads]
      .filter(([session]) => !this.#spent.has(session))
      .map(([session, told]) => ({ session, asks: this.#asksFor(told) }))
      .filter(({ asks }) => asks.length > 0)
      .sort(
        (a, b) =>
          failuresOf(a.session) - failuresOf(b.session) ||
          entriesOf(b.asks) - entriesOf(a.asks),
      );
    this.heldBack = best ? this.#holdBack(best.asks) : null;
    // Without neighbours nobody knows what is lacking: the first page has come all the same.
    if (best === undefined && this.#heads.size > 0) this.#hasTasted = false;
    const isWaiting = this.#mode === 'later' || this.#hasTasted;
    if (best === undefined) this.#wait();
    if (best === undefined || (this.heldBack && isWaiting)) this.#finish();
    else this.#start(best.session, best.asks);
  }

  /** What waits for a share (replica/R11) is looked for again; who has it is told to rest. */
  #wait(): void {
    const { replica, timers } = this.#options;
    if (!this.#hasLeft && replica.shares.waiting().length === 0) return;
    for (const [session, told] of this.#heads) if (told.size > 0) session.rest();
    this.#cancelWait ??= timers.after(shareAgain, () => {
      this.#cancelWait = null;
      this.#hasLeft = false;
      this.retry();
    });
  }

  /** More came than may be taken: what is under way need not come to its end. */
  #askLess(current: Current, isLast: boolean): void {
    this.#hasLeft = true;
    current.lefts += 1;
    if (isLast || current.lefts > leftsAtMost) return;
    const told = this.#heads.get(current.session) ?? new Map<string, WireHead>();
    current.session.ask(oneTurnOf(this.#asksFor(told)));
  }

  /** What seemed small by a guess may be large. */
  #isMore(): boolean {
    const left = Math.max(0, this.#of - this.#held());
    return left * this.#bytesOfEntry() > smallPull;
  }

  #holdBack(asks: readonly Ask[]): HeldBack | null {
    const entries = entriesOf(asks);
    const bytes = Math.round(entries * this.#bytesOfEntry());
    return this.#mode !== 'free' && bytes > smallPull ? { entries, bytes } : null;
  }

  /** What an entry weighs, as far as anybody has said. */
  #bytesOfEntry(): number {
    return this.#told ?? entryGuess;
  }

  #fetched(): number {
    const current = this.#current;
    if (current === null) return this.#bytes;
    const { messageBytesReceived } = current.session.link;
    return this.#bytes + messageBytesReceived - current.bytesBefore;
  }

  /** Asks for nothing more; what is under way is taken when it comes. */
  #leave({ session }: Current): void {
    session.ask([]);
    this.#stop();
  }

  /** What to ask for of what one neighbour has told; what is not lacking is forgotten. */
  #asksFor(told: Map<string, WireHead>): Ask[] {
    const { replica } = this.#options;
    const lacks = replica.lacks([...told.values()]);
    const lacking = new Set(lacks.map(({ log }) => log));
    for (const log of told.keys()) if (!lacking.has(log)) told.delete(log);
    return replica.shares.within(lacks);
  }

  #start(session: Session, asks: readonly Ask[]): void {
    this.#of = this.#held() + entriesOf(asks);
    this.#current = {
      session,
      isTaste: this.heldBack !== null,
      asked: entriesOf(oneTurnOf(asks)),
      bytesBefore: session.link.messageBytesReceived,
      brought: 0,
      lefts: 0,
      broughtAt: this.#options.timers.now(),
      bytesSeen: 0,
      cancelWatch: () => undefined,
    };
    this.#watch(this.#current);
    this.#show();
    session.ask(oneTurnOf(asks));
  }

  #watch(current: Current): void {
    const { timers } = this.#options;
    current.bytesSeen = current.session.link.messageBytesReceived;
    current.cancelWatch = timers.after(patience, () => {
      const isSending = current.session.link.messageBytesReceived > current.bytesSeen;
      if (isSending && timers.now() - current.broughtAt < emptyPatience) {
        this.#watch(current);
        return;
      }
      // Alive, or the link would be gone, and yet of no use: somebody else perhaps.
      this.#passOver(current.session);
      this.#stop();
      this.#next();
    });
  }

  #passOver(session: Session): void {
    this.#spent.add(session);
    this.#failures.set(session, (this.#failures.get(session) ?? 0) + 1);
  }

  #stop(): void {
    this.#current?.cancelWatch();
    this.#bytes = this.#fetched();
    this.#current = null;
  }

  #finish(): void {
    if (this.progress === null) return;
    const brought = this.#brought;
    this.progress = null;
    // What is held back is told by what was fetched of it so far.
    if (this.heldBack === null) this.#brought = this.#bytes = 0;
    this.#options.onprogress(null);
    // Comparing again after a pull that brought nothing would never end.
    if (brought > 0) this.#options.onlevel();
  }

  #show(): void {
    const have = this.#held();
    const of = Math.max(this.#of, have);
    const bytes = this.#fetched();
    const ofBytes = Math.round(bytes + (of - have) * this.#bytesOfEntry());
    this.progress = { have, of, bytes, ofBytes };
    this.#options.onprogress(this.progress);
  }

  #held(): number {
    return this.#options.replica
      .wireVector()
      .reduce((sum, { length }) => sum + length, 0);
  }
}

/** What is asked for at once: of each log a part, and those with little first. */
function oneTurnOf(asks: readonly Ask[]): Ask[] {
  return asks
    .map(({ log, from, max }) => ({ log, from, max: Math.min(max, turnLimit) }))
    .sort((a, b) => a.max - b.max);
}

const entriesOf = (asks: readonly Ask[]): number =>
  asks.reduce((sum, { max }) => sum + max, 0);
