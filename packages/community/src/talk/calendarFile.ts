import { minutesPerDay } from '@manyhands/base';
import type { Day, MinuteOfTime, Minutes } from '@manyhands/base';

/**
 * One appointment of a calendar file (RFC 5545), for any calendar to take in.
 *
 * Its time is floating (§3.3.5, form 1): half past nine is half past nine by the clock
 * on the wall where the two meet, and no time zone has to be guessed. Where the moment is
 * known for all it is in UTC (form 2). A later file of the same `uid` with a higher `sequence`
 * moves the appointment, or takes it back, instead of adding another.
 */
export interface Appointment {
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly words: string;
  readonly where: string;
  readonly day: Day;
  /** The minute of that day; null: the whole day. */
  readonly minute: number | null;
  readonly length: Minutes | null;
  /** By which clock day and minute are; not said: the one on the wall. */
  readonly clock?: 'utc';
  /** It is not to be after all (§3.8.1.11). */
  readonly isOff?: boolean;
  /** When the file was made (§3.8.7.2). */
  readonly now: MinuteOfTime;
}

export function calendarFile(...all: readonly Appointment[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Manyhands//Manyhands//EN',
    'METHOD:PUBLISH',
    ...all.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const eventOf = (of: Appointment): string[] => [
  'BEGIN:VEVENT',
  `UID:${of.uid}`,
  `DTSTAMP:${stampOf(of.now)}Z`,
  `SEQUENCE:${of.sequence}`,
  ...timesOf(of),
  ...(of.isOff === true ? ['STATUS:CANCELLED'] : []),
  `SUMMARY:${escaped(of.title)}`,
  ...(of.where === '' ? [] : [`LOCATION:${escaped(of.where)}`]),
  ...(of.words === '' ? [] : [`DESCRIPTION:${escaped(of.words)}`]),
  'END:VEVENT',
];

function timesOf({ day, minute, length, clock }: Appointment): string[] {
  if (minute === null) {
    // An event of a date ends on the day after (§3.6.1).
    return [
      `DTSTART;VALUE=DATE:${dateOf(day)}`,
      `DTEND;VALUE=DATE:${dateOf((day + 1) as Day)}`,
    ];
  }
  const start = day * minutesPerDay + minute;
  const mark = clock === 'utc' ? 'Z' : '';
  const ends = length === null ? [] : [`DTEND:${stampOf(start + length)}${mark}`];
  return [`DTSTART:${stampOf(start)}${mark}`, ...ends];
}

/** "20260512T093000"; the minutes are counted as if there were no zones. */
const stampOf = (minutes: number): string =>
  new Date(minutes * 60_000)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, '');

const dateOf = (day: Day): string => stampOf(day * minutesPerDay).slice(0, 8);

/** §3.3.11: a text may hold no line ends, commas or semicolons of its own. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    // Control characters are in no content line (§3.1).
    .replaceAll(/\p{Cc}/gu, ' ');

/** §3.1: 75 octets a line, its end left out; what is longer goes on after a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let room = 75;
  // By characters, so that none of them is torn.
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      out += '\r\n ';
      room = 74;
    }
    out += character;
    room -= size;
  }
  return out;
}
