import type { NoteId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';

/** What a sealed text is called on the board: the first 16 bytes of a hash (F5, F9). */
export const threadOf = (tag: string, ...parts: Uint8Array[]): NoteId =>
  toHex(taggedHash(tag, ...parts).subarray(0, 16)) as NoteId;
