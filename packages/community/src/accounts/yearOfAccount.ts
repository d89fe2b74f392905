import type { Day, Minutes } from '@manyhands/base';
import { isCounted, weekOf } from '../hours/index.ts';
import type { Hour } from '../hours/index.ts';

/** For so many days somebody only receives before it is said. */
const monthOfDays = 30;

/**
 * What an organisation gave and received in the last 52 weeks, out of all its hours: help, and
 * apart from it the hours that came and went as gifts. What it shares out is no help to it.
 */
export function yearOfAccount(all: readonly Hour[], today: Day) {
  const thisYear = all.filter(
    (hour) => isCounted(hour) && weekOf(hour.transfer.day, today) !== null,
  );
  const of = (kind: Hour['transfer']['kind']) =>
    sumsOf(thisYear.filter(({ transfer }) => transfer.kind === kind));
  const [help, gifts] = [of('help'), of('gift')];
  // Who has more of it is the helper of a line: of a gift that is who received.
  const hours = { given: gifts.received, received: gifts.given };
  return { ...help, hours, onlyReceivedSince: onlyReceived(all, today) };
}

function sumsOf(hours: readonly Hour[]) {
  const sumOf = (helped: boolean) =>
    hours
      .filter(({ iHelped }) => iHelped === helped)
      .reduce((sum, { transfer }) => sum + transfer.minutes, 0) as Minutes;
  return { given: sumOf(true), received: sumOf(false) };
}

/**
 * Since when it was helped and did not help, if that is a month or more: the day of the
 * first help it received after it last gave some. Hours given away are no help.
 */
function onlyReceived(hours: readonly Hour[], today: Day): Day | null {
  const help = hours.filter((hour) => isCounted(hour) && hour.transfer.kind === 'help');
  const lastGiven = help
    .filter(({ iHelped }) => iHelped)
    .reduce((last, { transfer }) => Math.max(last, transfer.day), -1);
  const since = help
    .filter(({ iHelped, transfer }) => !iHelped && transfer.day > lastGiven)
    .reduce<number>((first, { transfer }) => Math.min(first, transfer.day), today);
  return today - since >= monthOfDays ? (since as Day) : null;
}
