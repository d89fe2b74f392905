import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { tellMe } from './TellMe.svelte.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;
let permission: NotificationPermission;
const asked = vi.fn<() => Promise<NotificationPermission>>();
const prompt = vi.fn(() => Promise.resolve());

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  permission = 'default';
  vi.spyOn(Notification, 'permission', 'get').mockImplementation(() => permission);
  asked.mockReset().mockImplementation(() => Promise.resolve((permission = 'granted')));
  vi.spyOn(Notification, 'requestPermission').mockImplementation(asked);
  prompt.mockClear();
});
afterEach(() => {
  vi.restoreAllMocks();
  dispatchEvent(new Event('appinstalled'));
  tellMe.turnOff();
  tellMe.isRefused = false;
  localStorage.clear();
});

const seen = (at = '/home') => visit(village.as('Ana'), at);
type Screen = Awaited<ReturnType<typeof seen>>;
const card = (screen: Screen) =>
  screen.getByRole('heading', { name: 'Your first hour is done' });
const button = (screen: Screen, name: string) =>
  screen.getByRole('button', { name, exact: true });
const isHome = (screen: Screen) =>
  expect.element(screen.getByText('Good morning, Ana')).toBeVisible();

/** What Chromium says when the app could be put on the home screen. */
const canInstall = () =>
  dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }));
const haveAnHour = () => village.help('Ana', 'Biel', 60);

test('nothing is offered before an hour that both have signed', async () => {
  canInstall();
  await village.help('Ana', 'Biel', 60, { open: true });
  const screen = await seen();
  await isHome(screen);
  await expect.element(screen.getByText('You have asked')).toBeVisible();
  await expect.element(card(screen)).not.toBeInTheDocument();
  await haveAnHour();
  await expect.element(card(screen)).toBeVisible();
});

test('each is taken by itself, and is not offered again', async () => {
  canInstall();
  await haveAnHour();
  const screen = await seen();
  await button(screen, 'Install').click();
  expect(prompt).toHaveBeenCalledOnce();
  await expect.element(button(screen, 'Install')).not.toBeInTheDocument();
  await expect
    .element(screen.getByText(/Only while it is open in the background/))
    .toBeVisible();
  await button(screen, 'Tell me').click();
  expect(asked).toHaveBeenCalledOnce();
  await expect.poll(() => tellMe.isOn).toBe(true);
  await expect.element(card(screen)).not.toBeInTheDocument();

  // Switched off later, and offered by the browser once more: they have answered.
  tellMe.turnOff();
  permission = 'default';
  localStorage.removeItem('manyhands/tell');
  canInstall();
  await screen.unmount();
  const again = await seen();
  await isHome(again);
  await expect.element(again.getByText('New here')).toBeVisible();
  await expect.element(card(again)).not.toBeInTheDocument();
});

test('“Not now” is never asked again, and both are found under Notifications and look', async () => {
  canInstall();
  await haveAnHour();
  const screen = await seen();
  await button(screen, 'Not now').click();
  await expect.element(card(screen)).not.toBeInTheDocument();
  expect(asked).not.toHaveBeenCalled();
  await screen.unmount();
  const again = await seen();
  await isHome(again);
  await expect.element(again.getByText('New here')).toBeVisible();
  await expect.element(card(again)).not.toBeInTheDocument();
  await again.unmount();
  const settings = await seen('/look');
  await expect.element(button(settings, 'Install')).toBeVisible();
  await expect
    .element(settings.getByRole('switch', { name: /Tell me when something waits/ }))
    .toBeVisible();
});

test('one thing is asked at a time: what makes hours safe waits for the answer', async () => {
  canInstall();
  await haveAnHour();
  const screen = await seen();
  const safe = screen.getByRole('heading', { name: 'Keep your hours safe' });
  await expect.element(card(screen)).toBeVisible();
  await expect.element(safe).not.toBeInTheDocument();
  await button(screen, 'Not now').click();
  await expect.element(safe).toBeVisible();
});

test('a browser that says no is asked once, and it is said how to change that', async () => {
  await haveAnHour();
  asked.mockImplementation(() => Promise.resolve((permission = 'denied')));
  const screen = await seen();
  await expect.element(button(screen, 'Install')).not.toBeInTheDocument();
  await button(screen, 'Tell me').click();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('This browser does not allow it.');
  await expect.element(card(screen)).not.toBeInTheDocument();
});

test('a browser that can do neither, or has answered already, offers nothing', async () => {
  permission = 'denied';
  await haveAnHour();
  const screen = await seen();
  await isHome(screen);
  await expect.element(screen.getByText('New here')).toBeVisible();
  await expect.element(card(screen)).not.toBeInTheDocument();
});
