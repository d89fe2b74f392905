/**
 * The one file over the curves of Web Crypto and of @noble. Everything above it speaks in
 * bytes and cannot tell which engine answered:
 *
 * 1. An engine is asked once whether it has Ed25519 and verifies a known signature;
 *    if not, or whenever it throws, the portable path answers instead.
 * 2. No function here decides what a valid key or signature is: verify.ts does.
 * 3. `@noble/ed25519` is loaded with whoever verifies, so that no signature is ever called
 *    false because a file was out of reach; `@noble/curves` (X25519) only when needed.
 *
 * SHA-512 comes from Web Crypto alone. The portable paths are not constant-time, as no
 * JavaScript is.
 */
import { getPublicKeyAsync, Point, signAsync } from '@noble/ed25519';
import { assert } from '@manyhands/base';
import { concat, equalBytes, fromBase64Url, fromHex, toHex } from '@manyhands/codec';
import type { KeyForm, StoredKey } from './types.ts';
import { randomBytes } from './webCrypto.ts';

type Secret = StoredKey['secret'];

// Web Crypto's types exclude shared memory. Nothing in this project is shared memory.
const given = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

const { subtle } = crypto;

// RFC 8410 §7: what stands before the 32 secret bytes in a PKCS #8 key.
const pkcs8 = {
  Ed25519: fromHex('302e020100300506032b657004220420'),
  X25519: fromHex('302e020100300506032b656e04220420'),
};

type Curve = keyof typeof pkcs8;

const usages: Record<Curve, KeyUsage[]> = { Ed25519: ['sign'], X25519: ['deriveBits'] };

/** The secret bytes as a key nobody can read, or as they are where that is not to be had. */
async function lockUp(curve: Curve, secret: Uint8Array): Promise<Secret> {
  try {
    const key = given(concat(pkcs8[curve], secret));
    return await subtle.importKey('pkcs8', key, curve, false, usages[curve]);
  } catch {
    return secret; // An engine without the curve.
  }
}

/** A pair made inside the engine, or `null` where it has no such curve. */
async function generate(curve: Curve): Promise<StoredKey | null> {
  try {
    // The public half of a pair may always be exported; the secret half never.
    const also: KeyUsage[] = curve === 'Ed25519' ? ['verify'] : [];
    const asked = [...usages[curve], ...also];
    const pair = (await subtle.generateKey(curve, false, asked)) as CryptoKeyPair;
    const publicKey = await subtle.exportKey('raw', pair.publicKey);
    return { publicKey: new Uint8Array(publicKey), secret: pair.privateKey };
  } catch {
    return null;
  }
}

export async function generateEd25519(form: KeyForm): Promise<StoredKey> {
  const inside = form === 'engine' ? await generate('Ed25519') : null;
  if (inside) return inside;
  const seed = randomBytes(32);
  return { publicKey: await getPublicKeyAsync(seed), secret: seed };
}

export async function ed25519FromSeed(seed: Uint8Array): Promise<StoredKey> {
  assert(seed.length === 32, 'a seed has 32 bytes');
  const secret = await lockUp('Ed25519', seed.slice());
  const publicKey = (await publicHalf(seed, secret)) ?? (await getPublicKeyAsync(seed));
  return { publicKey, secret };
}

/**
 * The public half as the engine reckons it, much sooner than noble; `null` where it has
 * no such curve, does not say, or says one with which nothing verifies that the secret signs.
 */
async function publicHalf(
  seed: Uint8Array,
  secret: Secret,
): Promise<Uint8Array | null> {
  if (secret instanceof Uint8Array) return null;
  try {
    const form = given(concat(pkcs8.Ed25519, seed));
    const open = await subtle.importKey('pkcs8', form, 'Ed25519', true, ['sign']);
    form.fill(0);
    const { x = '' } = await subtle.exportKey('jwk', open);
    const half = fromBase64Url(x);
    if (!half.ok) return null;
    const said = given(half.value);
    const signature = new Uint8Array(await subtle.sign('Ed25519', secret, said));
    return (await verifyNatively(signature, said, said)) === true ? said : null;
  } catch {
    return null;
  }
}

/** How to sign with a stored secret (RFC 8032 §5.1.6; both engines give the same bytes). */
export async function ed25519Signer(
  secret: Secret,
): Promise<(message: Uint8Array) => Promise<Uint8Array>> {
  const key = secret instanceof Uint8Array ? await lockUp('Ed25519', secret) : secret;
  if (key instanceof Uint8Array) return (message) => signAsync(message, key);
  return async (message) =>
    new Uint8Array(await subtle.sign('Ed25519', key, given(message)));
}

let nativeVerifies: Promise<boolean> | undefined;

/** Whether the engine finds RFC 8032's first signature true, and false once changed. */
async function probe(): Promise<boolean> {
  const publicKey = fromHex(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
  const signature = fromHex(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  );
  try {
    const right = await askEngine(signature, new Uint8Array(), publicKey);
    const wrong = await askEngine(signature, new Uint8Array(1), publicKey);
    return right && !wrong;
  } catch {
    return false;
  }
}

async function askEngine(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean> {
  const key = await verifyingKey(publicKey);
  return subtle.verify('Ed25519', key, given(signature), given(message));
}

/** So many devices are plenty for one page; a town of thousands takes no more memory. */
const verifyingKeyLimit = 1_024;
const verifyingKeys = new Map<string, Promise<CryptoKey>>();

/** A log's signatures come one after another, and importing takes a third of verifying. */
function verifyingKey(publicKey: Uint8Array): Promise<CryptoKey> {
  const name = toHex(publicKey);
  const known = verifyingKeys.get(name);
  if (known) return known;
  if (verifyingKeys.size >= verifyingKeyLimit) verifyingKeys.clear();
  const key = subtle.importKey('raw', given(publicKey), 'Ed25519', false, ['verify']);
  verifyingKeys.set(name, key);
  return key;
}

/** What the engine says of a signature; `null` when it has nothing to say. */
export async function verifyNatively(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean | null> {
  nativeVerifies ??= probe();
  if (!(await nativeVerifies)) return null;
  try {
    return await askEngine(signature, message, publicKey);
  } catch {
    return null; // Some engines throw for a key off the curve: let the equation say it.
  }
}

/** RFC 8032's L, the order of the base point. */
const order = Point.CURVE().n;

/**
 * The cofactorless equation, by bytes: encode([S]B − [k]A) = R with
 * k = SHA-512(R ‖ A ‖ M) mod L. Not noble's `verify`, which multiplies by the
 * cofactor. False, never a throw, for a key that is no point.
 */
export async function equationHolds(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean> {
  const r = signature.subarray(0, 32);
  const hashed = await subtle.digest('SHA-512', given(concat(r, publicKey, message)));
  try {
    const s = littleEndian(signature.subarray(32));
    const k = littleEndian(new Uint8Array(hashed)) % order;
    const minusA = Point.fromBytes(publicKey).negate();
    const found = Point.BASE.multiply(s, false).add(minusA.multiply(k, false));
    return equalBytes(found.toBytes(), r);
  } catch {
    return false; // `fromBytes` throws for what is no point; the rest cannot.
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  let n = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) n = n * 256n + BigInt(bytes[i] ?? 0);
  return n;
}

const portableX25519 = async () => (await import('@noble/curves/ed25519.js')).x25519;

export async function generateX25519(form: KeyForm): Promise<StoredKey> {
  const inside = form === 'engine' ? await generate('X25519') : null;
  if (inside) return inside;
  const secret = randomBytes(32);
  return { publicKey: (await portableX25519()).getPublicKey(secret), secret };
}

/** How to agree with a stored secret (RFC 7748 §6.1). Rejects for a key of small order. */
export async function x25519Agreement(
  secret: Secret,
): Promise<(theirs: Uint8Array) => Promise<Uint8Array>> {
  const key = secret instanceof Uint8Array ? await lockUp('X25519', secret) : secret;
  if (key instanceof Uint8Array) {
    const x25519 = await portableX25519();
    return (theirs) => Promise.resolve(x25519.getSharedSecret(key, theirs));
  }
  return async (theirs) => {
    const other = await subtle.importKey('raw', given(theirs), 'X25519', false, []);
    const algorithm = { name: 'X25519', public: other };
    return new Uint8Array(await subtle.deriveBits(algorithm, key, 256));
  };
}
