import { channelPair } from '@manyhands/mesh';
import type { Channel, MemoryChannel, Wire } from '@manyhands/mesh';
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
  readonly #pipes = new Set<[MemoryChannel, MemoryChannel]>();

  constructor(air: Air) {
    this.#air = air;
  }

  pair(here: Life, there: Life): [Channel, Channel] {
    const air = this.#air;
    const pipe = channelPair(undefined, [
      new WeatherWire(air, here, there),
      new WeatherWire(air, there, here),
    ]);
    for (const each of this.#pipes) if (!each[0].isOpen) this.#pipes.delete(each);
    this.#pipes.add(pipe);
    return pipe;
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

/** From one end of a pipe to the other, through the weather. */
class WeatherWire implements Wire {
  readonly #air: Air;
  readonly #here: Life;
  readonly #there: Life;
  readonly #onTheWay: (() => void)[] = [];
  #arrivesAt = 0;

  constructor(air: Air, here: Life, there: Life) {
    this.#air = air;
    this.#here = here;
    this.#there = there;
  }

  isAlive(): boolean {
    return !this.#here.isOver;
  }

  carry(arrive: () => void, to: Channel): void {
    const { schedule, chance, weather } = this.#air;
    this.#onTheWay.push(arrive);
    const { least, most } = weather.delay;
    const arrives = schedule.now + chance.between(least, most);
    this.#arrivesAt = Math.max(this.#arrivesAt, arrives);
    this.#deliverIn(this.#arrivesAt - schedule.now, to);
  }

  #deliverIn(ms: number, to: Channel): void {
    const held = (): number => this.#there.frozenUntil;
    this.#air.schedule.after(ms, 'frame', () => this.#deliver(to), held);
  }

  #deliver(to: Channel): void {
    if (!this.#air.weather.isApart(this.#here.phone, this.#there.phone)) {
      this.#onTheWay.shift()?.();
    } else if (to.isOpen) this.#deliverIn(retryEvery, to);
  }

  carryClose(arrive: () => void): void {
    const { schedule, chance, weather } = this.#air;
    // Sometimes the last words arrive before the end does, and sometimes not.
    const late = chance.percent(50) ? Math.max(0, this.#arrivesAt - schedule.now) : 0;
    schedule.after(late + weather.delay.most, 'goodbye', arrive);
  }
}
