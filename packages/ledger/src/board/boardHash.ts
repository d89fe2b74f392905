import type { Hex } from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import type { Entry } from '../entry.ts';
import { bodyHashAt } from '../tombstone.ts';

/**
 * The hash of F9 over what a board shows: place and body of each entry that is
 * neither erased nor beyond its board's cut, sorted by its bytes. Numbers sort as their
 * bytes do.
 */
export function boardHashOf(entries: Iterable<Entry>): Hex {
  const places = [...entries].map((entry) => ({
    logId: entry.logId,
    seq: entry.seq,
    bodyHash: bodyHashAt(entry),
  }));
  places.sort(
    (a, b) =>
      compare(a.logId, b.logId) || a.seq - b.seq || compare(a.bodyHash, b.bodyHash),
  );
  const value = places.map(({ logId, seq, bodyHash }) => [
    fromHex(logId),
    seq,
    fromHex(bodyHash),
  ]);
  return toHex(taggedHash('board', encode(value)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
