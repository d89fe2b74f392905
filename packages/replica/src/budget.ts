import type { MemberId } from '@manyhands/base';
import { repeatedOfAll, repeatedOfOneAuthor } from './limits.ts';

const hour = 3_600_000;

/**
 * How much more of each author may be said again within the hour (L10). It is kept in
 * memory: nobody but its owner can end the app in order to begin anew.
 */
export class Budget {
  readonly #clock: () => number;
  #taken: { readonly author: MemberId; readonly at: number }[] = [];

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** How often in the last hour. */
  takenBy(author: MemberId): number {
    return this.#recent().filter((each) => each.author === author).length;
  }

  hasRoomFor(author: MemberId): boolean {
    if (this.#recent().length >= repeatedOfAll) return false;
    return this.takenBy(author) < repeatedOfOneAuthor;
  }

  take(author: MemberId): void {
    this.#taken.push({ author, at: this.#clock() });
  }

  #recent(): readonly { readonly author: MemberId }[] {
    const now = this.#clock();
    this.#taken = this.#taken.filter(({ at }) => now - at < hour);
    return this.#taken;
  }
}
