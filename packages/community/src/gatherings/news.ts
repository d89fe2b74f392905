/** What has changed of a gathering I come to, for my first page (C41). */
import type { Day, MinuteOfTime } from '@manyhands/base';
import { newsAhead } from '../limits.ts';
import { ofBoardAndPeople, remembered } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import { concernMe, datesOf, gatheringsOf, mySeatIn, whoComes } from './shownDates.ts';
import type { DateHere } from './shownDates.ts';

/** `again`: another time or place; `off`: it is not; `lost`: my place was given twice. */
export interface GatheringNews {
  readonly kind: 'again' | 'off' | 'lost';
  readonly key: string;
  readonly date: DateHere;
  readonly since: MinuteOfTime;
}

/** Of dates to come to which I said yes or maybe; what I have read of is told no more. */
export const gatheringNewsFor = remembered(
  (place): readonly GatheringNews[] => {
    const peace = peaceOf(place);
    return mineComing(place).flatMap((date): GatheringNews[] => {
      const news = newsOf(place, date);
      return news === null || peace.hasRead(readAs(news)) ? [] : [news];
    });
  },
  ...ofBoardAndPeople,
);

function newsOf(place: Place, date: DateHere): GatheringNews | null {
  const { mine, now, shown, id } = date;
  if (mine === null || mine.says === 'no') return null;
  const { time } = now.entry ?? shown.entry;
  const told = { key: `gathering/${id}/${date.date}`, date, since: time };
  // Who organises it knows what they did themself.
  const isMyDoing = (now.entry ?? shown.entry).log.member === place.membership.member;
  if (now.isOut) return isMyDoing ? null : { kind: 'off', ...told };
  if (mine.isAskedAgain) return { kind: 'again', ...told };
  if (shown.gathering.seats === null) return null;
  const seat = mySeatIn(whoComes(place, id, date.date), place.membership.member);
  const hasLost = seat?.kind === 'waiting' && seat.hasLost;
  return hasLost ? { kind: 'lost', ...told, since: mine.entry.time } : null;
}

/** Read of by a tap: what is said of it later is told anew. */
export const markNewsRead = (place: Place, news: GatheringNews) =>
  peaceOf(place).markRead(readAs(news));

const readAs = ({ kind, date }: GatheringNews) => {
  const { now, shown, mine } = date;
  const about = kind === 'lost' ? mine?.entry : now.entry;
  return (about ?? shown.entry).id;
};

/** The dates to come that I said yes or maybe to, or organise, the next first. */
export const mineComing = remembered(
  (place): readonly DateHere[] => {
    const today = place.today();
    const concerning = concernMe(place);
    return gatheringsOf(place)
      .filter(({ id }) => concerning.has(id))
      .flatMap((shown) => datesOf(place, shown, today, (today + newsAhead) as Day))
      .filter(
        ({ isOver, mine, iOrganise }) =>
          !isOver && (iOrganise || (mine !== null && mine.says !== 'no')),
      )
      .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  },
  ...ofBoardAndPeople,
);

/** What of them needs nothing from me: of each gathering the next date. */
export function gatheringsComing(place: Place): readonly DateHere[] {
  const told = new Set(gatheringNewsFor(place).map(({ date }) => nameOf(date)));
  const known = new Set<string>();
  return mineComing(place).filter((date) => {
    if (date.now.isOut || told.has(nameOf(date)) || known.has(date.id)) return false;
    known.add(date.id);
    return true;
  });
}

const nameOf = ({ id, date }: DateHere): string => `${id}/${date}`;
