/**
 * What the oracle reads from bytes: entries and the charter, by formats §2 and without
 * packages/ledger. Anything that does not fit is left out (ledger/B4).
 */
import {
  compareBytes,
  concat,
  decode,
  fromHex,
  toHex,
  u32,
  u64,
} from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256, taggedHash, verify } from '@manyhands/keys';

/** A run of one log as bytes: nothing in it has been understood yet. */
export interface RawRun {
  readonly kind: 0 | 1;
  readonly member: Uint8Array;
  readonly device: Uint8Array;
  readonly from: number;
  readonly prev: Uint8Array;
  readonly stored: readonly Uint8Array[];
  /** Held without its chain. */
  readonly isAlone?: boolean;
}

/** One entry of a ledger log that is an array of three, with its payload. */
export interface RawAct {
  readonly member: string;
  readonly device: string;
  readonly seq: number;
  readonly id: string;
  readonly type: number;
  readonly payload: Value;
}

export type Fields = readonly Value[];

/** formats §2: ids by fixed offsets, bodies as `[type, time, payload]`. */
export function readRuns(
  community: Uint8Array,
  runs: readonly RawRun[],
): { acts: RawAct[]; written: Set<string> } {
  const acts = new Map<string, RawAct>();
  const written = new Set<string>();
  for (const { kind, member, device, from, prev, stored } of runs) {
    if (kind !== 0) continue;
    const names = { member: toHex(member), device: toHex(device) };
    const log = taggedHash('log', community, Uint8Array.of(kind), member, device);
    let before = prev;
    for (const [i, bytes] of stored.entries()) {
      const body = bytes.subarray(0, bytes.length - 64);
      const id = sha256(log, u64(from + i), before, sha256(body));
      before = id;
      written.add(names.member + names.device);
      const said = rawBodyOf(body);
      if (said)
        acts.set(toHex(id), { ...names, seq: from + i, id: toHex(id), ...said });
    }
  }
  return { acts: [...acts.values()], written };
}

export function rawBodyOf(body: Uint8Array): { type: number; payload: Value } | null {
  const value = decode(body, { bytes: 4_096, depth: 4 });
  const parts = value.ok ? arrayOf(value.value, 3) : null;
  if (!parts) return null;
  const [type, time, payload] = parts;
  if (typeof type !== 'number' || type < 0 || payload === undefined) return null;
  return isWithin(time, 0, 2 ** 32 - 1) ? { type, payload } : null;
}

export interface RawCharter {
  readonly founder: string;
  readonly device: string;
  readonly join: number;
  readonly voice: number;
  readonly circle: number;
}

/** formats §4 and 5/1: the charter that hashes to the community, in its own log. */
export async function foundingOf(
  community: Uint8Array,
  acts: readonly RawAct[],
): Promise<RawCharter | null> {
  for (const act of acts) {
    const fields = act.type === 1 ? arrayOf(act.payload, 3) : null;
    if (!fields) continue;
    const [bytes, box, signature] = fields;
    if (!(bytes instanceof Uint8Array) || bytes.length > 3_800) continue;
    if (!isBytes(box, 32) || !isBytes(signature, 64)) continue;
    if (compareBytes(taggedHash('community', bytes), community) !== 0) continue;
    const charter = charterIn(bytes);
    if (charter?.founder !== act.member || charter.device !== act.device) continue;
    const certificate = { member: act.member, device: act.device, box, role: 0 };
    if (await isCertified(community, certificate, signature)) return charter;
  }
  return null;
}

/** A charter that names this community was read by whoever founded it: fields suffice. */
function charterIn(bytes: Uint8Array): RawCharter | null {
  const value = decode(bytes, { bytes: 3_800, depth: 2 });
  const fields = value.ok ? arrayOf(value.value, 15) : null;
  if (!fields) return null;
  const [version, , founder, device, , , , join, voice, circle] = fields;
  if (version !== 1 || !isBytes(founder, 32) || !isBytes(device, 32)) return null;
  if (!isWithin(join, 1, 5) || !isWithin(voice, 1, 5) || !isWithin(circle, 0, 1_000)) {
    return null;
  }
  return { founder: toHex(founder), device: toHex(device), join, voice, circle };
}

/** Whether the member's first key signed this certificate (`manyhands/v1/device`). */
export const isCertified = (
  community: Uint8Array,
  of: { member: string; device: string; box: Uint8Array; role: number },
  signature: Uint8Array,
): Promise<boolean> => {
  const [member, device] = [fromHex(of.member), fromHex(of.device)];
  const tag = new TextEncoder().encode('manyhands/v1/device\0');
  const role = Uint8Array.of(of.role);
  return verify(
    signature,
    concat(tag, community, member, device, of.box, role, u32(0)),
    member,
  );
};

export const arrayOf = (value: Value | undefined, length: number): Fields | null =>
  Array.isArray(value) && value.length === length ? (value as Fields) : null;

export const isBytes = (
  value: Value | undefined,
  length: number,
): value is Uint8Array => value instanceof Uint8Array && value.length === length;

export const isNullOr = (value: Value | undefined, length: number): boolean =>
  value === null || isBytes(value, length);

export const isWithin = (
  value: Value | undefined,
  least: number,
  most: number,
): value is number => typeof value === 'number' && value >= least && value <= most;
