import { utf8Text } from '@manyhands/codec';

/** What y-webrtc puts into its signals. */
export type Any = null | undefined | boolean | number | string | Any[] | AnyObject;
export interface AnyObject {
  readonly [name: string]: Any;
}

/** Arrays and objects inside one another; a signal has two. */
const depthLimit = 4;

/**
 * Reads lib0's `any` encoding, as far as signals use it, and all of `bytes`; undefined
 * for anything else. lib0's own reader believes what it reads: lengths, depth, names.
 */
export function readAny(bytes: Uint8Array): Any {
  const reader = new Reader(bytes);
  try {
    const value = reader.any(depthLimit);
    return reader.done ? value : undefined;
  } catch (cause) {
    if (cause instanceof Unreadable) return undefined;
    throw cause;
  }
}

/** Thrown and caught within this file alone. */
class Unreadable extends Error {}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  any(depth: number): Any {
    if (depth === 0) throw new Unreadable();
    switch (127 - this.#byte()) {
      case 0:
        return undefined;
      case 1:
        return null;
      case 2:
        return this.#signed();
      case 3:
        return this.#view(4).getFloat32(0);
      case 4:
        return this.#view(8).getFloat64(0);
      case 6:
        return false;
      case 7:
        return true;
      case 8:
        return this.#text();
      case 9:
        return this.#object(depth);
      case 10:
        return this.#array(depth);
      default:
        throw new Unreadable();
    }
  }

  #byte(): number {
    return this.#view(1).getUint8(0);
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new Unreadable();
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  #view(length: number): DataView {
    const { buffer, byteOffset } = this.#take(length);
    return new DataView(buffer, byteOffset, length);
  }

  /** Seven bits a byte, the low ones first. */
  #unsigned(): number {
    let number = 0;
    for (let factor = 1; factor <= 2 ** 42; factor *= 128) {
      const byte = this.#byte();
      number += (byte & 127) * factor;
      if (byte < 128) return number;
    }
    throw new Unreadable();
  }

  /** As `#unsigned`, but the first byte gives a bit to the sign. */
  #signed(): number {
    const first = this.#byte();
    const rest = first & 128 ? this.#unsigned() * 64 : 0;
    const number = (first & 63) + rest;
    return first & 64 ? -number : number;
  }

  #text(): string {
    const text = utf8Text(this.#take(this.#unsigned()));
    if (!text.ok) throw new Unreadable();
    return text.value;
  }

  #array(depth: number): Any[] {
    const items: Any[] = [];
    for (let missing = this.#unsigned(); missing > 0; missing--) {
      items.push(this.any(depth - 1));
    }
    return items;
  }

  #object(depth: number): AnyObject {
    const object = Object.create(null) as Record<string, Any>;
    for (let missing = this.#unsigned(); missing > 0; missing--) {
      object[this.#text()] = this.any(depth - 1);
    }
    return object;
  }
}
