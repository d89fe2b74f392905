/**
 * What the oracle reads of forks (formats §5/18 and 5/19, ledger/L9): proofs whose two signatures
 * hold, and the acts that witnesses carry. Without packages/ledger, like rawEntries.ts.
 */
import { compareBytes, concat, fromHex, toHex, u64, utf8Bytes } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256, taggedHash, verify } from '@manyhands/keys';
import {
  arrayOf,
  rawBodyOf,
  isBytes,
  isCertified,
  isNullOr,
  isWithin,
} from './rawEntries.ts';
import type { RawAct, Fields } from './rawEntries.ts';
import { isShared } from './rawShared.ts';
import { certificateIn, isStatement } from './rawStatements.ts';

/** The lowest proven fork of each log, by member and device. */
export interface RawForks {
  readonly ledger: ReadonlyMap<string, number>;
  readonly board: ReadonlyMap<string, number>;
}

export async function forksIn(
  community: Uint8Array,
  acts: readonly RawAct[],
): Promise<RawForks> {
  const forks = [new Map<string, number>(), new Map<string, number>()] as const;
  for (const { type, payload } of acts) {
    const fields = type === 18 ? arrayOf(payload, 10) : null;
    const fork = fields && (await forkIn(community, fields));
    if (!fork) continue;
    const known = forks[fork.kind].get(fork.name) ?? fork.seq;
    forks[fork.kind].set(fork.name, Math.min(known, fork.seq));
  }
  return { ledger: forks[0], board: forks[1] };
}

async function forkIn(
  community: Uint8Array,
  fields: Fields,
): Promise<{ kind: 0 | 1; name: string; seq: number } | null> {
  const [kind, member, device, seq, ...sides] = fields;
  if (kind !== 0 && kind !== 1) return null;
  if (!isBytes(member, 32) || !isBytes(device, 32)) return null;
  if (!isWithin(seq, 0, Number.MAX_SAFE_INTEGER)) return null;
  const log = taggedHash('log', community, Uint8Array.of(kind), member, device);
  const firsts: Uint8Array[] = [];
  for (const [prev, hashes, signature] of [sides.slice(0, 3), sides.slice(3)]) {
    if (!isBytes(prev, 32) || isZero(prev) !== (seq === 0)) return null;
    if (!(hashes instanceof Uint8Array) || !isBytes(signature, 64)) return null;
    const count = hashes.length / 32;
    if (!isWithin(count, 1, 32) || !Number.isInteger(count)) return null;
    let id: Uint8Array = prev;
    for (let at = 0; at < count; at++) {
      id = sha256(log, u64(seq + at), id, hashes.subarray(32 * at, 32 * at + 32));
      if (at === 0) firsts.push(id);
    }
    if (!(await isSignedBy(device, id, signature))) return null;
  }
  const [a, b] = firsts;
  // Side A is the one with the smaller first id, so that one fork has one proof.
  if (!a || !b || compareBytes(a, b) >= 0) return null;
  return { kind, name: toHex(member) + toHex(device), seq };
}

/** The entries that witnesses carry, each as if it stood in its own log. */
export async function carriedIn(
  community: Uint8Array,
  acts: readonly RawAct[],
): Promise<RawAct[]> {
  const carried: RawAct[] = [];
  for (const { type, payload } of acts) {
    const fields = type === 19 ? arrayOf(payload, 6) : null;
    const act = fields && (await witnessedIn(community, fields));
    if (act) carried.push(act);
  }
  return carried;
}

async function witnessedIn(
  community: Uint8Array,
  fields: Fields,
): Promise<RawAct | null> {
  const [member, device, seq, prev, body, signature] = fields;
  if (!isBytes(member, 32) || !isBytes(device, 32) || !isBytes(prev, 32)) return null;
  if (!isWithin(seq, 0, Number.MAX_SAFE_INTEGER) || isZero(prev) !== (seq === 0)) {
    return null;
  }
  if (!(body instanceof Uint8Array) || !isBytes(signature, 64)) return null;
  const said = rawBodyOf(body);
  if (said === null || said.type > 17) return null;
  const log = taggedHash('log', community, Uint8Array.of(0), member, device);
  const id = sha256(log, u64(seq), prev, sha256(body));
  const names = { member: toHex(member), device: toHex(device) };
  const act = { ...names, seq, id: toHex(id), ...said };
  if (!fits(act) || !(await isSignedBy(device, id, signature))) return null;
  return (await hasGoodCertificate(community, act)) ? act : null;
}

const isSignedBy = (
  device: Uint8Array,
  id: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> =>
  verify(signature, concat(utf8Bytes('manyhands/v1/entry\0'), id), device);

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Whether an entry of a known type has the fields the formats give it (ledger/B4). */
function fits(act: RawAct): boolean {
  const { type, payload } = act;
  if (type >= 2 && type <= 7) return isStatement(act);
  if (type >= 14) return isShared(act);
  const lengths: Record<number, number> = {
    1: 3,
    8: 1,
    9: 0,
    10: 7,
    11: 2,
    12: 2,
    13: 2,
  };
  const length = lengths[type];
  const fields = length === undefined ? [] : arrayOf(payload, length);
  if (fields === null) return false;
  const keys = (...values: (Value | undefined)[]): boolean =>
    values.every((value) => isBytes(value, 32));
  switch (type) {
    case 1:
      return (
        fields[0] instanceof Uint8Array && keys(fields[1]) && isBytes(fields[2], 64)
      );
    case 8:
      return keys(fields[0]);
    case 11:
    case 12:
    case 13:
      return keys(fields[0]) && isNullOr(fields[1], 32);
    default:
      return true; // a proposal is read where it counts; other types say nothing yet
  }
}

/** One bad signature inside, and the whole witness says nothing. */
async function hasGoodCertificate(
  community: Uint8Array,
  act: RawAct,
): Promise<boolean> {
  const certificate = certificateIn(act);
  // A later identity's, and an agent's of another device, are asked where they count.
  if (certificate === null || certificate.version > 0) return true;
  const { role, device, signature } = certificate;
  if (act.type === 7 && role === 2 && device !== act.device) return true;
  return isCertified(community, certificate, signature);
}

export const rawNameOf = ({
  member,
  device,
}: Pick<RawAct, 'member' | 'device'>): string => member + device;

export const bytesOfName = (name: string): [Uint8Array, Uint8Array] => [
  fromHex(name.slice(0, 64)),
  fromHex(name.slice(64)),
];
