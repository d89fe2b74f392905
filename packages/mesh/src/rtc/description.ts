import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  list,
  malformed,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { candidatesLimit, descriptionLimit } from '../limits.ts';
import { candidateLine, candidateShape, readCandidate } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { fingerprintOf } from './fingerprintOf.ts';

/**
 * What one side of a connection tells the other (M7): all of a session description
 * (RFC 8829) that differs from one link to the next. The rest is written anew on the
 * other side, so that no line of a stranger's reaches the browser's parser.
 */
export interface Description {
  /** ICE user name and password (RFC 8839 §5.4). */
  readonly user: string;
  readonly password: string;
  /** SHA-256 of its DTLS certificate. */
  readonly fingerprint: Uint8Array;
  readonly candidates: readonly Candidate[];
}

/**
 * The characters of ICE are those of base64 (RFC 8839 §5.4): four of them go into three
 * bytes. What has another length stays text, so that there is one way to write each.
 */
const iceText = (least: number, most: number): Shape<string> => ({
  read(value) {
    const isPacked = value instanceof Uint8Array;
    // Of another length than threes, it ends in `=`, which is no character of ICE.
    const text = isPacked ? btoa(String.fromCharCode(...value)) : value;
    if (typeof text !== 'string' || !iceCharacters.test(text)) return undefined;
    if (!isPacked && text.length % 4 === 0) return undefined;
    return text.length >= least && text.length <= most ? text : undefined;
  },
  write: (of) =>
    of.length % 4 === 0
      ? Uint8Array.from(atob(of), (letter) => letter.charCodeAt(0))
      : of,
});
const iceCharacters = /^[A-Za-z0-9+/]+$/;

const shape: Shape<Description> = tuple({
  // RFC 8839: at least 4 and 22 characters. Browsers write 4 and 24, or 8 and 32.
  user: iceText(4, 32),
  password: iceText(22, 64),
  fingerprint: bytes(32),
  candidates: list(candidateShape, 1, candidatesLimit),
});

export const encodeDescription = (of: Description): Uint8Array => encodeAs(shape, of);

export const decodeDescription = (from: Uint8Array): Result<Description, Malformed> =>
  decodeAs(shape, from, { bytes: descriptionLimit, depth: 2 });

/** What a browser's own session description says; it must have gathered already. */
export function readSdp(sdp: string): Result<Description, Malformed> {
  const lines = sdp.split(/\r\n|\n/);
  const valueOf = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`a=${name}:`))?.slice(name.length + 3);
  const [user, password] = [valueOf('ice-ufrag'), valueOf('ice-pwd')];
  const fingerprint = fingerprintOf(sdp);
  const named = lines.map(readCandidate).filter((each) => each !== null);
  const candidates = named.slice(0, candidatesLimit);
  if (user === undefined || password === undefined || fingerprint === null) {
    return err(malformed('no session description of ours'));
  }
  const read = shape.read(shape.write({ user, password, fingerprint, candidates }));
  return read === undefined
    ? err(malformed('a description that does not fit'))
    : ok(read);
}

/** The session description that a browser takes for `of`. */
export function sdpOf(of: Description, type: 'offer' | 'answer'): string {
  const digits = toHex(of.fingerprint).toUpperCase().match(/../g) ?? [];
  return [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    `a=ice-ufrag:${of.user}`,
    `a=ice-pwd:${of.password}`,
    `a=fingerprint:sha-256 ${digits.join(':')}`,
    `a=setup:${type === 'offer' ? 'actpass' : 'active'}`,
    'a=sctp-port:5000',
    'a=max-message-size:262144',
    ...of.candidates.map(candidateLine),
    '',
  ].join('\r\n');
}
