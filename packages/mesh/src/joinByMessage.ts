import { err, ok } from '@manyhands/base';
import type { CommunityId, DeviceKey, Hex, MemberId, Result } from '@manyhands/base';
import { concat, equalBytes, fromHex, malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import {
  decrypt,
  deriveKey,
  encrypt,
  hintLength,
  hintOf,
  sealFor,
  secretsOf,
} from '@manyhands/keys';
import type { Sealed } from '@manyhands/keys';
import { encodeJoinRequest, readJoinRequest } from '@manyhands/ledger';
import type { InviteRequest } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { welcomeOf } from './handshakeEvidence.ts';
import type { PeerName } from './handshake.ts';
import { isOut } from './isOut.ts';
import { joinText, sealedWelcome, welcomeText } from './joinMessages.ts';
import type { Secret } from './messages.ts';
import { mayTake } from './newerSecret.ts';
import { isProvenRequest } from './requestProofs.ts';

/** What a newcomer writes to whoever invited them (M16). */
export interface JoinMessage {
  readonly request: InviteRequest;
  /** How they show themselves: entries of their own, travelling. */
  readonly introduction: readonly Uint8Array[];
}

/** `Unproven`: a signature in it is not what it claims. */
export type JoinMessageRefused =
  | Malformed
  | { readonly type: 'AnotherCommunity' | 'Unproven' };

/**
 * `AnotherCommunity`: it is for another device, or carries a secret that does not lead to the
 * lobby of the invite. `NotLetIn`: nothing in it certifies this device.
 */
export type WelcomeRefused =
  | Malformed
  | { readonly type: 'AnotherCommunity' | 'NotLetIn' };

/** `message` for the members of the community whose lobby an invite names. */
export async function sealJoinMessage(
  { community, lobby }: { readonly community: CommunityId; readonly lobby: Hex },
  { request, introduction }: JoinMessage,
): Promise<Uint8Array> {
  const key = fromHex(lobby);
  const plain = joinText.encode({
    request: encodeJoinRequest(request),
    introduction: [...introduction],
  });
  return concat(hintOf(key), await encrypt(keyOf(key, community), plain));
}

interface Lock {
  readonly community: CommunityId;
  readonly secret: Uint8Array;
}

/** A newcomer's message, and which of the locks it opened with; every signature in it holds. */
export async function openJoinMessage<L extends Lock>(
  message: Uint8Array,
  locks: readonly L[],
): Promise<Result<JoinMessage & { readonly lock: L }, JoinMessageRefused>> {
  if (message.length <= hintLength) return err(malformed('cut short'));
  const hint = message.subarray(0, hintLength);
  const lobbyOf = ({ secret, community }: Lock) => secretsOf(secret, community).lobby;
  const lock = locks.find((each) => equalBytes(hintOf(lobbyOf(each)), hint));
  if (!lock) return err({ type: 'AnotherCommunity' });
  const key = keyOf(lobbyOf(lock), lock.community);
  const plain = await decrypt(key, message.subarray(hintLength));
  if (!plain.ok) return plain;
  const read = joinText.decode(plain.value);
  if (!read.ok) return read;
  const request = readJoinRequest(read.value.request);
  if (!request.ok) return request;
  if (request.value.type !== 'join') return err(malformed('no request to join'));
  const isTrue = await isProvenRequest(request.value, request.value, lock.community);
  if (!isTrue) return err({ type: 'Unproven' });
  const { introduction } = read.value;
  return ok({ lock, request: request.value, introduction });
}

const keyOf = (lobby: Uint8Array, community: CommunityId): Uint8Array =>
  deriveKey(lobby, 'join-message', 32, fromHex(community));

export interface Letting {
  readonly replica: Replica;
  readonly self: PeerName;
  readonly secret: Secret;
  readonly introduction: readonly Uint8Array[];
}

/**
 * What lets in whoever asked, on their device alone: the secret, and what shows them that
 * they were let in. Null for a device that nothing here certifies, that is out, or whose
 * box is no key to seal for.
 */
export async function sealWelcome(
  { replica, self, secret, introduction }: Letting,
  { member, device, box }: InviteRequest,
): Promise<Uint8Array | null> {
  const peer = { member, device };
  if (!isIn(replica, peer) || isOut(replica, peer)) return null;
  if (replica.ledger.standingOf(member) === 'removed') return null;
  const evidence = [...welcomeOf(replica, [self, peer]), ...introduction];
  const plain = welcomeText.encode({ ...secret, evidence });
  const recipient = { device: fromHex(device), box: fromHex(box) };
  const { epk, wraps, ciphertext } = await sealFor([recipient], plain);
  const [wrapped] = wraps;
  if (!wrapped) return null;
  const hint = deviceHint(device);
  return sealedWelcome.encode({ hint, epk, wrap: wrapped.wrap, ciphertext });
}

/** The first digits of the device key that a welcome is for. */
export function recipientOf(welcome: Uint8Array): Result<Hex, Malformed> {
  const read = sealedWelcome.decode(welcome);
  return read.ok ? ok(read.value.hint) : read;
}

const deviceHint = (device: DeviceKey): Hex => device.slice(0, 2 * hintLength);

/** Who was to be let in, and by what. */
export interface WelcomeReader {
  readonly replica: Replica;
  readonly self: { readonly member: MemberId; readonly device: DeviceKey };
  /** The lobby of the invite this device came with. */
  readonly lobby: Hex;
  readonly open: (sealed: Sealed) => Promise<Result<Uint8Array, unknown>>;
}

/**
 * Takes a welcome in: what it shows goes through the gate, and the secret is taken as over a
 * link, by who holds none and only if it leads to the lobby of the invite (findings/A17).
 */
export async function takeWelcome(
  welcome: Uint8Array,
  { replica, self, lobby, open }: WelcomeReader,
): Promise<Result<Secret, WelcomeRefused>> {
  const read = sealedWelcome.decode(welcome);
  if (!read.ok) return read;
  const { hint, epk, wrap, ciphertext } = read.value;
  if (hint !== deviceHint(self.device)) return err({ type: 'AnotherCommunity' });
  const wraps = [{ hint: fromHex(hint), wrap }];
  const opened = await open({ epk, wraps, ciphertext });
  if (!opened.ok) return err(malformed('sealed for another key, or changed'));
  const content = welcomeText.decode(opened.value);
  if (!content.ok) return content;
  const { evidence, ...secret } = content.value;
  const taker = {
    community: replica.community,
    held: null,
    lobby: fromHex(lobby),
    removals: 0,
  };
  if (!mayTake(secret, taker)) return err({ type: 'AnotherCommunity' });
  const received = await replica.receive(pageOf(evidence), { type: 'message' });
  if (received.refused !== null) return err(malformed(received.refused.type));
  return isIn(replica, self) ? ok(secret) : err({ type: 'NotLetIn' });
}

const isIn = (replica: Replica, { member, device }: PeerName): boolean =>
  replica.ledger.hasStanding(member, device) || replica.isCertified(member, device);
