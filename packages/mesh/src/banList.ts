import type { DeviceKey } from '@manyhands/base';
import { bannedLimit } from './limits.ts';
import type { Timers } from './timers.ts';

/** How long a device that broke a rule is left alone. */
const offenceFor = 5 * 60_000;

/** Devices not worth a handshake now (M2), and until when. */
export class BanList {
  readonly #timers: Timers;
  readonly #until = new Map<DeviceKey, number>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  has(device: DeviceKey): boolean {
    return (this.#until.get(device) ?? -1) > this.#timers.now();
  }

  /** Not a member, or thinks that I am none: until membership changes. */
  refuse(device: DeviceKey): void {
    this.#add(device, Number.POSITIVE_INFINITY);
  }

  /** Sent what no honest device sends: for a while, whatever changes. */
  punish(device: DeviceKey): void {
    this.#add(device, this.#timers.now() + offenceFor);
  }

  /** Membership may have changed: those who were refused may knock again. */
  forgive(): void {
    for (const [device, until] of this.#until) {
      if (until === Number.POSITIVE_INFINITY) this.#until.delete(device);
    }
  }

  #add(device: DeviceKey, until: number): void {
    this.#until.delete(device);
    this.#until.set(device, until);
    const [oldest] = this.#until.keys();
    if (this.#until.size > bannedLimit && oldest !== undefined)
      this.#until.delete(oldest);
  }
}
