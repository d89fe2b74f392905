import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { keptByBrowser } from './keptByBrowser.ts';

let village: ScreenVillage;
const persist = vi.fn(() => Promise.resolve(true));

beforeEach(async () => {
  // Another test of this origin may have asked.
  localStorage.clear();
  village = await seenSmallVillage();
  vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);
  persist.mockClear();
  vi.spyOn(navigator.storage, 'persist').mockImplementation(persist);
});
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('two who ask at once hear one answer, and the browser is asked once', async () => {
  const ana = village.as('Ana');
  expect(await keptByBrowser(ana)).toBe(false);
  expect(persist).not.toHaveBeenCalled();

  await village.help('Ana', 'Biel', 60);
  const answers = await Promise.all([keptByBrowser(ana), keptByBrowser(ana)]);
  expect(answers).toEqual([true, true]);
  expect(persist).toHaveBeenCalledTimes(1);
});
