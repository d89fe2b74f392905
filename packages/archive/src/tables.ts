import type { EntryId, MemberId, PartyId } from '@manyhands/base';
import { fromHex, toDidKey } from '@manyhands/codec';
import type { Ledger, Member, ThanksGiven, Transfer } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { Row } from './csv.ts';

/**
 * What the tables of an archive are made from, taken in one step: transfers and profiles
 * are never changed, only replaced, so that a copy of their list stays as it was.
 */
export interface TablePeople {
  readonly members: readonly Member[];
  readonly transfers: readonly Transfer[];
  nameOf(party: PartyId): string;
}

/** In place of a name, at once, also where it is not erased yet. */
const whoLeft = 'someone who left';

export function peopleOf({
  ledger,
  board,
}: Pick<Replica, 'ledger' | 'board'>): TablePeople {
  const members = ledger.members();
  const names = new Map<PartyId, string>(
    members.map(({ member, left }) => [
      member,
      left ? whoLeft : (board.profileOf(member)?.name ?? ''),
    ]),
  );
  return {
    members,
    transfers: [...ledger.transfers()],
    nameOf: (party) => names.get(party) ?? '',
  };
}

/** `did:key` of a member; an organisation or a pot is named by the entry that opened it. */
export const idOf = (ledger: Pick<Ledger, 'member'>, party: PartyId): string =>
  ledger.member(party as MemberId) ? toDidKey(fromHex(party)) : party;

/** 2026-05-12 */
export const isoDate = (day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10);

/** 2026-05-12T09:10Z: entries know whole minutes only. */
export const isoMinute = (minute: number): string =>
  `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`;

export const peopleHeads = [
  'name',
  'hours_given',
  'hours_received',
  'balance_minutes',
  'member',
  'left',
  'paused',
  'voice',
  'let_in_by',
  'about',
  'area',
  'languages',
  'skills',
  'id',
] as const;

/** One row for everybody whom a member let in. Hours are decimal: 1.5 is 1 h 30. */
export function* peopleRows(
  replica: Pick<Replica, 'ledger' | 'board'>,
  people: TablePeople,
): Generator<Row> {
  const given = new Map<PartyId, number>();
  const received = new Map<PartyId, number>();
  for (const { status, helper, helped, minutes } of people.transfers) {
    if (status !== 'exists') continue;
    given.set(helper, (given.get(helper) ?? 0) + minutes);
    received.set(helped, (received.get(helped) ?? 0) + minutes);
  }
  for (const {
    member,
    everMember,
    left,
    paused,
    voice,
    admittedBy,
  } of people.members) {
    const profile = left ? null : replica.board.profileOf(member);
    const [gave, got] = [given.get(member) ?? 0, received.get(member) ?? 0];
    yield {
      name: people.nameOf(member),
      hours_given: gave / 60,
      hours_received: got / 60,
      balance_minutes: gave - got,
      member: everMember,
      left,
      paused,
      voice,
      let_in_by: admittedBy.map((by) => people.nameOf(by)).join(', '),
      about: profile?.about ?? '',
      area: profile?.area ?? '',
      languages: (profile?.languages ?? []).join(' '),
      skills: (profile?.skills ?? []).join(' '),
      id: idOf(replica.ledger, member),
    };
  }
}

export const hoursHeads = [
  'day',
  'helper',
  'helped',
  'minutes',
  'status',
  'kind',
  'recorded',
  'confirmed',
  'undone',
  'thanks',
  'helper_id',
  'helped_id',
  'id',
  'undoes',
] as const;

/**
 * One row for each line of a proposal, the oldest first. Notes stay sealed in the entries.
 * Thanks stand in the first row of what they are for: a thousand words for sixty-four lines
 * would be written sixty-four times.
 */
export function* hoursRows(
  { ledger, board }: Pick<Replica, 'ledger' | 'board'>,
  people: TablePeople,
): Generator<Row> {
  let thanked: EntryId | null = null;
  for (const transfer of people.transfers.toSorted(oldestFirst)) {
    const isFirst = transfer.proposal !== thanked;
    thanked = transfer.proposal;
    yield {
      day: isoDate(transfer.day),
      helper: people.nameOf(transfer.helper),
      helped: people.nameOf(transfer.helped),
      minutes: transfer.minutes,
      status: transfer.status,
      kind: transfer.kind,
      recorded: isoMinute(transfer.proposedAt),
      confirmed: transfer.confirmedAt === null ? null : isoMinute(transfer.confirmedAt),
      undone: transfer.undoneBy !== null,
      thanks: thanksText(
        (isFirst ? board.thanksFor(transfer.proposal) : []).filter(
          ({ member }) => ledger.member(member)?.left !== true,
        ),
      ),
      helper_id: idOf(ledger, transfer.helper),
      helped_id: idOf(ledger, transfer.helped),
      id: transfer.proposal,
      undoes: transfer.ref,
    };
  }
}

const thanksText = (thanks: readonly ThanksGiven[]): string =>
  thanks.map(({ text }) => text).join(' · ');

const oldestFirst = (a: Transfer, b: Transfer): number =>
  a.day - b.day ||
  a.proposedAt - b.proposedAt ||
  compare(a.proposal, b.proposal) ||
  compare(a.party, b.party);

const compare = (a: EntryId | PartyId, b: EntryId | PartyId): number =>
  a < b ? -1 : a > b ? 1 : 0;
