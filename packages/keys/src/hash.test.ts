import { concat, fromHex, toHex, utf8Bytes } from '@manyhands/codec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveKey, sha256, startSha256, tag, taggedHash } from './hash.ts';

const native = async (bytes: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

test('[K8] sha256 over parts is sha256 over all of it, as the engine has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 150 })), async (parts) => {
      expect(sha256(...parts)).toEqual(await native(concat(...parts)));
    }),
  );
  // FIPS 180-2, appendix B.1.
  expect(toHex(sha256(utf8Bytes('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('[K8] a tag is ASCII, named in full, and ends in one zero', () => {
  expect(tag('entry')).toEqual(utf8Bytes('manyhands/v1/entry\0'));
  const community = fromHex('07'.repeat(32));
  expect(taggedHash('log', community, Uint8Array.of(0))).toEqual(
    sha256(utf8Bytes('manyhands/v1/log\0'), community, Uint8Array.of(0)),
  );
  for (const name of ['', 'Ana', 'é', 'a\0']) expect(() => tag(name)).toThrow('Bug');
});

test('[K9] deriveKey is HKDF-SHA-256 with our salt, as the engine has it', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });
  await fc.assert(
    fc.asyncProperty(bytes, fc.string(), bytes, async (secret, info, context) => {
      const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, [
        'deriveBits',
      ]);
      const algorithm = {
        name: 'HKDF',
        hash: 'SHA-256',
        salt: new TextEncoder().encode('manyhands/v1'),
        info: new Uint8Array(concat(utf8Bytes(info), context)),
      };
      const expected = await crypto.subtle.deriveBits(algorithm, key, 42 * 8);
      expect(deriveKey(secret, info, 42, context)).toEqual(new Uint8Array(expected));
    }),
    { numRuns: 50 },
  );
});

test('[K8] hashed piece by piece it is the same hash', () => {
  const bytes = Uint8Array.from({ length: 1_000 }, (_, n) => n % 251);
  const hash = startSha256();
  for (let at = 0; at < bytes.length; at += 77)
    hash.update(bytes.subarray(at, at + 77));
  expect(hash.digest()).toEqual(sha256(bytes));
});
