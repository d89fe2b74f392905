import type { CommunityId, DeviceKey } from '@manyhands/base';
import { concat, fromHex } from '@manyhands/codec';
import { tag } from '@manyhands/keys';
import type { LinkSide } from './channel.ts';

/** What one side of a link brings to the transcript. */
export interface Side {
  readonly nonce: Uint8Array;
  readonly device: DeviceKey;
  /** SHA-256 of its DTLS certificate, as the browser checked it; zeros in memory. */
  readonly fingerprint: Uint8Array;
}

export interface Transcript {
  readonly community: CommunityId;
  readonly dialler: Side;
  readonly answerer: Side;
}

/**
 * The bytes that `role` signs with its device key (formats §3, `link`). Both sides sign
 * the same facts with another first byte, so that nobody can be answered with their
 * own words; the fingerprints leave no room for anybody in the middle.
 */
export const linkStatement = (
  role: LinkSide,
  { community, dialler, answerer }: Transcript,
): Uint8Array =>
  concat(
    tag('link'),
    Uint8Array.of(role === 'dialler' ? 0 : 1),
    fromHex(community),
    dialler.nonce,
    answerer.nonce,
    fromHex(dialler.device),
    fromHex(answerer.device),
    dialler.fingerprint,
    answerer.fingerprint,
  );
