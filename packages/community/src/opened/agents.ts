/**
 * Who writes for whom (ledger/L14): a member without a phone has a log on a neighbour's, with
 * role 2. Whose phone that is, the ledger says of the device (`memberOfDevice`), never a
 * name that somebody wrote.
 */
import type { DeviceKey, EntryId, MemberId } from '@manyhands/base';
import type { Ledger, Transfer } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import { membersHere } from './membersHere.ts';
import type { Place } from './place.ts';

/** Whether a device writes for a member who is not its owner, and they have not ended that. */
const writesAs = (ledger: Ledger, member: MemberId, device: DeviceKey): boolean =>
  ledger
    .devicesOf(member)
    .some((each) => each.device === device && each.role === 2 && !each.frozen) &&
  ledger.speaks(member, device);

/** The members for whom this phone writes. */
export function writesFor({
  replica: { ledger },
  membership: { device },
}: Pick<Place, 'replica' | 'membership'>): MemberId[] {
  return membersHere(ledger)
    .filter(({ devices }) => devices.some((each) => each.device === device))
    .map(({ member }) => member)
    .filter((member) => writesAs(ledger, member, device));
}

/** The members who write for this one, each once, in the order of their names. */
export function agentsOf(ledger: Ledger, member: MemberId): MemberId[] {
  const owners = ledger
    .devicesOf(member)
    .filter(({ device }) => writesAs(ledger, member, device))
    .map(({ device }) => ledger.memberOfDevice(device))
    .filter((owner) => owner !== null);
  return [...new Set(owners)].sort();
}

/**
 * Whether nobody could say this member's yes to an hour with whoever holds this phone: all that
 * signs for them is this phone, and nobody stands on both sides of an hour (ledger/L3).
 */
export const isOnlyHere = (
  { replica: { ledger }, membership }: Pick<Place, 'replica' | 'membership'>,
  member: MemberId,
): boolean =>
  writesAs(ledger, member, membership.device) &&
  !hasOwnPhone(ledger, member) &&
  agentsOf(ledger, member).length === 1;

/** Whose phone this is: of a member for whom it writes, the other one. */
export const ownerHere = ({
  replica: { ledger },
  membership: { device, member, isBehalf },
}: Pick<Place, 'replica' | 'membership'>): MemberId =>
  isBehalf === true ? (ledger.memberOfDevice(device) ?? member) : member;

/** Whether this member signs on a device of their own. */
export const hasOwnPhone = (ledger: Ledger, member: MemberId): boolean =>
  ledger
    .devicesOf(member)
    .some(({ device, role }) => role === 0 && ledger.speaks(member, device));

type Held = Pick<Replica, 'ledger' | 'entry'>;

/** Who wrote this entry for its member; null where they did so themself. */
export function writtenBy(replica: Held, id: EntryId): MemberId | null {
  const { ledger } = replica;
  const log = replica.entry(id)?.log;
  if (log === undefined || ledger.roleOf(log.member, log.device) !== 2) return null;
  return ledger.memberOfDevice(log.device);
}

/** Who wrote each side's word on an hour for them; null where they did so themself. */
export interface Behind {
  readonly proposer: MemberId | null;
  readonly party: MemberId | null;
}

/** Null where both wrote for themselves, as nearly always. */
export function signedBehalf(
  replica: Held,
  { proposal, party }: Pick<Transfer, 'proposal' | 'party'>,
): Behind | null {
  const answers = replica.ledger
    .answersTo(proposal, party)
    .map((id) => ({ id, type: replica.entry(id)?.content.type }));
  const yes = answers.find(({ type }) => type === 'transfer.confirm') ?? answers.at(-1);
  const behind = {
    proposer: writtenBy(replica, proposal),
    party: yes ? writtenBy(replica, yes.id) : null,
  };
  return behind.proposer === null && behind.party === null ? null : behind;
}
