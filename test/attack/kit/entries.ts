/**
 * What attackers write that no app would, where its bytes are more than a call of the
 * builders: a change of these formats is made here.
 */
import type { DeviceKey, EntryId, Hex, MemberId } from '@manyhands/base';
import { encode, fromHex, toHex, utf8Bytes } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer, SigningKey } from '@manyhands/keys';
import { inviteStatement, erasedPositionOf } from '@manyhands/ledger';
import type {
  DeviceAdd,
  Entry,
  Erase,
  GuardianRecover,
  InviteOpen,
  MemberAdmit,
  PosterOpen,
} from '@manyhands/ledger';
import { enrolmentUnder, identityContent } from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';

/** A key that is the same in every run: of a page of words, an invite, a poster. */
export const keyCalled = (name: string): Promise<SigningKey> =>
  signingKeyFromSeed(sha256(utf8Bytes(name)));

/** What the key of the version before says of an identity. */
export const stated = identityContent;

/** A certificate for a device, by the key of that version. */
export const enrolled = enrolmentUnder;

/** What one guardian writes to bring `member` back under another key. */
export const recovered = (
  { member }: Pick<CastMember, 'member'>,
  version: number,
  key: Signer,
  devices: GuardianRecover['devices'] = [],
): GuardianRecover => ({
  type: 'guardian.recover',
  member,
  version,
  devices,
  key: toHex(key.publicKey),
});

/** An addition of any device at all, whoever it belongs to. */
export const addedDevice = (
  device: DeviceKey,
  box: Hex = device,
  role: 0 | 1 = 0,
): DeviceAdd => ({ type: 'device.add', device, box, role });

/** Erases what `entries` say, if their boards are the writer's. */
export const erases = (...entries: readonly Entry[]): Erase => ({
  type: 'erase',
  places: entries.map(erasedPositionOf),
});

/** Whose signature stands in the place of a proof; `null` leaves 64 zero bytes there. */
type Prover = Signer | null;

async function proofOf(
  community: TestCommunity,
  { member, device }: { readonly member: MemberId; readonly device: DeviceKey },
  prover: Prover,
): Promise<Hex> {
  if (prover === null) return '00'.repeat(64);
  const statement = inviteStatement({ community: community.id, member, device });
  return toHex(await prover.sign(statement));
}

/** An admission that says with which invite; `prover` signs for whom it lets in. */
export async function admittedWith(
  community: TestCommunity,
  person: CastMember,
  invitePub: Hex,
  prover: Prover,
  provedFor: CastMember = person,
): Promise<MemberAdmit> {
  const content = await community.admitContent(person);
  const proof = await proofOf(community, provedFor, prover);
  return { ...content, invite: { invitePub, proof } };
}

/** An invite that `writer` says to have opened; `prover` signs for the writer. */
export async function openedInvite(
  community: TestCommunity,
  writer: CastMember,
  invitePub: Hex,
  prover: Prover,
  { uses = 1, label = '' } = {},
): Promise<InviteOpen> {
  const proof = await proofOf(community, writer, prover);
  return { type: 'invite.open', invitePub, uses, label, proof };
}

export async function openedPoster(
  community: TestCommunity,
  writer: CastMember,
  posterPub: Hex,
  prover: Prover,
): Promise<PosterOpen> {
  const proof = await proofOf(community, writer, prover);
  return { type: 'poster.open', posterPub, label: '', proof };
}

/** One log in an ack, as the wire has it. */
export const ackOf = (log: string, length: number, head: EntryId | Hex): Value => [
  fromHex(log.slice(0, 32)),
  length,
  fromHex(head.slice(0, 32)),
];

/** The body of an entry of a type that nobody knows yet. */
export const bodyOfType = (type: number, payload: Value = [], time = 0): Uint8Array =>
  encode([type, time, payload]);
