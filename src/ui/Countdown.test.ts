import { expect, test } from 'vitest';
import { TurnedAlarm } from '../specimen/turnedAlarm.ts';
import { Countdown, readingTime } from './Countdown.ts';

test('a longer sentence stands longer, within bounds', () => {
  expect(readingTime('Sent.')).toBe(6_000);
  expect(readingTime('x'.repeat(100))).toBe(12_000);
  expect(readingTime('x'.repeat(1_000))).toBe(20_000);
});

test('what is held takes up where it was, however often', () => {
  const alarm = new TurnedAlarm();
  const countdown = new Countdown(alarm);
  let calls = 0;
  countdown.begin(1_000, () => calls++);
  alarm.pass(400);
  countdown.hold();
  alarm.pass(5_000);
  countdown.hold();
  countdown.goOn();
  alarm.pass(300);
  countdown.hold();
  countdown.goOn();
  alarm.pass(299);
  expect(calls).toBe(0);
  alarm.pass(1);
  expect(calls).toBe(1);
  alarm.pass(10_000);
  expect(calls).toBe(1);
});

test('what is stopped calls no more, and what is begun anew calls once', () => {
  const alarm = new TurnedAlarm();
  const countdown = new Countdown(alarm);
  const calls: string[] = [];
  countdown.begin(1_000, () => calls.push('first'));
  alarm.pass(900);
  countdown.begin(1_000, () => calls.push('second'));
  alarm.pass(900);
  expect(calls).toEqual([]);
  alarm.pass(100);
  expect(calls).toEqual(['second']);
  countdown.begin(1_000, () => calls.push('third'));
  countdown.stop();
  alarm.pass(1_000);
  expect(calls).toEqual(['second']);
});
