/** Who reckons the public half of a seed: the engine, as far as it is right. */
import { fromHex, toBase64Url, utf8Bytes } from '@manyhands/codec';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type * as keys from './index.ts';
import rfc8032 from './vectors/rfc8032.json';

const { subtle } = crypto;
let fresh: typeof keys;

beforeAll(async () => {
  // Another file may have been told that this engine has no curves.
  vi.resetModules();
  fresh = await import('./index.ts');
});
afterEach(() => vi.restoreAllMocks());

/** Noble hashes each seed that it is asked about; the engine does so unheard. */
const hashing = () => vi.spyOn(subtle, 'digest');

test('[K5] the engine says the public half of a seed, as RFC 8032 has it', async () => {
  const hashed = hashing();
  for (const { priv, pub } of rfc8032) {
    const { publicKey } = await fresh.signingKeyFromSeed(fromHex(priv));
    expect(publicKey).toEqual(fromHex(pub));
  }
  expect(hashed).not.toHaveBeenCalled();
});

test('[K5] an engine that says another half is not believed', async () => {
  const [ana, biel] = rfc8032;
  const exportKey = subtle.exportKey.bind(subtle) as (...of: unknown[]) => never;
  const hashed = hashing();
  const answers = ['', 'no letters of ours!', toBase64Url(fromHex(biel?.pub ?? ''))];
  for (const x of answers) {
    vi.spyOn(subtle, 'exportKey').mockImplementation((...of: unknown[]) =>
      of[0] === 'jwk' ? (Promise.resolve({ x }) as never) : exportKey(...of),
    );
    const key = await fresh.signingKeyFromSeed(fromHex(ana?.priv ?? ''));
    expect(key.publicKey, x).toEqual(fromHex(ana?.pub ?? ''));
    const said = utf8Bytes('an hour for Biel');
    expect(await fresh.verify(await key.sign(said), said, key.publicKey)).toBe(true);
  }
  expect(hashed).toHaveBeenCalledTimes(answers.length);
});
