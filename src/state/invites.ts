import { ok } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { readInvite } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { openInvite, takeBackInvite } from './acts.ts';
import type { InviteRefused } from './acts.ts';
import { inviteKeyOf } from '@manyhands/door';
import type { Person } from './person.ts';
import type { Place } from './place.ts';
import { forgetStanding, keepStanding, readStanding } from './standingInvite.ts';
import type { StandingInvite } from './standingInvite.ts';

/** An invite of mine as every member's board has it. */
export interface GivenInvite {
  readonly invitePub: Hex;
  readonly label: string;
  readonly usedBy: readonly Person[];
}

/**
 * Opens an invite and remembers it on this phone.
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
  await keepStanding(place.notes, standing);
  return ok(standing);
}

/** Takes back an invite of mine; the link this phone remembered goes with it. */
export async function endInvite(
  place: Place,
  invitePub: Hex,
): Promise<Result<void, AppendRefused>> {
  const forgotten = await forgetStanding(place.notes, invitePub);
  return forgotten.ok ? takeBackInvite(place, invitePub) : forgotten;
}

/** The last invite made here, while it opens the door and nobody has come in by it. */
export async function standingInvite(place: Place): Promise<StandingInvite | null> {
  const standing = await readStanding(place.notes);
  if (standing === null) return null;
  const { invitePub } = standing;
  const { ledger, board } = place.replica;
  const isOpen = board.openInvites().some((each) => each.invitePub === invitePub);
  return isOpen && ledger.admittedWith(invitePub).length === 0 ? standing : null;
}
