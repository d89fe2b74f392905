import type { Hex } from '@manyhands/base';
import { encodeAs, integer, list, toHex } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys';
import { indexFrom } from './ascending.ts';
import { logLimit } from './limits.ts';

const placesShape = list(integer(0, logLimit), 1, logLimit);

/** What a vector says of the gaps in a log, and where the first and the last of them is. */
export interface AnnouncedGaps {
  readonly first: number;
  readonly last: number;
  /** 8 bytes of a hash over their places. */
  readonly hash: Hex;
}

/** Places of a log that whoever has their bytes fills (H3). */
export class Gaps {
  readonly #places = new Set<number>();
  #ascending: readonly number[] | null = null;
  /** What was told of so many of them: they are asked for with each vector that comes. */
  #announced: { readonly count: number; readonly gaps: AnnouncedGaps } | null = null;

  get size(): number {
    return this.#places.size;
  }

  has(seq: number): boolean {
    return this.#places.has(seq);
  }

  add(seq: number): void {
    if (this.has(seq)) return;
    this.#places.add(seq);
    this.#forget();
  }

  delete(seq: number): void {
    if (this.#places.delete(seq)) this.#forget();
  }

  /** Those before `length`; null if there is none. */
  before(length: number): AnnouncedGaps | null {
    this.#ascending ??= [...this.#places].sort((a, b) => a - b);
    const count = indexFrom(this.#ascending, length);
    if (count === 0) return null;
    if (this.#announced?.count !== count) {
      const places = this.#ascending.slice(0, count);
      const hash = toHex(taggedHash('gaps', encodeAs(placesShape, places))).slice(
        0,
        16,
      );
      const [first = 0, last = 0] = [places[0], places.at(-1)];
      this.#announced = { count, gaps: { first, last, hash } };
    }
    return this.#announced.gaps;
  }

  /** All from `length` on. */
  deleteFrom(length: number): void {
    const last = this.#ascending?.at(-1);
    if (this.size === 0 || (last !== undefined && last < length)) return;
    for (const seq of this.#places) if (seq >= length) this.delete(seq);
  }

  #forget(): void {
    this.#ascending = this.#announced = null;
  }
}
