import type { Binding, Channel } from '@manyhands/mesh';
import type { Chance } from '../chance.ts';
import type { Schedule } from './schedule.ts';

/** One run of one phone's app, from its start to its end. */
export interface Life {
  readonly phone: string;
  isOver: boolean;
  /** A page that the system froze hears nothing until then. */
  frozenUntil: number;
}

export interface Weather {
  /** Milliseconds that a frame takes. */
  readonly delay: { readonly least: number; readonly most: number };
  /** Which places cannot hear each other now. */
  isApart(one: string, other: string): boolean;
}

const unbound: Binding = { ours: new Uint8Array(32), theirs: new Uint8Array(32) };
/** How often a frame tries again to cross a rift. */
const retryEvery = 400;

/** What all pipes of a network share. */
interface Air {
  readonly schedule: Schedule;
  readonly chance: Chance;
  readonly weather: Weather;
}

/**
 * The pipes between phones. Each is ordered and reliable, as the port says; between two
 * pipes anything may overtake anything, a rift lets nothing through, and a pipe may die
 * at any time with what was in it.
 */
export class Network {
  readonly #air: Air;
  readonly #pipes = new Set<[Pipe, Pipe]>();

  constructor(air: Air) {
    this.#air = air;
  }

  pair(here: Life, there: Life): [Channel, Channel] {
    const one = new Pipe(this.#air, here, there);
    const other = new Pipe(this.#air, there, here);
    one.other = other;
    other.other = one;
    for (const each of this.#pipes) if (!each[0].isOpen) this.#pipes.delete(each);
    this.#pipes.add([one, other]);
    return [one, other];
  }

  /** Cuts one pipe, both ends at different moments. */
  drop(chance: Chance): void {
    const cut = chance.pick([...this.#pipes]);
    if (cut === undefined) return;
    this.#pipes.delete(cut);
    for (const end of cut) {
      this.#air.schedule.after(chance.between(0, 2_000), 'drop', () => end.hangUp());
    }
  }

  dropAll(): void {
    for (const cut of this.#pipes) for (const end of cut) end.hangUp();
    this.#pipes.clear();
  }
}

class Pipe implements Channel {
  other: Pipe | null = null;
  isOpen = true;
  bufferedBytes = 0;
  readonly binding = unbound;
  readonly #air: Air;
  readonly #here: Life;
  readonly #there: Life;
  readonly #onTheWay: Uint8Array[] = [];
  readonly #waiting: Uint8Array[] = [];
  #drained: (() => void)[] = [];
  #onframe: Channel['onframe'] = null;
  #onclose: Channel['onclose'] = null;
  #arrivesAt = 0;

  constructor(air: Air, here: Life, there: Life) {
    this.#air = air;
    this.#here = here;
    this.#there = there;
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen || this.#here.isOver) return;
    const { schedule, chance, weather } = this.#air;
    this.bufferedBytes += frame.length;
    this.#onTheWay.push(frame.slice());
    const { least, most } = weather.delay;
    const arrives = schedule.now + chance.between(least, most);
    this.#arrivesAt = Math.max(this.#arrivesAt, arrives);
    this.#deliverIn(this.#arrivesAt - schedule.now);
  }

  #deliverIn(ms: number): void {
    const held = (): number => this.#there.frozenUntil;
    this.#air.schedule.after(ms, 'frame', () => this.#deliver(), held);
  }

  #deliver(): void {
    if (this.#air.weather.isApart(this.#here.phone, this.#there.phone)) {
      if (this.other?.isOpen === true) this.#deliverIn(retryEvery);
      return;
    }
    const frame = this.#onTheWay.shift();
    if (frame === undefined) return;
    this.bufferedBytes -= frame.length;
    if (this.bufferedBytes === 0) this.#release();
    if (!this.#there.isOver) this.other?.take(frame);
  }

  drained(): Promise<void> {
    if (!this.isOpen || this.bufferedBytes === 0) return Promise.resolve();
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  take(frame: Uint8Array): void {
    if (!this.isOpen) return;
    if (this.#onframe === null) this.#waiting.push(frame);
    else this.#onframe(frame);
  }

  get onframe(): Channel['onframe'] {
    return this.#onframe;
  }
  set onframe(listener: Channel['onframe']) {
    this.#onframe = listener;
    for (const frame of this.#waiting.splice(0)) listener?.(frame);
  }

  get onclose(): Channel['onclose'] {
    return this.#onclose;
  }
  set onclose(listener: Channel['onclose']) {
    this.#onclose = listener;
    if (!this.isOpen) listener?.();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#shut();
    if (this.#here.isOver) return; // Who is gone says no goodbye.
    const { schedule, chance, weather } = this.#air;
    // Sometimes the last words arrive before the end does, and sometimes not.
    const late = chance.percent(50) ? Math.max(0, this.#arrivesAt - schedule.now) : 0;
    const ms = late + weather.delay.most;
    schedule.after(ms, 'goodbye', () => this.other?.hangUp());
  }

  hangUp(): void {
    if (this.isOpen) this.#shut();
  }

  #shut(): void {
    this.isOpen = false;
    this.#release();
    if (!this.#here.isOver) this.#onclose?.();
  }

  #release(): void {
    for (const resolve of this.#drained.splice(0)) resolve();
  }
}
