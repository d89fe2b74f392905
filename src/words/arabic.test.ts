import { expect, test } from 'vitest';
import {
  duration,
  exchanges,
  hours,
  longDuration,
  longDurationIn,
  members,
} from './ar/hours.ts';
import { parseDuration } from './duration.ts';

test('things are counted in six forms', () => {
  expect([0, 1, 2, 3, 11, 100, 102].map(members)).toEqual([
    'لا أعضاء',
    'عضو واحد',
    'عضوان',
    '3 أعضاء',
    '11 عضوًا',
    '100 عضو',
    '102 عضو',
  ]);
  expect([1, 2, 5, 12].map(exchanges)).toEqual([
    'تبادل واحد',
    'تبادلان',
    '5 تبادلات',
    '12 تبادلًا',
  ]);
});

test('two hours end differently by themselves and after a preposition', () => {
  expect([120, 150, 725].map(longDuration)).toEqual([
    'ساعتان',
    'ساعتان و30 دقيقة',
    '12 ساعة و5 دقائق',
  ]);
  expect(longDurationIn(122)).toBe('ساعتين ودقيقتين');
});

test.each([1, 15, 60, 90, 195, 720, 725])(
  '%i minutes as they are shown can be typed',
  (minutes) => {
    expect(parseDuration(duration(minutes))).toBe(minutes);
  },
);

test('a minus is hours to give back, a plus hours to ask for', () => {
  expect(hours.balance(195)).toBe('يمكنك طلب المساعدة: 3 ساعات و15 دقيقة');
  expect(hours.balance(-120)).toBe('يمكنك ردّ الجميل: ساعتان');
});
