/** What an organiser does: writes down what happened, asks once more, takes it back. */
import { err, ok } from '@manyhands/base';
import type {
  AccountId,
  Day,
  EntryId,
  MemberId,
  Minutes,
  PartyId,
  Result,
} from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import {
  canBothSign,
  isSoundPlan,
  linesOfSession,
  sessionLimits,
  sessionMinutes,
  sessionNameOf,
  sessionPeople,
} from '@manyhands/ledger';
import type { SessionPlan } from '@manyhands/ledger';
import { hasLeft, personHere, replace, textBytes, write } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import type { SessionHere } from './sessionsHere.ts';

/** One of those who were there. */
export interface InSession {
  readonly party: PartyId;
  readonly minutes: Minutes;
}

/** A session as it is being written down. */
export interface SessionSaid {
  readonly title: string;
  readonly words: string;
  readonly day: Day;
  readonly category: number | null;
  readonly helpers: readonly InSession[];
  /** Those who were helped; their minutes count where each gives their part. */
  readonly helped: readonly InSession[];
  readonly source: SessionPlan['source'];
  readonly account: AccountId | null;
}

export type SessionRefused =
  | { readonly type: 'NobodyHelped' | 'NobodyToGive' | 'NoGiver' | 'NoTitle' }
  | { readonly type: 'NoteTooLong' }
  | { readonly type: 'TooManyInSession'; readonly people: number }
  | { readonly type: 'TwiceInSession'; readonly party: PartyId }
  | { readonly type: 'LeftBeforeSession'; readonly party: PartyId }
  | { readonly type: 'LongerThanADay'; readonly party: PartyId }
  | { readonly type: 'TooFewApart'; readonly party: PartyId }
  | { readonly type: 'FutureDay'; readonly day: Day }
  /** So much was helped, and so much is given. */
  | { readonly type: 'NotEven'; readonly helped: number; readonly given: number };

/** Minutes in which parts are rounded where the sum allows it. */
const step = 5;

/**
 * So many minutes in so many parts that add up to them: of five minutes' steps where the sum is one,
 * and the first ones give a step more.
 */
export function evenParts(total: number, many: number): number[] {
  if (many === 0) return [];
  const unit = total % step === 0 && total >= many * step ? step : 1;
  const units = total / unit;
  const each = Math.floor(units / many);
  const more = units - each * many;
  return Array.from({ length: many }, (_, n) => (each + (n < more ? 1 : 0)) * unit);
}

/** What it would say, in the order of the format. */
export function planOf(said: SessionSaid): SessionPlan {
  const { helpers, helped, source, account } = said;
  return {
    helpers: helpers
      .map(({ party, minutes }) => ({ member: party as MemberId, minutes }))
      .sort((a, b) => (a.member < b.member ? -1 : 1)),
    helped: helped
      .map(({ party, minutes }) => ({
        party,
        minutes: source === 'each' ? minutes : 0,
      }))
      .sort((a, b) => (a.party < b.party ? -1 : 1)),
    source,
    account: source === 'account' ? account : null,
  };
}

/** Why it cannot be asked as it stands; null: it can. Nothing is lost by it. */
export function whyNotPlanned(place: Place, said: SessionSaid): SessionRefused | null {
  const { title, words, day, helpers, helped, source, account } = said;
  const people = [...helpers, ...helped];
  if (helpers.length === 0) return { type: 'NobodyHelped' };
  if (people.length > sessionPeople)
    return { type: 'TooManyInSession', people: people.length };
  const twice = people.find(
    ({ party }, n) =>
      people.findIndex((other) => other.party === party) !== n ||
      (source === 'account' && party === account),
  );
  if (twice) return { type: 'TwiceInSession', party: twice.party };
  const gone = people.find(({ party }) => !isHere(place, party));
  if (gone) return { type: 'LeftBeforeSession', party: gone.party };
  const counted = source === 'each' ? people : helpers;
  const long = counted.find(
    ({ minutes }) =>
      !Number.isInteger(minutes) || minutes < 1 || minutes > sessionMinutes,
  );
  if (long) return { type: 'LongerThanADay', party: long.party };
  if (source === 'each' && helped.length === 0) return { type: 'NobodyToGive' };
  if (source === 'account' && account === null) return { type: 'NoGiver' };
  if (day > place.today()) return { type: 'FutureDay', day };
  if (title.trim() === '') return { type: 'NoTitle' };
  if (textBytes(title) > sessionLimits.title || textBytes(words) > sessionLimits.words)
    return { type: 'NoteTooLong' };
  const plan = planOf(said);
  if (!isSoundPlan(plan))
    return { type: 'NotEven', helped: sumOf(helpers), given: sumOf(helped) };
  const apart = linesOfSession(plan).find(
    (line) => !canBothSign(place.replica.ledger, line.helper, line.helped),
  );
  return apart ? { type: 'TooFewApart', party: apart.helper } : null;
}

const sumOf = (all: readonly InSession[]): number =>
  all.reduce((sum, { minutes }) => sum + minutes, 0);

function isHere(place: Place, party: PartyId): boolean {
  const { ledger } = place.replica;
  if (ledger.account(party) !== null) return true;
  return (
    ledger.isEverMember(party) &&
    !hasLeft(ledger, party as MemberId) &&
    !personHere(place, party).hasDied
  );
}

/** Writes it down: everybody in it is asked on their own phone. Answers its name. */
export async function planSession(
  place: Place,
  said: SessionSaid,
): Promise<Result<EntryId, SessionRefused | WriteRefused>> {
  const refused = whyNotPlanned(place, said);
  if (refused) return err(refused);
  const { title, words, day, category } = said;
  const session = toHex(place.randomBytes(16));
  const written = await write(place, 'board', {
    type: 'session',
    session,
    rev: 0,
    day,
    title: title.trim(),
    words: words.trim(),
    category,
    ...planOf(said),
    gathering: null,
  });
  const { community, member } = place.membership;
  return written.ok ? ok(sessionNameOf(community, member, session)) : written;
}

/** Asks those once more who have not answered: one entry for all of them. */
export async function remindOfSession(
  place: Place,
  { plan: { session }, reminders }: SessionHere,
): Promise<Result<void, WriteRefused>> {
  const older = ownEntries(place).filter(
    ({ content }) => content.type === 'session.reminder' && content.session === session,
  );
  const rev = reminders + 1;
  const asked = await replace(place, { type: 'session.reminder', session, rev }, older);
  return asked.ok ? ok(undefined) : asked;
}

/** Takes it back: nobody is asked any more. What was asked or signed stays. */
export function takeSessionBack(
  place: Place,
  { plan: { session } }: SessionHere,
): Promise<Result<void, WriteRefused>> {
  const entries = ownEntries(place).filter(
    ({ content }) =>
      (content.type === 'session' || content.type === 'session.reminder') &&
      content.session === session,
  );
  return place.writer.erase(entries);
}

const ownEntries = ({ replica, membership }: Place) =>
  replica.board.entriesOf(membership.member);
