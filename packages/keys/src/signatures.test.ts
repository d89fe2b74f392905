import { fromHex } from '@manyhands/codec';
import { expect, test } from 'vitest';
import { signingKeyFromSeed, verify, verifyPortable } from './index.ts';
import rfc8032 from './vectors/rfc8032.json';
import wycheproof from './vectors/wycheproof.json';

const paths = [
  ['verify', verify],
  ['verifyPortable', verifyPortable],
] as const;

test.each(paths)(
  '[K4] RFC 8032 §7.1: %s finds each true, and false once changed',
  async (_, check) => {
    for (const { pub, msg, sig } of rfc8032) {
      const [key, message, signature] = [pub, msg, sig].map(fromHex) as [
        Uint8Array,
        Uint8Array,
        Uint8Array,
      ];
      expect(await check(signature, message, key), pub).toBe(true);
      signature[40] = (signature[40] ?? 0) ^ 1;
      expect(await check(signature, message, key), pub).toBe(false);
    }
    expect(rfc8032).toHaveLength(5);
  },
);

test('[K5] RFC 8032 §7.1: the key of a seed, and its signatures to the byte', async () => {
  for (const { priv, pub, msg, sig } of rfc8032) {
    const key = await signingKeyFromSeed(fromHex(priv));
    expect(key.publicKey).toEqual(fromHex(pub));
    expect(await key.sign(fromHex(msg))).toEqual(fromHex(sig));
  }
});

// Where K1–K3 are stricter or laxer than Wycheproof there would be an entry here, with
// the reason. There is none: its keys are all ordinary, and it expects the cofactorless
// verdict on each odd R and S. The odd keys are in oddSignatures.test.ts.
const differing: readonly number[] = [];

test.each(paths)('[K4] Wycheproof: %s agrees on all 151', async (_, check) => {
  let seen = 0;
  for (const { publicKey, tests } of wycheproof.testGroups) {
    for (const { tcId, msg, sig, result, comment } of tests) {
      const verdict = await check(fromHex(sig), fromHex(msg), fromHex(publicKey.pk));
      const expected = (result === 'valid') !== differing.includes(tcId);
      expect(verdict, `${tcId} ${comment}`).toBe(expected);
      seen++;
    }
  }
  expect(seen).toBe(wycheproof.numberOfTests);
});
