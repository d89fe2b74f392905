import { concat, utf8Bytes } from '@manyhands/codec';

/** lib0's `any`, as much of it as these tests write. */
export type SealedAny = null | number | string | { readonly [name: string]: SealedAny };

const text = (of: string): Uint8Array => {
  const bytes = utf8Bytes(of);
  const low = Uint8Array.of((bytes.length & 127) | 128, bytes.length >> 7);
  return concat(bytes.length < 128 ? Uint8Array.of(bytes.length) : low, bytes);
};

function anyOf(value: SealedAny): Uint8Array {
  if (value === null) return Uint8Array.of(126);
  if (typeof value === 'number') return Uint8Array.of(125, value);
  if (typeof value === 'string') return concat(Uint8Array.of(119), text(value));
  const fields = Object.entries(value);
  const parts = fields.flatMap(([name, of]) => [text(name), anyOf(of)]);
  return concat(Uint8Array.of(118, fields.length), ...parts);
}

/** The key of a room, as y-webrtc derives it from the password. */
export async function keyOfRoom(room: string, password: string): Promise<CryptoKey> {
  const { subtle } = crypto;
  const given = (of: string) => utf8Bytes(of) as Uint8Array<ArrayBuffer>;
  const secret = await subtle.importKey('raw', given(password), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', salt: given(room), iterations: 100_000 };
  const algorithm = { name: 'AES-GCM', length: 256 };
  return subtle.deriveKey({ ...how, hash: 'SHA-256' }, secret, algorithm, true, [
    'encrypt',
    'decrypt',
  ]);
}

/** What y-webrtc would publish of this value in a room with this key. */
export async function sealedWith(key: CryptoKey, value: SealedAny): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = anyOf(value) as Uint8Array<ArrayBuffer>;
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  const bytes = concat(
    text('AES-GCM'),
    Uint8Array.of(12),
    iv,
    text('x'.repeat(cipher.byteLength)).slice(0, -cipher.byteLength),
    new Uint8Array(cipher),
  );
  return btoa(String.fromCharCode(...bytes));
}
