import type { Change, Replica } from '@manyhands/replica';
import { lengthsOf } from './held.ts';
import type { Session } from './session.ts';
import type { Timers } from './timers.ts';

export interface GossipOptions {
  readonly replica: Replica;
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
  #lengths: ReadonlyMap<string, number>;
  /** What the vector last said of gaps, which no news fills (replica, H3). */
  #gaps: string;
  #isGapped = false;
  /** Logs that grew since they were last told, with their length before. */
  #grown = new Map<string, number>();
  #cancel: (() => void) | null = null;

  constructor(options: GossipOptions) {
    this.#options = options;
    this.#lengths = lengthsOf(options.replica);
    this.#gaps = gapsOf(options.replica);
  }

  changed({ source }: Change): void {
    const lengths = lengthsOf(this.#options.replica);
    for (const [log, length] of lengths) {
      const before = this.#lengths.get(log) ?? 0;
      if (length > before && !this.#grown.has(log)) this.#grown.set(log, before);
    }
    this.#lengths = lengths;
    const gaps = gapsOf(this.#options.replica);
    this.#isGapped ||= gaps !== this.#gaps;
    this.#gaps = gaps;
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

const gapsOf = (replica: Replica): string =>
  replica
    .wireVector()
    .flatMap(({ log, gaps }) => (gaps === undefined ? [] : [log + gaps]))
    .join();
