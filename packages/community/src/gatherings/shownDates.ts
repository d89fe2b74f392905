/** What gatherings there are for me, and their dates as they stand for whoever reads (C40, C41). */
import { fewOfEach } from '@manyhands/base';
import type { Day, GatheringId, MemberId, MinuteOfTime } from '@manyhands/base';
import type { Coming, DateNow, Seats, ShownGathering } from '@manyhands/ledger';
import { pausesOf } from '../decisions/index.ts';
import { changesLookedAt, gatheringsOfEach } from '../limits.ts';
import { membersHere, ofBoardAndPeople, remembered } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import {
  clockIn,
  daysOf,
  isDayOf,
  momentOf,
  momentOrHere,
  zoneHere,
} from './calendar.ts';
import type { ClockTime } from './calendar.ts';

/** One date of a gathering, as I read it. */
export interface DateHere {
  readonly id: GatheringId;
  readonly shown: ShownGathering;
  /** By which day it is named. */
  readonly date: Day;
  readonly now: DateNow;
  readonly from: MinuteOfTime;
  readonly until: MinuteOfTime;
  /** By this phone's own clock. */
  readonly here: ClockTime;
  /** By the clock where it is, if that shows another time. */
  readonly there: ClockTime | null;
  /** Else it is read as this phone's own. */
  readonly knowsZone: boolean;
  readonly isOver: boolean;
  /** What I say of it; null: nothing. */
  readonly mine: Coming | null;
  readonly iOrganise: boolean;
}

/** Who comes to one date, as far as it is heard here. */
export interface WhoComes {
  readonly yes: readonly Coming[];
  readonly maybe: readonly Coming[];
  readonly no: readonly Coming[];
  /** They said yes, or maybe, to another time or place. */
  readonly askedAgain: readonly Coming[];
  /** Those who say yes and have a place, and whom they bring; nobody who is asked again. */
  readonly people: number;
  readonly seats: Seats;
}

/** Asked of every date of a list, and slow to ask of the browser. */
const readersZone = remembered(() => zoneHere(), 'disk');

/** Asked of every date too. */
const everybodyHere = remembered(
  (place): ReadonlySet<MemberId> =>
    new Set(membersHere(place.replica.ledger).map(({ member }) => member)),
  'people',
);

/** Every gathering that somebody who is here organises. */
const everyOne = remembered(
  (place): ReadonlyMap<GatheringId, ShownGathering> => {
    const here = everybodyHere(place);
    const me = place.membership.member;
    const pauses = pausesOf(place);
    const isHeard = (member: MemberId) =>
      member === me || (here.has(member) && !pauses.has(member));
    const all = place.replica.board.gatherings
      .all()
      .filter(({ organisers }) => organisers.some(isHeard));
    return new Map(all.map((each) => [each.id, each]));
  },
  ...ofBoardAndPeople,
);

/** Which of them I have answered, or organise. */
export const concernMe = remembered(
  (place): ReadonlySet<GatheringId> => {
    const me = place.membership.member;
    const { gatherings } = place.replica.board;
    const mine = [...everyOne(place).values()].filter(({ organisers }) =>
      organisers.includes(me),
    );
    return new Set([...gatherings.idsAnsweredBy(me), ...mine.map(({ id }) => id)]);
  },
  ...ofBoardAndPeople,
);

/**
 * Those that are listed for me: of each founder the latest `gatheringsOfEach`, and all that
 * concern me; none of somebody I have blocked.
 */
export const gatheringsOf = remembered(
  (place): readonly ShownGathering[] => {
    const peace = peaceOf(place);
    const mine = concernMe(place);
    const all = [...everyOne(place).values()]
      .filter(({ founder }) => !peace.isBlocked(founder))
      .sort((a, b) => b.gathering.day - a.gathering.day || (a.id < b.id ? -1 : 1));
    return fewOfEach(
      all,
      gatheringsOfEach,
      ({ founder }) => founder,
      ({ id }) => mine.has(id),
    );
  },
  ...ofBoardAndPeople,
);

/** One gathering, also one that is called off; null while nobody organises it. */
export const gatheringNamed = (place: Place, id: GatheringId): ShownGathering | null =>
  everyOne(place).get(id) ?? null;

/** One date; null if there is no such day in it. */
export function dateHere(place: Place, id: GatheringId, date: Day): DateHere | null {
  const shown = gatheringNamed(place, id);
  if (shown === null || !isDayOf(shown.gathering, date)) return null;
  return seen(place, shown, date);
}

function seen(place: Place, shown: ShownGathering, date: Day): DateHere | null {
  const { gatherings } = place.replica.board;
  const { id, gathering } = shown;
  const now = gatherings.dateOf(id, date);
  if (now === null) return null;
  const zone = readersZone(place);
  const known = momentOf(now, gathering.zone);
  const from = known ?? momentOrHere(now, zone, zone);
  const until = (from + now.length) as MinuteOfTime;
  const here =
    gathering.zone === zone && known !== null
      ? { day: now.day, minute: now.minute }
      : clockIn(from, zone);
  const isSame = here.day === now.day && here.minute === now.minute;
  const me = place.membership.member;
  return {
    id,
    shown,
    date,
    now,
    from,
    until,
    here,
    knowsZone: known !== null,
    there: isSame || known === null ? null : { day: now.day, minute: now.minute },
    isOver: until <= place.now(),
    mine: gatherings.saysOf(id, date, me),
    iOrganise: shown.organisers.includes(me),
  };
}

/**
 * All dates of what is listed for me that fall on these days of mine, the earliest first. A date
 * counts where it has been moved to.
 */
export function datesBetween(place: Place, from: Day, to: Day): DateHere[] {
  return gatheringsOf(place)
    .flatMap((shown) => datesOf(place, shown, from, to))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
}

export function datesOf(
  place: Place,
  shown: ShownGathering,
  from: Day,
  to: Day,
): DateHere[] {
  const { gathering, id } = shown;
  // A day there is not always a day here: what is near is looked at as well.
  const planned = daysOf(gathering, (from - 2) as Day, (to + 2) as Day);
  const changed = place.replica.board.gatherings
    .changedDates(id)
    .filter(
      (date) => date >= from - 366 && date <= to + 366 && isDayOf(gathering, date),
    )
    .slice(-changesLookedAt);
  return [...new Set([...planned, ...changed])]
    .map((date) => seen(place, shown, date))
    .filter((found) => found !== null)
    .filter(({ here }) => here.day >= from && here.day <= to)
    .sort((a, b) => a.from - b.from);
}

/** The next date that is not over, left out ones among them; null: there is none for a year. */
export function nextDateOf(place: Place, shown: ShownGathering): DateHere | null {
  const today = place.today();
  const first = Math.max(today, shown.gathering.day) as Day;
  const dates = datesOf(place, shown, (today - 1) as Day, (first + 366) as Day);
  const ahead = dates.filter(({ isOver }) => !isOver);
  return ahead.find(({ now }) => !now.isOut) ?? ahead[0] ?? null;
}

/** Who comes to it, of those who are here: sessions begin with `yes`. */
export function whoComes(place: Place, id: GatheringId, date: Day): WhoComes {
  const { board } = place.replica;
  const here = everybodyHere(place);
  const isHere = (member: MemberId) => here.has(member);
  const all = board.gatherings
    .comingTo(id, date)
    .filter(({ member }) => isHere(member));
  const saying = (what: Coming['says']) =>
    all.filter(({ says, isAskedAgain }) => says === what && !isAskedAgain);
  const yes = saying('yes');
  const seats = board.gatherings.seatsOn(id, date, isHere);
  const room = new Map(seats.seated.map(({ member, places }) => [member, places]));
  return {
    yes,
    maybe: saying('maybe'),
    no: saying('no'),
    askedAgain: all.filter(({ isAskedAgain }) => isAskedAgain),
    people: yes.reduce((sum, { member }) => sum + (room.get(member) ?? 0), 0),
    seats,
  };
}

/** How my place stands at a date to which I said yes. */
export type MySeat =
  | { readonly kind: 'free' | 'unheard' }
  | { readonly kind: 'seated'; readonly places: number }
  | { readonly kind: 'waiting'; readonly turn: number; readonly hasLost: boolean };

export function mySeatIn(
  { yes, askedAgain, seats }: WhoComes,
  me: MemberId,
): MySeat | null {
  const mine = [...yes, ...askedAgain].find(({ member }) => member === me);
  if (mine?.says !== 'yes') return null;
  if (seats.free === null) return { kind: 'free' };
  const seated = seats.seated.find(({ member }) => member === me);
  if (seated) return { kind: 'seated', places: seated.places };
  const at = seats.waiting.findIndex(({ member }) => member === me);
  const waiting = seats.waiting[at];
  return waiting
    ? { kind: 'waiting', turn: at + 1, hasLost: waiting.hasLost }
    : { kind: 'unheard' };
}
