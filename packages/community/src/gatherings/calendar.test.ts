import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day, MinuteOfTime } from '@manyhands/base';
import {
  clockIn,
  daysOf,
  isDayOf,
  isLastOfMonth,
  momentOf,
  momentOrHere,
  monthOf,
  nthOf,
  weekdayOf,
  zoneHere,
} from './calendar.ts';

const dayOf = (iso: string): Day => (Date.parse(`${iso}T00:00Z`) / 86_400_000) as Day;
const isoOf = (day: Day): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10);
const ever = { until: null } as const;
const year = (rule: Parameters<typeof daysOf>[0]) =>
  daysOf(rule, dayOf('2026-01-01'), dayOf('2026-12-31')).map(isoOf);

describe('[C41] which days a gathering has', () => {
  test('once, each week, each second week', () => {
    const day = dayOf('2026-08-01');
    expect(year({ day, every: 'once', ...ever })).toEqual(['2026-08-01']);
    expect(year({ day, every: 'weekly', until: dayOf('2026-08-20') })).toEqual([
      '2026-08-01',
      '2026-08-08',
      '2026-08-15',
    ]);
    expect(year({ day, every: 'fortnightly', until: dayOf('2026-09-01') })).toEqual([
      '2026-08-01',
      '2026-08-15',
      '2026-08-29',
    ]);
  });

  test('each month on its weekday: a month without a fifth has none; the last is another', () => {
    // Saturday 31 January 2026, the fifth and last of its month.
    const day = dayOf('2026-01-31');
    expect([nthOf(day), isLastOfMonth(day), weekdayOf(day)]).toEqual([5, true, 5]);
    expect(year({ day, every: 'monthly', ...ever })).toEqual([
      '2026-01-31',
      '2026-05-30',
      '2026-08-29',
      '2026-10-31',
    ]);
    expect(year({ day, every: 'monthlyLast', ...ever }).slice(0, 4)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-28',
      '2026-04-25',
    ]);
    const second = dayOf('2026-02-10');
    expect(year({ day: second, every: 'monthly', ...ever }).slice(0, 3)).toEqual([
      '2026-02-10',
      '2026-03-10',
      '2026-04-14',
    ]);
  });

  test('by any rule: what is found is what a look at each day finds, and no more than a stretch', () => {
    const every = fc.constantFrom(
      'once',
      'weekly',
      'fortnightly',
      'monthly',
      'monthlyLast',
    );
    const day = fc.integer({ min: 20_000, max: 22_000 });
    fc.assert(
      fc.property(every, day, day, fc.option(day), (how, first, from, last) => {
        const rule = { day: first as Day, every: how, until: last as Day | null };
        const to = from + 90;
        const found = daysOf(rule, from as Day, to as Day);
        const isOne = (each: number): boolean => {
          const date = new Date(each * 86_400_000);
          const begun = new Date(first * 86_400_000);
          if (each < first || (last !== null && each > last)) return false;
          if (how === 'once') return each === first;
          if (date.getUTCDay() !== begun.getUTCDay()) return false;
          if (how === 'weekly') return true;
          if (how === 'fortnightly') return (each - first) % 14 === 0;
          const month = (at: number) => new Date(at * 86_400_000).getUTCMonth();
          if (how === 'monthlyLast') return month(each + 7) !== month(each);
          return Math.ceil(date.getUTCDate() / 7) === Math.ceil(begun.getUTCDate() / 7);
        };
        const days = Array.from({ length: 91 }, (_, i) => from + i);
        expect(found).toEqual(days.filter(isOne));
        for (const each of days.slice(0, 20))
          expect(isDayOf(rule, each as Day)).toBe(isOne(each));
      }),
    );
    // A rule without end, asked for all of time, costs no more than a year of it.
    const endless = daysOf(
      { day: 0 as Day, every: 'weekly', ...ever },
      0 as Day,
      65_535 as Day,
    );
    expect(endless.length).toBeLessThan(60);
  });

  test('a month begins on its first, and is as long as it is', () => {
    expect(monthOf(dayOf('2028-02-17'))).toEqual({
      first: dayOf('2028-02-01'),
      length: 29,
    });
    expect(monthOf(dayOf('2026-12-17'), 1).first).toBe(dayOf('2027-01-01'));
  });
});

describe('[C41] when it is for whoever reads', () => {
  const madrid = 'Europe/Madrid';
  const at = (iso: string, minute: number, zone: string) =>
    momentOf({ day: dayOf(iso), minute }, zone);
  const utc = (iso: string) => Date.parse(`${iso}Z`) / 60_000;

  test('ten o’clock there is ten o’clock there, in winter as in summer', () => {
    expect(at('2026-03-28', 600, madrid)).toBe(utc('2026-03-28T09:00'));
    expect(at('2026-03-29', 600, madrid)).toBe(utc('2026-03-29T08:00'));
    // Half past two is leapt over that night: it is half past three.
    expect(at('2026-03-29', 150, madrid)).toBe(utc('2026-03-29T01:30'));
    expect(at('2026-10-25', 600, madrid)).toBe(utc('2026-10-25T09:00'));
  });

  test('a reader elsewhere sees their own day and hour', () => {
    const moment = at('2026-08-01', 600, madrid) as MinuteOfTime;
    expect(clockIn(moment, 'Pacific/Auckland')).toEqual({
      day: dayOf('2026-08-01'),
      minute: 1_200,
    });
    expect(clockIn(moment, 'America/Los_Angeles')).toEqual({
      day: dayOf('2026-08-01'),
      minute: 60,
    });
    expect(
      clockIn(at('2026-08-01', 60, madrid) as MinuteOfTime, 'America/Bogota'),
    ).toEqual({
      day: dayOf('2026-07-31'),
      minute: 1_080,
    });
  });

  test('a zone that is none is read as one’s own, whatever stands there', () => {
    const time = { day: dayOf('2026-08-01'), minute: 600 };
    for (const zone of ['', 'Mars/Olympus', '__proto__', 'x'.repeat(48), '\u0000']) {
      expect(momentOf(time, zone)).toBeNull();
      expect(momentOrHere(time, zone, madrid)).toBe(utc('2026-08-01T08:00'));
      expect(momentOrHere(time, zone)).toBe(momentOf(time, zoneHere()));
    }
    // The last day that an entry can name.
    expect(momentOf({ day: 65_535 as Day, minute: 1_439 }, madrid)).not.toBeNull();
  });
});
