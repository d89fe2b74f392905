import { err, ok } from '@manyhands/base';
import type { CommunityId, Result } from '@manyhands/base';
import { bytes, decodeAs, encodeAs, integer, malformed, tuple } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { signatureLength, storedLimit } from './body.ts';
import { readEntry } from './entry.ts';
import type { Entry } from './entry.ts';
import { deviceField, entryField, memberField } from './fields.ts';
import { kindNumber, logKindOf, zeroId } from './log.ts';

const travellingShape = tuple({
  kind: integer(0, 1),
  member: memberField,
  device: deviceField,
  seq: integer(0, Number.MAX_SAFE_INTEGER),
  prev: entryField,
  stored: bytes(signatureLength + 1, storedLimit),
});

/** A travelling entry is its stored bytes and, at most, this much about their place. */
export const travellingLimit = storedLimit + 128;

/**
 * An entry complete by itself (F2): for a QR code, a message, evidence. It does
 * not name the community: whoever opens it knows which, and read in any other it has
 * another id, which nobody signed.
 */
export function encodeTravelling(entry: Entry): Uint8Array {
  const { log, seq, prev, stored } = entry;
  return encodeAs(travellingShape, {
    kind: kindNumber(log.kind),
    member: log.member,
    device: log.device,
    seq,
    prev,
    stored,
  });
}

export function readTravelling(
  community: CommunityId,
  from: Uint8Array,
): Result<Entry, Malformed> {
  const read = decodeAs(travellingShape, from, { bytes: travellingLimit, depth: 1 });
  if (!read.ok) return read;
  const { member, device, seq, prev, stored } = read.value;
  if ((seq === 0) !== (prev === zeroId))
    return err(malformed('a place without a past'));
  const entry = readEntry(
    { community, kind: logKindOf(read.value.kind), member, device },
    seq,
    prev,
    stored,
  );
  return entry.ok ? ok(entry.value) : entry;
}
