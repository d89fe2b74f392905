import type { DeviceKey } from '@manyhands/base';
import { putOffFor } from './dismissal.ts';
import type { Dismissal } from './introducer.ts';
import { dialBackoffLimit } from './limits.ts';
import type { Timers } from './timers.ts';

/** Milliseconds before the same device is called again, by how the last time ended. */
const pauses = {
  lost: 2_000,
  ...putOffFor,
  refused: Number.POSITIVE_INFINITY,
  enough: Number.POSITIVE_INFINITY,
} as const;
/** After a call that came to nothing: twice as long each time, up to ten minutes. */
const failedPause = { first: 15_000, most: 600_000 };

interface Rest {
  readonly until: number;
  readonly why: Dismissal | 'failed';
  readonly failures: number;
}

/** Devices that are not called for a while (M6), and why not. */
export class DialBackoff {
  readonly #timers: Timers;
  readonly #rests = new Map<DeviceKey, Rest>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  has(device: DeviceKey): boolean {
    return (this.#rests.get(device)?.until ?? -1) > this.#timers.now();
  }

  rest(device: DeviceKey, why: Dismissal | 'failed'): void {
    const before = this.#rests.get(device)?.failures ?? 0;
    const failures = why === 'failed' ? before + 1 : 0;
    const { first, most } = failedPause;
    const ms = why === 'failed' ? Math.min(first * 2 ** before, most) : pauses[why];
    this.#rests.delete(device);
    this.#rests.set(device, { until: this.#timers.now() + ms, why, failures });
    const [oldest] = this.#rests.keys();
    if (this.#rests.size > dialBackoffLimit && oldest !== undefined) {
      this.#rests.delete(oldest);
    }
  }

  /** All of them, or all but those of whom there were enough. */
  forgive(which: 'refused' | 'all'): void {
    for (const [device, { why }] of this.#rests) {
      if (which === 'all' || why === 'refused') this.#rests.delete(device);
    }
  }
}
