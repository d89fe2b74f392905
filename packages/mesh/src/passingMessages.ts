import { bytes, decodeAs, encodeAs, integer, tuple } from '@manyhands/codec';
import type { Shape, ShapeOf } from '@manyhands/codec';

/** The most bytes of a text that is passed along: the longest of our links, and room. */
export const passedLimit = 2_048;

/** The way of passing along that this version knows. */
export const passingVersion = 1;

const helloShape = tuple({
  version: integer(0, 255),
  /** 0: has the text · 1: has typed the code. */
  side: integer<0 | 1>(0, 1),
  nonce: bytes(32),
});
export type PassingHello = ShapeOf<typeof helloShape>;

const proofShape = tuple({ proof: bytes(32) });
/** What `encrypt` of keys makes of the text: 28 bytes more. */
const textShape = tuple({ sealed: bytes(28, passedLimit + 28) });
const thanksShape = tuple({});

const limits = { bytes: passedLimit + 64, depth: 1 };

const codec = <T>(shape: Shape<T>) => ({
  encode: (of: T) => encodeAs(shape, of),
  decode: (from: Uint8Array) => decodeAs(shape, from, limits),
});

export const passingHello = codec(helloShape);
export const passingProof = codec(proofShape);
export const passingText = codec(textShape);
export const passingThanks = codec(thanksShape);
