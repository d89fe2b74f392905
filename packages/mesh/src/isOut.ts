import type { Replica } from '@manyhands/replica';
import type { PeerName } from './handshake.ts';

/**
 * Whether a device is out (ledger/L12): the newest counted identity of its member, or of
 * whoever it is an agent for, ended it, by listing it so or by not being followed by it. It is
 * refused as a link, a parcel and whoever a neighbour names.
 */
export const isOut = (replica: Pick<Replica, 'ledger'>, peer: PeerName): boolean =>
  replica.ledger.isOut(peer.member, peer.device) || isListedOut(replica, peer);

/**
 * Whether it is so for good: listed with an end. One that is only not followed may have
 * attestations that have not come, since statements often come before certificates.
 */
export const isListedOut = (
  { ledger }: Pick<Replica, 'ledger'>,
  { member, device }: PeerName,
): boolean => ledger.isSwitchedOff(member, device);
