import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from '../specimen/doorstep.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import { visit } from '../specimen/visit.ts';
import { followLanguage, speakFirst } from '../phone/language.ts';
import { speak, words } from '../words/words.ts';

const root = document.documentElement;

afterEach(async () => {
  vi.restoreAllMocks();
  localStorage.clear();
  await speak('en', root);
});

test('in the settings: the screen changes at once, and back', async () => {
  await page.viewport(360, 760);
  const village = await seenSmallVillage();
  const screen = await visit(village.as('Ana'), '/look');
  await screen.getByText('Español').click();

  await expect.element(screen.getByRole('heading', { name: 'Avisos y aspecto' })).toBeVisible();
  await expect.element(screen.getByText('Claro', { exact: true })).toBeVisible();
  expect(root.lang).toBe('es');
  expect(document.title).toContain('Avisos y aspecto');

  await screen.getByText('English').click();
  await expect.element(screen.getByRole('heading', { name: 'Notifications and look' })).toBeVisible();
});

test('before anybody belongs to anything: a form that is half filled in stays so', async () => {
  const { screen } = await openApp('#/found');
  await screen.getByRole('textbox', { name: 'What is it called?' }).fill('Riverside');
  await screen.getByText('العربية').click();
  await expect.poll(() => root.dir).toBe('rtl');
  await screen.getByText('Español').click();

  await expect.poll(() => root.dir).toBe('ltr');
  const name = screen.getByRole('textbox', { name: '¿Cómo se llama?' });
  await expect.element(name).toHaveValue('Riverside');
});

test('the choice is kept on this phone, and comes before what the browser asks for', async () => {
  const { screen } = await openApp('#/welcome');
  await screen.getByText('Español').click();
  await expect
    .element(screen.getByRole('heading', { name: 'Una hora es una hora' }))
    .toBeVisible();

  await speak('en', root);
  await speakFirst(['ar', 'en']);
  expect(words.language.code).toBe('es');

  localStorage.clear();
  await speakFirst(['ar', 'en']);
  expect(words.language.code).toBe('ar');

  localStorage.setItem('manyhands/language', 'toString');
  await speakFirst(['en']);
  expect(words.language.code).toBe('en');
});

test('the phone is given another language while the app is open: it goes along, and so does what is said of it on the home screen', async () => {
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  document.head.append(manifest);
  followLanguage(window);
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['ar-MA', 'fr']);
  window.dispatchEvent(new Event('languagechange'));

  await expect.poll(() => root.dir).toBe('rtl');
  expect(manifest.getAttribute('href')).toBe('/manifest.ar.webmanifest');
  manifest.remove();
});
