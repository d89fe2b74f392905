import type { CommunityId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { verify } from '@manyhands/keys';
import {
  charterStatement,
  claimStatement,
  deviceStatement,
  inviteStatement,
} from '@manyhands/ledger';
import type {
  JoinRequest,
  DeviceRequest,
  InviteRequest,
  KnockRequest,
} from '@manyhands/ledger';
import type { PeerName } from './handshake.ts';

/**
 * Whether a request is the caller's own, and every signature in it is what it claims.
 * Whoever asks who they are has no other name yet than their key.
 */
export async function isProvenRequest(
  request: JoinRequest,
  peer: PeerName,
  community: CommunityId,
): Promise<boolean> {
  if (request.device !== peer.device) return false;
  switch (request.type) {
    case 'join':
      return (
        request.member === peer.member &&
        (await holdsCertificate(request, community)) &&
        (await holdsLink(request, request.invitePub, community))
      );
    case 'knock':
      return (
        request.member === peer.member &&
        (await holdsCertificate(request, community)) &&
        (await holdsLink(request, request.posterPub, community))
      );
    case 'device':
      return (
        request.member === peer.member &&
        (await holdsLink(request, request.linkPub, community))
      );
    case 'charter':
      return verify(
        fromHex(request.proof),
        charterStatement({ community, device: request.device }),
        fromHex(request.invitePub),
      );
    case 'whoAmI': {
      const { key, sig } = request;
      if (key !== (peer.member as string)) return false;
      const claim = claimStatement({ community, ...request });
      return verify(fromHex(sig), claim, fromHex(key));
    }
  }
}

function holdsCertificate(
  { member, device, box, role, certSig }: InviteRequest | KnockRequest,
  community: CommunityId,
): Promise<boolean> {
  const named = { community, member, device, box, role, version: 0 };
  const certificate = deviceStatement(named);
  return verify(fromHex(certSig), certificate, fromHex(member));
}

/** By the key of an invite, a device link or a poster: all say the same words. */
function holdsLink(
  { member, device, proof }: InviteRequest | DeviceRequest | KnockRequest,
  linkPub: string,
  community: CommunityId,
): Promise<boolean> {
  const statement = inviteStatement({ community, member, device });
  return verify(fromHex(proof), statement, fromHex(linkPub));
}
