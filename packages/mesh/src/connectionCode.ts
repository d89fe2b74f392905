import type { CommunityId, Hex, MinuteOfTime, Result } from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  fromBase64Url,
  hex,
  integer,
  nullable,
  toBase64Url,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import { descriptionLimit } from './limits.ts';

/**
 * What one phone shows to another, as a QR code or as text, so that both are linked with
 * no server (M7). It opens nothing by itself: the link's handshake comes afterwards. It
 * names addresses of the phone, and part of the community's name.
 */
export interface ConnectionCode {
  /** The first digits of the community's id: which of its communities a phone opens. */
  readonly community: Hex;
  /** By the clock of the phone that shows it. */
  readonly made: MinuteOfTime;
  /** Which code it answers (`nameOf`); null for the first of the two. */
  readonly answers: Hex | null;
  /** A packed description; the connector reads it. */
  readonly description: Uint8Array;
}

const shape: Shape<ConnectionCode & { readonly version: 1 }> = tuple({
  version: integer<1>(1, 1),
  community: hex(8),
  made: integer<MinuteOfTime>(0, 2 ** 32 - 1),
  answers: nullable(hex(8)),
  description: bytes(1, descriptionLimit),
});

const limits = { bytes: descriptionLimit + 64, depth: 1 };

export const encodeConnectionCode = (code: ConnectionCode): Uint8Array =>
  encodeAs(shape, { version: 1, ...code });

export function decodeConnectionCode(
  from: Uint8Array,
): Result<ConnectionCode, Malformed> {
  return decodeAs(shape, from, limits);
}

/** The text that follows `#c/` in a link. */
export const writeConnectionCode = (code: ConnectionCode): string =>
  toBase64Url(encodeConnectionCode(code));

/** Reads what follows `#c/`. */
export function readConnectionCode(text: string): Result<ConnectionCode, Malformed> {
  const from = fromBase64Url(text);
  return from.ok ? decodeConnectionCode(from.value) : from;
}

/** What an answer calls the code it answers. */
export const codeNameOf = ({ description }: Pick<ConnectionCode, 'description'>): Hex =>
  toHex(sha256(description).slice(0, 8));

/** How codes name a community. */
export const shortOf = (community: CommunityId): Hex => community.slice(0, 16);
