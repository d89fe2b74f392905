import type { DeviceKey } from '@manyhands/base';
import type { Replica, WireHead } from '@manyhands/replica';
import { heldBy } from './held.ts';
import type { Stored } from './messages.ts';

/** How much of each log another device has shown to hold, as the wire names logs. */
export type ShownHeads = ReadonlyMap<string, number>;

/**
 * What others showed when they were linked (M9): their vectors, equal digests and acks. It may
 * not have been on their disk yet; a bundle for them begins there, and nothing else rests on
 * it. Of logs that are not here nothing is kept, nor of a history that is another one.
 */
export class ShownBook {
  readonly #replica: Replica;
  readonly #shown = new Map<DeviceKey, Map<string, number>>();

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** They hold these; none says that they hold what is held here. */
  receiveHeads(device: DeviceKey, heads: readonly WireHead[]): void {
    const ours = this.#replica.wireVector();
    this.#note(device, heads.length === 0 ? ours : heads);
  }

  /** They have stored these; whether that is more than they had shown. */
  receiveAcks(device: DeviceKey, stored: readonly Stored[]): boolean {
    return this.#note(device, stored);
  }

  of(device: DeviceKey): ShownHeads | null {
    return this.#shown.get(device) ?? null;
  }

  #note(device: DeviceKey, said: readonly WireHead[]): boolean {
    const known = this.#shown.get(device) ?? new Map<string, number>();
    let isMore = false;
    for (const head of said) {
      const length = heldBy(this.#replica, head);
      if (length <= (known.get(head.log) ?? 0)) continue;
      known.set(head.log, length);
      isMore = true;
    }
    this.#shown.set(device, known);
    return isMore;
  }
}
