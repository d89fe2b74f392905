/** Memory that a copy costs while it waits, beside its bytes: measured, and rounded up. */
const overhead = 512;

export interface BacklogCaps {
  readonly ofOne: number;
  readonly ofAll: number;
}

/** What waits for one reader. */
export interface Backlog {
  /** Whether so many bytes more may wait; if so they are counted. */
  add(bytes: number): boolean;
  /** They have been taken. */
  take(bytes: number): void;
  /** The reader is gone, and what waited with it. */
  close(): void;
}

/**
 * Counts what waits for slow readers: so much for one of them, and for one never more than
 * an eighth of what is left for all. So the more there are the less each may have, and all
 * of them together never come to the end of it.
 */
export class Backlogs {
  readonly #caps: BacklogCaps;
  #waiting = 0;

  constructor(caps: BacklogCaps) {
    this.#caps = caps;
  }

  /** Bytes that wait for all readers. */
  get waiting(): number {
    return this.#waiting;
  }

  open(): Backlog {
    const { ofOne, ofAll } = this.#caps;
    let own = 0;
    const change = (bytes: number) => {
      own += bytes;
      this.#waiting += bytes;
    };
    return {
      add: (bytes) => {
        const most = Math.min(ofOne, (ofAll - this.#waiting) / 8);
        if (own + bytes + overhead > most) return false;
        change(bytes + overhead);
        return true;
      },
      take: (bytes) => {
        if (own > 0) change(-bytes - overhead);
      },
      close: () => change(-own),
    };
  }
}
