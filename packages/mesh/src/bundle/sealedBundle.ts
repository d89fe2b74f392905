import { err, ok } from '@manyhands/base';
import type { CommunityId, DeviceKey, Result } from '@manyhands/base';
import {
  bytes,
  concat,
  decodeAs,
  encodeAs,
  equalBytes,
  fromHex,
  list,
  malformed,
  toHex,
  tuple,
  utf8Bytes,
} from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import {
  decrypt,
  encrypt,
  secretsOf,
  hintLength,
  hintOf,
  startSha256,
  tag,
  verify,
} from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { pageLimit, vectorLimit } from '@manyhands/replica';
import { storedShape } from '../messages.ts';
import type { Stored } from '../messages.ts';
import { bundleLimit, bundlePages } from '../limits.ts';
import { pause } from './pause.ts';

/** What a bundle carries. */
export interface BundleContent {
  /** How much of these logs its packer's disk held (findings/B8). */
  readonly acks: readonly Stored[];
  /** Evidence first, then runs, each page as a link would carry it. */
  readonly pages: readonly Uint8Array[];
}

/** Where a bundle belongs, and the secret of the epoch in which it was packed. */
export interface BundleLock {
  readonly community: CommunityId;
  readonly secret: Uint8Array;
}

/**
 * `NotABundle`: it never was one. `Newer`: a later version of the app packed it.
 * `AnotherCommunity`: none of the locks opens it; theirs, or of another epoch.
 */
export type BundleRefused =
  | Malformed
  | { readonly type: 'NotABundle' | 'Newer' | 'TooLarge' | 'AnotherCommunity' };

/** What is sealed, as CBOR. */
export const contentShape = tuple<BundleContent>({
  acks: list(storedShape, 0, vectorLimit),
  pages: list(bytes(1, pageLimit), 1, bundlePages),
});
/** The content, a list in it, an ack. A page's own arrays are bytes here. */
const depth = 3;

const magic = utf8Bytes('MHB1');
const hintAt = magic.length;
const sealedAt = hintAt + hintLength;
const deviceBytes = 32;
const signatureBytes = 64;
const nonceAndMac = 28;
const leastBytes = sealedAt + nonceAndMac + deviceBytes + signatureBytes;

/**
 * `content` for whoever has the community's secret, signed by the device that packed it
 * (formats §6):
 *
 *   bundle = sealed ‖ device b32 ‖ sig b64
 *   sealed = "MHB1" ‖ first 8 B of SHA-256(secret) ‖ nonce 12 ‖ AES-256-GCM(CBOR content)
 */
export async function sealBundle(
  content: BundleContent,
  lock: BundleLock,
  device: Signer,
): Promise<Uint8Array> {
  const plain = encodeAs(contentShape, content);
  const sealed = concat(magic, hintOf(lock.secret), await encrypt(keyOf(lock), plain));
  const signature = await device.sign(await messageOf(lock.community, sealed));
  return concat(sealed, device.publicKey, signature);
}

export interface OpenedBundle<L extends BundleLock> {
  readonly lock: L;
  /** Whose signature holds over these very bytes; whether that means anything is for `signerOf`. */
  readonly device: DeviceKey;
  readonly content: BundleContent;
}

/** Opens a bundle with the lock it was sealed for. It believes nothing of what is inside. */
export async function openBundle<L extends BundleLock>(
  bundle: Uint8Array,
  locks: readonly L[],
): Promise<Result<OpenedBundle<L>, BundleRefused>> {
  if (bundle.length > bundleLimit) return err({ type: 'TooLarge' });
  const begins = bundle.subarray(0, magic.length);
  if (!equalBytes(begins.subarray(0, 3), magic.subarray(0, 3))) {
    return err({ type: 'NotABundle' });
  }
  if (!equalBytes(begins, magic)) return err({ type: 'Newer' });
  if (bundle.length < leastBytes) return err(malformed('cut short'));
  const hint = bundle.subarray(hintAt, sealedAt);
  const lock = locks.find((each) => equalBytes(hintOf(each.secret), hint));
  if (!lock) return err({ type: 'AnotherCommunity' });
  const sealed = bundle.subarray(0, -(deviceBytes + signatureBytes));
  const device = bundle.subarray(sealed.length, -signatureBytes);
  const signature = bundle.subarray(-signatureBytes);
  const message = await messageOf(lock.community, sealed);
  if (!(await verify(signature, message, device))) {
    return err(malformed('changed, or not signed by this device'));
  }
  const plain = await decrypt(keyOf(lock), sealed.subarray(sealedAt));
  if (!plain.ok) return plain;
  const content = readContent(plain.value);
  if (!content.ok) return content;
  return ok({ lock, device: toHex(device) as DeviceKey, content: content.value });
}

/** What was sealed; nothing inside its pages is looked at. */
export const readContent = (plain: Uint8Array): Result<BundleContent, Malformed> =>
  decodeAs(contentShape, plain, { bytes: bundleLimit, depth });

const keyOf = ({ secret, community }: BundleLock): Uint8Array =>
  secretsOf(secret, community).bundle;

/** Hashed a little at a time: a page that shows something must not stand still for it. */
async function messageOf(
  community: CommunityId,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  const hash = startSha256();
  for (let at = 0; at < sealed.length; at += sliceBytes) {
    hash.update(sealed.subarray(at, at + sliceBytes));
    if (at > 0) await pause();
  }
  return concat(tag('bundle'), fromHex(community), hash.digest());
}

const sliceBytes = 524_288;
