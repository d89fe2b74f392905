import type { DeviceKey } from '@manyhands/base';
import type { Replica, WireHead } from '@manyhands/replica';

/** How much of each log another device has shown to hold, as the wire names logs. */
export type Shown = ReadonlyMap<string, number>;

/**
 * What others showed when they were linked (M9): their vectors, and equal digests. It is
 * less than an ack, since it may not have been on their disk yet; a bundle for them begins
 * there, and nothing else rests on it.
 */
export class ShownBook {
  readonly #replica: Replica;
  readonly #shown = new Map<DeviceKey, Map<string, number>>();

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** They hold these; none says that they hold what is held here. Of other logs nothing is kept. */
  hear(device: DeviceKey, heads: readonly WireHead[]): void {
    const ours = this.#replica.wireVector();
    const known = this.#shown.get(device) ?? new Map<string, number>();
    const said = heads.length === 0 ? ours : heads;
    const held = new Map(ours.map(({ log, length }) => [log, length]));
    for (const { log, length } of said) {
      const here = held.get(log);
      if (here === undefined) continue;
      known.set(log, Math.max(known.get(log) ?? 0, Math.min(length, here)));
    }
    this.#shown.set(device, known);
  }

  of(device: DeviceKey): Shown | null {
    return this.#shown.get(device) ?? null;
  }
}
