import type { DeviceKey } from '@manyhands/base';
import { nearLimit, passedAMinute } from './limits.ts';
import type { Link } from './link.ts';
import { encodeMessage } from './messages.ts';
import type { Call } from './messages.ts';
import { Rate } from './rate.ts';
import type { Timers } from './timers.ts';

/**
 * M6, the side of the neighbour in between: names those linked here to who asks, and
 * passes their calls on, from one of its own neighbours to another and no further. It
 * writes the caller's name itself, and looks into nothing.
 */
export class GoBetween {
  readonly #timers: Timers;
  readonly #links: () => readonly Link[];
  readonly #rates = new WeakMap<Link, Rate>();

  constructor(timers: Timers, links: () => readonly Link[]) {
    this.#timers = timers;
    this.#links = links;
  }

  /** Whoever asked is told who else is linked here. */
  announce(from: Link): void {
    if (!this.#hasRoom(from)) return;
    const near = new Set(this.#links().map(({ peer }) => peer.device));
    near.delete(from.peer.device);
    void from.send(encodeMessage('near', [...near].slice(0, nearLimit)));
  }

  pass(from: Link, call: Call): void {
    if (!this.#hasRoom(from)) return;
    const { device } = from.peer;
    const to = this.#linkTo(call.device);
    if (to !== undefined && call.device !== device) {
      void to.send(encodeMessage('called', { ...call, device }));
    } else if (call.word === 0) {
      const no = { ...call, word: 2, description: new Uint8Array() } as const;
      void from.send(encodeMessage('called', no));
    }
  }

  #linkTo(device: DeviceKey): Link | undefined {
    return this.#links().find(({ peer }) => peer.device === device);
  }

  #hasRoom(from: Link): boolean {
    const rate = this.#rates.get(from) ?? new Rate(this.#timers, passedAMinute);
    this.#rates.set(from, rate);
    return rate.take();
  }
}
