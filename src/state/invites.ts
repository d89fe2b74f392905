import { ok } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { decodeAs, encodeAs, fromHex, hex, text, toHex, tuple } from '@manyhands/codec';
import { readInvite } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { openInvite, takeBackInvite } from './acts.ts';
import type { InviteRefused } from './acts.ts';
import { inviteKeyOf } from './admission.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';

/** An invite of mine as every member's board has it. */
export interface GivenInvite {
  readonly invitePub: Hex;
  readonly label: string;
  readonly usedBy: readonly Person[];
}

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
 * Opens an invite and remembers it on this phone: the board holds its public half
 * alone, so without that the link could never be shown again.
 */
export async function makeInvite(
  place: Place,
  label: string,
): Promise<Result<StandingInvite, InviteRefused>> {
  const opened = await openInvite(place, label);
  if (!opened.ok) return opened;
  const invite = readInvite(opened.value);
  if (!invite.ok) throw new Error('Bug: an invite just written does not read back');
  const { publicKey } = await inviteKeyOf(fromHex(invite.value.seed));
  const standing = {
    invitePub: toHex(publicKey),
    label: label.trim(),
    text: opened.value,
  };
  // Forgetting it costs one more invite another time, and nothing else.
  await place.notes.put(name, encodeAs(shape, standing));
  return ok(standing);
}

/** Takes back an invite of mine; the link this phone remembered goes with it. */
export async function endInvite(
  place: Place,
  invitePub: Hex,
): Promise<Result<void, AppendRefused>> {
  const standing = await readStanding(place);
  if (standing?.invitePub === invitePub) {
    const forgotten = await place.notes.delete(name);
    if (!forgotten.ok) return forgotten;
  }
  return takeBackInvite(place, invitePub);
}

/** The last invite made here, while it opens the door and nobody has come in by it. */
export async function standingInvite(place: Place): Promise<StandingInvite | null> {
  const standing = await readStanding(place);
  if (standing === null) return null;
  const { invitePub } = standing;
  const { ledger, board } = place.replica;
  const isOpen = board.openInvites().some((each) => each.invitePub === invitePub);
  return isOpen && ledger.admittedWith(invitePub).length === 0 ? standing : null;
}

async function readStanding(place: Place): Promise<StandingInvite | null> {
  const row = await place.notes.get(name);
  if (!row.ok || !row.value) return null;
  const read = decodeAs(shape, row.value, limits);
  return read.ok ? read.value : null;
}
