import { channelPair } from '../channel.ts';
import type { Channel } from '../channel.ts';
import type { Dismissal, Introduction, OpenIntroducer } from '../introducer.ts';

/** Joins two who meet; a test may put somebody between them. */
type Join = () => [Channel, Channel];

/** One introducer, and what it has to do with the others in its room. */
interface Guest {
  readonly inside: Set<Guest>;
  readonly onintroduction: (met: Introduction) => void;
  readonly connected: Map<Guest, Channel>;
  readonly leftAlone: Map<Guest, Dismissal>;
}

/**
 * Rooms in memory: whoever enters one is introduced to everybody in it. What is dismissed
 * as `lost` is met again at once, and everybody else once they are forgiven.
 */
export class MeetingHall {
  /** How often each room was left. */
  readonly left: string[] = [];
  readonly entered: string[] = [];
  readonly dismissed: string[] = [];
  join: Join = () => channelPair();
  /** Whether anybody who stands there answers who comes, or says so again. */
  isHeard = true;
  readonly #rooms = new Map<string, Set<Guest>>();

  readonly open: OpenIntroducer = (place, onintroduction) => {
    const room = `${place.room} ${place.password}`;
    this.entered.push(place.room);
    const inside = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, inside);
    const connected = new Map<Guest, Channel>();
    const leftAlone = new Map<Guest, Dismissal>();
    const guest: Guest = { inside, onintroduction, connected, leftAlone };
    inside.add(guest);
    const meetAll = () => {
      if (!this.isHeard) return;
      for (const other of inside) this.#meet(other, guest);
    };
    meetAll();
    return Promise.resolve({
      forgive: (which) => {
        for (const [other, why] of leftAlone) {
          if (which === 'all' || why !== 'enough') leftAlone.delete(other);
        }
        meetAll();
      },
      announce: meetAll,
      wake: meetAll,
      close: () => {
        inside.delete(guest);
        for (const channel of connected.values()) channel.close();
        this.left.push(place.room);
      },
    });
  };

  /** So many are in some room now. */
  get size(): number {
    return [...this.#rooms.values()].reduce((sum, inside) => sum + inside.size, 0);
  }

  #meet(first: Guest, second: Guest): void {
    const isHere = [first, second].every((guest) => guest.inside.has(guest));
    if (!isHere || first === second || first.connected.has(second)) return;
    if (first.leftAlone.has(second) || second.leftAlone.has(first)) return;
    const [here, there] = this.join();
    first.connected.set(second, here);
    second.connected.set(first, there);
    this.#introduce(first, second, { channel: here, role: 'answerer' });
    this.#introduce(second, first, { channel: there, role: 'dialler' });
  }

  #introduce(
    guest: Guest,
    other: Guest,
    { channel, role }: Pick<Introduction, 'channel' | 'role'>,
  ): void {
    const dismiss = (why: Dismissal) => {
      this.dismissed.push(why);
      channel.close();
      if (why !== 'lost') guest.leftAlone.set(other, why);
      if (guest.connected.get(other) === channel) {
        guest.connected.delete(other);
        other.connected.delete(guest);
      }
      this.#meet(guest, other);
    };
    guest.onintroduction({ channel, role, dismiss });
  }
}
