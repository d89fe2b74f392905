import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from '../specimen/doorstep.ts';
import { moving } from '../specimen/moving.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { theme } from './Theme.svelte.ts';
import { vibration } from '../phone/Vibration.svelte.ts';
import { buzz } from '../phone/buzz.ts';
import { later } from '../words/later.ts';
import { speak } from '../words/words.ts';

let village: ScreenVillage;

const seen = (at = '/settings') => visit(village.as('Ana'), at);
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});
afterEach(async () => {
  await speak('en', document.documentElement);
  theme.choice = 'system';
  vibration.isOn = true;
  localStorage.clear();
});

describe('the five rows', () => {
  const rows = [
    ['My profile', 'What others see of you'],
    ['Keep my hours safe', 'Keep your hours safe'],
    ['Notifications and look', 'Notifications and look'],
    ['No internet?', 'No internet?'],
    ['Community and data', 'Community and data'],
  ] as const;

  test('are five links, and nothing else stands on the page', async () => {
    const { container } = await seen();
    const links = () => [...container.querySelectorAll('main li a')];
    await expect
      .poll(() => links().map(({ textContent }) => textContent))
      .toEqual(rows.map(([title]) => title));
    const main = container.querySelector('main');
    expect(main?.querySelectorAll('li svg')).toHaveLength(2 * rows.length);
    expect(main?.querySelectorAll('button')).toHaveLength(0);
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(760);
  });

  test.each(rows)(
    '%s opens a page of its own, and back leads here',
    async (row, title) => {
      const screen = await seen();
      await screen.getByRole('link', { name: row }).click();
      const heading = screen.getByRole('heading', { name: title, level: 1 });
      await expect.element(heading).toBeVisible();
      await screen.getByRole('link', { name: 'Back' }).click();
      await expect
        .element(screen.getByRole('heading', { name: 'Settings', level: 1 }))
        .toBeVisible();
    },
  );

  test('say in a line where my hours are kept', async () => {
    const screen = await seen();
    await expect.element(screen.getByText('Only on this phone so far')).toBeVisible();
    village.placeOf('Ana').hear({ acks: village.acksOf(['Biel', 'Carme']) });
    await expect
      .element(screen.getByText('Kept on this phone and 2 others'))
      .toBeVisible();
  });
});

test.each(['My profile', 'My cards', 'My year and my ties', 'Keep your hours safe'])(
  'back from %s leads to Me for whoever came from there',
  async (row) => {
    const screen = await seen('/me');
    await screen.getByRole('link', { name: row }).click();
    await screen.getByRole('link', { name: 'Back' }).click();
    const me = screen.getByRole('heading', { name: 'Me', level: 1 });
    await expect.element(me).toBeVisible();
  },
);

test('the small buzz can be switched off, and stays off', async () => {
  await moving();
  const vibrate = vi.spyOn(navigator, 'vibrate').mockReturnValue(true);
  const screen = await seen('/look');
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
  const screen = await seen('/look');
  const root = document.documentElement;
  await screen.getByText('Dark').click();

  expect(root.dataset['theme']).toBe('dark');
  expect(localStorage.getItem('manyhands/theme')).toBe('dark');
  await screen.getByText('As the phone').click();
  expect(root.dataset['theme']).toBeUndefined();
});

test('where my part is kept, in a line, and the way to all that is known of it', async () => {
  const screen = await seen('/safe');
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
  const screen = await seen('/look');
  const act = screen.getByRole('button', { name: 'Install' });
  await expect.element(act).not.toBeInTheDocument();
  dispatchEvent(offer);

  await act.click();
  expect(prompt).toHaveBeenCalledOnce();
  expect(offer.defaultPrevented).toBe(true);
  await expect.element(act).not.toBeInTheDocument();
});

test('what hardly anybody needs stands under "Advanced", closed', async () => {
  const screen = await seen('/data');
  const add = screen.getByRole('button', { name: 'Add a keeper' });
  const relay = screen.getByText('The relay of this app is always used.');
  await expect.element(screen.getByText('Advanced')).toBeVisible();
  await expect.element(relay).not.toBeVisible();
  await screen.getByText('Advanced').click();
  for (const each of [
    relay,
    screen.getByText(/MB used/),
    screen.getByRole('link', { name: 'See what it shows' }),
    screen.getByRole('link', { name: 'Check the connection' }),
  ])
    await expect.element(each).toBeVisible();
  await add.click();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
});

test('the servers of a community are named, and no password of theirs', async () => {
  const own = await ScreenVillage.found('Ana', {
    relays: ['wss://relay.example'],
    ice: ['stun:stun.example:3478', 'turn:ana:secret@turn.example:3478'],
  });
  const screen = await visit(own.as('Ana'), '/data');
  await screen.getByText('Advanced').click();
  for (const line of [
    'wss://relay.example',
    'stun:stun.example:3478',
    'turn:turn.example:3478',
  ])
    await expect.element(screen.getByText(line, { exact: true })).toBeVisible();
  expect(screen.container.textContent).not.toContain('secret');
  // What these lines are for is said once.
  expect(screen.getByText(/phones find each other/i).elements()).toHaveLength(1);
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
  app.router.go({ name: 'data', place });

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

test.each(['en', 'es', 'ar'] as const)(
  'light and dark stand side by side on a phone, in %s',
  async (language) => {
    await speak(language, document.documentElement);
    const screen = await seen('/look');
    const { lookLight, lookDark } = later().settings;
    const topOf = (label: string) =>
      screen.getByText(label, { exact: true }).element().getBoundingClientRect().top;
    await expect.element(screen.getByText(lookDark, { exact: true })).toBeVisible();
    expect(topOf(lookDark)).toBe(topOf(lookLight));
  },
);
