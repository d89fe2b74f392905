import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whileAway } from './away.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function page() {
  const target = new EventTarget();
  const sight = Object.assign(target, {
    visibilityState: 'visible',
  });
  const turn = (state: DocumentVisibilityState) => {
    sight.visibilityState = state;
    target.dispatchEvent(new Event('visibilitychange'));
  };
  return { sight: sight as unknown as Document, turn };
}

test('out of sight for long enough: told once, without anybody coming back', () => {
  const { sight, turn } = page();
  const away = vi.fn();
  whileAway(sight, 300_000, away);
  turn('hidden');
  vi.advanceTimersByTime(299_999);
  expect(away).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(away).toHaveBeenCalledOnce();
  turn('visible');
  expect(away).toHaveBeenCalledOnce();
});

test('back in time: nothing, and the next leave counts from its own beginning', () => {
  const { sight, turn } = page();
  const away = vi.fn();
  whileAway(sight, 300_000, away);
  turn('hidden');
  vi.advanceTimersByTime(200_000);
  turn('visible');
  vi.advanceTimersByTime(200_000);
  turn('hidden');
  vi.advanceTimersByTime(200_000);
  turn('visible');
  expect(away).not.toHaveBeenCalled();
});

test('a page whose timers slept is found out when it is seen again', () => {
  const { sight, turn } = page();
  const away = vi.fn();
  whileAway(sight, 300_000, away);
  turn('hidden');
  vi.setSystemTime(Date.now() + 3_600_000);
  turn('visible');
  expect(away).toHaveBeenCalledOnce();
});
