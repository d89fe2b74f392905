/** Sessions as a member sees them: what is planned of each, and what has come of it. */
import { fewOfEach } from '@manyhands/base';
import type { EntryId, MemberId, PartyId } from '@manyhands/base';
import { linesOfSession, partOfSession, sessionNameOf } from '@manyhands/ledger';
import type { PlannedSession, SessionPart, ShownSession } from '@manyhands/ledger';
import { sessionDays, sessionsListed } from '../limits.ts';
import { hasLeft, oneEach, personHere, remembered } from '../opened/index.ts';
import type { Person, Place } from '../opened/index.ts';

/** Hours for many at once, as one organiser wrote them down. */
export interface SessionHere {
  readonly name: EntryId;
  readonly organiser: Person;
  /** I may ask again, and take it back. */
  readonly isMine: boolean;
  readonly plan: PlannedSession;
  readonly reminders: number;
  readonly shown: ShownSession;
}

const sessionsByName = remembered(
  (place): ReadonlyMap<EntryId, SessionHere> => {
    const { replica, membership } = place;
    const all = replica.board.sessions
      .all()
      .filter(({ organiser }) => replica.ledger.isEverMember(organiser))
      .filter(({ organiser }) => !hasLeft(replica.ledger, organiser))
      .map((shown): SessionHere => {
        const { organiser, session: plan, reminders } = shown;
        return {
          name: sessionNameOf(membership.community, organiser, plan.session),
          organiser: personHere(place, organiser),
          isMine: organiser === membership.member,
          plan,
          reminders,
          shown,
        };
      });
    return new Map(all.map((each) => [each.name, each]));
  },
  'board',
  'people',
);

/** The session of that name; null: it is not here, or was taken back. */
export const sessionNamed = (place: Place, name: EntryId): SessionHere | null =>
  sessionsByName(place).get(name) ?? null;

/** Those that I organise or stand in, the latest day first; of each organiser so many. */
export function mySessions(place: Place): SessionHere[] {
  const me = place.membership.member;
  const all = [...sessionsByName(place).values()]
    .filter((each) => each.isMine || isIn(each.plan, me))
    .sort(
      (a, b) =>
        b.plan.day - a.plan.day ||
        b.shown.entry.time - a.shown.entry.time ||
        (a.name < b.name ? -1 : 1),
    );
  return fewOfEach(all, sessionsListed, ({ organiser }) => organiser.id);
}

/** Found once for each plan: it never changes. */
const linesOf = oneEach(linesOfSession);

/** Each line of it, or of one in it, and where it stands by what is here. */
export function sessionParts(
  place: Place,
  { name, plan }: SessionHere,
  of: PartyId | null = null,
): SessionPart[] {
  const { ledger } = place.replica;
  return linesOf(plan)
    .filter(({ helper, helped }) => of === null || helper === of || helped === of)
    .map((line) =>
      partOfSession({ name, day: plan.day }, line, ledger.transfersOf(line.helper)),
    );
}

export const isIn = ({ helpers, helped }: PlannedSession, member: MemberId): boolean =>
  helpers.some((each) => each.member === member) ||
  helped.some(({ party }) => party === member);

/** Whether it asks anybody: its day has come, and is not long ago. */
export const isAsking = (place: Place, { plan: { day } }: SessionHere): boolean =>
  day <= place.today() && day > place.today() - sessionDays;
