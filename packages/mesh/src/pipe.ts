import { raise, SerialQueue } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import type { Binding, Channel } from './channel.ts';
import { Assembler, framesOf, ping, pong } from './frames.ts';
import {
  highWaterBytes,
  inboxLimit,
  messageCost,
  messageLimit,
  strangerLimit,
  unsentLimit,
} from './limits.ts';
import type { Timers } from './timers.ts';

/** Why a pipe ended. `Silent`: nothing came for too long, or what went is not read. */
export type Ending =
  | { readonly type: 'Closed' }
  | { readonly type: 'Silent' }
  | Malformed;

/** Messages over a channel, with a heartbeat. Before the handshake nobody knows whose. */
export interface Pipe {
  readonly binding: Binding;
  readonly ended: Promise<Ending>;
  readonly isOpen: boolean;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Bytes of messages alone: pings do not count as getting on. */
  readonly messageBytesReceived: number;
  /**
   * Resolves when there is room for the next message; also when the pipe has ended,
   * for whoever waits then has nothing to wait for. Messages go out in order. Whoever
   * lets too much wait unread is not waited for: the pipe ends.
   */
  send(message: Uint8Array): Promise<void>;
  /** Messages that came before there was a listener are given to the first one. */
  onmessage: ((message: Uint8Array) => void) | null;
  /** The page or the network was away: asks at once, and ends if nothing is answered soon. */
  ask(): void;
  /** From now on messages may be as long as a page. */
  widen(): void;
  end(why: Ending): void;
}

const pingEvery = 1_250;
const deadAfter = 5_000;
/** Who is asked has so long to answer, and is asked a second time in the middle of it. */
const answerWithin = 2_500;

export function openPipe(channel: Channel, timers: Timers): Pipe {
  return new ChannelPipe(channel, timers);
}

class ChannelPipe implements Pipe {
  readonly ended: Promise<Ending>;
  isOpen = true;
  bytesSent = 0;
  bytesReceived = 0;
  messageBytesReceived = 0;
  readonly #channel: Channel;
  readonly #timers: Timers;
  readonly #assembler = new Assembler(strangerLimit);
  readonly #inbox: Uint8Array[] = [];
  readonly #queue = new SerialQueue();
  #unsent = 0;
  #heardAt: number;
  #tickedAt: number;
  #stopAsking: () => void = () => undefined;
  #stopTicking: () => void = () => undefined;
  #resolve: (why: Ending) => void = () => undefined;
  #onmessage: Pipe['onmessage'] = null;

  constructor(channel: Channel, timers: Timers) {
    this.#channel = channel;
    this.#timers = timers;
    this.#heardAt = this.#tickedAt = timers.now();
    this.ended = new Promise((resolve) => (this.#resolve = resolve));
    channel.onclose = () => this.end({ type: 'Closed' });
    channel.onframe = (frame) => this.#take(frame);
    this.#tickLater();
  }

  get binding(): Binding {
    return this.#channel.binding;
  }

  send(message: Uint8Array): Promise<void> {
    const cost = Math.max(message.length, messageCost);
    this.#unsent += cost;
    if (this.#unsent > unsentLimit) this.end({ type: 'Silent' });
    return this.#queue.run(async () => {
      try {
        await this.#sendFrames(message);
      } catch (error) {
        // Half a message is out: what follows it there nobody could read.
        raise(error);
        this.end({ type: 'Closed' });
      }
      this.#unsent -= cost;
    });
  }

  async #sendFrames(message: Uint8Array): Promise<void> {
    for (const frame of framesOf(message)) {
      if (!this.isOpen) return;
      this.#sendFrame(frame);
      if (this.#channel.bufferedBytes > highWaterBytes) await this.#channel.drained();
    }
  }

  #sendFrame(frame: Uint8Array): void {
    this.bytesSent += frame.length;
    this.#channel.send(frame);
  }

  get onmessage(): Pipe['onmessage'] {
    return this.#onmessage;
  }
  set onmessage(listener: Pipe['onmessage']) {
    this.#onmessage = listener;
    while (this.#onmessage !== null) {
      const message = this.#inbox.shift();
      if (message === undefined) return;
      this.#onmessage(message);
    }
  }

  widen(): void {
    this.#assembler.limit = messageLimit;
  }

  end(why: Ending): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#stopTicking();
    this.#stopAsking();
    this.#inbox.length = 0;
    this.#channel.close();
    this.#resolve(why);
  }

  #take(frame: Uint8Array): void {
    if (!this.isOpen) return;
    this.bytesReceived += frame.length;
    this.#heardAt = this.#timers.now();
    this.#stopAsking();
    const arrived = this.#assembler.take(frame);
    if (!arrived.ok) {
      this.end(arrived.error);
      return;
    }
    if (arrived.value.type === 'ping') {
      // Unless what was said before is not read: then a pong would only wait there too.
      if (this.#channel.bufferedBytes <= highWaterBytes) this.#sendFrame(pong);
      return;
    }
    if (arrived.value.type === 'pong') return;
    this.messageBytesReceived += frame.length;
    if (arrived.value.type === 'message') this.#deliver(arrived.value.message);
  }

  #deliver(message: Uint8Array): void {
    if (this.#onmessage !== null) {
      this.#onmessage(message);
      return;
    }
    if (this.#inbox.length === inboxLimit) {
      this.end(malformed('messages nobody asked for'));
      return;
    }
    this.#inbox.push(message);
  }

  ask(): void {
    if (!this.isOpen) return;
    this.#stopAsking();
    this.#sendFrame(ping);
    // In two steps: after a long sleep the first alarm may ring before what has come is read.
    this.#stopAsking = this.#timers.after(answerWithin / 2, () => {
      this.#sendFrame(ping);
      this.#stopAsking = this.#timers.after(answerWithin / 2, () => {
        this.end({ type: 'Silent' });
      });
    });
  }

  #tickLater(): void {
    this.#stopTicking = this.#timers.after(pingEvery, () => this.#tick());
  }

  #tick(): void {
    const now = this.#timers.now();
    // A page that was frozen has heard nothing because it did not listen: ask first.
    if (now - this.#tickedAt > 2 * pingEvery) {
      this.#heardAt = now;
      this.ask();
    }
    this.#tickedAt = now;
    if (now - this.#heardAt >= deadAfter) {
      this.end({ type: 'Silent' });
      return;
    }
    if (now - this.#heardAt >= pingEvery) this.#sendFrame(ping);
    this.#tickLater();
  }
}
