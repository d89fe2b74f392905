/**
 * One rule for signatures on every engine (K1–K3). Engines differ
 * on odd keys and odd signatures, and a difference here would split a community, so
 * the odd ones are refused by their bytes before an engine is asked.
 */
import { fromHex } from '@manyhands/codec';
import { equationHolds, verifyNatively } from './engine.ts';

/**
 * Whether these bytes may be anybody's Ed25519 key (K1): 32 of them, y below p, none
 * of the eight encodings of a point of small order, nor the two of x = 0 with the
 * sign bit. Bytes alone: whether they are a point at all shows when one verifies,
 * and torsion costs a millisecond a key and changes no verdict (findings/A16).
 */
export function admitPublicKey(bytes: Uint8Array): boolean {
  return bytes.length === 32 && !oddY.some((y) => sameY(y, bytes)) && belowP(bytes);
}

// Each y of a point whose order divides 8. Either sign of it is refused: for the
// three with y = 0 or x ≠ 0 both signs are points, for y = ±1 one is K1's x = 0.
const oddY = [
  '0000000000000000000000000000000000000000000000000000000000000000', // 0
  '0100000000000000000000000000000000000000000000000000000000000000', // 1
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', // −1
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', // order 8
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', // order 8
].map(fromHex);

function sameY(y: Uint8Array, bytes: Uint8Array): boolean {
  for (let i = 0; i < 31; i++) if (y[i] !== bytes[i]) return false;
  return y[31] === ((bytes[31] ?? 0) & 0x7f);
}

/** y < p = 2^255 − 19: only the topmost nineteen values are not. */
function belowP(bytes: Uint8Array): boolean {
  if (((bytes[31] ?? 0) & 0x7f) !== 0x7f) return true;
  for (let i = 30; i > 0; i--) if (bytes[i] !== 0xff) return true;
  return (bytes[0] ?? 0) < 0xed;
}

const identity = Uint8Array.of(1, ...new Uint8Array(31));
const order = fromHex(
  'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
);

/** K2: 64 bytes, S below L, and R not the identity. */
export function admitSignature(signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  return belowOrder(signature) && identity.some((byte, i) => byte !== signature[i]);
}

function belowOrder(signature: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) {
    const difference = (signature[32 + i] ?? 0) - (order[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/**
 * Whether `signature` is `publicKey`'s over `message`, by the whole rule: bytes first
 * (K1, K2), then the cofactorless equation (K3), natively where the engine can. The
 * answer is the same on every engine; foolish bytes of any length are just false.
 */
export async function verify(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean> {
  if (!admitPublicKey(publicKey) || !admitSignature(signature)) return false;
  const verdict = await verifyNatively(signature, message, publicKey);
  return verdict ?? equationHolds(signature, message, publicKey);
}

/** The same answer as `verify` without a native engine, some fifteen times slower. */
export async function verifyPortable(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean> {
  if (!admitPublicKey(publicKey) || !admitSignature(signature)) return false;
  return equationHolds(signature, message, publicKey);
}
