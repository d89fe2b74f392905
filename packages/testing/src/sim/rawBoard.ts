/**
 * What the oracle reads of boards (formats §7–§9, ledger/B1), from raw bytes and without
 * packages/ledger: which erases hold, what is shown, and whether tombstones and erases explain
 * one another. It is given what everybody holds together: bytes that one honest phone has
 * are missing nowhere.
 */
import { compareBytes, decode, encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256, taggedHash } from '@manyhands/keys';
import { arrayOf, isBytes } from './rawEntries.ts';
import type { RawRun } from './rawEntries.ts';

export interface BoardTruth {
  readonly boardHash: string;
  /** A tombstone that no erase names, or bytes that one takes away; null when there are none. */
  readonly flaw: string | null;
  /** Places, bodies and all, whose bytes somebody has and nothing that holds erases. */
  readonly standing: ReadonlySet<string>;
}

/** What is known of devices by then, by member and device in one. */
export interface Speakers {
  readonly stands: (name: string) => boolean;
  /** Where the member's identity ends boards. */
  readonly ends: ReadonlyMap<string, number>;
  /** The lowest proven fork of boards. */
  readonly forks: ReadonlyMap<string, number>;
}

interface Place {
  /** Member and device, in one. */
  readonly name: string;
  readonly member: string;
  readonly log: Uint8Array;
  readonly seq: number;
  readonly bodyHash: Uint8Array;
  /** What the body says; null for a tombstone. */
  readonly said: Value;
  readonly isAlone: boolean;
}

const never = Number.POSITIVE_INFINITY;

/** A tombstone is 32 bytes among stored entries, which have 65 at least. */
export function boardIn(
  community: Uint8Array,
  runs: readonly RawRun[],
  speakers: Speakers,
): BoardTruth {
  const places = placesIn(community, runs);
  const all = [...places.values()];
  const erases = all.filter(({ said }) => said !== null && isErase(said));
  const namedBy = (some: readonly Place[]): Set<string> =>
    new Set(some.flatMap((place) => namesIn(community, place)));
  /** Any erase explains a tombstone; only one that holds makes one. */
  const explained = namedBy(erases);
  const gone = namedBy(erases.filter((place) => holds(place, speakers)));
  const standing = new Set<string>();
  let flaw: string | null = null;
  for (const [key, { said, seq }] of places) {
    if (said === null) {
      if (!explained.has(key)) flaw = `nobody erased place ${seq}`;
    } else if (!gone.has(key) || isErase(said)) {
      standing.add(key);
    } else {
      flaw = `place ${seq} is there`;
    }
  }
  const shown = all.filter(
    ({ log, seq, bodyHash, name, isAlone }) =>
      standing.has(keyOf(log, seq, bodyHash)) &&
      !isAlone &&
      speakers.stands(name) &&
      seq < (speakers.ends.get(name) ?? never) &&
      seq < (speakers.forks.get(name) ?? never),
  );
  const list = shown.map(({ log, seq, bodyHash }): Value => [log, seq, bodyHash]);
  list.sort((a, b) => compareBytes(encode(a), encode(b)));
  return { boardHash: toHex(taggedHash('board', encode(list))), flaw, standing };
}

/** While its device stands, and before its board's end; forks do not matter. */
const holds = ({ name, seq }: Place, { stands, ends }: Speakers): boolean =>
  stands(name) && seq < (ends.get(name) ?? never);

/** Each place and body once: bytes before a tombstone, in its chain before alone. */
function placesIn(
  community: Uint8Array,
  runs: readonly RawRun[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const run of runs) {
    if (run.kind !== 1) continue;
    for (const place of readPlaces(community, run)) {
      const key = keyOf(place.log, place.seq, place.bodyHash);
      const known = places.get(key);
      const said = known?.said ?? place.said;
      const isAlone = place.isAlone && (known?.isAlone ?? true);
      places.set(key, { ...place, said, isAlone });
    }
  }
  return places;
}

function readPlaces(community: Uint8Array, run: RawRun): Place[] {
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
    // Only an array can be an erase; what is nothing of the kind stands for itself.
    const said = read.ok ? (read.value ?? []) : [];
    return { ...names, seq: from + i, bodyHash: sha256(body), said };
  });
}

const isErase = (said: Value): boolean => arrayOf(said, 4)?.[0] === 69;

/** Type 69: `[[[device, seq, bodyHash] … 1..50]]`, of boards of the same member. */
function namesIn(community: Uint8Array, { member, said }: Place): string[] {
  const places = arrayOf(arrayOf(said, 4)?.[2], 1)?.[0];
  if (!Array.isArray(places) || places.length > 50) return [];
  const named: string[] = [];
  for (const each of places as Value[]) {
    const [device, seq, bodyHash] = arrayOf(each, 3) ?? [];
    // One that does not fit, and all of it means nothing (ledger/B4).
    if (!isBytes(device, 32) || !isBytes(bodyHash, 32)) return [];
    if (typeof seq !== 'number') return [];
    const owner = fromHex(member);
    const log = taggedHash('log', community, Uint8Array.of(1), owner, device);
    named.push(keyOf(log, seq, bodyHash));
  }
  return named;
}

const keyOf = (log: Uint8Array, seq: number, bodyHash: Uint8Array): string =>
  `${toHex(log)}/${seq}/${toHex(bodyHash)}`;
