/** What an archive may be at most, looked at before anything is unpacked (V4). */

/** Bytes of the whole file. */
export const archiveLimit = 536_870_912;
/** Files in it, folders and foreign ones counted. */
export const fileLimit = 10_000;
/** Bytes of a file's name. */
export const nameLimit = 100;
/** Bytes of the manifest. */
export const manifestLimit = 2_097_152;
/** Bytes of any other file, unpacked. */
export const unpackedLimit = 268_435_456;
/** Bytes of all pages together: they are held in memory. */
export const pagesLimit = 402_653_184;

/**
 * Bytes that come out of an archive for each of its own: reading costs what is hashed.
 * Ours come to some six, and to half of this where somebody makes them as long as they go;
 * deflate would allow a thousand.
 */
export const workPerByte = 64;
/** The same of pages, whose every entry is looked at: ours are stored as they are. */
export const pagesPerByte = 4;
