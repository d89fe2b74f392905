export {
  answerGathering,
  beginGathering,
  callOffGathering,
  changeDate,
  changeGathering,
  faultIn,
  fitsGathering,
  putBackGathering,
  takeBackAnswer,
} from './acts.ts';
export type {
  GatheringChange,
  GatheringDraft,
  GatheringFault,
  GatheringRefused,
} from './acts.ts';
export {
  clockIn,
  isLastOfMonth,
  momentOrHere,
  monthOf,
  nthOf,
  weekdayOf,
  zoneHere,
} from './calendar.ts';
export type { ClockTime } from './calendar.ts';
export { calendarOf, calendarOfMine } from './calendarOf.ts';
export type { CalendarWords } from './calendarOf.ts';
export {
  gatheringNewsFor,
  gatheringsComing,
  markNewsRead,
  mineComing,
} from './news.ts';
export type { GatheringNews } from './news.ts';
export { neighboursNow } from './neighboursNow.ts';
export { keepSeatsGiven } from './seatLists.ts';
export {
  dateHere,
  datesBetween,
  datesOf,
  gatheringNamed,
  gatheringsOf,
  mySeatIn,
  nextDateOf,
  whoComes,
} from './shownDates.ts';
export type { DateHere, MySeat, WhoComes } from './shownDates.ts';
