import { err, ok } from '@manyhands/base';
import type {
  AccountId,
  Day,
  EntryId,
  MemberId,
  Minutes,
  NoteId,
  PartyId,
  Result,
} from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import {
  confirmTransfer,
  declineTransfer,
  noteIdOf,
  proposeTransfer,
  undoTransfer,
  withdrawTransfer,
} from '@manyhands/ledger';
import type {
  Note,
  ProposedLine,
  ProposeRefused,
  ReplyRefused,
  Transfer,
  TransferPropose,
} from '@manyhands/ledger';
import type { Place, WriteRefused } from '../opened/index.ts';
import {
  isOff,
  isOfEndedAgent,
  isOnlyHere,
  ownerHere,
  peopleBehind,
  sealNote,
  writeDecided,
} from '../opened/index.ts';

/** One stretch of help with one other, as somebody says it. */
export interface HelpSaid {
  readonly with: PartyId;
  /** The account for which I say it: `iHelped` is then whether that did. */
  readonly as?: AccountId | null;
  /** Hours that are given, with no help for them. */
  readonly isGiven?: boolean;
  readonly iHelped: boolean;
  readonly minutes: Minutes;
  readonly day: Day;
  readonly category: number | null;
  readonly text: string;
  /** The proposal that this one is to stand in for ("something's different"). */
  readonly instead: EntryId | null;
}

export type ActRefused =
  | ProposeRefused
  | ReplyRefused
  | WriteRefused
  | { readonly type: 'Unsigned' }
  /** Whoever writes for somebody is never the other side of their hours (ledger/L14). */
  | { readonly type: 'WritesForThem' }
  /** Who is said to ask has said that this phone no longer writes for them (C26). */
  | { readonly type: 'WritesNoMore' };

/**
 * Asks `help.with` to sign that it happened. The note, if there is one, is stored
 * first, so that no transfer ever commits to words that were lost; who signs for an account
 * reads it too.
 */
export async function recordHelp(
  place: Place,
  help: HelpSaid,
): Promise<Result<EntryId, ActRefused>> {
  const note = noteOf(place, help);
  const proposal = decideHelp(place, help, note && noteIdOf(note));
  if (!proposal.ok) return proposal;
  if (note) {
    const sealed = await sealNote(
      place.replica,
      note,
      readersOfHelp(place, help),
      place.membership.device,
    );
    const kept = await place.writer.append('board', sealed);
    if (!kept.ok) return kept;
  }
  return writeDecided(place, 'ledger', proposal);
}

/**
 * Why this one cannot be asked about it as things stand here; null: they can. Who writes it for an
 * account, or for somebody, may be able to ask one and not another.
 */
export function whyNotAsked(place: Place, help: HelpSaid): ActRefused | null {
  const decided = decideHelp(place, help, null);
  return decided.ok ? null : decided.error;
}

function decideHelp(
  place: Place,
  help: HelpSaid,
  note: NoteId | null,
): Result<TransferPropose, ActRefused> {
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  if (isOnBothSides(place, help.with)) return err({ type: 'WritesForThem' });
  const { as = null } = help;
  return proposeTransfer(place.replica.ledger, {
    by: me(place),
    as,
    kind: help.isGiven === true ? 'gift' : 'help',
    gave: help.iHelped,
    lines: [{ party: help.with, minutes: help.minutes }],
    day: help.day,
    today: place.today(),
    ref: help.instead,
    note,
  });
}

/** My own lines of what happened with several on one day. */
export interface SharedHelp {
  readonly lines: readonly ProposedLine[];
  readonly day: Day;
  /** What it is of: a session's name (ledger/B26). */
  readonly ref: EntryId;
}

/**
 * Asks each of these in one proposal for what I helped them. Who cannot be asked is left out; where
 * nobody can it is refused for what stands in the way of the first.
 */
export async function askLines(
  place: Place,
  { lines, day, ref }: SharedHelp,
): Promise<Result<EntryId, ActRefused>> {
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  const decide = (asked: readonly ProposedLine[]) =>
    proposeTransfer(place.replica.ledger, {
      by: me(place),
      gave: true,
      lines: asked,
      day,
      today: place.today(),
      ref,
    });
  const able = lines.filter(
    (line) => !isOnBothSides(place, line.party) && decide([line]).ok,
  );
  const [first] = lines;
  if (able.length === 0 && first !== undefined && isOnBothSides(place, first.party))
    return err({ type: 'WritesForThem' });
  return writeDecided(place, 'ledger', decide(able.length === 0 ? lines : able));
}

/** Whether all that could sign for the two is one phone. */
const isOnBothSides = (place: Place, other: PartyId): boolean =>
  place.membership.isBehalf === true
    ? ownerHere(place) === other || isOnlyHere(place, other as MemberId)
    : isOnlyHere(place, other as MemberId);

/** I come first, then the other side: where not all fit, these do. */
const readersOfHelp = (
  place: Place,
  { with: party, as = null }: HelpSaid,
): MemberId[] => {
  const { ledger } = place.replica;
  const others = peopleBehind(ledger, party);
  const mine = as === null ? [] : peopleBehind(ledger, as);
  return [...new Set([me(place), ...others, ...mine])];
};

function noteOf(place: Place, { category, text }: HelpSaid): Note | null {
  const words = text.trim();
  if (category === null && words === '') return null;
  return { type: 'note', salt: toHex(place.randomBytes(16)), category, text: words };
}

/**
 * "Yes, that's right", as myself or `as` an organisation that I sign for. Nobody says it to an
 * hour without a signature of its own, because no witness could carry it over a cut (replica/A6).
 */
export async function sayYes(
  place: Place,
  proposal: EntryId,
  as: AccountId | null = null,
): Promise<Answered> {
  const proposer = place.replica.ledger.linesOf(proposal)[0]?.proposer;
  if (proposer !== undefined && isOnBothSides(place, proposer)) {
    return err({ type: 'WritesForThem' });
  }
  if (isOfEndedAgent(place.replica, proposal)) return err({ type: 'WritesNoMore' });
  const confirmed = confirmTransfer(place.replica.ledger, me(place), proposal, as);
  if (confirmed.ok && !(await place.replica.isSigned(proposal))) {
    return err({ type: 'Unsigned' });
  }
  return writeDecided(place, 'ledger', confirmed);
}

/** "Something's different", or "not me". */
export const sayNo = (
  place: Place,
  proposal: EntryId,
  as: AccountId | null = null,
): Promise<Answered> =>
  writeDecided(
    place,
    'ledger',
    declineTransfer(place.replica.ledger, me(place), proposal, as),
  );

/** Takes back what was asked and not yet answered. */
export const takeBack = (
  place: Place,
  proposal: EntryId,
  as: AccountId | null = null,
): Promise<Answered> =>
  writeDecided(
    place,
    'ledger',
    withdrawTransfer(place.replica.ledger, me(place), proposal, as),
  );

/** Asks for the same hours the other way: the other side must say yes to that as well. */
export const putRight = (
  place: Place,
  { proposal, party }: Transfer,
  as: AccountId | null = null,
): Promise<Answered> =>
  writeDecided(
    place,
    'ledger',
    undoTransfer(place.replica.ledger, {
      by: me(place),
      proposal,
      party,
      as,
      today: place.today(),
    }),
  );

/** A word of thanks, on the board, where its writer can erase it. */
export const sayThanks = (
  place: Place,
  proposal: EntryId,
  text: string,
): Promise<Answered> =>
  writeDecided(place, 'board', ok({ type: 'thanks', proposal, text: text.trim() }));

type Answered = Result<EntryId, ActRefused>;

const me = (place: Place): MemberId => place.membership.member;
