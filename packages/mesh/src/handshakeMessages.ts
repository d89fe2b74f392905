import type { DeviceKey, MemberId } from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  hex,
  integer,
  list,
  nullable,
  tuple,
} from '@manyhands/codec';
import type { Shape, ShapeOf } from '@manyhands/codec';
import {
  evidenceSteps,
  requestLimit,
  strangerLimit,
  shownEntryLimit,
} from './limits.ts';
import { verdictNumbers, verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** The handshake this version speaks. Another number is another handshake. */
export const handshakeVersion = 1;

const helloShape = tuple({
  version: integer(0, 255),
  nonce: bytes(32),
  device: hex<DeviceKey>(32),
});
export type Hello = ShapeOf<typeof helloShape>;

/**
 * One for each step from the founder proves membership to somebody who knows nothing.
 * Longer chains send the last, which members understand.
 */
const evidenceShape = list(bytes(1, shownEntryLimit), 0, evidenceSteps);

const proofShape = tuple({
  signature: bytes(64),
  member: hex<MemberId>(32),
  evidence: evidenceShape,
  /** A join request (formats §4), read in a second step. */
  admission: nullable(bytes(1, requestLimit)),
});
export type LinkProof = ShapeOf<typeof proofShape>;

const wordShape: Shape<Verdict> = {
  read: (value) => (typeof value === 'number' ? verdictOf(value) : undefined),
  write: (of) => verdictNumbers[of],
};

const judgementShape = tuple({
  verdict: wordShape,
  /**
   * For a newcomer: the founding, and the certificates of both sides or of a member. For
   * who has knocked: the charter, and nothing else.
   */
  evidence: evidenceShape,
});
export type Judgement = ShapeOf<typeof judgementShape>;

const limits = { bytes: strangerLimit, depth: 2 };

const codec = <T>(shape: Shape<T>) => ({
  encode: (of: T) => encodeAs(shape, of),
  decode: (from: Uint8Array) => decodeAs(shape, from, limits),
});

export const hello = codec(helloShape);
export const linkProof = codec(proofShape);
export const judgement = codec(judgementShape);
