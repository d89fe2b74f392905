import type { DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import {
  bytes,
  concat,
  entryLimits,
  fromHex,
  integer,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import {
  deviceField,
  entryField,
  memberField,
  oneOf,
  signatureField,
} from './fields.ts';

/**
 * "This log has two histories" (L9): from place `seq` on, two stretches of hashes, each
 * with the device's own signature over its last id. It holds hashes only, so that a
 * fork of a board puts nothing erasable into the permanent ledger (findings/A5).
 */
export interface ForkProof {
  readonly type: 'fork.proof';
  /** 0 ledger, 1 board. */
  readonly kind: 0 | 1;
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly seq: number;
  readonly prevA: EntryId;
  /** Body hashes from `seq` on, up to one that is signed: 1 to 32. */
  readonly hashesA: readonly Hex[];
  readonly sigA: Hex;
  readonly prevB: EntryId;
  readonly hashesB: readonly Hex[];
  readonly sigB: Hex;
}

/** Carries one ledger entry over its log's cut (L9), complete and with its signature. */
export interface Witness {
  readonly type: 'witness';
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly seq: number;
  readonly prev: EntryId;
  readonly body: Uint8Array;
  readonly sig: Hex;
}

export type ForkContent = ForkProof | Witness;

const seqField = integer(0, Number.MAX_SAFE_INTEGER);
/** The most hashes of one side: its place and the 31 that a signature may be away (replica/A6). */
export const proofHashes = 32;
const hashLength = 32;
const allHashes = bytes(hashLength, proofHashes * hashLength);

/** Hashes lie one after another in one byte string. */
const hashesField: Shape<readonly Hex[]> = {
  read: (value) => {
    const all = allHashes.read(value);
    if (all === undefined || all.length % hashLength !== 0) return undefined;
    const hashes: Hex[] = [];
    for (let at = 0; at < all.length; at += hashLength) {
      hashes.push(toHex(all.subarray(at, at + hashLength)));
    }
    return hashes;
  },
  write: (of) => concat(...of.map((hash) => fromHex(hash))),
};

/** Payloads by type (F5). */
export const forkShapes: {
  [C in ForkContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  'fork.proof': tuple({
    kind: oneOf<0 | 1>(0, 1),
    member: memberField,
    device: deviceField,
    seq: seqField,
    prevA: entryField,
    hashesA: hashesField,
    sigA: signatureField,
    prevB: entryField,
    hashesB: hashesField,
    sigB: signatureField,
  }),
  witness: tuple({
    member: memberField,
    device: deviceField,
    seq: seqField,
    prev: entryField,
    body: bytes(1, entryLimits.bytes),
    sig: signatureField,
  }),
};
