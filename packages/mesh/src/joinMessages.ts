/** The bytes of joining by message (M16), inside their seals and around the welcome's. */
import { bytes, decodeAs, encodeAs, hex, integer, list, tuple } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import {
  evidenceSteps,
  introductionSteps,
  requestLimit,
  strangerLimit,
  shownEntryLimit,
} from './limits.ts';
import type { Secret } from './messages.ts';

/** What lets somebody in: the secret, and what shows them that they were let in. */
export interface Welcome extends Secret {
  /** The founding, the certificates of both sides, and how the writer shows themself. */
  readonly evidence: readonly Uint8Array[];
}

const joinShape = tuple({
  request: bytes(1, requestLimit),
  introduction: list(bytes(1, shownEntryLimit), 0, introductionSteps),
});
const welcomeShape: Shape<Welcome> = tuple({
  epoch: integer(0, 2 ** 32 - 1),
  secret: bytes(32),
  evidence: list(bytes(1, shownEntryLimit), 0, evidenceSteps + introductionSteps),
});
const sealedShape = tuple({
  hint: hex(8),
  epk: bytes(32),
  wrap: bytes(48),
  ciphertext: bytes(1, strangerLimit),
});

const codec = <T>(
  shape: Shape<T>,
  limits: { readonly bytes: number; readonly depth: number },
) => ({
  encode: (of: T) => encodeAs(shape, of),
  decode: (from: Uint8Array) => decodeAs(shape, from, limits),
});

/** A request to join, encoded, and up to four entries by which who asks shows themself. */
export const joinText = codec(joinShape, { bytes: strangerLimit, depth: 2 });
export const welcomeText = codec(welcomeShape, { bytes: strangerLimit, depth: 2 });
/** A welcome as it goes by message: sealed for the one device that its hint begins. */
export const sealedWelcome = codec(sealedShape, {
  bytes: strangerLimit + 256,
  depth: 1,
});
