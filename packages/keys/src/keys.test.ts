import {
  fromBase64Url,
  fromDidKey,
  fromHex,
  toDidKey,
  utf8Bytes,
} from '@manyhands/codec';
import { assert } from '@manyhands/base';
import { expect, test } from 'vitest';
import {
  createSealingKey,
  createSigningKey,
  openSealingKey,
  openSigningKey,
  randomBytes,
  signingKeyFromSeed,
  verify,
} from './index.ts';
import type { KeyForm, StoredKey } from './index.ts';
import didKeys from './vectors/didKey.json';

const places: KeyForm[] = ['engine', 'bytes'];
const message = utf8Bytes('an hour for Biel');

test.each(places)(
  '[K5] a signing key in %s signs, and the same once stored',
  async (place) => {
    const ana = await createSigningKey(place);
    expect(ana.stored.secret instanceof Uint8Array).toBe(place === 'bytes');
    const signature = await ana.sign(message);
    expect(await verify(signature, message, ana.publicKey)).toBe(true);

    const again = await openSigningKey(structuredClone(ana.stored));
    assert(again.ok, 'it opens');
    expect(again.value.publicKey).toEqual(ana.publicKey);
    expect(await again.value.sign(message)).toEqual(signature);
  },
);

test('[K5] a key made in the engine cannot be read back', async () => {
  const { stored } = await createSigningKey();
  const sealing = await createSealingKey();
  const seeded = await signingKeyFromSeed(randomBytes(32));
  for (const { secret } of [stored, sealing.stored, seeded.stored]) {
    assert(!(secret instanceof Uint8Array), 'this engine has the curves');
    expect(secret.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', secret)).rejects.toThrow();
  }
});

test('[K5] two keys are never the same', async () => {
  const [one, other] = [await createSigningKey(), await createSigningKey()];
  expect(one.publicKey).not.toEqual(other.publicKey);
});

test('a seed is copied: wiping it afterwards changes nothing', async () => {
  const seed = randomBytes(32);
  const key = await signingKeyFromSeed(seed);
  const signature = await key.sign(message);
  seed.fill(0);
  expect(await key.sign(message)).toEqual(signature);
  await expect(signingKeyFromSeed(new Uint8Array(16))).rejects.toThrow('Bug');
});

test.each(places)(
  '[K7] sealing keys in %s agree, and so once stored',
  async (place) => {
    const [ana, biel, carme] = [
      await createSealingKey(place),
      await createSealingKey('bytes'),
      await createSealingKey(),
    ];
    const again = await openSealingKey(structuredClone(ana.stored));
    assert(again.ok, 'it opens');
    const shared = await ana.agree(biel.publicKey);
    expect(shared).toEqual(await biel.agree(ana.publicKey));
    expect(shared).toEqual(await again.value.agree(biel.publicKey));
    expect(shared).not.toEqual(await carme.agree(biel.publicKey));
    expect(shared.ok && shared.value.length).toBe(32);
  },
);

// RFC 7748 §6.1: u of order 1, 2, 4 and 8, and two spellings of them.
const lowOrder = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
].map(fromHex);

test.each(places)(
  '[K7] a box of small order or another length is Malformed: %s',
  async (place) => {
    const ana = await createSealingKey(place);
    const lengths = [0, 31, 33].map((length) => new Uint8Array(length).fill(9));
    for (const box of [...lowOrder, ...lengths]) {
      expect((await ana.agree(box)).ok).toBe(false);
    }
  },
);

test('[K6] a row that is no key is KeyUnusable, whatever it is', async () => {
  const [ana, biel] = [await createSigningKey(), await createSigningKey('bytes')];
  const [box, other] = [await createSealingKey(), await createSealingKey('bytes')];
  // Safari 27 gives null for a row that holds an X25519 key; rows may also be mixed up.
  const rows: unknown[] = [null, undefined, {}, 'Ana', { publicKey: ana.publicKey }];
  for (const publicKey of [ana.publicKey, box.publicKey]) {
    rows.push({ publicKey, secret: null });
    rows.push({ publicKey, secret: new Uint8Array(31) });
    rows.push({ publicKey, secret: biel.stored.secret });
    rows.push({ publicKey, secret: other.stored.secret });
  }
  rows.push({ publicKey: null, secret: ana.stored.secret });
  rows.push({ publicKey: null, secret: box.stored.secret });
  for (const row of rows) {
    for (const open of [openSigningKey, openSealingKey]) {
      const answer = await open(row as StoredKey);
      expect(answer.ok ? 'opened' : answer.error.type).toBe('KeyUnusable');
    }
  }
});

test('did:key vectors: the key of each seed, its name, and its name read again', async () => {
  for (const [did, { seed }] of Object.entries(didKeys)) {
    const { publicKey } = await signingKeyFromSeed(fromHex(seed));
    expect(toDidKey(publicKey)).toBe(did);
    expect(fromDidKey(did)).toEqual({ ok: true, value: publicKey });
  }
  expect(Object.keys(didKeys)).toHaveLength(5);
});

test('did:key vectors: their X25519 keys open and agree', async () => {
  for (const { keyAgreementKeyPair: pair } of Object.values(didKeys)) {
    const stored = storedOf(pair);
    expect((await openSealingKey(stored)).ok).toBe(true);
    const wrong = { ...stored, publicKey: stored.publicKey.map((byte) => byte ^ 1) };
    expect((await openSealingKey(wrong)).ok).toBe(false);
  }
});

type Pair = (typeof didKeys)[keyof typeof didKeys]['keyAgreementKeyPair'];

function storedOf(pair: Pair): StoredKey {
  if ('privateKeyBase58' in pair) {
    const [publicKey, secret] = [pair.publicKeyBase58, pair.privateKeyBase58];
    return { publicKey: base58(publicKey), secret: base58(secret) };
  }
  const [publicKey, secret] = [pair.publicKeyJwk.x, pair.privateKeyJwk.d].map(
    (text) => {
      const bytes = fromBase64Url(text);
      assert(bytes.ok, 'the vectors are base64url');
      return bytes.value;
    },
  ) as [Uint8Array, Uint8Array];
  return { publicKey, secret };
}

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The 32 bytes of base58: all that these vectors need of it. */
function base58(text: string): Uint8Array {
  let n = 0n;
  for (const digit of text) n = n * 58n + BigInt(digits.indexOf(digit));
  return fromHex(n.toString(16).padStart(64, '0'));
}
