import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from '../specimen/doorstep.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { theme } from './Theme.svelte.ts';
import { vibration } from '../phone/Vibration.svelte.ts';
import { buzz } from '../phone/buzz.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});
afterEach(() => {
  theme.choice = 'system';
  vibration.isOn = true;
  localStorage.clear();
});

test('the small buzz can be switched off, and stays off', async () => {
  const vibrate = vi.spyOn(navigator, 'vibrate').mockReturnValue(true);
  const screen = await visit(village.as('Ana'), '/settings');
  const buzzing = screen.getByRole('switch', {
    name: 'A small buzz when you both agree',
  });
  await expect.element(buzzing).toBeChecked();
  buzz();
  expect(vibrate).toHaveBeenCalledTimes(1);

  await buzzing.click();
  buzz();
  expect(vibrate).toHaveBeenCalledTimes(1);
  expect(localStorage.getItem('manyhands/vibrate')).toBe('off');
  vibrate.mockRestore();
});

test('light, dark or as the phone: at once, and kept', async () => {
  const screen = await visit(village.as('Ana'), '/settings');
  const root = document.documentElement;
  await screen.getByText('Dark').click();

  expect(root.dataset['theme']).toBe('dark');
  expect(localStorage.getItem('manyhands/theme')).toBe('dark');
  await screen.getByText('As the phone').click();
  expect(root.dataset['theme']).toBeUndefined();
});

test('where my part is kept, in a line, and the way to all that is known of it', async () => {
  const screen = await visit(village.as('Ana'), '/settings');
  await expect.element(screen.getByText('Waiting: nobody is online')).toBeVisible();
  village.placeOf('Ana').hear({ acks: village.acksOf(['Biel', 'Carme']) });
  await expect.element(screen.getByText('Also kept by 2 members')).toBeVisible();
  await screen.getByRole('link', { name: 'See where' }).click();
  const heading = screen.getByRole('heading', { name: 'Where your hours are kept' });
  await expect.element(heading).toBeVisible();
});

test('the app can be put on the home screen, when the browser offers it', async () => {
  const prompt = vi.fn(() => Promise.resolve());
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt,
  });
  const screen = await visit(village.as('Ana'), '/settings');
  const act = screen.getByRole('button', { name: 'Install' });
  await expect.element(act).not.toBeInTheDocument();
  dispatchEvent(offer);

  await act.click();
  expect(prompt).toHaveBeenCalledOnce();
  expect(offer.defaultPrevented).toBe(true);
  await expect.element(act).not.toBeInTheDocument();
});

test('erasing says what it means and can be let be; then nothing is left here', async () => {
  const app = await openApp('#/found');
  await app.screen
    .getByRole('textbox', { name: 'What is it called?' })
    .fill('Riverside');
  await app.screen.getByRole('textbox', { name: 'And your name?' }).fill('Ana');
  await app.screen.getByRole('button', { name: 'Go on' }).click();
  await app.screen.getByRole('button', { name: 'Start it' }).click();
  await expect.poll(() => app.phone.community?.name).toBe('Riverside');
  const place = app.phone.community?.address ?? '';
  app.router.go({ name: 'settings', place });

  const erase = app.screen.getByRole('button', { name: 'Erase this community' });
  await erase.click();
  await app.screen.getByRole('button', { name: 'Keep it' }).click();
  expect(app.phone.memberships).toHaveLength(1);
  await erase.click();
  const sheet = app.screen.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Erase from this device' }).click();

  await expect
    .element(app.screen.getByRole('heading', { name: 'An hour is an hour' }))
    .toBeVisible();
  await expect.poll(() => app.phone.memberships).toEqual([]);
});
