import type { Binding, Channel } from '../channel.ts';
import { earlyLimit } from '../limits.ts';

/** Below so many buffered bytes there is room again. */
const lowWaterBytes = 65_536;

/** An RTCDataChannel as a `Channel`. Frames that come before there is a listener wait. */
export class RtcChannel implements Channel {
  readonly binding: Binding;
  readonly #channel: RTCDataChannel;
  readonly #early: Uint8Array[];
  #onframe: Channel['onframe'] = null;
  #onclose: Channel['onclose'] = null;
  #hasHungUp = false;

  /** `early`: what came since the channel was made; see `keepEarly`. */
  constructor(channel: RTCDataChannel, early: Uint8Array[], binding: Binding) {
    this.binding = binding;
    this.#channel = channel;
    this.#early = early;
    channel.bufferedAmountLowThreshold = lowWaterBytes;
    channel.addEventListener('close', () => this.hangUp());
  }

  /** The connection below has ended; a close event need not follow. */
  hangUp(): void {
    if (this.#hasHungUp) return;
    this.#hasHungUp = true;
    this.#onclose?.();
  }

  get isOpen(): boolean {
    return this.#channel.readyState === 'open';
  }

  get bufferedBytes(): number {
    return this.#channel.bufferedAmount;
  }

  send(frame: Uint8Array): void {
    if (this.isOpen) this.#channel.send(frame as Uint8Array<ArrayBuffer>);
  }

  drained(): Promise<void> {
    const channel = this.#channel;
    if (!this.isOpen || channel.bufferedAmount <= lowWaterBytes)
      return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        channel.removeEventListener('bufferedamountlow', done);
        channel.removeEventListener('close', done);
        resolve();
      };
      channel.addEventListener('bufferedamountlow', done);
      channel.addEventListener('close', done);
    });
  }

  get onframe(): Channel['onframe'] {
    return this.#onframe;
  }
  set onframe(listener: Channel['onframe']) {
    this.#onframe = listener;
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.#onframe?.(frameOf(data));
    for (const frame of this.#early.splice(0)) listener?.(frame);
  }

  get onclose(): Channel['onclose'] {
    return this.#onclose;
  }
  set onclose(listener: Channel['onclose']) {
    this.#onclose = listener;
    if (this.#hasHungUp) listener?.();
  }

  close(): void {
    this.#channel.close();
  }
}

/**
 * Keeps what arrives on a channel until an `RtcChannel` listens: frames may come before
 * setRemoteDescription has settled, and an event without a listener is gone.
 */
export function keepEarly(channel: RTCDataChannel): Uint8Array[] {
  const early: Uint8Array[] = [];
  channel.binaryType = 'arraybuffer';
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (early.length === earlyLimit) channel.close();
    else early.push(frameOf(data));
  };
  return early;
}

/** Text is no frame; the pipe ends on one without bytes. */
const frameOf = (data: unknown): Uint8Array =>
  data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array();
