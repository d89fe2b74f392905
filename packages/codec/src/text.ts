import { base58, base64urlnopad } from '@scure/base';
import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { concat } from './bytes.ts';
import { malformed } from './malformed.ts';
import type { Malformed } from './malformed.ts';

/** Base64 for links and file names, without padding (RFC 4648 §5). */
export const toBase64Url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);

export function fromBase64Url(text: string): Result<Uint8Array, Malformed> {
  try {
    return ok(base64urlnopad.decode(text));
  } catch {
    return err(malformed('not base64url'));
  }
}

// The multicodec number of an Ed25519 public key, 0xed, as an unsigned varint.
const ed25519Prefix = new Uint8Array([0xed, 0x01]);

/** `did:key:z6Mk…` of an Ed25519 public key (did:key, base58-btc multibase). */
export const toDidKey = (publicKey: Uint8Array): string =>
  `did:key:z${base58.encode(concat(ed25519Prefix, publicKey))}`;

/** The 32 bytes behind a did:key of an Ed25519 key; any other did is `Malformed`. */
export function fromDidKey(did: string): Result<Uint8Array, Malformed> {
  if (!did.startsWith('did:key:z') || did.length > 64) {
    return err(malformed('not a did:key'));
  }
  try {
    const bytes = base58.decode(did.slice('did:key:z'.length));
    if (bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) {
      return err(malformed('not an Ed25519 did:key'));
    }
    return ok(bytes.slice(2));
  } catch {
    return err(malformed('not base58'));
  }
}

const digits45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Base45 (RFC 9285): for QR codes, whose alphanumeric mode has just these signs. */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = bytes.subarray(at, at + 2);
    const isPair = low !== undefined;
    text += digitsOf(isPair ? high * 256 + low : high, isPair ? 3 : 2);
  }
  return text;
}

/** The lowest digit comes first (RFC 9285 §3). */
function digitsOf(number: number, count: 2 | 3): string {
  let text = '';
  for (let rest = number, i = 0; i < count; i += 1, rest = Math.floor(rest / 45)) {
    text += digits45.charAt(rest % 45);
  }
  return text;
}

export function fromBase45(text: string): Result<Uint8Array, Malformed> {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    // A digit alone has no second one, so that it is refused like a wrong one.
    const [a = -1, b = -1, c] = Array.from(text.slice(at, at + 3), (digit) =>
      digits45.indexOf(digit),
    );
    if (a < 0 || b < 0 || (c !== undefined && c < 0))
      return err(malformed('not base45'));
    const number = a + b * 45 + (c ?? 0) * 45 * 45;
    if (number > (c === undefined ? 0xff : 0xff_ff))
      return err(malformed('not base45'));
    if (c !== undefined) bytes.push(number >> 8);
    bytes.push(number & 0xff);
  }
  return ok(Uint8Array.from(bytes));
}
