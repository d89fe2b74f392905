/** The doors of a phone that several use, on the browser's own storage. */
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import HouseScreen from '../House.svelte';
import { BrowserHousehold } from '../platform/browserHousehold.ts';
import { House } from '../state/House.svelte.ts';
import { Router } from '../state/Router.svelte.ts';

let house: House;

beforeEach(() => page.viewport(360, 760));
afterEach(async () => {
  vi.useRealTimers();
  await house.shut();
  for (const { id } of house.people ?? []) await house.remove(id);
  await house.shut();
});

async function openHouse(hash: string) {
  sessionStorage.clear();
  location.hash = hash;
  const prefix = `manyhands/test/${toHex(randomBytes(8))}`;
  house = new House(new BrowserHousehold('ws://127.0.0.1:9/relay', prefix));
  await house.load();
  const router = new Router();
  const screen = await render(HouseScreen, { house, router });
  return { screen, router };
}

test('one person without a lock sees no door', async () => {
  const { screen } = await openHouse('#/');
  await expect
    .element(screen.getByRole('heading', { name: 'An hour is an hour' }))
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Somebody else’s turn' }))
    .not.toBeInTheDocument();
});

test('a PIN has to be digits, four of them, twice the same', async () => {
  const { screen } = await openHouse('#/lock');
  const [pin, again] = [
    screen.getByLabelText('A new PIN'),
    screen.getByLabelText('The same once more'),
  ];
  const lock = screen.getByRole('button', { name: 'Lock it' });
  await pin.fill('12a4');
  await lock.click();
  await expect.element(screen.getByText('Digits only, please.')).toBeVisible();
  await expect.element(pin).toHaveFocus();
  await pin.fill('123');
  await expect
    .element(screen.getByText('Please use at least four digits.'))
    .toBeVisible();
  await pin.fill('1234');
  await again.fill('1243');
  await expect.element(screen.getByText('The two are not the same.')).toBeVisible();
  expect(house.lock).toBe('none');
  await again.fill('1234');
  await lock.click();
  await expect.poll(() => house.lock).toBe('pin');
  await expect
    .element(screen.getByText('It is locked with what you chose.'))
    .toBeVisible();
});

test('a device without a passkey that locks says so, and nothing has changed', async () => {
  const create = vi
    .spyOn(navigator.credentials, 'create')
    .mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const { screen } = await openHouse('#/lock');
  await screen.getByText('Fingerprint or face').click();
  await screen.getByRole('button', { name: 'Lock it' }).click();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('Nothing has changed.');
  expect(create).toHaveBeenCalledOnce();
  expect(house.lock).toBe('none');
  create.mockRestore();
});

test('left for five minutes, a locked door shuts by itself; one without a lock stays open', async () => {
  const { screen } = await openHouse('#/');
  const hide = (state: string) => {
    Object.defineProperty(document, 'visibilityState', {
      value: state,
      configurable: true,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const leaves = () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    hide('hidden');
    vi.setSystemTime(Date.now() + 300_000);
    hide('visible');
    vi.useRealTimers();
  };
  leaves();
  expect(house.phone).not.toBeNull();
  await house.relock({ type: 'pin', pin: '2580' });
  leaves();
  await expect.element(screen.getByRole('heading', { name: 'Hello' })).toBeVisible();
  expect(house.phone).toBeNull();
});

test('an invitation stays in hand while somebody else comes in', async () => {
  const { screen } = await openHouse('#j/AAAA');
  await house.welcome();
  await expect
    .element(screen.getByText('Part of this invitation is missing.'))
    .toBeVisible();
  await house.shut();
  await expect
    .element(screen.getByRole('heading', { name: 'Who is here?' }))
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: /Somebody new/ }).first())
    .toBeVisible();
  await screen
    .getByRole('button', { name: /Somebody new/ })
    .first()
    .click();
  await expect
    .element(screen.getByText('Part of this invitation is missing.'))
    .toBeVisible();
  expect(location.hash).toBe('#j/AAAA');
});
