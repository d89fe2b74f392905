import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { signingKeyFromSeed } from '@manyhands/keys';
import { inviteStatement, posterKeySeedOf } from '@manyhands/ledger';
import type { KnockRequest, Poster } from '@manyhands/ledger';
import type { Notes, Replica } from '@manyhands/replica';
import type { OwnCertificate } from './admission.ts';
import type { JoinRefusal } from './joinRefusal.ts';
import { isClosed } from './closedInvites.ts';

/** What somebody says at the door who has read a poster. */
export async function requestKnock(
  poster: Pick<Poster, 'community' | 'seed'>,
  certificate: OwnCertificate,
  said: Pick<KnockRequest, 'name' | 'line'>,
): Promise<KnockRequest> {
  const key = await signingKeyFromSeed(posterKeySeedOf(poster));
  const { member, device } = certificate;
  const statement = inviteStatement({ community: poster.community, member, device });
  return {
    type: 'knock',
    ...certificate,
    posterPub: toHex(key.publicKey),
    proof: toHex(await key.sign(statement)),
    ...said,
  };
}

/**
 * What a device can say by itself to somebody who knocks: that they are in, or that their
 * poster is unknown or was taken down. `Busy`: it hangs, and a person has to greet them; a
 * keeper has nobody to ask and leaves it at that.
 */
export async function considerKnock(
  { replica, notes }: { readonly replica: Replica; readonly notes: Notes },
  { member, posterPub }: KnockRequest,
): Promise<Result<void, { readonly type: JoinRefusal | 'Busy' }>> {
  if (replica.ledger.isEverMember(member)) return ok(undefined);
  if (isHung(replica, posterPub)) return err({ type: 'Busy' });
  const wasTaken = await isClosed(notes, posterPub);
  return err({ type: wasTaken ? 'InviteClosed' : 'InviteUnknown' });
}

/** Whether a poster hangs, as far as is known here. */
export const isHung = ({ board }: Pick<Replica, 'board'>, posterPub: string): boolean =>
  board.openPosters().some((each) => each.posterPub === posterPub);
