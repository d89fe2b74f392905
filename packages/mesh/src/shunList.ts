import type { DeviceKey } from '@manyhands/base';
import type { Timers } from './timers.ts';

/** How long a device that broke a rule is left alone. */
const offenceFor = 5 * 60_000;
/**
 * How long a refusal stands where nobody's membership changes. An invite may become
 * known here without that: for ever would be a door that never opens again.
 */
const refusalFor = 60_000;
/** The most devices remembered; a stranger has as many keys as they like. */
const limit = 1_024;

interface Shunned {
  readonly until: number;
  readonly why: 'refused' | 'offence';
}

/** Devices not worth a handshake now (M2), and until when. */
export class ShunList {
  readonly #timers: Timers;
  readonly #shunned = new Map<DeviceKey, Shunned>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  has(device: DeviceKey): boolean {
    return (this.#shunned.get(device)?.until ?? -1) > this.#timers.now();
  }

  /** Not a member, or thinks that I am none: until membership changes, or a minute. */
  refuse(device: DeviceKey): void {
    this.#add(device, refusalFor, 'refused');
  }

  /** Sent what no honest device sends: for a while, whatever changes. */
  punish(device: DeviceKey): void {
    this.#add(device, offenceFor, 'offence');
  }

  membershipChanged(): void {
    for (const [device, { why }] of this.#shunned) {
      if (why === 'refused') this.#shunned.delete(device);
    }
  }

  #add(device: DeviceKey, ms: number, why: Shunned['why']): void {
    this.#shunned.delete(device);
    this.#shunned.set(device, { until: this.#timers.now() + ms, why });
    const [oldest] = this.#shunned.keys();
    if (this.#shunned.size > limit && oldest !== undefined) {
      this.#shunned.delete(oldest);
    }
  }
}
