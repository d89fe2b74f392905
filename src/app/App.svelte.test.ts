import { err, ok } from '@manyhands/base';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { draw } from '../specimen/draw.ts';
import App from './App.svelte';
import { closedPlaces } from '../platform/keyringPlaces.ts';
import { openApp } from '../specimen/doorstep.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { phoneWith } from '../specimen/villagePhone.ts';
import type { Community } from '../phone/Community.svelte.ts';
import { Phone } from '../phone/Phone.svelte.ts';
import type { Places } from '../phone/places.ts';
import { Router } from '../phone/Router.svelte.ts';

beforeEach(() => page.viewport(360, 760));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a newer version waits until it is asked for, or not now', async () => {
  location.hash = '#/';
  const take = vi.fn();
  const updates = Promise.resolve({
    onReady: (listener: () => void) => listener(),
    onTaken: () => undefined,
    take,
  });
  const phone = await phoneWith((await seenSmallVillage()).as('Ana'));
  const screen = await draw(App, { phone, updates });

  await screen.getByRole('button', { name: 'Use the new version' }).click();
  expect(take).toHaveBeenCalledOnce();
  await screen.getByRole('button', { name: 'Not now' }).click();
  await expect
    .element(screen.getByText('There is a new version'))
    .not.toBeInTheDocument();
});

test('a version that another tab has left behind says so', async () => {
  location.hash = '#/';
  const updates = Promise.resolve({
    onReady: () => undefined,
    onTaken: (listener: () => void) => listener(),
    take: () => undefined,
  });
  const phone = await phoneWith((await seenSmallVillage()).as('Ana'));
  const screen = await draw(App, { phone, updates });
  await expect
    .element(screen.getByText('A newer version is open in another tab'))
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Open it again' }))
    .toBeVisible();
});

test('a browser that keeps nothing says so before anybody is anybody', async () => {
  location.hash = '#/';
  const phone = new Phone(
    closedPlaces({ type: 'StoreRefused', why: 'a private window' }),
  );
  await phone.load();
  const screen = await draw(App, { phone });

  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('This browser does not let Manyhands keep anything.');
});

test('a page that was not opened safely says so first', async () => {
  vi.stubGlobal('isSecureContext', false);
  location.hash = '#/';
  const phone = await phoneWith((await seenSmallVillage()).as('Ana'));
  const screen = await draw(App, { phone });

  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('This page was not opened safely.');
  await expect
    .element(screen.getByRole('link', { name: 'Start a community' }))
    .not.toBeInTheDocument();
});

test('opened by its own address, the app goes where it was last', async () => {
  history.replaceState(null, '', location.pathname + location.search);
  const ana = (await seenSmallVillage()).as('Ana');
  await draw(App, { phone: await phoneWith(ana) });

  await expect.poll(() => location.hash).toBe(`#/p/${ana.address}/home`);
});

test('a bug on a screen leaves a sentence, and lines for whoever helps', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  location.hash = '#/';
  const phone = await phoneWith((await seenSmallVillage()).as('Ana'));
  Object.defineProperty(phone, 'memberships', {
    get: () => [{ device: null }],
  });
  const screen = await draw(App, { phone });

  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('What was saved is still saved.');
  await screen.getByText('For someone who helps you').click();
  await expect.element(screen.getByText('TypeError')).toBeVisible();
});

test('a demo says what it is, and is gone from the device with one tap', async () => {
  const { phone, screen } = await openApp('#/');
  await screen.getByRole('button', { name: 'Look around in a demo' }).click();

  await expect.element(screen.getByText('Nobody here is real.')).toBeVisible();
  expect(phone.memberships).toMatchObject([{ demo: true }]);
  await screen.getByRole('button', { name: 'Leave the demo' }).click();
  await expect.element(screen.getByText('The demo is gone')).toBeVisible();
  await expect
    .element(screen.getByRole('heading', { name: 'An hour is an hour' }))
    .toBeVisible();
  expect(phone.memberships).toEqual([]);
});

test('a demo that is called off while it is made leaves nothing behind', async () => {
  const place = (await seenSmallVillage()).placeOf('Ana');
  const erased = vi.spyOn(place, 'erase');
  let finish = (): void => undefined;
  const made = new Promise<void>((resolve) => (finish = resolve));
  const places: Places = {
    ...closedPlaces({ type: 'NotHere' }),
    list: () => Promise.resolve(ok([])),
    async demo(_, report) {
      report(3, 40);
      await made;
      return ok(place);
    },
  };
  location.hash = '#/';
  const phone = new Phone(places);
  await phone.load();
  const screen = await draw(App, { phone });
  const demo = screen.getByRole('button', { name: 'Look around in a demo' });
  await demo.click();
  await expect.element(screen.getByText('3 of 40')).toBeVisible();
  await screen.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(demo).toBeDisabled();
  finish();

  await expect.element(demo).toBeEnabled();
  expect(erased).toHaveBeenCalledOnce();
  expect(phone.community).toBeNull();
  expect(location.hash).toBe('#/');
});

test('what one browser cannot open is told apart from what is open in it', async () => {
  const ana = (await seenSmallVillage()).as('Ana');
  const places: Places = {
    ...closedPlaces({ type: 'StoreFull' }),
    list: () => Promise.resolve(ok([ana.membership])),
    open: () => Promise.resolve(err({ type: 'StoreLost', why: 'cleared' })),
  };
  location.hash = `#/p/${ana.address}/home`;
  const phone = new Phone(places);
  await phone.load();
  const router = new Router();
  const screen = await draw(App, { phone }, { router });
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('The storage of this device does not answer.');

  router.go({ name: 'found' });
  await screen.getByRole('textbox', { name: 'What is it called?' }).fill('Riverside');
  await screen.getByRole('textbox', { name: 'And your name?' }).fill('Ana');
  await screen.getByRole('button', { name: 'Go on' }).click();
  await screen.getByRole('button', { name: 'Start it' }).click();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('This device has no room left.');
});

test.each([
  'home',
  'add',
  'me',
  'board',
  'people',
  'us',
  'hours',
  'settings',
  'safe',
  'data',
  'profile',
] as const)(
  '%s of one community: nothing of it stays when another is open',
  async (name) => {
    const ana = (await seenSmallVillage()).as('Ana');
    const carme = (await ScreenVillage.found('Carme', { name: 'La Sínia' })).as(
      'Carme',
    );
    const open = async (community: Community) => {
      location.hash = `#/p/${community.address}/${name}`;
      const phone = await phoneWith(community);
      const router = new Router();
      const { container } = await draw(App, { phone }, { router });
      await expect.poll(() => container.querySelector('nav')).toBeInTheDocument();
      return { phone, router, shown: () => container.innerText };
    };
    const { phone, router, shown } = await open(ana);
    const before = shown();
    // With no moment between in which none is open: that would clear the screen by itself.
    phone.community = carme;
    router.replace({ name, place: carme.address });

    const fresh = await open(carme);
    await expect.poll(() => shown() === fresh.shown()).toBe(true);
    expect(shown()).not.toBe(before);
  },
);
