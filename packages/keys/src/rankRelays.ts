import { compareBytes, concat, utf8Bytes } from '@manyhands/codec';
import { sha256 } from './hash.ts';

/**
 * The relays of a list in the order in which one room uses them: rendezvous hashing, by
 * SHA-256 over room and relay, the highest first. Everybody who has the same list, in
 * whatever order, comes to the same answer without asking anybody; and
 *
 * - one more relay takes its share of the rooms, and no other room moves;
 * - one relay less moves the rooms that used it, and no other;
 * - whoever has only a part of the list agrees with the rest about the order of that part.
 */
export function rankRelays(room: string, relays: readonly string[]): string[] {
  return [...new Set(relays)]
    .map((relay) => ({ relay, weight: weightOf(room, relay) }))
    .sort((a, b) => compareBytes(b.weight, a.weight))
    .map(({ relay }) => relay);
}

/** A zero byte stands between the two: no room's name has one. */
const weightOf = (room: string, relay: string): Uint8Array =>
  sha256(concat(utf8Bytes(room), new Uint8Array(1), utf8Bytes(relay)));
