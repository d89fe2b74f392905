import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onWake } from './onWake.ts';

let calls = 0;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  calls = 0;
  end = onWake(() => (calls += 1));
});
afterEach(() => {
  end();
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'visibilityState');
});

const connection = (navigator as { connection?: EventTarget }).connection;
const returns: [string, () => void][] = [
  [
    'a page that is shown again',
    () => document.dispatchEvent(new Event('visibilitychange')),
  ],
  ['a page that was frozen', () => document.dispatchEvent(new Event('resume'))],
  [
    'a page that was put aside whole',
    () => window.dispatchEvent(new Event('pageshow')),
  ],
  ['a network that is back', () => window.dispatchEvent(new Event('online'))],
  ['another network', () => connection?.dispatchEvent(new Event('change'))],
  [
    'a computer that was closed and says nothing of it',
    () => {
      vi.setSystemTime(Date.now() + 3_600_000);
      vi.advanceTimersByTime(2_000);
    },
  ],
];

test.each(returns)('[M5] is told of %s', (_, comeBack) => {
  vi.advanceTimersByTime(60_000);
  expect(calls).toBe(0);
  comeBack();
  expect(calls).toBe(1);
  end();
  comeBack();
  expect(calls).toBe(1);
});

test('[M5] a page that is hidden is not back', () => {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => 'hidden',
  });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(calls).toBe(0);
});
