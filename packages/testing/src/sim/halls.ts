/**
 * Rooms on a relay, through the mesh's own port `Introducer`, as devices behave in them with
 * y-webrtc (mesh/M1, mesh/M5): who enters announces itself, who hears it and wants more dials, a
 * connection that ends is announced again, and who was dismissed is left alone for as long
 * as the reason lasts. The relay may be dead; the network between two may be cut.
 */
import { Manners, connectionsLimit, putOffFor, takesOffer } from '@manyhands/mesh';
import type {
  Channel,
  Dismissal,
  Introducer,
  Introduction,
  OpenIntroducer,
  LinkSide,
} from '@manyhands/mesh';
import type { Chance } from '../chance.ts';
import type { Life, Weather } from './network.ts';
import type { Schedule } from './schedule.ts';

interface Around {
  readonly schedule: Schedule;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly pair: (here: Life, there: Life) => [Channel, Channel];
}

const pauses: Partial<Record<Dismissal, number>> = putOffFor;
/** How much longer the dialler waits, lest both dial at once. */
const afterTheOther = 500;
/** An offer that nobody answered by then was not heard. */
const answerWithin = 4_000;
/** A relay that was away is found again within so many milliseconds. */
const findsAgainWithin = 20_000;

export class Halls {
  readonly #around: Around;
  readonly #rooms = new Map<string, Set<Guest>>();
  #isOpen = true;

  constructor(around: Around) {
    this.#around = around;
  }

  /** The relay dies, now and then, and is back. Links that are open stay so. */
  turn(): void {
    if (!this.#around.chance.percent(3)) return;
    if (this.#isOpen) this.#isOpen = false;
    else this.reopen();
  }

  /** Everybody finds the relay again, each in its own time. */
  reopen(): void {
    this.#isOpen = true;
    for (const guest of [...this.#rooms.values()].flatMap((room) => [...room])) {
      const ms = this.#around.chance.between(0, findsAgainWithin);
      this.#around.schedule.after(ms, 'relay', () => guest.announce());
    }
  }

  /** The port, for one run of one app. */
  openFor(life: Life): OpenIntroducer {
    return (place, onintroduction) => {
      const name = `${place.room} ${place.password}`;
      const room = this.#rooms.get(name) ?? new Set();
      this.#rooms.set(name, room);
      const { links = () => 0 } = place;
      const hall = { ...this.#around, room, links, isOpen: () => this.#isOpen };
      const guest = new Guest(life, hall, onintroduction);
      room.add(guest);
      guest.announce();
      return Promise.resolve(guest);
    };
  }
}

interface Hall extends Around {
  readonly room: Set<Guest>;
  /** How many links the guest has, through whatever room. */
  readonly links: () => number;
  readonly isOpen: () => boolean;
}

/** One device in one room. */
class Guest implements Introducer {
  readonly #life: Life;
  readonly #hall: Hall;
  readonly #onintroduction: (introduction: Introduction) => void;
  /** Null while it is an offer. */
  readonly #connections = new Map<Guest, Channel | null>();
  readonly #dismissed = new Map<Guest, Dismissal>();
  readonly #manners = new Manners();

  constructor(
    life: Life,
    hall: Hall,
    onintroduction: (introduction: Introduction) => void,
  ) {
    this.#life = life;
    this.#hall = hall;
    this.#onintroduction = onintroduction;
  }

  announce(): void {
    if (!this.#isHere || !this.#wantsMore) return;
    for (const other of this.#hall.room) {
      if (other !== this) this.#say(other, () => other.#hear(this));
    }
  }

  forgive(which: 'refused' | 'all'): void {
    const before = this.#dismissed.size;
    for (const [other, why] of this.#dismissed) {
      if (which === 'all' || why !== 'enough') this.#dismissed.delete(other);
    }
    if (this.#dismissed.size < before) this.announce();
  }

  wake(): void {
    this.announce();
  }

  close(): void {
    this.#hall.room.delete(this);
    for (const [other, channel] of this.#connections) {
      channel?.close();
      other.#connections.delete(this);
    }
    this.#connections.clear();
  }

  get #isHere(): boolean {
    return !this.#life.isOver && this.#hall.room.has(this);
  }

  get #wantsMore(): boolean {
    const isFull = this.#connections.size >= connectionsLimit;
    return (
      !isFull && this.#manners.wantsMore(this.#links, () => this.#hall.chance.next())
    );
  }

  /** Or connections that may become some. */
  get #links(): number {
    return Math.max(this.#connections.size, this.#hall.links());
  }

  /** Through the relay, to one who can hear it. */
  #say(other: Guest, heard: () => void): void {
    const { schedule, chance, weather, isOpen } = this.#hall;
    const { least, most } = weather.delay;
    const held = (): number => other.#life.frozenUntil;
    const arrive = (): void => {
      const isApart = weather.isApart(this.#life.phone, other.#life.phone);
      if (isOpen() && !isApart && other.#isHere) heard();
    };
    schedule.after(chance.between(2 * least, 2 * most), 'signal', arrive, held);
  }

  #hear(other: Guest): void {
    if (!this.#mayMeet(other) || !this.#wantsMore) return;
    this.#connections.set(other, null);
    this.#hall.schedule.after(answerWithin, 'unanswered', () => {
      if (this.#connections.get(other) === null) this.#manners.unanswered();
      this.#give(other);
    });
    // An offer, whose answer comes back: only then there is a connection.
    this.#say(other, () => {
      if (!other.#takes(this)) return;
      other.#connections.set(this, null);
      const { schedule } = this.#hall;
      schedule.after(answerWithin, 'unanswered', () => other.#give(this));
      other.#say(this, () => {
        const isMeant = [this.#connections.get(other), other.#connections.get(this)];
        if (isMeant.every((each) => each === null)) this.#connect(other);
      });
    });
  }

  /** Of two who dial each other at once the smaller name is answered. */
  #takes(other: Guest): boolean {
    const isGlare = this.#connections.get(other) === null;
    if (isGlare) return other.#life.phone < this.#life.phone;
    return this.#mayMeet(other) && takesOffer(this.#links);
  }

  /** What nobody answered was not heard. */
  #give(other: Guest): void {
    if (this.#connections.get(other) !== null) return;
    this.#connections.delete(other);
    this.announce();
  }

  #mayMeet(other: Guest): boolean {
    return this.#isHere && !this.#connections.has(other) && !this.#dismissed.has(other);
  }

  #connect(other: Guest): void {
    const [here, there] = this.#hall.pair(this.#life, other.#life);
    this.#connections.set(other, here);
    other.#connections.set(this, there);
    this.#manners.answered();
    this.#introduce(other, here, 'dialler');
    other.#introduce(this, there, 'answerer');
  }

  #introduce(other: Guest, channel: Channel, role: LinkSide): void {
    const dismiss = (why: Dismissal): void => {
      channel.close();
      if (this.#connections.get(other) === channel) this.#connections.delete(other);
      if (!this.#isHere) return;
      if (why !== 'lost') this.#dismiss(other, why, role);
      this.announce();
    };
    this.#onintroduction({ channel, role, dismiss });
  }

  #dismiss(other: Guest, why: Dismissal, role: LinkSide): void {
    this.#dismissed.set(other, why);
    const ms = pauses[why];
    if (ms === undefined) return;
    const isDialler = role === 'dialler';
    const later = ms + (isDialler ? afterTheOther : 0);
    this.#hall.schedule.after(later, 'again', () => {
      if (this.#dismissed.get(other) === why) this.#dismissed.delete(other);
      if (isDialler) this.announce();
    });
  }
}
