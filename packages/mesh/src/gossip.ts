import type { Change } from '@manyhands/replica';
import type { Session } from './session.ts';
import type { Timers } from './timers.ts';

export interface GossipOptions {
  readonly timers: Timers;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly sessions: () => Iterable<Session>;
}

/**
 * What came from another device waits this long before it goes on: by then most
 * neighbours have it from where it came from, and have said so by their acks.
 */
const relayAfter = { least: 20, most: 120 };

/** Tells neighbours what is new (M4): at once what was made here, the rest a moment later. */
export class Gossip {
  readonly #options: GossipOptions;
  /** Whether the vector says something else of gaps, which no news fills (replica/H3). */
  #isGapped = false;
  /** Logs that grew since they were last told, with their length before. */
  #grown = new Map<string, number>();
  #cancel: (() => void) | null = null;

  constructor(options: GossipOptions) {
    this.#options = options;
  }

  changed({ source, grown, hasOtherGaps }: Change): void {
    for (const [log, before] of grown) {
      if (!this.#grown.has(log)) this.#grown.set(log, before);
    }
    this.#isGapped ||= hasOtherGaps;
    if (source.type === 'own') {
      this.#tell();
      return;
    }
    const { least, most } = relayAfter;
    const delay = least + this.#options.random() * (most - least);
    this.#cancel ??= this.#options.timers.after(delay, () => this.#tell());
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #tell(): void {
    this.close();
    const grown = this.#grown;
    this.#grown = new Map();
    const isGapped = this.#isGapped;
    this.#isGapped = false;
    for (const session of this.#options.sessions()) {
      session.offer(grown);
      if (isGapped) session.compare();
    }
  }
}
