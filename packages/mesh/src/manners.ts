/**
 * Manners in a room (M5), where everybody hears everybody: without them each arrival would
 * be dialled by all, and each link that was one too many would make two devices call for
 * another, for ever.
 */
import { linksAtLeast, linksWanted } from './limits.ts';

/** How often one who has enough, or nearly, speaks up and answers all the same. */
const oftenEnough = { some: 1 / 2, enough: 1 / 8 };

/**
 * Whether a device with so many connections in a room says that it is there, and dials one
 * who says so: always while it has few; with some, or enough, now and then, so that whoever
 * comes late is met and halves that had no way to each other grow together.
 */
export function wantsMore(connections: number, random: () => number): boolean {
  if (connections < linksAtLeast) return true;
  return random() < (connections < linksWanted ? oftenEnough.some : oftenEnough.enough);
}

/** Whether it takes an offer: only the one who dials goes above what is wanted. */
export const takesOffer = (connections: number): boolean => connections < linksWanted;
