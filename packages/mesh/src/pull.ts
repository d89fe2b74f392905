import { vectorLimit } from '@manyhands/replica';
import type { Ask, Received, Replica, WireHead } from '@manyhands/replica';
import { turnLimit } from './limits.ts';
import type { Session } from './session.ts';
import type { Timers } from './timers.ts';

/** "412 of 2,316": entries held, and as many as the neighbours have told of. */
export interface Progress {
  readonly have: number;
  readonly of: number;
}

export interface PullOptions {
  readonly replica: Replica;
  readonly timers: Timers;
  readonly onprogress: (progress: Progress | null) => void;
  /** Something came, and nothing is lacking any more that a neighbour would give. */
  readonly onlevel: () => void;
}

interface Current {
  readonly session: Session;
  brought: number;
  /** When it last brought an entry, or was asked. */
  broughtAt: number;
  bytesSeen: number;
  cancelWatch: () => void;
}

/** How long a neighbour may send nothing before another one is asked. */
const patience = 8_000;
/** How long it may send what brings no entry: a page takes 21 s at 100 kbit/s. */
const emptyPatience = 60_000;

/**
 * Asks one neighbour at a time for what is lacking (M4), so that a newcomer with four
 * neighbours downloads the document once. If that one falls silent, the next goes on
 * where it stopped.
 *
 * Fair to authors and neighbours (A15): in one turn no log has more than 4,096 entries,
 * and long ones come last, so that the loudest delays the others by one turn at most;
 * whoever was asked in vain is asked after the others.
 */
export class Pull {
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
  progress: Progress | null = null;

  constructor(options: PullOptions) {
    this.#options = options;
  }

  offered(session: Session, heads: readonly WireHead[]): void {
    const told = this.#heads.get(session) ?? new Map<string, WireHead>();
    this.#heads.set(session, told);
    for (const head of heads) if (told.size < vectorLimit) told.set(head.log, head);
    this.#asksFor(told);
    this.#spent.delete(session);
    this.#next();
  }

  answered(session: Session, received: Received | null, isLast: boolean): void {
    const current = this.#current;
    if (current?.session !== session) return;
    const brought = received === null ? 0 : received.added.length;
    current.brought += brought;
    if (brought > 0) current.broughtAt = this.#options.timers.now();
    this.#brought += brought;
    this.#show();
    if (!isLast) return;
    if (current.brought === 0) this.#passOver(session);
    else this.#spent.clear();
    this.#stop();
    this.#next();
  }

  gone(session: Session): void {
    this.#heads.delete(session);
    this.#spent.delete(session);
    if (this.#current?.session !== session) return;
    this.#stop();
    this.#next();
  }

  /** New certificates may open logs that were not taken before. */
  retry(): void {
    this.#spent.clear();
    this.#next();
  }

  close(): void {
    this.#stop();
    this.#heads.clear();
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
    if (best === undefined) {
      this.#finish();
      return;
    }
    this.#start(best.session, best.asks);
  }

  /** What is lacking of what one neighbour has told; the rest of it is forgotten. */
  #asksFor(told: Map<string, WireHead>): Ask[] {
    const asks = this.#options.replica.lacks([...told.values()]);
    const lacking = new Set(asks.map(({ log }) => log));
    for (const log of told.keys()) if (!lacking.has(log)) told.delete(log);
    return asks;
  }

  #start(session: Session, asks: readonly Ask[]): void {
    this.#of = this.#held() + entriesOf(asks);
    this.#current = {
      session,
      brought: 0,
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
    this.#current = null;
  }

  #finish(): void {
    if (this.progress === null) return;
    const brought = this.#brought;
    this.progress = null;
    this.#brought = 0;
    this.#options.onprogress(null);
    // Comparing again after a pull that brought nothing would never end.
    if (brought > 0) this.#options.onlevel();
  }

  #show(): void {
    const have = this.#held();
    this.progress = { have, of: Math.max(this.#of, have) };
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
