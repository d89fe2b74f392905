import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * The Yjs update (v1) of whole stretches of logs, byte for byte as Yjs itself would
 * have written it, without Yjs: the document never meets bytes that were not made
 * here from entries that passed the gate (R2). One log is one client, one entry one
 * bare `Uint8Array` in `ContentAny`, one stretch one struct.
 */
export interface Stretch {
  /** Yjs's clientID: see `Numbering`. */
  readonly number: number;
  readonly root: string;
  readonly from: number;
  readonly items: readonly Uint8Array[];
}

const contentAny = 8; // the struct reference of ContentAny
const hasOrigin = 0x80;
const anyBytes = 116; // lib0's tag of a Uint8Array

/** One update for many logs. Stretches are not empty and no number comes twice. */
export function canonicalUpdate(stretches: readonly Stretch[]): Uint8Array {
  const out = encoding.createEncoder();
  const descending = [...stretches].sort((a, b) => b.number - a.number);
  encoding.writeVarUint(out, descending.length);
  for (const stretch of descending) writeStretch(out, stretch);
  encoding.writeVarUint(out, 0); // nothing is deleted
  return encoding.toUint8Array(out);
}

function writeStretch(out: encoding.Encoder, stretch: Stretch): void {
  encoding.writeVarUint(out, 1); // structs of this client
  encoding.writeVarUint(out, stretch.number);
  encoding.writeVarUint(out, stretch.from);
  if (stretch.from === 0) {
    encoding.writeUint8(out, contentAny);
    encoding.writeVarUint(out, 1); // the parent is a root, by name
    encoding.writeVarString(out, stretch.root);
  } else {
    encoding.writeUint8(out, contentAny | hasOrigin);
    encoding.writeVarUint(out, stretch.number);
    encoding.writeVarUint(out, stretch.from - 1);
  }
  encoding.writeVarUint(out, stretch.items.length);
  for (const item of stretch.items) {
    encoding.writeUint8(out, anyBytes);
    encoding.writeVarUint8Array(out, item);
  }
}

/**
 * Whether `update` has the shape above, so that Yjs may be given it: read back from a
 * disk, a flipped byte could otherwise make Yjs throw, or wait for 2^50 entries that
 * never come. What the entries say is not looked at.
 */
export function checkCanonical(update: Uint8Array): Result<void, Malformed> {
  try {
    const why = findFlaw(decoding.createDecoder(update));
    return why === null ? ok(undefined) : err(malformed(why));
  } catch (cause) {
    // lib0 throws its own errors at the end of bytes and at numbers beyond 2^53.
    return err(malformed(`not an update: ${String(cause)}`));
  }
}

function findFlaw(from: decoding.Decoder): string | null {
  const clients = decoding.readVarUint(from);
  let last = Number.POSITIVE_INFINITY;
  for (let i = 0; i < clients; i++) {
    if (decoding.readVarUint(from) !== 1) return 'not one struct for a log';
    const number = decoding.readVarUint(from);
    if (number >= last) return 'numbers not descending';
    last = number;
    const why = findStretchFlaw(from, number);
    if (why !== null) return why;
  }
  if (decoding.readVarUint(from) !== 0) return 'something is deleted';
  return decoding.hasContent(from) ? 'trailing bytes' : null;
}

function findStretchFlaw(from: decoding.Decoder, number: number): string | null {
  const clock = decoding.readVarUint(from);
  const info = decoding.readUint8(from);
  if (clock === 0) {
    if (info !== contentAny || decoding.readVarUint(from) !== 1)
      return 'another parent';
    decoding.readVarString(from);
  } else {
    if (info !== (contentAny | hasOrigin)) return 'another struct';
    if (decoding.readVarUint(from) !== number) return 'another origin';
    if (decoding.readVarUint(from) !== clock - 1) return 'another origin';
  }
  const items = decoding.readVarUint(from);
  if (items === 0) return 'an empty stretch';
  for (let i = 0; i < items; i++) {
    if (decoding.readUint8(from) !== anyBytes) return 'an item that is not bytes';
    // Its bytes are passed over: a view of each would cost more than all else.
    const length = decoding.readVarUint(from);
    if (length > from.arr.length - from.pos) return 'cut short';
    from.pos += length;
  }
  return null;
}
