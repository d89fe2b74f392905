import type { Ask, Received, Replica, WireHead } from '@manyhands/replica';
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
  readonly asks: readonly Ask[];
  brought: number;
  bytesSeen: number;
  cancelWatch: () => void;
}

/** How long a neighbour may bring nothing before another one is asked. */
const patience = 8_000;

/**
 * Asks one neighbour at a time for what is lacking (M4), so that a newcomer with four
 * neighbours downloads the document once. If that one falls silent, the next goes on
 * where it stopped.
 */
export class Pull {
  readonly #options: PullOptions;
  readonly #heads = new Map<Session, readonly WireHead[]>();
  /** Who was asked and gave nothing of it: not asked again until something changed. */
  readonly #spent = new Set<Session>();
  #current: Current | null = null;
  #of = 0;
  /** Entries brought since there was last nothing to ask for. */
  #brought = 0;
  progress: Progress | null = null;

  constructor(options: PullOptions) {
    this.#options = options;
  }

  offered(session: Session, heads: readonly WireHead[]): void {
    this.#heads.set(session, heads);
    this.#spent.delete(session);
    this.#next();
  }

  answered(session: Session, received: Received | null, isLast: boolean): void {
    const current = this.#current;
    if (current?.session !== session) return;
    const brought = received === null ? 0 : received.added.length;
    current.brought += brought;
    this.#brought += brought;
    this.#show();
    if (!isLast) return;
    if (current.brought === 0) this.#spent.add(session);
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
    const [best] = [...this.#heads]
      .filter(([session]) => session.link.isOpen && !this.#spent.has(session))
      .map(([session, heads]) => ({
        session,
        asks: this.#options.replica.lacks(heads),
      }))
      .filter(({ asks }) => asks.length > 0)
      .sort((a, b) => entriesOf(b.asks) - entriesOf(a.asks));
    if (best === undefined) {
      this.#finish();
      return;
    }
    this.#start(best.session, best.asks);
  }

  #start(session: Session, asks: readonly Ask[]): void {
    this.#of = this.#held() + entriesOf(asks);
    this.#current = {
      session,
      asks,
      brought: 0,
      bytesSeen: 0,
      cancelWatch: () => undefined,
    };
    this.#watch(this.#current);
    this.#show();
    session.ask(asks);
  }

  #watch(current: Current): void {
    current.bytesSeen = current.session.link.messageBytesReceived;
    current.cancelWatch = this.#options.timers.after(patience, () => {
      if (current.session.link.messageBytesReceived > current.bytesSeen) {
        this.#watch(current);
        return;
      }
      // Alive, or the link would be gone, and yet silent: somebody else perhaps.
      this.#spent.add(current.session);
      this.#stop();
      this.#next();
    });
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

const entriesOf = (asks: readonly Ask[]): number =>
  asks.reduce((sum, { max }) => sum + max, 0);
