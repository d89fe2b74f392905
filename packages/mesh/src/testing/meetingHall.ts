import { channelPair } from '../channel.ts';
import type { Channel } from '../channel.ts';
import type { Introduction, OpenIntroducer } from '../introducer.ts';

/** Joins two who meet; a test may put somebody between them. */
type Join = () => [Channel, Channel];

/**
 * Rooms in memory: whoever enters one is introduced to everybody in it. What is dismissed
 * as `lost` is met again, as in a real room.
 */
export class MeetingHall {
  /** How often each room was left. */
  readonly left: string[] = [];
  readonly entered: string[] = [];
  readonly dismissed: string[] = [];
  join: Join = () => channelPair();
  readonly #rooms = new Map<string, Set<(met: Introduction) => void>>();

  readonly open: OpenIntroducer = (place, onintroduction) => {
    const room = `${place.room} ${place.password}`;
    this.entered.push(place.room);
    const inside = this.#rooms.get(room) ?? new Set();
    this.#rooms.set(room, inside);
    for (const other of inside) this.#introduce(inside, other, onintroduction);
    inside.add(onintroduction);
    return Promise.resolve({
      forgive: () => undefined,
      wake: () => undefined,
      close: () => {
        inside.delete(onintroduction);
        this.left.push(place.room);
      },
    });
  };

  /** So many are in some room now. */
  get size(): number {
    return [...this.#rooms.values()].reduce((sum, inside) => sum + inside.size, 0);
  }

  #introduce(
    inside: Set<(met: Introduction) => void>,
    first: (met: Introduction) => void,
    second: (met: Introduction) => void,
  ): void {
    const [here, there] = this.join();
    let hasAgain = false;
    const dismiss = (why: string) => {
      this.dismissed.push(why);
      here.close();
      if (why !== 'lost' || hasAgain) return;
      hasAgain = true;
      if (inside.has(first) && inside.has(second)) {
        this.#introduce(inside, first, second);
      }
    };
    first({ channel: here, role: 'answerer', dismiss });
    second({ channel: there, role: 'dialler', dismiss });
  }
}
