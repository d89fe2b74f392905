import { toForget } from '@manyhands/replica';
import { leave, leftHere } from '@manyhands/community/safety';
import type { Hearing } from '@manyhands/community/safety';
import type { Person, Place } from '@manyhands/community/opened';

/** What it has to know of a community. */
interface Left {
  readonly place: Place;
  readonly me: Person;
  /** Who else has stored all that I wrote. */
  readonly keepers: readonly Person[];
  readonly people: readonly Person[];
}

/** Leaving this community: what is left to do of it, and who has heard. */
export class Leaving {
  readonly #community: Left;
  /** It is being said, and my words are being erased: not to be looked away from. */
  isBusy = $state(false);

  constructor(community: Left) {
    this.#community = community;
  }

  /** It is said: nothing is done here any more but to tell the others. */
  get isSaid(): boolean {
    return this.#community.me.hasLeft;
  }

  /** How many of my words this phone still holds, once I have left. */
  get toForget(): number {
    const { me, place } = this.#community;
    return me.hasLeft ? toForget(place.replica, me.id).length : 0;
  }

  /** Who has heard of it, and keeps what is erased by it. */
  get hearing(): Hearing {
    const { keepers, people } = this.#community;
    return { told: keepers.length, of: people.length };
  }

  /** Leaves for good, with every word of mine. */
  say = async (): ReturnType<typeof leave> => {
    this.isBusy = true;
    try {
      return await leave(this.#community.place);
    } finally {
      this.isBusy = false;
    }
  };

  /** Whether it was said on this phone, and not on another one of mine. */
  wasHere(): boolean {
    return leftHere(this.#community.place);
  }
}
