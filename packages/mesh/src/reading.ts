import { SerialQueue } from '@manyhands/base';
import { messageCost, unreadLimit } from './limits.ts';

/** One neighbour's messages, read one after another; a limited number waits. */
export class Reading {
  readonly #queue = new SerialQueue();
  readonly #read: (message: Uint8Array) => Promise<void>;
  #unread = 0;

  constructor(read: (message: Uint8Array) => Promise<void>) {
    this.#read = read;
  }

  /** Reads it in its turn, however the one before ended; false when too much waits already. */
  add(message: Uint8Array): boolean {
    const cost = Math.max(message.length, messageCost);
    this.#unread += cost;
    if (this.#unread > unreadLimit) return false;
    this.#queue.add(async () => {
      try {
        await this.#read(message);
      } finally {
        this.#unread -= cost;
      }
    });
    return true;
  }
}
