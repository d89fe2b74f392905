/**
 * The caps of the mesh (replica/R8): how much one link, one stranger or one neighbour may cost.
 * What a log or a page may hold is capped in packages/replica/src/limits.ts, for volume
 * is its author's and not the sender's (replica/A15). SPEC.md has them as a table.
 */

/** Bytes of one frame (M3): every browser takes so many in one piece. */
export const frameLimit = 65_536;
/** Bytes of one message: a page of 262,144, and what stands around it. */
export const messageLimit = 270_336;
/** Bytes of a message before the handshake is over: 128 certificates fit. */
export const strangerLimit = 65_536;
/** Messages that wait for a listener: the handshake and the session read at once. */
export const inboxLimit = 64;
/** Frames that wait for a pipe on a new channel: a handshake begins with one. */
export const earlyLimit = 16;
/** Bytes that may wait in a channel before a sender waits: enough to keep it busy. */
export const highWaterBytes = 262_144;
/** Bytes a link may owe to a neighbour who does not read them: some sixteen pages. */
export const unsentLimit = 4_194_304;
/** Bytes taken from a link and not read yet: some sixteen pages; asks leave room for two. */
export const unreadLimit = 4_194_304;
/** Bytes that a message counts for at least: what it costs to keep a short one waiting. */
export const messageCost = 1_024;
/** Pages under way before the asker says there is room: one is read, one travels. */
export const pagesAhead = 2;
/** Pages of evidence on the way before the other says there is room: 1,024 entries unasked. */
export const evidenceAhead = 4;
/** Digests of one neighbour that are answered at once, and as many asks: a pull has a few. */
export const answersAtOnce = 32;
/** Milliseconds between two answers to whoever has asked more often: the newest counts. */
export const answerEvery = 500;
/** Bytes sent unasked at once: more than that is asked for, at the asker's pace. */
export const newsLimit = 65_536;
/** Entries of one log in one ask: a loud log waits while the others have their turn. */
export const turnLimit = 4_096;
/** Logs in one message of acks: 160 kB, and more of them come in several. */
export const acksLimit = 4_096;
/** Milliseconds until what waits for a share is looked at again: a step grows in three hours. */
export const shareAgain = 3_600_000;
/** Secrets of the epoch held that take its place at once: those of who acted in one minute (M12). */
export const nextsAtOnce = 3;
/** Milliseconds until one more may: whoever finds ever lower ones moves nobody all day long. */
export const nextEvery = 3_600_000;
/** Places of a log named at once in a search (formats §7): a message of 2.7 kB. */
export const idsLimit = 64;
/** Steps of a search in one log and session: 2^20 entries take four, a fork some more. */
export const stepsLimit = 12;
/** Travelling entries in a handshake: the path of certificates from the founder. */
export const evidenceSteps = 128;
/** Bytes of one of them: a stored entry of 4,096 and what names it. */
export const shownEntryLimit = 4_300;
/** Bytes of a join request: it has 290. */
export const requestLimit = 512;
/** Entries by which two who join and let in by message show themselves: a profile, wishes. */
export const introductionSteps = 4;
/** Devices remembered as not worth a handshake: a stranger has as many keys as they like. */
export const bannedLimit = 1_024;
/** Links that are enough (M5): gossip needs a connected graph, not every pair. */
export const linksWanted = 8;
/** Connections of one room: above what is wanted, so that who comes late is dialled. */
export const connectionsLimit = 16;
/** Channels the other may open on a connection: y-webrtc's own, once more after a glare. */
export const foreignChannels = 2;
/** Links below which others are looked for, and those sent away as too many are met again. */
export const linksAtLeast = 4;
/** Candidates in a description (M7): addresses of a device in so many networks at once. */
export const candidatesLimit = 8;
/** Bytes of a description: one of eight names has 230. */
export const descriptionLimit = 512;
/** Devices that one neighbour names to be met (M6): its links, and those that are never surplus. */
export const nearLimit = 16;
/** Calls under way at once, and as many that are being answered: what is missing below `linksAtLeast`. */
export const callsAtOnce = 4;
/** Calls that a device makes in a minute, whoever was named to it: each tells its addresses. */
export const callsAMinute = 12;
/** Calls that come through one neighbour and are answered, in a minute. */
export const answersAMinute = 12;
/** Calls and answers of one neighbour that are passed on in a minute: its own twelve of each. */
export const passedAMinute = 32;
/** Devices remembered as left alone for a while after a call. */
export const dialBackoffLimit = 256;
/** Bytes that are told before they are fetched on a line that costs (M4): four pages. */
export const smallPull = 1_048_576;
/** Bytes of an entry, before whoever has it says better: a transfer has some 250. */
export const entryGuess = 300;
/** Bytes of a bundle: a community of ten years and some thousand members fits in one. */
export const bundleLimit = 67_108_864;
/** Pages in it: many short ones, from whoever packs as links do. */
export const bundlePages = 4_096;
/** Characters of the text it travels as: a third more, and the ends of its lines. */
export const bundleTextLimit = 94_371_840;
/** Bytes of a bundle that is shown as a moving code: 41 parts, a quarter of a minute. */
export const movingLimit = 12_288;
/** Bytes in one part of it: a code that a phone of ten years ago still reads at once. */
export const partBytes = 300;
/** Bytes of a piece of a blob (formats §7): the longest blob has five. */
export const pieceLimit = 40_960;
/** Pieces that one neighbour is given in a minute: 24 of the longest blobs, 80 kB a second. */
export const piecesAMinute = 120;
/** Blobs fetched at once: one is looked at, a keeper fetches in between. */
export const fetchesAtOnce = 4;
/** Pieces that a neighbour may owe before it is asked for none any more: it does not answer. */
export const owedPieces = 8;
