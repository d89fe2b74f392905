/**
 * What the oracle reads of boards (annex §7–§9, finding B1), from raw bytes and without
 * packages/ledger: which entries are shown, and whether holes and erases explain one
 * another.
 */
import { compareBytes, decode, encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256, taggedHash } from '@manyhands/keys';
import { arrayOf, isBytes } from './rawEntries.ts';
import type { RawRun } from './rawEntries.ts';

export interface BoardTruth {
  readonly boardHash: string;
  /** A hole that no erase names, or an entry that one does which holds; null for none. */
  readonly flaw: string | null;
}

interface Place {
  /** Member and device, in one. */
  readonly name: string;
  readonly member: string;
  readonly log: Uint8Array;
  readonly seq: number;
  readonly bodyHash: Uint8Array;
  /** What the body says; null for a hole. */
  readonly said: Value;
  readonly isAlone: boolean;
}

/** By member and device, in one: who stands, and where a board is cut, and where it ends. */
export interface BoardStanding {
  readonly roles: ReadonlyMap<string, number>;
  readonly cuts: ReadonlyMap<string, number>;
  readonly ends: ReadonlyMap<string, number>;
}

/** A hole is 32 bytes among stored entries, which have 65 at least. */
export function boardIn(
  community: Uint8Array,
  runs: readonly RawRun[],
  { cuts, ends, roles }: BoardStanding,
): BoardTruth {
  const places = new Map<string, Place>();
  for (const run of runs) {
    if (run.kind !== 1) continue;
    for (const place of placesIn(community, run)) {
      const key = keyOf(place.log, place.seq, place.bodyHash);
      if (!places.has(key) || !place.isAlone) places.set(key, place);
    }
  }
  const all = [...places.values()];
  const named = new Set(all.flatMap((place) => namedBy(community, place)));
  // By place: while its device stands, before the end of its board, whatever forks say.
  const holding = all.filter(
    ({ name, seq }) =>
      roles.has(name) && seq < (ends.get(name) ?? Number.POSITIVE_INFINITY),
  );
  const erased = new Set(holding.flatMap((place) => namedBy(community, place)));
  let flaw: string | null = null;
  for (const [key, { said, seq }] of places) {
    if (said === null && !named.has(key)) flaw = `nobody erased place ${seq}`;
    if (said !== null && erased.has(key) && !isErase(said))
      flaw = `place ${seq} is there`;
  }
  const shown = all.filter(
    ({ said, name, seq, isAlone }) =>
      said !== null &&
      !isAlone &&
      roles.has(name) &&
      seq < (cuts.get(name) ?? Number.POSITIVE_INFINITY),
  );
  const list = shown.map(({ log, seq, bodyHash }): Value => [log, seq, bodyHash]);
  list.sort((a, b) => compareBytes(encode(a), encode(b)));
  return { boardHash: toHex(taggedHash('board', encode(list))), flaw };
}

function placesIn(community: Uint8Array, run: RawRun): Place[] {
  const { kind, member, device, from, stored, isAlone = false } = run;
  const log = taggedHash('log', community, Uint8Array.of(kind), member, device);
  const names = {
    name: toHex(member) + toHex(device),
    member: toHex(member),
    log,
    isAlone,
  };
  return stored.map((bytes, i) => {
    if (bytes.length === 32) {
      return { ...names, seq: from + i, bodyHash: bytes, said: null };
    }
    const body = bytes.subarray(0, -64);
    const read = decode(body, { bytes: 4_096, depth: 4 });
    const said = read.ok ? read.value : [];
    return { ...names, seq: from + i, bodyHash: sha256(body), said };
  });
}

const isErase = (said: Value): boolean => arrayOf(said, 4)?.[0] === 69;

/** Type 69: `[[[device, seq, bodyHash] … 1..50]]`, of boards of the same member. */
function namedBy(community: Uint8Array, { member, said }: Place): string[] {
  if (!isErase(said)) return [];
  const places = arrayOf(arrayOf(said, 4)?.[2], 1)?.[0];
  if (!Array.isArray(places) || places.length > 50) return [];
  return places.flatMap((each: Value) => {
    const [device, seq, bodyHash] = arrayOf(each, 3) ?? [];
    const isPlace = isBytes(device, 32) && isBytes(bodyHash, 32);
    if (!isPlace || typeof seq !== 'number') return [];
    const owner = fromHex(member);
    const log = taggedHash('log', community, Uint8Array.of(1), owner, device);
    return [keyOf(log, seq, bodyHash)];
  });
}

const keyOf = (log: Uint8Array, seq: number, bodyHash: Uint8Array): string =>
  `${toHex(log)}/${seq}/${toHex(bodyHash)}`;
