/** Gatherings as calendar files (C43): each date one event, at its own moment. */
import type { Day, MinuteOfTime, Minutes } from '@manyhands/base';
import { minutesPerDay } from '@manyhands/base';
import type { Place } from '../opened/index.ts';
import { calendarFile } from '../talk/index.ts';
import type { Appointment } from '../talk/index.ts';
import { datesOf } from './shownDates.ts';
import type { DateHere } from './shownDates.ts';
import { mineComing } from './news.ts';
import type { ShownGathering } from '@manyhands/ledger';

/** What a reader has made of foreign words: bounded, and in their own direction. */
export interface CalendarWords {
  readonly title: (date: DateHere) => string;
  readonly words: (date: DateHere) => string;
  readonly where: (date: DateHere) => string;
}

const aYear = 366;

/** A gathering: its dates of a year from today on, those left out as such. */
export const calendarOf = (
  place: Place,
  shown: ShownGathering,
  words: CalendarWords,
): string => {
  const today = place.today();
  const dates = datesOf(place, shown, today, (today + aYear) as Day);
  return fileOf(place, dates, words);
};

/** All that I come to or organise. */
export const calendarOfMine = (place: Place, words: CalendarWords): string =>
  fileOf(place, mineComing(place), words);

const fileOf = (
  place: Place,
  dates: readonly DateHere[],
  words: CalendarWords,
): string =>
  calendarFile(...dates.map((date) => appointmentOf(date, words, place.now())));

/**
 * In UTC, so that neither calendar nor reader has to know the zone. One file read again moves
 * and cancels what the one before told: of each date the name stays.
 */
function appointmentOf(
  date: DateHere,
  { title, words, where }: CalendarWords,
  now: MinuteOfTime,
): Appointment {
  const { shown, from } = date;
  return {
    uid: `${date.id.slice(0, 32)}-${date.date}@manyhands`,
    sequence: shown.gathering.rev + (date.now.rev ?? -1) + 1,
    title: title(date),
    words: words(date),
    where: where(date),
    day: Math.floor(from / minutesPerDay) as Day,
    minute: from % minutesPerDay,
    length: date.now.length as Minutes,
    clock: 'utc',
    isOff: date.now.isOut,
    now,
  };
}
