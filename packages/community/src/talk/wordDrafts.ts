/** What somebody has begun to say to another and not said: it lies on this phone alone. */
import { ok } from '@manyhands/base';
import type { MemberId, Result } from '@manyhands/base';
import { utf8Bytes, utf8Text } from '@manyhands/codec';
import type { Notes, StoreFault } from '@manyhands/replica';

type Asked<T> = Promise<Result<T, StoreFault>>;

const nameOf = (other: MemberId): string => `talk/${other}`;

/** Empty where nothing was begun. */
export async function readWordDraft(notes: Notes, other: MemberId): Asked<string> {
  const row = await notes.get(nameOf(other));
  if (!row.ok) return row;
  const text = row.value && utf8Text(row.value);
  return ok(text?.ok ? text.value : '');
}

/** Kept as it is typed, also while it is longer than a word may be; without any it goes. */
export const keepWordDraft = (
  notes: Notes,
  other: MemberId,
  text: string,
): Asked<void> =>
  text === '' ? notes.delete(nameOf(other)) : notes.put(nameOf(other), utf8Bytes(text));
