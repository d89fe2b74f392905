import type { Day, MinuteOfTime } from '@manyhands/base';
import type { DateHere, GatheringDraft } from '@manyhands/community/gatherings';
import { isLastOfMonth, nthOf, weekdayOf } from '@manyhands/community/gatherings';
import type { HowOften } from '@manyhands/ledger';
import { spoken } from '../naming/naming.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

/** What it is called, on a line of ours. */
export const gatheringTitle = ({ shown }: Pick<DateHere, 'shown'>): string =>
  spoken(shown.gathering.title);

/** "Saturday 16 May, 10:00–12:00", by the clock of whoever reads. */
export const whenOf = ({ here, from, until }: DateHere, today: Day): string =>
  later().gathering.at(
    words.coming(here.day, today),
    words.time(from),
    words.time(until),
  );

/** "10:00", of a clock that is not this phone's. */
export const clockTime = (minute: number): string =>
  // No clock is put forward on the fifth of January.
  words.time(new Date(2026, 0, 5, 0, minute).getTime() / 60_000);

/** "Every month, on the first Saturday" */
export function oftenOf(every: HowOften, day: Day): string {
  const { often } = later().gathering;
  const weekday = words.weekdays()[weekdayOf(day)] ?? '';
  switch (every) {
    case 'monthly':
      return often.monthly(nthOf(day), weekday);
    case 'monthlyLast':
      return often.monthlyLast(weekday);
    default:
      return often[every];
  }
}

/** How often it may be from that day on: a fifth weekday is a last one. */
export const oftenFrom = (day: Day): HowOften[] => [
  'once',
  'weekly',
  'fortnightly',
  ...(nthOf(day) < 5 ? (['monthly'] as const) : []),
  ...(isLastOfMonth(day) ? (['monthlyLast'] as const) : []),
];

/** What organisers say of it now: of a date before of all, unless all is called off. */
export const noteOf = ({ now, shown: { gathering } }: DateHere): string =>
  gathering.isOff ? gathering.note : now.note || gathering.note;

/** When a date that is moved was to be, by the clock there. */
export const plannedFor = ({ date, shown }: DateHere, today: Day): string =>
  later().arrange.dayAt(
    words.dayInText(date, today),
    clockTime(shown.gathering.minute),
  );

/** "10:05", as a field of time has it. */
export const fieldTime = (minute: number): string =>
  new Date(minute * 60_000).toISOString().slice(11, 16);

export function minuteOf(time: string): number | null {
  const [hours, minutes] = time.split(':').map(Number);
  const isTime = time !== '' && hours !== undefined && minutes !== undefined;
  return isTime ? hours * 60 + minutes : null;
}

/** Somebody's phone shows a later day than this one by more than a day's difference of zones. */
export const isBehind = (now: MinuteOfTime, theirs: MinuteOfTime): boolean =>
  theirs > now + 2 * 1_440;

export const blankGathering = (today: Day, zone: string): GatheringDraft => ({
  group: null,
  title: '',
  words: '',
  day: (today + 1) as Day,
  minute: 10 * 60,
  length: 120,
  zone,
  every: 'once',
  until: null,
  place: '',
  access: '',
  bring: '',
  seats: null,
});
