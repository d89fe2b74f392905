/** What one relay gives to one stranger. Each number says what it protects. */
export interface RelayLimits {
  /** Bytes of one message. An offer, encrypted and in base64, takes under 4 KiB. */
  readonly messageBytes: number;
  /** Open connections. Each costs some 30 KiB here, so all of them fit in 128 MiB. */
  readonly connections: number;
  /** Open connections from one address: a library's or a school's, not a flood. */
  readonly connectionsPerAddress: number;
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
  /** Copies at once: 512 phones of one hall that all say twice that they are here. */
  readonly copiesAtOnce: number;
  /** Connections a second from one address, over time. */
  readonly dialsPerSecond: number;
  /** Connections at once: all that one address may have, twice over. */
  readonly dialsAtOnce: number;
  /** Bytes that may wait for one slow reader before it is cut off. */
  readonly waitingBytes: number;
  /** Milliseconds between two questions whether a connection still lives. */
  readonly aliveEvery: number;
}

export const relayLimits: RelayLimits = {
  messageBytes: 16 * 1024,
  connections: 4096,
  connectionsPerAddress: 512,
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
  aliveEvery: 30_000,
};
