import type { MemberId } from '@manyhands/base';
import type { Houses } from './houses.ts';
import { guestsDailyShare } from './limits.ts';

type House = MemberId | null;
const day = 86_400_000;

interface Taken {
  bytes: number;
  readonly house: House;
}

/**
 * What all guests share: so much a day, however many there are. Of what is left one house
 * has no more than it has not taken yet, so that the puppets of one member always leave
 * some to everybody else's guests: one house alone takes half, of two each takes a third.
 */
export class GuestShare {
  readonly #houses: Houses;
  readonly #taken = new Map<MemberId, Taken>();
  readonly #byHouse = new Map<House, number>();
  #all = 0;
  #since = 0;

  constructor(houses: Houses) {
    this.#houses = houses;
  }

  roomFor(guest: MemberId, now: number): number {
    this.#turn(now);
    const left = guestsDailyShare - this.#all;
    return Math.max(0, left - this.#byHouseOf(this.#houseOf(guest))) / 2;
  }

  take(guest: MemberId, bytes: number, now: number): void {
    this.#turn(now);
    const taken = this.#taken.get(guest) ?? { bytes: 0, house: this.#houseOf(guest) };
    this.#taken.set(guest, taken);
    taken.bytes += bytes;
    this.#add(taken.house, bytes);
  }

  /** Whether so much was taken that it matters of whom. */
  get isShort(): boolean {
    return this.#all > guestsDailyShare / 4;
  }

  /** What was taken of those who are guests no more was not taken of guests. */
  forgive(isGuest: (member: MemberId) => boolean): void {
    for (const [member, { bytes, house }] of this.#taken) {
      if (isGuest(member)) continue;
      this.#taken.delete(member);
      this.#add(house, -bytes);
    }
  }

  /** What was taken today, for the next opening. */
  kept(): { readonly since: number; readonly taken: readonly [MemberId, number][] } {
    const taken = [...this.#taken].map(([guest, { bytes }]): [MemberId, number] => [
      guest,
      bytes,
    ]);
    return { since: this.#since, taken };
  }

  resume({ since, taken }: ReturnType<GuestShare['kept']>): void {
    this.#since = since;
    for (const [guest, bytes] of taken) this.take(guest, bytes, since);
  }

  /** Where most is left, if more than one let them in; for a day, once something is taken. */
  #houseOf(guest: MemberId): House {
    const known = this.#taken.get(guest);
    if (known !== undefined) return known.house;
    const [best = null] = [...this.#houses.of(guest)].sort(
      (a, b) => this.#byHouseOf(a) - this.#byHouseOf(b),
    );
    return best;
  }

  #byHouseOf(house: House): number {
    return this.#byHouse.get(house) ?? 0;
  }

  #add(house: House, bytes: number): void {
    this.#byHouse.set(house, this.#byHouseOf(house) + bytes);
    this.#all += bytes;
  }

  #turn(now: number): void {
    if (now - this.#since < day) return;
    this.#since = now;
    this.#taken.clear();
    this.#byHouse.clear();
    this.#all = 0;
  }
}
