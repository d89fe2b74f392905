/**
 * Where 52 weeks hang on their thread. The last week is the one that is running now;
 * `lastDay` (days since 1970) lies in it.
 */
export interface Week {
  /** Minutes this person helped. */
  helped: number;
  /** Minutes this person was helped. */
  wasHelped: number;
  gift?: boolean;
}

export const weeksShown = 52;

/** How many rounds stand for `minutes`: one for each hour begun, at most `most`. */
export function roundsFor(minutes: number, most = 4): number {
  return Math.min(most, Math.ceil(minutes / 60));
}

export interface MonthMark {
  /** The week in which the month begins. */
  week: number;
  /** 0 for January. */
  month: number;
}

/** The months that begin within the strip. */
export function monthMarks(lastDay: number, weeks = weeksShown): MonthMark[] {
  const marks: MonthMark[] = [];
  let before = monthOf(firstDayOf(-1, lastDay, weeks));
  for (let week = 0; week < weeks; week++) {
    const month = monthOf(firstDayOf(week, lastDay, weeks));
    if (month !== before) marks.push({ week, month });
    before = month;
  }
  return marks;
}

/** The first day of a week of the strip. */
export function firstDayOf(week: number, lastDay: number, weeks = weeksShown): number {
  return lastDay - (weeks - week) * 7 + 1;
}

function monthOf(day: number): number {
  return new Date(day * 86_400_000).getUTCMonth();
}
