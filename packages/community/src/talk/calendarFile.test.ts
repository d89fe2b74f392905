import { expect, test } from 'vitest';
import fc from 'fast-check';
import { sized } from '@manyhands/testing';
import type { Day, MinuteOfTime, Minutes } from '@manyhands/base';
import { calendarFile } from './calendarFile.ts';
import type { Appointment } from './calendarFile.ts';

const appointment: Appointment = {
  uid: '5f1c@manyhands',
  sequence: 2,
  title: 'The hedge, with Biel',
  words: 'I bring the ladder; it is long.\nAnd gloves, of course',
  where: 'At the canal, number 4',
  day: 20_585 as Day,
  minute: 570,
  length: 90 as Minutes,
  now: 29_642_400 as MinuteOfTime,
};

/** Reads a calendar as RFC 5545 says: unfolds (§3.1), splits, unescapes (§3.3.11). */
function read(file: string): Map<string, string> {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/\p{Cc}/u);
  }
  const lines = file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  return new Map(
    lines
      .filter((line) => !/^(BEGIN|END):/.test(line))
      .map((line) => {
        const at = line.indexOf(':');
        const value = line
          .slice(at + 1)
          .replaceAll(/\\(.)/gs, (_, next: string) =>
            next.toLowerCase() === 'n' ? '\n' : next,
          );
        return [line.slice(0, at), value];
      }),
  );
}

test('[RFC 5545] an appointment is read back as it was meant', () => {
  const file = calendarFile(appointment);
  expect(Object.fromEntries(read(file))).toEqual({
    VERSION: '2.0',
    PRODID: '-//Manyhands//Manyhands//EN',
    METHOD: 'PUBLISH',
    UID: '5f1c@manyhands',
    DTSTAMP: '20260512T000000Z',
    SEQUENCE: '2',
    DTSTART: '20260512T093000',
    DTEND: '20260512T110000',
    SUMMARY: appointment.title,
    LOCATION: appointment.where,
    DESCRIPTION: appointment.words,
  });
  expect(file).toContain('SUMMARY:The hedge\\, with Biel\r\n');
  expect(file.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
});

test('a whole day ends the day after, and what was not said is left out', () => {
  const file = read(
    calendarFile({ ...appointment, minute: null, where: '', words: '', length: null }),
  );
  expect(file.get('DTSTART;VALUE=DATE')).toBe('20260512');
  expect(file.get('DTEND;VALUE=DATE')).toBe('20260513');
  expect(file.has('LOCATION')).toBe(false);
  expect(file.has('DESCRIPTION')).toBe(false);
  expect(read(calendarFile({ ...appointment, length: null })).has('DTEND')).toBe(false);
});

test('it may go on past midnight', () => {
  const late = read(calendarFile({ ...appointment, minute: 1_410 }));
  expect(late.get('DTEND')).toBe('20260513T010000');
});

test('any words, of any script, are read back, and break no line', () => {
  const said = fc.string({ unit: 'binary', maxLength: 300, size: 'max' });
  fc.assert(
    fc.property(said, said, (title, words) => {
      const file = read(calendarFile({ ...appointment, title, words }));
      const meant = (text: string) =>
        text.replaceAll(/\r\n|\r/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ');
      expect(file.get('SUMMARY')).toBe(meant(title));
      expect(file.get('DESCRIPTION') ?? '').toBe(meant(words));
    }),
    {
      numRuns: sized(20, 500),
      examples: [
        ['ليلى '.repeat(40), 'a\\nb;c,d\\'],
        ['a'.repeat(200), ''],
      ],
    },
  );
});
