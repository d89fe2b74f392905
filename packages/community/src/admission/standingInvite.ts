import { ok } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { encodeAs, hex, text, tuple } from '@manyhands/codec';
import type { Notes, StoreFault } from '@manyhands/replica';
import { readNoteAs } from '../opened/index.ts';

/** An invite that this phone made, with the text that opens the door. */
export interface StandingInvite {
  readonly invitePub: Hex;
  readonly label: string;
  /** What follows `#j/`. */
  readonly text: string;
}

const shape = tuple<StandingInvite>({
  invitePub: hex(32),
  label: text(96),
  text: text(2_000),
});
const limits = { bytes: 3_000, depth: 1 };
const name = 'invite/last';

/**
 * The last invite made here, on this phone alone: the board holds its public half, so
 * without that the link could never be shown again.
 */
export const keepStanding = (notes: Notes, standing: StandingInvite) =>
  notes.put(name, encodeAs(shape, standing));

export async function readStanding(notes: Notes): Promise<StandingInvite | null> {
  const kept = await readNoteAs(notes, name, shape, limits);
  return kept.ok ? kept.value : null;
}

/** Forgets it, if it is this one: link and label. */
export async function forgetStanding(
  notes: Notes,
  invitePub: Hex,
): Promise<Result<void, StoreFault>> {
  const standing = await readStanding(notes);
  return standing?.invitePub === invitePub ? notes.delete(name) : ok(undefined);
}
