import type { DeviceKey } from '@manyhands/base';
import type { Introduction } from './introducer.ts';
import { linksWanted } from './limits.ts';
import type { Link } from './link.ts';
import type { Session } from './session.ts';

/** A device at the other end of a link, and how it was met. */
export interface Neighbour {
  readonly session: Session;
  /** Null when somebody else made the channel. */
  readonly introduction: Introduction | null;
}

export interface NeighboursOptions {
  readonly own: DeviceKey;
  /** Keepers are always on: their links are never surplus. */
  readonly isKeeper: (link: Link) => boolean;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/** The links of this device, and which of them stay (M5). */
export class Neighbours {
  readonly #options: NeighboursOptions;
  /** Oldest first. */
  readonly #all = new Set<Neighbour>();
  /** Closed because there are enough links, not because of anything they did. */
  readonly #surplus = new WeakSet<Neighbour>();

  constructor(options: NeighboursOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#all.size;
  }

  has(neighbour: Neighbour): boolean {
    return this.#all.has(neighbour);
  }

  all(): Neighbour[] {
    return [...this.#all];
  }

  sessions(): Session[] {
    return [...this.#all].map(({ session }) => session);
  }

  add(neighbour: Neighbour): void {
    this.#all.add(neighbour);
  }

  /** Forgets it; answers whether it went because there were enough without it. */
  remove(neighbour: Neighbour): { isSurplus: boolean } {
    this.#all.delete(neighbour);
    const { device } = neighbour.session.link.peer;
    const hasOther = this.sessions().some(({ link }) => link.peer.device === device);
    return { isSurplus: hasOther || this.#surplus.has(neighbour) };
  }

  /** Closes what is one too many, now that `newest` is here. */
  settle(newest: Neighbour): void {
    this.#settleDoubles(newest);
    this.#thinOut();
  }

  /**
   * Two links between the same two devices: through two rooms, or because one of them
   * forgot the first. One side alone closes the older, or both would be lost.
   */
  #settleDoubles(newest: Neighbour): void {
    const { device } = newest.session.link.peer;
    if (this.#options.own > device) return;
    for (const other of [...this.#all]) {
      const { link } = other.session;
      if (other !== newest && link.peer.device === device) link.close();
    }
  }

  /** More links than are wanted: one of the older ones goes, never the newest two. */
  #thinOut(): void {
    const introduced = [...this.#all].filter(({ introduction }) => introduction);
    if (introduced.length <= linksWanted) return;
    const older = introduced
      .slice(0, -2)
      .filter(({ session }) => !this.#options.isKeeper(session.link));
    const one = older[Math.floor(this.#options.random() * older.length)];
    if (one === undefined) return;
    this.#surplus.add(one);
    one.session.link.close();
  }
}
