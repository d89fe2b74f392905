import type { DeviceKey } from '@manyhands/base';
import { bannedLimit } from './limits.ts';
import type { Timers } from './timers.ts';

/** How long a device that broke a rule is left alone. */
const offenceFor = 5 * 60_000;
/** How long one that thinks we are no member is left alone: it may have heard of us since. */
const refusedFor = 45_000;

interface Banned {
  readonly until: number;
  readonly isOffence: boolean;
}

/** Devices not worth a handshake now (M2), and until when. */
export class BanList {
  readonly #timers: Timers;
  readonly #banned = new Map<DeviceKey, Banned>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  has(device: DeviceKey): boolean {
    return (this.#banned.get(device)?.until ?? -1) > this.#timers.now();
  }

  /** Not a member as far as is known here: until that changes. */
  refuse(device: DeviceKey): void {
    this.#add(device, Number.POSITIVE_INFINITY);
  }

  /**
   * Does not know us for a member: for a while, or until membership changes here. What
   * changes with them is not seen from here.
   */
  refusedBy(device: DeviceKey): void {
    this.#add(device, this.#timers.now() + refusedFor);
  }

  /** Sent what no honest device sends: for a while, whatever changes. */
  punish(device: DeviceKey): void {
    this.#add(device, this.#timers.now() + offenceFor, true);
  }

  /** Membership may have changed: those who were refused may knock again. */
  forgive(): void {
    for (const [device, { isOffence }] of this.#banned) {
      if (!isOffence) this.#banned.delete(device);
    }
  }

  #add(device: DeviceKey, until: number, isOffence = false): void {
    this.#banned.delete(device);
    this.#banned.set(device, { until, isOffence });
    const [oldest] = this.#banned.keys();
    if (this.#banned.size > bannedLimit && oldest !== undefined)
      this.#banned.delete(oldest);
  }
}
