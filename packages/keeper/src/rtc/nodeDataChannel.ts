import type { RTCDataChannel as NativeChannel } from 'werift';
import { Emitter } from './emitter.ts';

/** Milliseconds between two looks at what is still buffered. */
const lookEvery = 10;

/** A data channel of the library as a browser has it: bytes in ArrayBuffers, and events. */
export class NodeDataChannel extends Emitter {
  binaryType: BinaryType = 'arraybuffer';
  bufferedAmountLowThreshold = 0;
  onopen: unknown = null;
  onmessage: unknown = null;
  onclose: unknown = null;
  onerror: unknown = null;
  onbufferedamountlow: unknown = null;
  readonly #native: NativeChannel;
  #watch: ReturnType<typeof setTimeout> | null = null;

  constructor(native: NativeChannel) {
    super();
    this.#native = native;
    native.onopen = () => this.emit('open');
    native.onmessage = ({ data }) => this.emit('message', { data: plain(data) });
    native.onerror = ({ error }) => this.emit('error', { error: error as unknown });
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

  /** The bytes are copied: whoever sends may write on in theirs, as in a browser. */
  send(data: Uint8Array | ArrayBuffer | string): void {
    if (typeof data === 'string') this.#native.send(data);
    else this.#native.send(Buffer.from(new Uint8Array(data)));
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

const plain = (data: string | Buffer): string | ArrayBuffer =>
  typeof data === 'string' ? data : new Uint8Array(data).buffer;
