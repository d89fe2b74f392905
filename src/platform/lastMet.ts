import type { DeviceKey, MinuteOfTime } from '@manyhands/base';
import type { Notes } from '@manyhands/replica';
import { nowInMinutes } from './clock.ts';
import { oneAtATime } from './oneAtATime.ts';
import { keepMet } from './placeNotes.ts';

/** How often a link that lasts is noted: a page may be killed at any time. */
const noteEvery = 5 * 60_000;

/**
 * When each other device was last linked with this one, by this phone's own clock, kept
 * beside the record. Others' clocks have no say in it.
 */
export class LastMet {
  readonly #notes: Notes;
  readonly #met: Map<DeviceKey, MinuteOfTime>;
  #linked: ReadonlySet<DeviceKey> = new Set();
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #save = oneAtATime(() => keepMet(this.#notes, this.#met));

  constructor(notes: Notes, known: ReadonlyMap<DeviceKey, MinuteOfTime>) {
    this.#notes = notes;
    this.#met = new Map(known);
  }

  get met(): ReadonlyMap<DeviceKey, MinuteOfTime> {
    return this.#met;
  }

  /** These are linked now; whoever was and is not any more, was until now. */
  see(devices: readonly DeviceKey[]): void {
    const linked = new Set(devices);
    const isSame =
      linked.size === this.#linked.size &&
      [...linked].every((device) => this.#linked.has(device));
    if (isSame) return;
    this.#note(new Set([...this.#linked, ...linked]));
    this.#linked = linked;
    clearInterval(this.#timer);
    if (linked.size > 0) {
      this.#timer = setInterval(() => this.#note(this.#linked), noteEvery);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #note(devices: ReadonlySet<DeviceKey>): void {
    const now = nowInMinutes();
    for (const device of devices) this.#met.set(device, now);
    this.#save();
  }
}
