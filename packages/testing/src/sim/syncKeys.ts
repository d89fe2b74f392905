/**
 * Keys that answer in the same turn. Web Crypto verifies and hashes on other threads, whose order
 * nobody can repeat; here Node's own engine (the same OpenSSL) is asked synchronously,
 * so that one seed gives one run. What a valid signature is, packages/keys still says.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as signNow,
  verify as verifyNow,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { concat, fromHex, toHex, utf8Bytes } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';

// RFC 8410 §7 and §4: what stands before the 32 bytes of a secret and a public key.
const pkcs8 = fromHex('302e020100300506032b657004220420');
const spki = fromHex('302a300506032b6570032100');

const signers = new Map<string, Signer>();

/** The same words give the same key again. */
export function keyOf(words: string): Signer {
  const signer = signers.get(words) ?? createSigner(words);
  signers.set(words, signer);
  return signer;
}

function createSigner(words: string): Signer {
  const der = Buffer.from(concat(pkcs8, sha256(utf8Bytes(words))));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const exported = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(exported.subarray(-32)),
    sign: (message) => Promise.resolve(new Uint8Array(signNow(null, message, key))),
  };
}

class RawKey {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

const keys = new Map<string, KeyObject | null>();
/** Every replica of a community asks about the same signatures. */
const verdicts = new Map<string, boolean>();
const verdictLimit = 100_000;

function keyObject(name: string, bytes: Uint8Array): KeyObject | null {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = readKey(bytes);
  keys.set(name, key);
  return key;
}

function readKey(bytes: Uint8Array): KeyObject | null {
  const der = Buffer.from(concat(spki, bytes));
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return null; // Web Crypto throws for what is no key.
  }
}

/** Whether `key` signed `message`. */
export function isGood(
  key: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): boolean {
  const name = toHex(key);
  const question = `${name}${toHex(signature)}${toHex(message)}`;
  const known = verdicts.get(question);
  if (known !== undefined) return known;
  const object = keyObject(name, key);
  const verdict = object !== null && verifyNow(null, message, object, signature);
  if (verdicts.size >= verdictLimit) verdicts.clear();
  verdicts.set(question, verdict);
  return verdict;
}

type Verify = SubtleCrypto['verify'];

/** Runs `work` while Web Crypto verifies Ed25519 in the turn it is asked. */
export async function withSyncKeys<T>(work: () => Promise<T>): Promise<T> {
  const { subtle } = crypto;
  const importKey = subtle.importKey.bind(subtle) as (...all: unknown[]) => unknown;
  const verify = subtle.verify.bind(subtle) as (...all: unknown[]) => unknown;
  const digest = subtle.digest.bind(subtle) as (...all: unknown[]) => unknown;
  Object.assign(subtle, {
    importKey: (...all: unknown[]): unknown => {
      const [format, bytes, algorithm] = all;
      return format === 'raw' && algorithm === 'Ed25519' && bytes instanceof Uint8Array
        ? Promise.resolve(new RawKey(bytes.slice()))
        : importKey(...all);
    },
    digest: (...all: unknown[]): unknown => {
      const [algorithm, bytes] = all;
      return algorithm === 'SHA-256' && bytes instanceof Uint8Array
        ? Promise.resolve(
            Uint8Array.from(createHash('sha256').update(bytes).digest()).buffer,
          )
        : digest(...all);
    },
    verify: ((...all: Parameters<Verify>): unknown => {
      const [, key, signature, message] = all as unknown as unknown[];
      return key instanceof RawKey
        ? Promise.resolve(
            isGood(key.bytes, signature as Uint8Array, message as Uint8Array),
          )
        : verify(...all);
    }) as Verify,
  });
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(subtle, 'importKey');
    Reflect.deleteProperty(subtle, 'verify');
    Reflect.deleteProperty(subtle, 'digest');
  }
}
