import { Emitter } from './emitter.ts';

/** Milliseconds between two looks at what is still buffered. */
const lookEvery = 10;

/**
 * A data channel of the library with what the mesh needs beyond it: events that can be
 * stopped, and `bufferedamountlow`, which the library does not have.
 */
export class NodeDataChannel extends Emitter {
  bufferedAmountLowThreshold = 0;
  onopen: unknown = null;
  onmessage: unknown = null;
  onclose: unknown = null;
  onerror: unknown = null;
  onbufferedamountlow: unknown = null;
  readonly #native: RTCDataChannel;
  #watch: ReturnType<typeof setTimeout> | null = null;

  constructor(native: RTCDataChannel) {
    super();
    this.#native = native;
    native.onopen = () => this.emit('open');
    native.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.emit('message', { data });
    native.onerror = () => this.emit('error', { message: 'data channel failed' });
    native.onclose = () => this.emit('close');
  }

  get label(): string {
    return this.#native.label;
  }

  get readyState(): RTCDataChannelState {
    return this.#native.readyState;
  }

  get bufferedAmount(): number {
    return this.#native.bufferedAmount;
  }

  get binaryType(): BinaryType {
    return this.#native.binaryType;
  }

  set binaryType(type: BinaryType) {
    this.#native.binaryType = type;
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    this.#native.send(data);
    if (this.#watch === null && this.#isHigh) this.#lookLater();
  }

  close(): void {
    this.#native.close();
  }

  get #isHigh(): boolean {
    return this.#native.bufferedAmount > this.bufferedAmountLowThreshold;
  }

  #lookLater(): void {
    this.#watch = setTimeout(() => {
      this.#watch = null;
      if (this.readyState === 'closed') return;
      if (this.#isHigh) this.#lookLater();
      else this.emit('bufferedamountlow');
    }, lookEvery);
  }
}
