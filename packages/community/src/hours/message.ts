import { err, ok } from '@manyhands/base';
import type { CommunityId, Result } from '@manyhands/base';
import {
  concat,
  equalBytes,
  fromBase64Url,
  fromHex,
  malformed,
  toBase64Url,
} from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { decrypt, deriveKey, encrypt, hintLength, hintOf } from '@manyhands/keys';

/**
 * A message: one page of travelling entries, sealed with the community's secret, in
 * the part of a link after `#m/`. It names no host and no person, so it may lie in
 * any mailbox, and works on any mirror of the app.
 *
 *   message = first 8 bytes of SHA-256(secret) ‖ AES-256-GCM(key, page)
 *   key     = HKDF(secret, "manyhands/v1", "message" ‖ community, 32)
 */
export interface MessageLock {
  readonly community: CommunityId;
  readonly secret: Uint8Array;
}

export type MessageRefused = Malformed | { readonly type: 'AnotherCommunity' };

// The nonce before and the tag behind what AES-GCM has sealed.
const sealingBytes = 12 + 16;
// A link longer than this is no message of ours: a page of one hour has some 2 kB.
const longest = 32_768;

export async function sealMessage(
  lock: MessageLock,
  page: Uint8Array,
): Promise<string> {
  return toBase64Url(concat(hintOf(lock.secret), await encrypt(keyOf(lock), page)));
}

/** How many bytes a message of this page has. */
export const sealedBytes = (page: Uint8Array): number =>
  hintLength + sealingBytes + page.length;

/** The page in `text`, and which of the locks it opened with. */
export async function openMessage<L extends MessageLock>(
  text: string,
  locks: readonly L[],
): Promise<Result<{ lock: L; page: Uint8Array }, MessageRefused>> {
  const bytes = readMessageText(text);
  if (!bytes.ok) return bytes;
  const hint = bytes.value.subarray(0, hintLength);
  const lock = locks.find((each) => equalBytes(hintOf(each.secret), hint));
  if (!lock) return err({ type: 'AnotherCommunity' });
  const page = await decrypt(keyOf(lock), bytes.value.subarray(hintLength));
  return page.ok ? ok({ lock, page: page.value }) : page;
}

/** The bytes of a pasted or opened message: the whole link, or its end alone. */
function readMessageText(text: string): Result<Uint8Array, Malformed> {
  const joined = text.replace(/\s+/g, '');
  const end = joined.split('m/').at(-1) ?? '';
  if (end.length > longest) return err(malformed('too long for a message'));
  const bytes = fromBase64Url(end);
  if (bytes.ok && bytes.value.length <= hintLength) return err(malformed('cut short'));
  return bytes;
}

const keyOf = ({ secret, community }: MessageLock): Uint8Array =>
  deriveKey(secret, 'message', 32, fromHex(community));
