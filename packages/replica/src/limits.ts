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
/**
 * The most entries of one member that a device says again in an hour, and of all members
 * together, beyond what its own member's hours rest on. Whoever shows more waits longer,
 * so that nobody can fill a log with another's words (L10, A15). The founder of a street
 * of a hundred is said again in less than a day by five phones.
 */
export const repeatedOfOneAuthor = 30;
export const repeatedOfAll = 120;
/** A signature covers its entry and so many before it (A6). */
export const coverLimit = 31;
