/** What hostile actors write: bodies that mean nothing, signatures that hold for nothing. */
import type { CommunityId, DeviceKey, MemberId } from '@manyhands/base';
import { encode, fromHex, toHex } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import { deviceStatement, zeroId } from '@manyhands/ledger';
import type {
  DeviceEnrol,
  LogKind,
  MemberAdmit,
  TransferReply,
} from '@manyhands/ledger';
import type { LogHead, RunItem, WireHead } from '@manyhands/replica';
import { confirmed } from '../community.ts';
import type { Hand, LogBuilder } from '../logBuilder.ts';
import type { Chance } from '../chance.ts';
import type { SimPhone } from './phone.ts';
import { keyOf } from './syncKeys.ts';
import type { World } from './world.ts';

/** Numbers of the wire messages (mesh/src/messages.ts), as a hostile client knows them. */
export const wire = { vector: 2, ask: 3, page: 4, news: 6, ack: 7, secret: 8 };

/** What a rogue may do, and how often. */
export const weights = {
  link: 18,
  noise: 3,
  garbage: 3,
  mutation: 6,
  badMessage: 6,
  resigned: 6,
  replay: 3,
  strangers: 3,
  unasked: 4,
  promises: 6,
  demands: 4,
  lies: 3,
  odd: 25,
  flood: 1,
  puppets: 8,
  again: 6,
  ask: 8,
  answer: 8,
  fork: 10,
};
export type Deed = keyof typeof weights;

/** Somebody who is not: an identity and a device that a rogue made up. */
interface Puppet extends Hand {
  readonly identity: Signer;
}

/** With a device of its own, or on the `host`'s. */
export function puppetOf(name: string, host?: Hand): Puppet {
  const identity = keyOf(`${name}'s identity`);
  const member = toHex(identity.publicKey) as MemberId;
  const signing = host?.signing ?? keyOf(name);
  return { identity, signing, member, device: toHex(signing.publicKey) as DeviceKey };
}

export const disguises = ['admitted', 'agent', 'twin', 'outsider'] as const;

/**
 * How the puppet comes to speak: let in; on the rogue's own device, as somebody without
 * one (ledger/L14) or as a second owner of it; or enrolled by nobody's leave. Its certificate
 * holds, or does not.
 */
export async function admissionOf(
  { identity, member, device }: Puppet,
  disguise: (typeof disguises)[number],
  community: CommunityId,
  chance: Chance,
): Promise<MemberAdmit | DeviceEnrol> {
  const box = toHex(sha256(chance.bytes(4)));
  const role = disguise === 'agent' ? 2 : 0;
  const claim = { community, member, device, box, role, version: 0 } as const;
  const signature = await identity.sign(deviceStatement(claim));
  const certSig = toHex(chance.percent(75) ? signature : chance.bytes(64));
  const named = { member, device, box, role, certSig } as const;
  return disguise === 'outsider'
    ? { type: 'device.enrol', version: 0, by: null, ...named }
    : { type: 'member.admit', invite: null, ...named };
}

/** A vector that promises everything. */
export function promises(held: readonly WireHead[], chance: Chance): Uint8Array {
  const heads: Value[] = held.map(({ log, length }) => [
    fromHex(log),
    chance.percent(50) ? 2 ** 20 : length + chance.between(0, 3),
    chance.bytes(8),
  ]);
  return encode([
    wire.vector,
    [...heads, [chance.bytes(16), 2 ** 20, chance.bytes(8)]],
  ]);
}

export function demands(held: readonly WireHead[], chance: Chance): Uint8Array {
  const logs: Value[] = held.map(({ log }) => [
    fromHex(log),
    chance.between(0, 2 ** 20),
    chance.between(1, 2 ** 20),
  ]);
  return encode([wire.ask, logs]);
}

/** "All of it lies here", and what comes later too: under an id that is there, or made up. */
export function falseAcks(held: readonly LogHead[], chance: Chance): Uint8Array {
  const logs = held.slice(0, 5).map(({ logId, length, head }): Value => {
    const said = chance.pick([2 ** 20, length + 1, length]) ?? length;
    const id = chance.percent(50) ? fromHex(head).slice(0, 16) : chance.bytes(16);
    return [fromHex(logId).slice(0, 16), said, id];
  });
  return encode([wire.ack, logs]);
}

/** A body that fits, nearly fits, or does not fit the formats. */
export function oddBody(world: World, kind: LogKind, chance: Chance): Uint8Array {
  const ledger = world.founder.running?.replica.ledger;
  const transfers = [...(ledger?.transfers() ?? [])];
  const proposal = fromHex(chance.pick(transfers)?.proposal ?? zeroId);
  const party = fromHex(chance.pick(world.souls)?.member ?? zeroId);
  const minutes = chance.pick([0, 1, 60, 6_000, 6_001, -5, 2 ** 40]) ?? 0;
  const other = fromHex(chance.pick(world.souls)?.member ?? zeroId);
  const line: Value = [party, minutes];
  const lines =
    chance.pick<Value>([[line], [line, line], [line, [other, 30]], [], 7]) ?? [];
  const as = chance.percent(85) ? null : chance.bytes(32);
  const reason = chance.between(0, 4);
  const ref = chance.percent(30) ? proposal : null;
  const payloads: [number, Value][] = [
    [10, [chance.percent(50), 20_000, lines, reason, ref, null, as]],
    [
      10,
      [true, 20_000, [[party, chance.between(1, 600)]], reason % 4, ref, null, null],
    ],
    [11, [proposal, as]],
    [12, [proposal, as]],
    [13, [proposal, as]],
    [8, [party]],
    [9, []],
    [9, [1]],
    [2, [party, chance.bytes(32), chance.bytes(32), 0, 0, chance.bytes(64)]],
    [7, [party, chance.bytes(32), chance.bytes(32), 2, chance.bytes(64), null]],
    [20, [0, 1, [party], null]],
    [99, 'tomorrow'],
    [-1, null],
    [0, [[['deep']]]],
  ];
  const [type, payload] = chance.pick(payloads) ?? [0, null];
  const time = chance.pick([0, 29_000_000, 2 ** 32 - 1, 2 ** 32]) ?? 0;
  if (chance.percent(4)) return chance.bytes(chance.between(1, 60));
  return kind === 'board'
    ? encode([chance.between(64, 72), time, payload, chance.bytes(16)])
    : encode([type, time, payload]);
}

/** A yes to something an honest member asked the owner of this phone. */
export function yesBy(
  { soul, running }: SimPhone,
  chance: Chance,
): TransferReply | null {
  const asked = chance.pick(running?.replica.ledger.waitingFor(soul.member) ?? []);
  return asked === undefined ? null : confirmed(asked.proposal);
}

/** Forty large entries of a board, of which one in twenty is signed. */
export async function fillBoard(board: LogBuilder, chance: Chance): Promise<void> {
  for (let n = 40; n > 0; n--) {
    const body = encode([66, 0, chance.bytes(2_000), chance.bytes(16)]);
    const isSigned = n === 1 || n % 20 === 0;
    await board.addBody(body, isSigned ? {} : { signer: null });
  }
}

/**
 * The same body under another signature, or nearly the same body under the same; another
 * tombstone, or the same one, in place of a tombstone.
 */
export async function resign(
  item: RunItem,
  hand: Hand,
  chance: Chance,
): Promise<RunItem> {
  if (!(item instanceof Uint8Array)) {
    return chance.percent(50) ? item : { bodyHash: toHex(chance.bytes(32)) };
  }
  const changed = item.slice();
  const signature = changed.subarray(-64);
  switch (chance.between(0, 3)) {
    case 0:
      signature.set(await hand.signing.sign(item.subarray(0, -64)));
      break;
    case 1:
      signature.fill(0);
      break;
    case 2:
      addOrder(signature.subarray(32));
      break;
    default:
      changed[0] = (changed[0] ?? 0) ^ 1;
  }
  return changed;
}

/** S + L: the same signature for a verifier that does not look at its size. */
function addOrder(s: Uint8Array): void {
  const order = fromHex(
    'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
  );
  let carry = 0;
  for (let i = 0; i < 32; i++) {
    const sum = (s[i] ?? 0) + (order[i] ?? 0) + carry;
    s[i] = sum & 0xff;
    carry = sum >> 8;
  }
}
