import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FirstLook } from './firstLook.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('whoever has just come somewhere looks first, and is told once that is over', () => {
  const onover = vi.fn();
  const look = new FirstLook(onover);
  expect(look.isOn).toBe(false);
  look.begin();
  vi.advanceTimersByTime(4_000);
  // Let in meanwhile, into another room.
  look.begin();
  vi.advanceTimersByTime(4_000);
  expect(look.isOn).toBe(true);
  expect(onover).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(look.isOn).toBe(false);
  expect(onover).toHaveBeenCalledOnce();
});

test('what was closed tells nobody', () => {
  const onover = vi.fn();
  const look = new FirstLook(onover);
  look.begin();
  look.end();
  vi.advanceTimersByTime(10_000);
  expect(look.isOn).toBe(false);
  expect(onover).not.toHaveBeenCalled();
});
