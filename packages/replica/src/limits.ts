/**
 * The caps of the replica (R8). Each is of one page, which its sender alone answers for,
 * or of one log, whose volume is its author's and not the sender's (A15). SPEC.md has
 * them as a table; an entry's own limits (4,096 bytes, four arrays deep) are the codec's.
 */

/** Bytes of a page (formats §7): some thousand entries, a fifth of a second of checking. */
export const pageLimit = 262_144;
/** Arrays in arrays of a page: itself, its runs, a run, its items, a tombstone. */
export const pageDepth = 5;
/** Travelling entries in a page: as many as one log may have without its chain. */
export const evidenceLimit = 256;
/** Runs in a page: one of a single short entry takes 173 bytes, so 1,515 may fit. */
export const runLimit = 2_048;
/** Logs in a vector, asks in a message: 250 kB, and a longer vector comes in parts. */
export const vectorLimit = 8_192;
/** Entries of a log: what its author wrote beyond counts nowhere. */
export const logLimit = 2 ** 20;
/** Entries of a log held without their chain, but for erases and what says whose a device is (H7). */
export const detachedLimit = 256;
/** Milliseconds between two purges of what others erased, however much it is. */
export const purgePause = 5_000;
/** Entries of one member, and proofs of their forks, that a device says in an hour (ledger/L10). */
export const repeatedOfOneAuthor = 30;
/** Entries of all members that it says again in an hour: newcomers of a whole street. */
export const repeatedOfAll = 120;
/** Minutes for which a leaving stands before other devices forget: seven days (H2). */
export const forgettingAfter = 10_080;
/** Entries that a signature covers before its own, and that are kept past a cut (A6). */
export const coverageLimit = 31;
/** Faults remembered: a full disk may report one with every write. */
export const faultLimit = 64;
/** Bytes of a blob of a listing: five pieces on the wire, 1,280 pixels wide with ease. */
export const blobLimit = 204_800;
/** Bytes of all blobs that a device keeps: some 260 of the longest, then the oldest go. */
export const blobStoreLimit = 52_428_800;
/** Bytes that a blob counts for at least: the row and the name of the shortest. */
export const blobCost = 4_096;
/** Blobs of one member that a device which keeps them for all fetches unasked (A15). */
export const fetchedOfOneAuthor = 32;
/** Bytes taken of one member at first (R11): some years of a member who shows photographs. */
export const firstShare = 8_388_608;
/** Bytes more of them a day, up to the first: a hundred times what an honest one writes. */
export const dailyShare = 1_048_576;
/** The same of a guest, for whom nobody answers but who let them in. */
export const guestFirstShare = 1_048_576;
/** And a day: a step, so that it is asked for once a day. */
export const guestDailyShare = 131_072;
/** Bytes a day of all guests together, however many of them somebody lets in. */
export const guestsDailyShare = 67_108_864;
/** How many times as much is taken of somebody with whom this device's member has hours. */
export const partnerShares = 4;
/** Bytes of the longest stretch that one signature covers: what a share is asked for in. */
export const shareStep = 131_072;
/** Bytes that an entry counts for at least: what keeping a short one costs. */
export const entryCost = 256;
