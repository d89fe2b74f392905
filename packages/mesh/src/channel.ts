import { assert } from '@manyhands/base';
import { frameLimit } from './limits.ts';

/**
 * Port: an ordered, reliable pipe of frames to one other device; an RTCDataChannel, or
 * one end of `channelPair`. It says nothing about who is at the other end.
 */
export interface Channel {
  readonly isOpen: boolean;
  /** Bytes given to `send` that have not left yet. */
  readonly bufferedBytes: number;
  /**
   * What ties this channel to its transport: SHA-256 of both sides' DTLS certificates,
   * 32 bytes each; zeros where there is no transport to be in the middle of.
   */
  readonly binding: Binding;
  /** At most `frameLimit` bytes. On a closed channel nothing happens. */
  send(frame: Uint8Array): void;
  /** Resolves when little is buffered, or the channel is closed. */
  drained(): Promise<void>;
  /** Frames that came before there was a listener are given to the first one. */
  onframe: ((frame: Uint8Array) => void) | null;
  /** Called once; at once when the channel is closed already. */
  onclose: (() => void) | null;
  close(): void;
}

export interface Binding {
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
}

/** Whose offer it was. The two sides of a channel differ. */
export type LinkSide = 'dialler' | 'answerer';

const unbound: Binding = { ours: new Uint8Array(32), theirs: new Uint8Array(32) };

/** How what one end of a channel in memory sends comes to the other. */
export interface Wire {
  /** Whether the device at this end still runs: one that does not neither sends nor hears. */
  isAlive(): boolean;
  /** Calls `arrive` when a frame is at the other end: in the order sent, or never. */
  carry(arrive: () => void, to: Channel): void;
  /** Calls `arrive` when the other end is to hear that this one was closed. */
  carryClose(arrive: () => void): void;
}

/** A turn of the event loop each, as between devices: no talk can starve the rest. */
const eventLoop: Wire = {
  isAlive: () => true,
  carry: (arrive) => void setTimeout(arrive),
  carryClose: (arrive) => void setTimeout(arrive),
};

/** Two ends of one channel in memory, each with the wire that carries what it sends. */
export function channelPair(
  binding: Binding = unbound,
  [ours, theirs]: readonly [Wire, Wire] = [eventLoop, eventLoop],
): [MemoryChannel, MemoryChannel] {
  const here = new MemoryChannel(binding, ours);
  const there = new MemoryChannel(
    { ours: binding.theirs, theirs: binding.ours },
    theirs,
  );
  here.other = there;
  there.other = here;
  return [here, there];
}

export class MemoryChannel implements Channel {
  other: MemoryChannel | null = null;
  isOpen = true;
  bufferedBytes = 0;
  readonly binding: Binding;
  readonly #wire: Wire;
  readonly #waiting: Uint8Array[] = [];
  #drained: (() => void)[] = [];
  #onframe: Channel['onframe'] = null;
  #onclose: Channel['onclose'] = null;

  constructor(binding: Binding, wire: Wire) {
    this.binding = binding;
    this.#wire = wire;
  }

  send(frame: Uint8Array): void {
    assert(frame.length <= frameLimit, 'a frame is too long');
    const { other } = this;
    if (!this.isOpen || !this.#wire.isAlive() || other === null) return;
    const copy = frame.slice();
    this.bufferedBytes += copy.length;
    this.#wire.carry(() => {
      this.bufferedBytes -= copy.length;
      if (this.bufferedBytes === 0) this.#release();
      other.take(copy);
    }, other);
  }

  drained(): Promise<void> {
    if (!this.isOpen || this.bufferedBytes === 0) return Promise.resolve();
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  take(frame: Uint8Array): void {
    if (!this.isOpen || !this.#wire.isAlive()) return;
    if (this.#onframe === null) this.#waiting.push(frame);
    else this.#onframe(frame);
  }

  get onframe(): Channel['onframe'] {
    return this.#onframe;
  }
  set onframe(listener: Channel['onframe']) {
    this.#onframe = listener;
    for (const frame of this.#waiting.splice(0)) listener?.(frame);
  }

  get onclose(): Channel['onclose'] {
    return this.#onclose;
  }
  set onclose(listener: Channel['onclose']) {
    this.#onclose = listener;
    if (!this.isOpen) listener?.();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#shut();
    // Who is gone says no goodbye.
    if (this.#wire.isAlive()) this.#wire.carryClose(() => this.other?.hangUp());
  }

  /** Ends it here as a line ends that is cut: the other end is told nothing. */
  hangUp(): void {
    if (this.isOpen) this.#shut();
  }

  #shut(): void {
    this.isOpen = false;
    this.#release();
    if (this.#wire.isAlive()) this.#onclose?.();
  }

  #release(): void {
    for (const resolve of this.#drained.splice(0)) resolve();
  }
}
