/**
 * Who writes for whom (ledger/L14): a member without a phone has a log on a neighbour's, with
 * role 2. Whose phone that is, the ledger says of the device (`memberOfDevice`), never a
 * name that somebody wrote.
 */
import type { DeviceKey, EntryId, MemberId } from '@manyhands/base';
import type { Entry, Ledger, Role, Transfer } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import { hasOwnPhone } from './hasOwnPhone.ts';
import { membersHere } from './membersHere.ts';
import { oneEach } from './oneEach.ts';
import type { Place } from './place.ts';
import { ofPeople } from './remembered.ts';

/** What is asked of who writes for whom: what was said, and where. */
export type RecordHeld = Pick<Replica, 'ledger' | 'entry' | 'head' | 'community'>;

/** Whether a device writes for a member who is not its owner, and they have not ended that. */
const writesAs = (ledger: Ledger, member: MemberId, device: DeviceKey): boolean =>
  ledger.devicesOf(member).some((each) => each.device === device && each.role === 2) &&
  ledger.speaks(member, device);

type Word = 'yes' | 'no' | null;

const lastWords = oneEach(
  (_: RecordHeld) => new Map<string, { readonly head: EntryId; readonly word: Word }>(),
);

/**
 * What the phone of an agent last said in the member's log on it (C26): its enrolment once more
 * is a yes, a freeze of itself a no. The record counts neither there (ledger/L14).
 */
function lastWord(held: RecordHeld, member: MemberId, device: DeviceKey): Word {
  const { community } = held;
  const { head } = held.head({ community, kind: 'ledger', member, device });
  const known = lastWords(held).get(`${member}/${device}`);
  if (known?.head === head) return known.word;
  let word: Word = null;
  for (let at = held.entry(head); at !== null; at = held.entry(at.prev)) {
    const said = at.id === known?.head ? known.word : wordIn(at, device);
    if (said === undefined) continue;
    word = said;
    break;
  }
  lastWords(held).set(`${member}/${device}`, { head, word });
  return word;
}

/** Undefined: it is neither, or of another device. */
function wordIn({ content }: Entry, device: DeviceKey): Word | undefined {
  const isOfIt = 'device' in content && content.device === device;
  if (isOfIt && content.type === 'device.enrol') return 'yes';
  return isOfIt && content.type === 'device.freeze' ? 'no' : undefined;
}

/** Whether a phone says here, in the log it is for, that it writes for its member or does not. */
export const isWordOfAgent = (entry: Entry): boolean =>
  wordIn(entry, entry.log.device) !== undefined;

/** `asked`: nobody has said yes on that phone yet. `ended`: by a tap, which no page has borne out. */
type AgentStage = 'asked' | 'writes' | 'no' | 'ended';

/** Null: this device writes for nobody there, or what it says counts nowhere any more. */
export function stageOfAgent(
  held: RecordHeld,
  member: MemberId,
  device: DeviceKey,
): AgentStage | null {
  const { ledger, community } = held;
  const known = ledger.devicesOf(member).find((each) => each.device === device);
  if (known?.role !== 2 || !ledger.speaks(member, device)) return null;
  // Whoever came to it by the page of somebody without a phone was asked by nobody.
  if (!hasOwnPhone(ledger, member)) return 'writes';
  if (known.frozen) return 'ended';
  const word = lastWord(held, member, device);
  if (word !== null) return word === 'yes' ? 'writes' : 'no';
  const hasWritten =
    held.head({ community, kind: 'ledger', member, device }).length > 0;
  return hasWritten ? 'writes' : 'asked';
}

/** The members who are here and name each device, with the role that they give it. */
const namedOn = ofPeople((ledger) => {
  const byDevice = new Map<DeviceKey, { member: MemberId; role: Role | null }[]>();
  for (const { member, devices } of membersHere(ledger)) {
    for (const { device, role } of devices) {
      const known = byDevice.get(device);
      if (known) known.push({ member, role });
      else byDevice.set(device, [{ member, role }]);
    }
  }
  return byDevice;
});

/** The members for whom this phone is an agent's, by where that stands. */
export function agentHere(
  { replica, membership: { device } }: Pick<Place, 'replica' | 'membership'>,
  stage: AgentStage,
): MemberId[] {
  return (namedOn(replica.ledger).get(device) ?? [])
    .map(({ member }) => member)
    .filter((member) => stageOfAgent(replica, member, device) === stage);
}

/**
 * The members for whom this phone wrote and may not any more, though it has not said so itself:
 * they, or their page, have ended it. Of whom has died nobody is told that.
 */
export const endedHere = ({
  replica,
  membership: { device },
}: Pick<Place, 'replica' | 'membership'>): MemberId[] =>
  (namedOn(replica.ledger).get(device) ?? [])
    .filter(({ role }) => role === 2)
    .map(({ member }) => member)
    .filter((member) => {
      const { community } = replica;
      const { length } = replica.head({ community, kind: 'ledger', member, device });
      if (length === 0 || lastWord(replica, member, device) === 'no') return false;
      const stage = stageOfAgent(replica, member, device);
      return stage === 'ended' || stage === null;
    });

/** The members for whom this phone writes. */
export const writesFor = (place: Pick<Place, 'replica' | 'membership'>): MemberId[] =>
  agentHere(place, 'writes');

/** Who was asked to write for somebody with a phone of their own, and how that stands. */
export interface Carer {
  readonly carer: MemberId;
  readonly stage: AgentStage;
}

const stages: readonly AgentStage[] = ['writes', 'asked', 'no', 'ended'];

/** Each once, in the order of their names, as the furthest of their phones stands. */
export function carersOf(held: RecordHeld, member: MemberId): Carer[] {
  const { ledger } = held;
  const found = new Map<MemberId, AgentStage>();
  for (const { device } of ledger.devicesOf(member)) {
    const stage = stageOfAgent(held, member, device);
    const carer = ledger.memberOfDevice(device);
    if (stage === null || carer === null) continue;
    const known = found.get(carer) ?? stage;
    found.set(carer, stages.indexOf(stage) < stages.indexOf(known) ? stage : known);
  }
  return [...found]
    .map(([carer, stage]) => ({ carer, stage }))
    .sort((a, b) => (a.carer < b.carer ? -1 : 1));
}

/** Whether what this entry asks was written by a phone that its member has ended with a tap. */
export function isOfEndedAgent(held: RecordHeld, id: EntryId): boolean {
  const log = held.entry(id)?.log;
  return log !== undefined && stageOfAgent(held, log.member, log.device) === 'ended';
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

type Kept = Pick<Replica, 'ledger' | 'entry'>;

/** Who wrote this entry for its member; null where they did so themself. */
export function writtenBy(replica: Kept, id: EntryId): MemberId | null {
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
  replica: Kept,
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
