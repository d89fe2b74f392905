import { err, ok } from '@manyhands/base';
import type { Hex, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { encodeInvite, readInvite } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import { closeInvite, inviteKeyOf, proveHolding } from '@manyhands/door';
import type { Person, Place } from '../opened/index.ts';
import { lobbyAddressOf } from './lobbyAddress.ts';
import { forgetStanding, keepStanding, readStanding } from './standingInvite.ts';
import type { StandingInvite } from './standingInvite.ts';

/** An invite of mine as every member's board has it. */
export interface GivenInvite {
  readonly invitePub: Hex;
  readonly label: string;
  readonly usedBy: readonly Person[];
}

/** Opens an invite and remembers it on this phone. */
export async function makeInvite(
  place: Place,
  label: string,
): Promise<Result<StandingInvite, InviteRefused>> {
  const opened = await newInvite(place, label);
  // Forgetting it costs one more invite another time, and nothing else.
  if (opened.ok) await keepStanding(place.notes, opened.value);
  return opened;
}

/** Opens an invite that is handed over at once: this phone cannot show its link again. */
export async function newInvite(
  place: Place,
  label: string,
): Promise<Result<StandingInvite, InviteRefused>> {
  const opened = await writeInvite(place, label);
  if (!opened.ok) return opened;
  const invite = readInvite(opened.value);
  if (!invite.ok) throw new Error('Bug: an invite just written does not read back');
  const { publicKey } = await inviteKeyOf(fromHex(invite.value.seed));
  return ok({
    invitePub: toHex(publicKey),
    label: label.trim(),
    text: opened.value,
  });
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

/** Takes back an invite of mine: it opens the door to nobody any more, for good. */
export async function takeBackInvite(
  place: Place,
  invitePub: Hex,
): Promise<Result<void, AppendRefused>> {
  const opened = place.replica.board
    .openInvites()
    .filter(({ member, ...invite }) => {
      return member === place.membership.member && invite.invitePub === invitePub;
    })
    .map(({ entry }) => entry);
  if (opened.length === 0) return ok(undefined);
  const closed = await closeInvite(place.notes, invitePub);
  return closed.ok ? place.writer.erase(opened) : closed;
}

export type InviteRefused = AppendRefused | { readonly type: 'NotLetInYet' };

/**
 * An invite for one person: the text after `#j/`. Any member's device that hears of
 * the board entry can let its holder in; nothing of the community's secret is in it.
 */
export async function writeInvite(
  place: Place,
  label: string,
): Promise<Result<string, InviteRefused>> {
  const address = lobbyAddressOf(place);
  if (!address) return err({ type: 'NotLetInYet' });
  const seed = place.randomBytes(16);
  const key = await inviteKeyOf(seed);
  const opened = await place.writer.append('board', {
    type: 'invite.open',
    invitePub: toHex(key.publicKey),
    uses: 1,
    label: label.trim(),
    proof: await proveHolding(key, place.membership),
  });
  if (!opened.ok) return opened;
  return ok(
    encodeInvite({
      ...address,
      seed: toHex(seed),
      inviter: place.replica.board.profileOf(place.membership.member)?.name ?? '',
    }),
  );
}
