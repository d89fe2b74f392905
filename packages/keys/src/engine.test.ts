/**
 * An engine without the curves cannot be had here, so this one is told to refuse them,
 * as Chromium < 137 does. All else is real, and what the other engine made is at hand.
 */
import { assert } from '@manyhands/base';
import { fromHex, utf8Bytes } from '@manyhands/codec';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as native from './index.ts';
import rfc8032 from './vectors/rfc8032.json';

const { subtle } = crypto;
const message = utf8Bytes('an hour for Biel');
let bare: typeof native;

const isCurve = (algorithm: unknown) =>
  ['Ed25519', 'X25519'].includes(
    String((algorithm as { name?: string }).name ?? algorithm),
  );
const refuse = () =>
  Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));

beforeAll(async () => {
  const importKey = subtle.importKey.bind(subtle) as (...of: unknown[]) => never;
  const generateKey = subtle.generateKey.bind(subtle) as (...of: unknown[]) => never;
  vi.spyOn(subtle, 'importKey').mockImplementation((...of: unknown[]) =>
    isCurve(of[2]) ? refuse() : importKey(...of),
  );
  vi.spyOn(subtle, 'generateKey').mockImplementation((...of: unknown[]) =>
    isCurve(of[0]) ? refuse() : generateKey(...of),
  );
  vi.resetModules();
  bare = await import('./index.ts');
});
afterAll(() => vi.restoreAllMocks());

test('[K5] keys are bytes there, sign, and are opened again', async () => {
  const ana = await bare.createSigningKey();
  expect(ana.stored.secret).toBeInstanceOf(Uint8Array);
  const again = await bare.openSigningKey(structuredClone(ana.stored));
  assert(again.ok, 'it opens');
  const signature = await again.value.sign(message);
  expect(await bare.verify(signature, message, ana.publicKey)).toBe(true);
  expect(await bare.verify(signature, utf8Bytes('two'), ana.publicKey)).toBe(false);
});

test('[K5] it signs what RFC 8032 has, to the byte', async () => {
  for (const { priv, msg, sig } of rfc8032) {
    const key = await bare.signingKeyFromSeed(fromHex(priv));
    expect(await key.sign(fromHex(msg))).toEqual(fromHex(sig));
  }
});

test('[K5] there too a seed is copied', async () => {
  const seed = new Uint8Array(32).fill(7);
  const key = await bare.signingKeyFromSeed(seed);
  const signature = await key.sign(message);
  seed.fill(0);
  expect(await key.sign(message)).toEqual(signature);
});

test('[K12] what is sealed on one engine opens on the other', async () => {
  const device = new Uint8Array(32).fill(4);
  const key = await bare.createSealingKey();
  expect(key.stored.secret).toBeInstanceOf(Uint8Array);
  const box = key.publicKey;
  const here = await bare.sealFor([{ device, box }], message);
  expect(await bare.openSealed(here, device, key)).toEqual({
    ok: true,
    value: message,
  });

  vi.restoreAllMocks();
  const there = await native.openSealingKey(key.stored);
  assert(there.ok, 'the other engine takes the bytes');
  expect(await native.openSealed(here, device, there.value)).toEqual({
    ok: true,
    value: message,
  });
  const back = await native.sealFor([{ device, box }], message);
  expect(await bare.openSealed(back, device, key)).toEqual({
    ok: true,
    value: message,
  });
});

test('[K7] an engine that agrees on zeros with a key of small order is not believed', async () => {
  const ana = await native.createSealingKey();
  const deriving = vi
    .spyOn(subtle, 'deriveBits')
    .mockResolvedValue(new ArrayBuffer(32));
  const answer = await ana.agree((await native.createSealingKey()).publicKey);
  expect(deriving).toHaveBeenCalledOnce();
  expect(answer.ok).toBe(false);
  deriving.mockRestore();
});

test.each([true, false])(
  '[K4] an engine that says %s to everything decides nothing',
  async (always) => {
    vi.spyOn(subtle, 'importKey').mockResolvedValue({} as CryptoKey);
    vi.spyOn(subtle, 'verify').mockResolvedValue(always);
    vi.resetModules();
    const { verify } = await import('./index.ts');
    for (const { pub, msg, sig } of rfc8032) {
      const signed = fromHex(msg);
      expect(await verify(fromHex(sig), signed, fromHex(pub))).toBe(true);
      const other = new Uint8Array([...signed, 0]);
      expect(await verify(fromHex(sig), other, fromHex(pub))).toBe(false);
    }
  },
);
