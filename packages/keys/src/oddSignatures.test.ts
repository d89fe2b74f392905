/** Odd keys and signatures of our own making: those on which engines disagree. */
import { Point, utils } from '@noble/ed25519';
import { concat, fromHex, toHex, utf8Bytes } from '@manyhands/codec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equationHolds, verifyNatively } from './engine.ts';
import {
  admitPublicKey,
  createSigningKey,
  signingKeyFromSeed,
  verify,
  verifyPortable,
} from './index.ts';
import { admitSignature } from './verify.ts';

const { n: L, p } = Point.CURVE();

/** `n` in 32 bytes, little-endian. */
function le(n: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((n >> BigInt(8 * i)) & 255n));
}
const bigOf = (bytes: Uint8Array) =>
  bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);

const signBit = (bytes: Uint8Array) => {
  const flipped = bytes.slice();
  flipped[31] = (flipped[31] ?? 0) ^ 0x80;
  return flipped;
};

async function challenge(r: Uint8Array, key: Uint8Array, message: Uint8Array) {
  const bytes = new Uint8Array(concat(r, key, message));
  return bigOf(new Uint8Array(await crypto.subtle.digest('SHA-512', bytes))) % L;
}

/** A point of order 8: [L]P of the first point whose order has all of the cofactor. */
function orderEight(): Point {
  for (let y = 2n; ; y++) {
    const point = pointOf(le(y));
    if (!point) continue;
    const torsion = point.multiply(L - 1n, false).add(point);
    if (!torsion.double().double().is0()) return torsion;
  }
}
function pointOf(bytes: Uint8Array): Point | null {
  try {
    return Point.fromBytes(bytes);
  } catch {
    return null;
  }
}
const torsion = orderEight();
const smallOrder = Array.from({ length: 8 }, (_, i) =>
  i === 0 ? Point.ZERO : torsion.multiply(BigInt(i), false),
);

const both = async (signature: Uint8Array, message: Uint8Array, key: Uint8Array) => {
  const verdicts = [
    await verify(signature, message, key),
    await verifyPortable(signature, message, key),
  ];
  expect(verdicts[1], `both paths on ${toHex(key)}`).toBe(verdicts[0]);
  return verdicts[0];
};

test('[K1] a key has 32 bytes', async () => {
  const { publicKey } = await createSigningKey();
  expect(admitPublicKey(publicKey)).toBe(true);
  expect(admitPublicKey(Uint8Array.of(...publicKey, 0))).toBe(false);
  expect(admitPublicKey(publicKey.subarray(0, 31))).toBe(false);
});

test('[K1] none of the eight points of small order is admitted', () => {
  const encodings = new Set(smallOrder.map((point) => point.toHex()));
  expect(encodings.size).toBe(8);
  for (const key of encodings) expect(admitPublicKey(fromHex(key)), key).toBe(false);
});

test('[K1] nor x = 0 with the sign bit, nor any y from p on, whichever sign', () => {
  for (const y of [1n, p - 1n]) expect(admitPublicKey(signBit(le(y)))).toBe(false);
  for (let y = p; y < 2n ** 255n; y++) {
    expect(admitPublicKey(le(y)), String(y - p)).toBe(false);
    expect(admitPublicKey(signBit(le(y))), String(y - p)).toBe(false);
  }
});

test('[K1] their neighbours are', () => {
  // The last are below p by one byte alone, each of the thirty that can tell.
  const high = Array.from(
    { length: 30 },
    (_, i) => 2n ** 255n - 1n - 256n ** BigInt(i + 1),
  );
  for (const y of [2n, 3n, p - 2n, p - 3n, 2n ** 254n, ...high]) {
    expect(admitPublicKey(le(y)), String(y)).toBe(true);
    expect(admitPublicKey(signBit(le(y))), String(y)).toBe(true);
  }
  const [order8] = [torsion.toBytes()];
  order8[15] = (order8[15] ?? 0) ^ 1;
  expect(admitPublicKey(order8)).toBe(true);
});

test('[K1] a key of small order would sign for everybody', async () => {
  // With [k]A = 0 any S and R = [S]B fit: here for the identity, and for order 8.
  const s = 12_345n;
  const r = Point.BASE.multiply(s).toBytes();
  const signature = concat(r, le(s));
  for (const key of [Point.ZERO.toBytes(), torsion.toBytes()]) {
    let i = 0;
    while ((await challenge(r, key, utf8Bytes(`${i}`))) % 8n !== 0n) i++;
    expect(await equationHolds(signature, utf8Bytes(`${i}`), key)).toBe(true);
    expect(await both(signature, utf8Bytes(`${i}`), key)).toBe(false);
  }
});

test('[K2] R the identity: the equation would hold, the rule refuses', async () => {
  const seed = new Uint8Array(32).fill(7);
  const { scalar, pointBytes: key } = await utils.getExtendedPublicKeyAsync(seed);
  const message = utf8Bytes('Ana');
  const identity = le(1n);
  const k = await challenge(identity, key, message);
  const signature = concat(identity, le((k * scalar) % L));
  expect(await equationHolds(signature, message, key)).toBe(true);
  expect(await both(signature, message, key)).toBe(false);
});

test('[K2] S below L is let through, S from L on is not, whatever engine would ask', () => {
  const r = new Uint8Array(32).fill(5);
  for (const s of [0n, 1n, L - 1n, L - 2n ** 64n, 2n ** 252n]) {
    expect(admitSignature(concat(r, le(s))), `${s}`).toBe(true);
  }
  for (const s of [L, L + 1n, L + 2n ** 64n, 2n ** 253n, 2n ** 256n - 1n]) {
    expect(admitSignature(concat(r, le(s))), `${s}`).toBe(false);
  }
  for (const length of [0, 63, 65]) {
    expect(admitSignature(new Uint8Array(length).fill(5))).toBe(false);
  }
});

test('[K2] S from L on never verifies, nor does another S', async () => {
  const ana = await signingKeyFromSeed(new Uint8Array(32).fill(1));
  const message = utf8Bytes('Ana');
  const signature = await ana.sign(message);
  const [r, s] = [signature.slice(0, 32), bigOf(signature.slice(32))];
  expect(await both(signature, message, ana.publicKey)).toBe(true);
  for (const odd of [s + L, s + 2n * L, s + 8n * L, L, L - 1n, 2n ** 256n - 1n]) {
    expect(await both(concat(r, le(odd)), message, ana.publicKey), `${odd}`).toBe(
      false,
    );
  }
});

test('[K3] a key with a torsion component: cofactorless, on both paths', async () => {
  const seed = new Uint8Array(32).fill(9);
  const { scalar, point } = await utils.getExtendedPublicKeyAsync(seed);
  const key = point.add(torsion).toBytes();
  expect(admitPublicKey(key)).toBe(true);
  const nonce = 1_000_003n;
  const r = Point.BASE.multiply(nonce).toBytes();
  const verdicts = new Set<string>();
  for (let i = 0; i < 24; i++) {
    const message = utf8Bytes(`Ana ${i}`);
    const k = await challenge(r, key, message);
    const signature = concat(r, le((nonce + k * scalar) % L));
    // [S]B − [k]A = R − [k]T, which is R only when 8 divides k.
    const verdict = await both(signature, message, key);
    expect(verdict).toBe(k % 8n === 0n);
    verdicts.add(String(verdict));
  }
  expect([...verdicts].sort()).toEqual(['false', 'true']);
});

test('[K3] R with y from p on is another encoding, and false', async () => {
  const ana = await createSigningKey();
  for (const r of [le(p), le(p + 1n), signBit(le(1n)), signBit(le(p - 1n))]) {
    const signature = concat(r, le(5n));
    expect(await both(signature, new Uint8Array(), ana.publicKey)).toBe(false);
  }
});

test('[K4] this engine has Ed25519 and is asked', async () => {
  const ana = await createSigningKey();
  const signature = await ana.sign(utf8Bytes('Ana'));
  expect(await verifyNatively(signature, utf8Bytes('Ana'), ana.publicKey)).toBe(true);
  expect(await verifyNatively(signature, utf8Bytes('Biel'), ana.publicKey)).toBe(false);
});

test('[K4] a key that is no point is admitted and verifies nothing', async () => {
  const ys = [2n, 7n, 8n, 12n, 13n].map(le).filter((y) => pointOf(y) === null);
  expect(ys.length).toBeGreaterThan(0);
  for (const key of ys) {
    expect(admitPublicKey(key)).toBe(true);
    expect(await both(concat(le(3n), le(4n)), new Uint8Array(), key)).toBe(false);
  }
});

test('[K4] foolish input of any length is false, never a throw', async () => {
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 70 }),
    fc.uint8Array({ minLength: 32, maxLength: 32 }),
    fc.uint8Array({ minLength: 64, maxLength: 64 }),
  );
  await fc.assert(
    fc.asyncProperty(any, any, any, async (signature, message, key) => {
      expect(await both(signature, message, key)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('[K4] both paths agree on injured signatures, messages and keys', async () => {
  const biel = await createSigningKey();
  const good = [await biel.sign(utf8Bytes('Biel')), utf8Bytes('Biel'), biel.publicKey];
  const whole = concat(...good);
  const [a, b] = [64, 68];
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const bent = whole.slice();
      bent[at] = byte;
      const verdict = await both(bent.slice(0, a), bent.slice(a, b), bent.slice(b));
      expect(verdict).toBe(byte === whole[at]);
    }),
    { numRuns: 300 },
  );
});
