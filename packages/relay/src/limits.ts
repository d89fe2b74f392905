/** What one relay gives to one stranger. Each number says what it protects. */
export interface RelayLimits {
  /** Bytes of one message. An offer, encrypted and in base64, takes under 4 KiB. */
  readonly messageBytes: number;
  /** Slots: open connections, WebSockets and others. Each costs some 30 KiB here, so all of them fit in 128 MiB. */
  readonly connections: number;
  /** Slots of one block, an IPv4 /24 or an IPv6 /48: an eighth of all. */
  readonly connectionsPerBlock: number;
  /** Slots of one address (of IPv6: a /64): a library's or a school's, not a flood. */
  readonly connectionsPerAddress: number;
  /** Milliseconds after which a slot is given up to somebody who would have as many. Meeting takes seconds. */
  readonly turnTime: number;
  /** Milliseconds of a connection that is neither a WebSocket nor being answered. */
  readonly idleTime: number;
  /** Bytes of a request's path, and of the names and values of its headers. A browser's take under 2 KiB. */
  readonly headBytes: number;
  /** Answers at a time for one address: five browsers with six connections each. The others wait. */
  readonly answersPerAddress: number;
  /** Milliseconds in which a request waits for its answer to begin; then it is told to come again. */
  readonly answerWait: number;
  /** Milliseconds of one answer. The app's largest file takes 175 KB: 1.5 KB a second. */
  readonly answerTime: number;
  /** Bytes of the files that are kept in memory, packed and not. The app has 8 MB. */
  readonly shelfBytes: number;
  /** Bytes of one such file. Larger ones are read for each answer and sent as they are. */
  readonly shelfFileBytes: number;
  /** Rooms of one connection: two for each of eight communities on one phone. */
  readonly roomsPerConnection: number;
  /** Bytes of a room's name. Manyhands uses 64 hexadecimal digits. */
  readonly roomNameBytes: number;
  /** Connections in one room: what one message is copied to at the most. */
  readonly connectionsPerRoom: number;
  /** Messages a second, over time. Meeting one neighbour takes about ten. */
  readonly messagesPerSecond: number;
  /** Messages at once: a newcomer meets some thirty neighbours in one second. */
  readonly messagesAtOnce: number;
  /** Bytes a second of one connection, over time: a message of 2.6 KB each time. */
  readonly bytesPerSecond: number;
  /** Bytes at once: 400 messages of 5 KB. */
  readonly bytesAtOnce: number;
  /**
   * Copies a second made for one address, over time. What goes beyond is dropped, and
   * nobody is cut off for it: how many hear a message is not its sender's doing.
   */
  readonly copiesPerSecond: number;
  /** Copies at once: 256 phones of one hall that all say it fifteen times. */
  readonly copiesAtOnce: number;
  /** New connections a second from one address, over time. */
  readonly dialsPerSecond: number;
  /** New connections at once: all that one address may have, four times over. */
  readonly dialsAtOnce: number;
  /** Bytes that may wait for one slow reader before it is cut off. */
  readonly waitingBytes: number;
  /** Bytes that may wait for all slow readers; one of them gets an eighth of what is left at most. */
  readonly waitingBytesInAll: number;
  /** Milliseconds between two questions whether a connection still lives. */
  readonly aliveEvery: number;
  /** Errors that nobody expected, at once, and so many in an hour: with one more the process ends. */
  readonly errorsAtOnce: number;
}

export const relayLimits: RelayLimits = {
  messageBytes: 16 * 1024,
  connections: 4096,
  connectionsPerBlock: 512,
  connectionsPerAddress: 256,
  turnTime: 60_000,
  idleTime: 10_000,
  headBytes: 8 * 1024,
  answersPerAddress: 32,
  answerWait: 15_000,
  answerTime: 120_000,
  shelfBytes: 32 * 1024 * 1024,
  shelfFileBytes: 4 * 1024 * 1024,
  roomsPerConnection: 16,
  roomNameBytes: 128,
  connectionsPerRoom: 2048,
  messagesPerSecond: 50,
  messagesAtOnce: 400,
  bytesPerSecond: 128 * 1024,
  bytesAtOnce: 2 * 1024 * 1024,
  copiesPerSecond: 20_000,
  copiesAtOnce: 1_000_000,
  dialsPerSecond: 20,
  dialsAtOnce: 1_024,
  waitingBytes: 1024 * 1024,
  waitingBytesInAll: 64 * 1024 * 1024,
  aliveEvery: 30_000,
  errorsAtOnce: 100,
};
