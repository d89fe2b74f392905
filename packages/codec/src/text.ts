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
