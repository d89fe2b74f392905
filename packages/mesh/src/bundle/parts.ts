import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat, fromBase64Url, malformed, toBase64Url } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { movingLimit, partBytes } from '../limits.ts';

const mark = 'MHP1';
const nameBytes = 9;
const mostParts = Math.ceil(movingLimit / partBytes);
const pattern = /^MHP1\/([\w-]{12})\/(\d{1,3})\/(\d{1,3})\/([\w-]{1,400})$/;

/**
 * A small bundle as the texts of a moving code, to be shown in turn, again and again:
 *
 *   part = "MHP1/" name "/" number from 1 "/" of so many "/" base64url of ≤ 300 B
 *   name = base64url of the first 9 B of SHA-256(bundle)
 *
 * Null for a bundle of more than `movingLimit` bytes: nobody holds a phone still so long.
 */
export function partsOf(bundle: Uint8Array): string[] | null {
  if (bundle.length === 0 || bundle.length > movingLimit) return null;
  const name = nameOf(bundle);
  const of = Math.ceil(bundle.length / partBytes);
  return Array.from({ length: of }, (_, at) => {
    const data = bundle.subarray(at * partBytes, (at + 1) * partBytes);
    return `${mark}/${name}/${String(at + 1)}/${String(of)}/${toBase64Url(data)}`;
  });
}

/** How far a moving code has been read. */
export interface Collected {
  readonly have: number;
  readonly of: number;
  /** The bundle, once every part has been seen. */
  readonly bundle: Uint8Array | null;
}

/**
 * Puts together what a camera reads of a moving code, in any order, each part as often
 * as it likes. Another code in front of the camera begins another collection.
 */
export class PartCollector {
  #name = '';
  #of = 0;
  readonly #parts = new Map<number, Uint8Array>();

  /** `Malformed` for a text that is no part, or that cannot belong to what came before. */
  take(text: string): Result<Collected, Malformed> {
    const [, name = '', number = '', count = '', data = ''] = pattern.exec(text) ?? [];
    const [at, of] = [Number(number), Number(count)];
    const bytes = fromBase64Url(data);
    if (name === '' || !bytes.ok) return err(malformed('no part of a moving code'));
    const isIn = at >= 1 && at <= of && of <= mostParts;
    const isFull = bytes.value.length === partBytes;
    if (!isIn || !(isFull || (at === of && bytes.value.length < partBytes))) {
      return err(malformed('a part that fits nowhere'));
    }
    if (name !== this.#name || of !== this.#of) this.#begin(name, of);
    if (!this.#parts.has(at)) this.#parts.set(at, bytes.value);
    return this.#finish();
  }

  #begin(name: string, of: number): void {
    this.#parts.clear();
    this.#name = name;
    this.#of = of;
  }

  #finish(): Result<Collected, Malformed> {
    const [have, of] = [this.#parts.size, this.#of];
    if (have < of) return ok({ have, of, bundle: null });
    const inOrder = [...this.#parts].sort(([a], [b]) => a - b);
    const bundle = concat(...inOrder.map(([, bytes]) => bytes));
    if (nameOf(bundle) === this.#name) return ok({ have, of, bundle });
    // Somebody slipped a part in between: all of it is read again.
    this.#begin('', 0);
    return err(malformed('its parts do not belong together'));
  }
}

const nameOf = (bundle: Uint8Array): string =>
  toBase64Url(sha256(bundle).subarray(0, nameBytes));
