import type { Day, MinuteOfTime } from '@manyhands/base';

/** Whole minutes since 1970 by this phone's clock, right or wrong: for people only. */
export const nowInMinutes = (): MinuteOfTime =>
  Math.floor(Date.now() / 60_000) as MinuteOfTime;

/** The number of the day it is here, where the phone is: 1 January 1970 was day 0. */
export function todayHere(): Day {
  const now = new Date();
  return (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) /
    86_400_000) as Day;
}
