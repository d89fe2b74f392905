/** The chain of ids (F2), by itself: whoever only hashes needs nothing of what entries say. */
import type { EntryId, Hex, LogId } from '@manyhands/base';
import { concat, fromHex, putHex, putU64, toHex } from '@manyhands/codec';
import { sha256, tag } from '@manyhands/keys/hash';

/** The id of the entry at a place (F2): fixed offsets, so a proof needs hashes only. */
export const entryIdOf = (
  logId: LogId,
  seq: number,
  prev: EntryId,
  bodyHash: Hex,
): EntryId => idOver(logId, seq, prev, fromHex(bodyHash));

const preimage = new Uint8Array(104);

/** Reading a log is mostly this: one buffer for all, and no bytes that are not needed. */
export function idOver(
  logId: LogId,
  seq: number,
  prev: EntryId,
  bodyHash: Uint8Array,
): EntryId {
  putHex(preimage, 0, logId);
  putU64(preimage, 32, seq);
  putHex(preimage, 40, prev);
  preimage.set(bodyHash, 72);
  return toHex(sha256(preimage)) as EntryId;
}

/** The ids of entries with these bodies that follow one another, from place `from` on. */
export function chainIds(
  logId: LogId,
  from: number,
  prev: EntryId,
  bodies: Iterable<Uint8Array>,
): EntryId[] {
  const ids: EntryId[] = [];
  let before = prev;
  for (const body of bodies) {
    before = idOver(logId, from + ids.length, before, sha256(body));
    ids.push(before);
  }
  return ids;
}

/** The bytes a device signs to write an entry. */
export const entryMessage = (id: EntryId): Uint8Array =>
  concat(tag('entry'), fromHex(id));
