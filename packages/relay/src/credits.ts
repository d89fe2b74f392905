/** What somebody may do at once, and how much of it comes back in a second. */
export interface Allowance {
  readonly atOnce: number;
  readonly perSecond: number;
}

/** So many names are remembered at once; whoever comes then is not counted. */
const remembered = 65_536;

/**
 * Credit by name (an address, a connection), refilled with time. Whose credit is whole is forgotten:
 * after `atOnce / perSecond` seconds nothing is left of anybody.
 */
export class Credits<Name> {
  readonly #allowance: Allowance;
  readonly #now: () => number;
  readonly #lines = new Map<Name, { left: number; at: number }>();
  #sweptAt = 0;

  constructor(allowance: Allowance, now: () => number) {
    this.#allowance = allowance;
    this.#now = now;
  }

  /** Takes `cost` of it, or nothing and answers false. */
  spend(name: Name, cost: number): boolean {
    this.#sweep();
    const left = this.#leftOf(name);
    if (left < cost) return false;
    if (this.#lines.size >= remembered && !this.#lines.has(name)) return true;
    this.#lines.set(name, { left: left - cost, at: this.#now() });
    return true;
  }

  /** Whoever has gone needs none. */
  forget(name: Name): void {
    this.#lines.delete(name);
  }

  /** So many are remembered now. */
  get size(): number {
    return this.#lines.size;
  }

  #leftOf(name: Name): number {
    const { atOnce, perSecond } = this.#allowance;
    const line = this.#lines.get(name);
    if (line === undefined) return atOnce;
    const earned = ((this.#now() - line.at) / 1_000) * perSecond;
    return Math.min(atOnce, line.left + earned);
  }

  #sweep(): void {
    const now = this.#now();
    if (now - this.#sweptAt < 1_000) return;
    this.#sweptAt = now;
    for (const name of [...this.#lines.keys()]) {
      if (this.#leftOf(name) >= this.#allowance.atOnce) this.#lines.delete(name);
    }
  }
}
