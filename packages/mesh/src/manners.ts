/**
 * Manners in a room (M5), where everybody hears everybody: without them each arrival would
 * be dialled by all, and each link that was one too many would make two devices call for
 * another, for ever.
 */
import { linksAtLeast, linksWanted } from './limits.ts';

/** How often one who has enough, or nearly, speaks up and answers all the same. */
const oftenEnough = { some: 1 / 4, enough: 1 / 16 };

/**
 * Whether a device with so many links, or connections that may become some, says that it is there, and dials one
 * who says so: always while it has few; with some, or enough, now and then, so that whoever
 * comes late is met and halves that had no way to each other grow together.
 */
export function wantsMore(links: number, random: () => number): boolean {
  if (links < linksAtLeast) return true;
  return random() < (links < linksWanted ? oftenEnough.some : oftenEnough.enough);
}

/** Whether it takes an offer: only the one who dials goes above what is wanted. */
export const takesOffer = (links: number): boolean => links < linksWanted;
