/**
 * The values that have bytes: the CBOR subset of SPEC C1. Integers lie within
 * ±(2^53 − 1); there are no maps, floats, tags or undefined.
 */
export type Value = number | string | boolean | null | Uint8Array | readonly Value[];

export interface Limits {
  /** The most bytes a whole value may take. */
  readonly bytes: number;
  /** The most arrays that may stand inside one another. */
  readonly depth: number;
}

/** What one entry may be: 4 KiB, four arrays deep (C3). */
export const entryLimits: Limits = { bytes: 4096, depth: 4 };
