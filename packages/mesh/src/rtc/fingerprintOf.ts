import { fromHex } from '@manyhands/codec';

/**
 * The SHA-256 fingerprint that a session description promises for the other side's
 * DTLS certificate, or null when it does not promise exactly one.
 *
 * Exactly one: a description may promise several, and which of them a browser checks
 * is the browser's affair (RFC 8122 §5 lets any of them match). Whoever relays it could
 * add their own beside the true one, sit in the middle, and be signed for.
 */
export function fingerprintOf(sdp: string): Uint8Array | null {
  const promised = new Set<string>();
  for (const line of sdp.split(/\r\n|\r|\n/)) {
    const [, value] = /^a=fingerprint:(.*)$/i.exec(line) ?? [];
    if (value !== undefined) promised.add(value.trim().toLowerCase());
  }
  const [only, ...others] = promised;
  if (only === undefined || others.length > 0) return null;
  const [, digits] = /^sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})$/.exec(only) ?? [];
  return digits === undefined ? null : fromHex(digits.replaceAll(':', ''));
}
