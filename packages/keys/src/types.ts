/**
 * The ports of keys: what the other packages hold. Nothing here says which engine
 * signs or agrees, because nobody who uses a key may depend on it.
 */
import type { Malformed } from '@manyhands/codec';
import type { Result } from '@manyhands/base';

/** Whoever can sign as one public key (Ed25519, 32 bytes; signatures of 64). */
export interface Signer {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** A signer of this phone, with the row that opens it again. */
export interface SigningKey extends Signer {
  readonly stored: StoredKey;
}

/** The X25519 half of a device: what sealed text to it is opened with. */
export interface SealingKey {
  readonly publicKey: Uint8Array;
  /**
   * The 32 bytes that only the two keys know. `Malformed` for a public key of
   * another length or of small order, with which everybody would know them.
   */
  agree(theirs: Uint8Array): Promise<Result<Uint8Array, Malformed>>;
  readonly stored: StoredKey;
}

/**
 * What a store keeps of a key; IndexedDB clones it. `secret` is a `CryptoKey` whose
 * bytes nobody can read, or the 32 secret bytes where the engine has no such key.
 */
export interface StoredKey {
  readonly publicKey: Uint8Array;
  readonly secret: CryptoKey | Uint8Array;
}

/** A row came back from a store and does not do what it did: why, for logs. */
export interface KeyUnusable {
  readonly type: 'KeyUnusable';
  readonly why: string;
}

/**
 * Where a new key lives. `engine` (the default): in Web Crypto, not extractable, where
 * it has the curve. `bytes`: as bytes, for a store that cannot keep such a key
 * (Firefox < 136 refuses them, Safari 27 gives null for an X25519 one).
 */
export type KeyForm = 'engine' | 'bytes';

/** A device that sealed text is for: its key, by which it finds its wrap, and its box. */
export interface Recipient {
  readonly device: Uint8Array;
  readonly box: Uint8Array;
}

/** The key of a text, for a few devices (formats §6): `epk` b32, hints b8, wraps b48. */
export interface Wrapping {
  readonly epk: Uint8Array;
  readonly wraps: readonly { readonly hint: Uint8Array; readonly wrap: Uint8Array }[];
}

/** Text for a few devices. */
export interface Sealed extends Wrapping {
  readonly ciphertext: Uint8Array;
}

/** The sealed text is for other devices. */
export interface NotForMe {
  readonly type: 'NotForMe';
}
