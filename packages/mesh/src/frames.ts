import { assert, err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat, malformed, u32 } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { frameLimit, messageLimit } from './limits.ts';

/**
 * How messages become frames (SPEC M3). The first byte says what a frame is:
 *
 *     0 message        the rest is a whole message
 *     1 first part     u32 length of the whole, then bytes
 *     2 further part   bytes
 *     3 ping, 4 pong   nothing; may stand between parts
 *
 * Parts of two messages never mix: a link sends one message after the other.
 */
const whole = 0;
const first = 1;
const further = 2;

export const ping = Uint8Array.of(3);
export const pong = Uint8Array.of(4);

/**
 * Bytes of a part. Well under `frameLimit`, because a frame counts as a sign of life
 * only when it is complete: at 100 kbit/s this takes 1.3 s, and 5 s are deadly.
 */
const partBytes = 16_384;

/** The frames of `message`, in order. */
export function* framesOf(message: Uint8Array): Generator<Uint8Array> {
  assert(message.length <= messageLimit, 'a message is too long');
  if (message.length < partBytes) {
    yield concat(Uint8Array.of(whole), message);
    return;
  }
  yield concat(
    Uint8Array.of(first),
    u32(message.length),
    message.subarray(0, partBytes),
  );
  for (let at = partBytes; at < message.length; at += partBytes) {
    yield concat(Uint8Array.of(further), message.subarray(at, at + partBytes));
  }
}

export type Arrived =
  | { readonly type: 'ping' | 'pong' | 'part' }
  | { readonly type: 'message'; readonly message: Uint8Array };

/**
 * Puts messages together again. It never holds more than one message, never longer
 * than `limit`, reserves no byte on the word of a header, and takes no more than twice
 * what has come, in however small parts.
 */
export class Assembler {
  /** The most bytes a message may take from now on: little, until one knows who it is. */
  limit: number;
  #message: Uint8Array = new Uint8Array();
  #length = 0;
  #missing = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  take(frame: Uint8Array): Result<Arrived, Malformed> {
    const [kind] = frame;
    if (kind === undefined || frame.length > frameLimit) {
      return err(malformed('a frame without or with too many bytes'));
    }
    switch (kind) {
      case whole:
        return this.#whole(frame.subarray(1));
      case first:
        return this.#first(frame);
      case further:
        return this.#further(frame.subarray(1));
      case ping[0]:
      case pong[0]:
        if (frame.length !== 1) return err(malformed('a ping with something in it'));
        return ok({ type: kind === ping[0] ? 'ping' : 'pong' });
      default:
        return err(malformed('an unknown frame'));
    }
  }

  #whole(message: Uint8Array): Result<Arrived, Malformed> {
    if (this.#missing > 0) return err(malformed('a message within a message'));
    if (message.length > this.limit) return err(malformed('a message too long'));
    return ok({ type: 'message', message: message.slice() });
  }

  #first(frame: Uint8Array): Result<Arrived, Malformed> {
    if (this.#missing > 0) return err(malformed('a message within a message'));
    if (frame.length < 6) return err(malformed('a first part without bytes'));
    const length = new DataView(frame.buffer, frame.byteOffset).getUint32(1);
    if (length > this.limit) return err(malformed('a message too long'));
    this.#missing = length;
    return this.#further(frame.subarray(5));
  }

  #further(part: Uint8Array): Result<Arrived, Malformed> {
    if (part.length === 0 || part.length > this.#missing) {
      return err(malformed('a part nobody waits for'));
    }
    this.#append(part);
    this.#missing -= part.length;
    if (this.#missing > 0) return ok({ type: 'part' });
    const message = this.#message.slice(0, this.#length);
    this.#message = new Uint8Array();
    this.#length = 0;
    return ok({ type: 'message', message });
  }

  #append(part: Uint8Array): void {
    const length = this.#length + part.length;
    if (length > this.#message.length) {
      const wider = new Uint8Array(Math.max(length, 2 * this.#message.length));
      wider.set(this.#message.subarray(0, this.#length));
      this.#message = wider;
    }
    this.#message.set(part, this.#length);
    this.#length = length;
  }
}
