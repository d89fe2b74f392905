/** A tab on an iPhone is a trial: what it says, and the order of its three steps. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { Safety } from '../recovery/Safety.svelte.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  Object.defineProperty(navigator, 'standalone', { value: false, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'standalone');
  localStorage.clear();
});

test('home says what is at stake, and leads into the app; elsewhere it says nothing', async () => {
  const screen = await visit(village.as('Ana'));
  await expect
    .element(screen.getByText('Safari erases what this page has saved'))
    .toBeVisible();
  await screen.getByRole('link', { name: 'Move into the app' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Move into the app' }))
    .toBeVisible();
  await screen.unmount();

  Reflect.deleteProperty(navigator, 'standalone');
  const android = await visit(village.as('Ana'));
  await expect.element(android.getByRole('heading', { name: /Good/ })).toBeVisible();
  await expect.element(android.getByText('This is a trial')).not.toBeInTheDocument();
});

test('the page comes before the letters: only this tab can make it', async () => {
  const ana = village.as('Ana');
  const screen = await visit(ana, '/move');
  await expect.element(screen.getByText('Make your page first')).toBeVisible();
  const letters = screen.getByRole('button', { name: 'Show the letters' });
  await expect.element(letters).not.toBeInTheDocument();
  await screen.unmount();

  const safety = new Safety(ana);
  await safety.make(await safety.newWords());
  const again = await visit(ana, '/move');
  await expect
    .element(again.getByRole('button', { name: 'Show the letters' }))
    .toBeEnabled();
});

test('the tab is closed only once somebody has what it wrote', async () => {
  const ana = village.as('Ana');
  const safety = new Safety(ana);
  await safety.make(await safety.newWords());
  await village.addDevice('Ana', 'Ana’s app');
  const screen = await visit(ana, '/move');
  const close = screen.getByRole('button', { name: 'Switch this tab off' });
  const erased = vi.spyOn(village.placeOf('Ana'), 'erase').mockResolvedValue();
  await close.click();
  await expect.element(screen.getByText('Handing over…')).toBeVisible();
  expect(erased).not.toHaveBeenCalled();
  village.placeOf('Ana').hear({ acks: village.acksOf(['Ana’s app']) });
  await expect.poll(() => erased.mock.calls.length).toBe(1);
});

test('with the first hour the browser is asked, once, to keep the record', async () => {
  const persisted = vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);
  const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true);
  const before = await visit(village.as('Ana'));
  await expect.element(before.getByRole('heading', { name: /Good/ })).toBeVisible();
  await before.unmount();
  expect(persist).not.toHaveBeenCalled();

  await village.help('Ana', 'Biel', 60);
  for (let i = 0; i < 2; i += 1) {
    const after = await visit(village.as('Ana'));
    await expect.poll(() => persist.mock.calls.length).toBe(1);
    await after.unmount();
  }
  persisted.mockRestore();
  persist.mockRestore();
});
