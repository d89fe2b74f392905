import { err, ok } from '@manyhands/base';
import type { CommunityId, DeviceKey, Hex, MemberId, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { deriveKey, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  admitMember,
  charterStatement,
  deviceStatement,
  inviteStatement,
} from '@manyhands/ledger';
import type {
  CharterRequest,
  Invite,
  InviteStatement,
  InviteRequest,
  MemberAdmit,
} from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { JoinRefusal } from './joinRefusal.ts';

/** The key an invite holds: whoever has the invite can sign with it (formats §4). */
export const inviteKeyOf = (seed: Uint8Array): Promise<Signer> =>
  signingKeyFromSeed(deriveKey(seed, 'invite/', 32));

/** The three keys of somebody new: who they are, this phone, and its sealing key. */
export interface NewKeys {
  readonly identity: Signer;
  readonly device: Signer;
  readonly box: Uint8Array;
}

export interface OwnCertificate {
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: string;
  readonly role: 0;
  readonly certSig: string;
}

/** "This phone acts for me": signed by the first identity key (formats §3, version 0). */
export async function certify(
  community: CommunityId,
  keys: NewKeys,
): Promise<OwnCertificate> {
  const named = {
    member: toHex(keys.identity.publicKey) as MemberId,
    device: toHex(keys.device.publicKey) as DeviceKey,
    box: toHex(keys.box),
    role: 0 as const,
  };
  const statement = deviceStatement({ community, ...named, version: 0 });
  return { ...named, certSig: toHex(await keys.identity.sign(statement)) };
}

/** What a newcomer shows at the door: their certificate, and that they hold the invite. */
export async function requestByInvite(
  invite: Pick<Invite, 'community' | 'seed'>,
  certificate: OwnCertificate,
): Promise<InviteRequest> {
  const key = await inviteKeyOf(fromHex(invite.seed));
  return {
    type: 'join',
    ...certificate,
    invitePub: toHex(key.publicKey),
    proof: await proveHolding(key, { community: invite.community, ...certificate }),
  };
}

/** That whoever holds the key of an invite or a poster is this member, on this device (ledger/F3). */
export const proveHolding = async (
  key: Signer,
  { community, member, device }: InviteStatement,
): Promise<Hex> =>
  toHex(await key.sign(inviteStatement({ community, member, device })));

/**
 * Whether this device lets a newcomer in, as the entry that does. `Busy`: it does not speak
 * for its member (ledger/L12), and another device will. Null: they are in
 * already, or this member has said yes and another one must (ledger/L8). An invite opens for as many people as it says and no more; whoever was let
 * in with it before may come again (a lost answer is no second use). The signatures of
 * the request were checked at the door (mesh/M12).
 */
export function considerAdmission(
  { ledger, board }: Pick<Replica, 'ledger' | 'board'>,
  { member: by, device }: { readonly member: MemberId; readonly device: DeviceKey },
  request: InviteRequest,
  isRemoved: (member: MemberId) => boolean = () => false,
): Result<MemberAdmit | null, JoinRefusal | 'Busy'> {
  if (!ledger.speaks(by, device)) return err('Busy');
  if (isRemoved(request.member)) return err('InviteClosed');
  const known = ledger.member(request.member);
  if (known?.everMember === true || known?.admittedBy.includes(by) === true) {
    return ok(null);
  }
  const open = openInvite({ board }, request.invitePub);
  if (!open) return err('InviteUnknown');
  if (isRemoved(open.member)) return err('InviteClosed');
  const used = ledger
    .admittedWith(request.invitePub)
    .filter((member) => member !== request.member);
  if (used.length >= open.uses) return err('InviteUsed');
  const content = admitMember(ledger, by, request);
  return content.ok ? content : err('InviteUnknown');
}

const openInvite = ({ board }: Pick<Replica, 'board'>, invitePub: Hex) =>
  board.openInvites().find((each) => each.invitePub === invitePub);

/**
 * Whether an invite still lets somebody in, as far as is known here: then its holder may read
 * the charter before they ask (D7). Each device of the community answers that, a keeper too:
 * what is read is proven by its hash, whoever tells it.
 */
export function mayRead(
  { ledger, board }: Pick<Replica, 'ledger' | 'board'>,
  invitePub: Hex,
  isRemoved: (member: MemberId) => boolean = () => false,
): boolean {
  const open = openInvite({ board }, invitePub);
  if (open === undefined || isRemoved(open.member)) return false;
  return ledger.admittedWith(invitePub).length < open.uses;
}

/** What whoever holds an invite says at the door to read the charter, with a key of nobody's. */
export async function requestCharter(
  { community, seed }: Pick<Invite, 'community' | 'seed'>,
  reader: Signer,
): Promise<CharterRequest> {
  const key = await inviteKeyOf(fromHex(seed));
  const device = toHex(reader.publicKey) as DeviceKey;
  const proof = await key.sign(charterStatement({ community, device }));
  return {
    type: 'charter',
    device,
    invitePub: toHex(key.publicKey),
    proof: toHex(proof),
  };
}
