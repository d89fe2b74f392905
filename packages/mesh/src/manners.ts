/**
 * Manners in a room (M5), where everybody hears everybody: without them each arrival would
 * be dialled by all, and each link that was one too many would make two devices call for
 * another, for ever.
 */
import { linksAtLeast, linksWanted } from './limits.ts';

/** How often one who has enough, or nearly, speaks up and answers all the same. */
const oftenEnough = { some: 1 / 4, enough: 1 / 16 };
/** How often that is halved at most: in a room of some thousands somebody still answers. */
const vainLimit = 6;

/**
 * The manners of one device in one room. Nobody knows how many are in it; how often one
 * dials in vain tells. Where many answer the same call all but a few of them do, and each
 * would call again for that: in a room of more than 256 a call would bring more than one
 * new call, and it would never be quiet there. So whoever dialled in vain does so half as
 * often, until somebody answers.
 */
export class Manners {
  #inVain = 0;

  /**
   * Whether a device with so many links, or connections that may become some, says that it
   * is there, and dials one who says so: always while it has few; with some, or enough, now
   * and then, so that whoever comes late is met and halves that had no way to each other
   * grow together.
   */
  wantsMore(links: number, random: () => number): boolean {
    if (links < linksAtLeast) return true;
    const often = links < linksWanted ? oftenEnough.some : oftenEnough.enough;
    return random() < often / 2 ** this.#inVain;
  }

  /** One whom it dialled has answered. */
  answered(): void {
    this.#inVain = Math.max(0, this.#inVain - 1);
  }

  /** Nobody has answered the offer it made. */
  unanswered(): void {
    this.#inVain = Math.min(vainLimit, this.#inVain + 1);
  }
}

/** Whether it takes an offer: only the one who dials goes above what is wanted. */
export const takesOffer = (links: number): boolean => links < linksWanted;
