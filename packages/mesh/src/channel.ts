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

/** Two ends of one channel in memory. Frames arrive in order, after the sender's turn. */
export function channelPair(binding: Binding = unbound): [Channel, Channel] {
  const here = new MemoryChannel(binding);
  const there = new MemoryChannel({ ours: binding.theirs, theirs: binding.ours });
  here.other = there;
  there.other = here;
  return [here, there];
}

class MemoryChannel implements Channel {
  other: MemoryChannel | null = null;
  isOpen = true;
  bufferedBytes = 0;
  readonly binding: Binding;
  readonly #waiting: Uint8Array[] = [];
  #drained: (() => void)[] = [];
  #onframe: Channel['onframe'] = null;
  #onclose: Channel['onclose'] = null;

  constructor(binding: Binding) {
    this.binding = binding;
  }

  send(frame: Uint8Array): void {
    assert(frame.length <= frameLimit, 'a frame is too long');
    if (!this.isOpen) return;
    const copy = frame.slice();
    this.bufferedBytes += copy.length;
    // A turn of the event loop each, as between devices: no talk can starve the rest.
    setTimeout(() => {
      this.bufferedBytes -= copy.length;
      if (this.bufferedBytes === 0) this.#release();
      this.other?.take(copy);
    });
  }

  drained(): Promise<void> {
    if (!this.isOpen || this.bufferedBytes === 0) return Promise.resolve();
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  take(frame: Uint8Array): void {
    if (!this.isOpen) return;
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
    setTimeout(() => this.other?.hangUp());
  }

  hangUp(): void {
    if (this.isOpen) this.#shut();
  }

  #shut(): void {
    this.isOpen = false;
    this.#release();
    this.#onclose?.();
  }

  #release(): void {
    for (const resolve of this.#drained.splice(0)) resolve();
  }
}
