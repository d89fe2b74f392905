import type { NoteId, Result } from '@manyhands/base';
import { decodeAs, encodeAs, entryLimits } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { boardShapes } from './boardContent.ts';
import type { Note } from './boardContent.ts';
import { threadOf } from './thread.ts';

/** The payload of a note by itself: what is sealed to the two, and what is hashed. */
export const encodeNote = (note: Note): Uint8Array => encodeAs(boardShapes.note, note);

export function readNote(bytes: Uint8Array): Result<Note, Malformed> {
  const read = decodeAs(boardShapes.note, bytes, entryLimits);
  return read.ok ? { ok: true, value: { type: 'note', ...read.value } } : read;
}

/**
 * The name under which a transfer commits to its note (F5): 16 bytes over 16
 * random ones, so that the permanent ledger gives nothing away (findings/B3).
 */
export const noteIdOf = (note: Note): NoteId => threadOf('note', encodeNote(note));
