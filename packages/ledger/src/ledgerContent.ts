import type {
  AccountId,
  Day,
  DeviceKey,
  EntryId,
  Hex,
  MemberId,
  Minutes,
  NoteId,
  PartyId,
} from '@manyhands/base';
import { boolean, bytes, integer, nullable, tuple } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import {
  accountField,
  ascending,
  dayField,
  deviceField,
  entryField,
  keyField,
  memberField,
  minutesField,
  noteField,
  oneOf,
  partyField,
  roleField,
  signatureField,
  where,
  wordOf,
} from './fields.ts';
import type { Role } from './fields.ts';
import { accountShapes } from './accountContent.ts';
import type { AccountContent } from './accountContent.ts';
import { forkShapes } from './forkContent.ts';
import type { ForkProof, Witness } from './forkContent.ts';
import { identityShapes, lastVersion } from './identityContent.ts';
import type { IdentityContent } from './identityContent.ts';
import { motionShapes } from './motionContent.ts';
import type { MotionContent } from './motionContent.ts';

/** Why minutes move. The fold counts all four alike; screens tell them apart. */
export type TransferKind = 'help' | 'gift' | 'undo' | 'opening';

/** One person of a proposal and their minutes (L6: a workshop has several). */
export interface ProposedLine {
  readonly party: PartyId;
  readonly minutes: Minutes;
}

/** The first entry of the founding log: the agreement, and the founder's device. */
export interface CommunityFound {
  readonly type: 'community.found';
  readonly charter: Uint8Array;
  readonly box: Hex;
  readonly certSig: Hex;
}

/** Names one more device of a member, by the member's own signature. */
export interface DeviceEnrol {
  readonly type: 'device.enrol';
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  readonly role: Role;
  /** The version of the identity whose key signed. */
  readonly version: number;
  /** That key; null at version 0, where it is the member's own name. */
  readonly by: Hex | null;
  readonly certSig: Hex;
}

/** An invite's key, and its signature for the newcomer's pair: what they showed at the door. */
export interface InviteUse {
  readonly invitePub: Hex;
  readonly proof: Hex;
}

/** The writer lets a newcomer in, and carries the newcomer's certificate (L8). */
export interface MemberAdmit {
  readonly type: 'member.admit';
  readonly member: MemberId;
  readonly device: DeviceKey;
  readonly box: Hex;
  /** 2: a member without a device, on the admitter's own (L14). */
  readonly role: 0 | 2;
  readonly certSig: Hex;
  /**
   * Which invite was used, so that apps can count its uses; proven, so that nobody uses up
   * another's. No rule of hours asks.
   */
  readonly invite: InviteUse | null;
}

/** "I know them": towards a voice in decisions (L8). */
export interface MemberVouch {
  readonly type: 'member.vouch';
  readonly member: MemberId;
}

/** The writer leaves for good; their hours stay. */
export interface MemberLeave {
  readonly type: 'member.leave';
}

/** One side's signature: who helped whom, for how long, on what day (L3, L6, L7). */
export interface TransferPropose {
  readonly type: 'transfer.propose';
  /** True: the writer's side helped, and minutes go from each party to it. */
  readonly gave: boolean;
  readonly day: Day;
  /** Strictly ascending by party. */
  readonly lines: readonly ProposedLine[];
  readonly kind: TransferKind;
  /** The proposal that this one undoes or replaces. */
  readonly ref: EntryId | null;
  readonly note: NoteId | null;
  readonly as: AccountId | null;
}

/** Confirm, decline and withdraw all point at a proposal and say no more. */
export interface TransferReply {
  readonly type: 'transfer.confirm' | 'transfer.decline' | 'transfer.withdraw';
  readonly proposal: EntryId;
  readonly as: AccountId | null;
}

export const isReply = (content: { readonly type: string }): content is TransferReply =>
  ['transfer.confirm', 'transfer.decline', 'transfer.withdraw'].includes(content.type);

/** A type that a later version may know: kept, without effect, and said (L15). */
export interface Unknown {
  readonly type: 'unknown';
  readonly number: number;
}

/** A known type whose content fits nothing, or a body that is no value at all (B4). */
export interface Meaningless {
  readonly type: 'meaningless';
}

export type KnownLedgerContent =
  | CommunityFound
  | DeviceEnrol
  | IdentityContent
  | MemberAdmit
  | MemberVouch
  | MemberLeave
  | TransferPropose
  | TransferReply
  | AccountContent
  | MotionContent
  | ForkProof
  | Witness;

export type LedgerContent = KnownLedgerContent | Unknown | Meaningless;

const replyShape = tuple({ proposal: entryField, as: nullable(accountField) });

const lineShape = tuple({ party: partyField, minutes: minutesField });
/** Strictly ascending, so that one set of lines has one encoding (B5). */
const ascendingLines = ascending(lineShape, [1, 64], ({ party }) => party);

/** Payloads by type (F5). */
export const ledgerShapes: {
  [C in KnownLedgerContent as C['type']]: Shape<Omit<C, 'type'>>;
} = {
  'community.found': tuple({
    charter: bytes(1, 3_800),
    box: keyField,
    certSig: signatureField,
  }),
  'device.enrol': where(
    tuple({
      member: memberField,
      device: deviceField,
      box: keyField,
      role: roleField,
      version: integer(0, lastVersion),
      by: nullable(keyField),
      certSig: signatureField,
    }),
    ({ version, by }) => (by === null) === (version === 0),
  ),
  ...identityShapes,
  'member.admit': tuple({
    member: memberField,
    device: deviceField,
    box: keyField,
    role: oneOf<0 | 2>(0, 2),
    certSig: signatureField,
    invite: nullable(tuple({ invitePub: keyField, proof: signatureField })),
  }),
  'member.vouch': tuple({ member: memberField }),
  'member.leave': tuple({}),
  'transfer.propose': tuple({
    gave: boolean,
    day: dayField,
    lines: ascendingLines,
    kind: wordOf<TransferKind>('help', 'gift', 'undo', 'opening'),
    ref: nullable(entryField),
    note: nullable(noteField),
    as: nullable(accountField),
  }),
  'transfer.confirm': replyShape,
  'transfer.decline': replyShape,
  'transfer.withdraw': replyShape,
  ...accountShapes,
  ...motionShapes,
  ...forkShapes,
};

/** The numbers that stand for the types in bytes; any other number is `unknown`. */
export const ledgerNumbers: Record<KnownLedgerContent['type'], number> = {
  'community.found': 1,
  'device.enrol': 2,
  'device.add': 3,
  'device.freeze': 4,
  'identity.set': 5,
  'guardian.recover': 6,
  'member.admit': 7,
  'member.vouch': 8,
  'member.leave': 9,
  'transfer.propose': 10,
  'transfer.confirm': 11,
  'transfer.decline': 12,
  'transfer.withdraw': 13,
  'account.open': 14,
  'account.change': 15,
  'motion.open': 16,
  'motion.vote': 17,
  'fork.proof': 18,
  witness: 19,
};

/** The last number that a type of the ledger can have; above it nothing is meant (L15). */
export const lastLedgerNumber = 63;

/**
 * Also `device.add`: an act of its writer, and the certificate of a device that may state
 * facts of its own, wherever it stands (decision 0016).
 */
const factTypes: ReadonlySet<string> = new Set([
  'community.found',
  'device.enrol',
  'device.add',
  'identity.set',
  'guardian.recover',
  'member.admit',
  'member.vouch',
  'account.open',
  'account.change',
  'motion.open',
  'motion.vote',
  'fork.proof',
  'witness',
  'erase',
]);

/**
 * Facts hold wherever an authentic copy is seen (SPEC, "Facts"), so each must be able to
 * travel by itself: it is covered by its own signature alone.
 */
export const isFact = ({ type }: { readonly type: string }): boolean =>
  factTypes.has(type);
