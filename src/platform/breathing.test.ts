import { expect, test, vi } from 'vitest';
import { breathing } from './breathing.ts';

test('long work pauses when a slice of time is over, and not before', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const breathe = breathing();
  clock.mockReturnValue(9);
  expect(breathe()).toBeUndefined();

  clock.mockReturnValue(10);
  const seen: string[] = [];
  const pause = breathe();
  void Promise.resolve().then(() => seen.push('a promise'));
  await pause?.then(() => seen.push('the pause'));
  expect(seen).toContain('the pause');
  expect(seen.indexOf('a promise')).toBeLessThan(seen.indexOf('the pause'));

  clock.mockReturnValue(19);
  expect(breathe()).toBeUndefined();
  clock.mockReturnValue(20);
  expect(breathe()).toBeInstanceOf(Promise);
  clock.mockRestore();
});
