/** The numbers of R8. Each is per sender's message or per author, never per sender (A15). */

/** The most bytes one page may take (annex §7). */
export const pageLimit = 262_144;
/** A log ends here; what its author wrote beyond counts nowhere. */
export const logLimit = 2 ** 20;
/** The most travelling entries in one page. */
export const evidenceLimit = 256;
/** The most runs in one page. */
export const runLimit = 4_096;
/** The most logs in one vector. */
export const vectorLimit = 8_192;
/** The most entries of one log that may be held without their chain. */
export const looseLimit = 256;
/** The most erases of one log held without their chain: 200,000 places of one member. */
export const looseEraseLimit = 4_096;
/**
 * Milliseconds between two purges of what others erased: however many erases come, the
 * disk is written anew no more often. What is erased here is purged at once.
 */
export const purgePause = 5_000;
/** A signature covers its entry and so many before it (A6). */
export const coverLimit = 31;
