/** The doors of a phone that several use, on the browser's own storage. */
import { toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { draw } from '../specimen/draw.ts';
import HouseScreen from '../app/House.svelte';
import { BrowserHousehold } from '../platform/browserHousehold.ts';
import { House } from '../phone/House.svelte.ts';
import { Router } from '../phone/Router.svelte.ts';
import { UnexpectedErrors } from '../phone/UnexpectedErrors.svelte.ts';

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
  const errors = new UnexpectedErrors();
  const screen = await draw(HouseScreen, { house, errors }, { router });
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

test('a PIN has to be digits, six of them, twice the same', async () => {
  const { screen } = await openHouse('#/lock');
  await screen.getByText('With a PIN').click();
  const [pin, again] = [
    screen.getByLabelText('A new PIN'),
    screen.getByLabelText('The same once more'),
  ];
  const lock = screen.getByRole('button', { name: 'Lock it' });
  await pin.fill('12a4');
  await lock.click();
  await expect.element(screen.getByText('Digits only, please.')).toBeVisible();
  await expect.element(pin).toHaveFocus();
  await pin.fill('12345');
  await expect
    .element(screen.getByText('Please use at least six digits.'))
    .toBeVisible();
  await pin.fill('123456');
  await again.fill('123465');
  await expect.element(screen.getByText('The two are not the same.')).toBeVisible();
  expect(house.lock).toBe('none');
  await again.fill('123456');
  await lock.click();
  await expect.poll(() => house.lock).toBe('pin');
  await expect
    .element(screen.getByText('It is locked with what you chose.'))
    .toBeVisible();
});

test('four digits are for who asks for them, and reads what they are worth', async () => {
  const { screen } = await openHouse('#/lock');
  await screen.getByText('With a PIN').click();
  await screen.getByLabelText('A new PIN').fill('2580');
  await screen.getByLabelText('The same once more').fill('2580');
  const lock = screen.getByRole('button', { name: 'Lock it' });
  await lock.click();
  await expect
    .element(screen.getByText('Please use at least six digits.'))
    .toBeVisible();
  const shorter = screen.getByRole('switch', { name: 'A shorter PIN' });
  await expect
    .element(shorter)
    .toHaveAccessibleDescription(/can try every PIN of four digits within hours/);
  await shorter.click();
  await lock.click();
  await expect.poll(() => house.lock).toBe('pin');
});

test('a device that looks at fingers is offered first, and overrules no choice', async () => {
  const has = vi.spyOn(BrowserHousehold.prototype, 'hasPasskeys');
  const byPasskey = () => page.getByRole('radio', { name: 'Fingerprint or face' });
  const byPin = () => page.getByRole('radio', { name: 'With a PIN' });

  has.mockResolvedValueOnce(false);
  const without = await openHouse('#/lock');
  await expect.element(byPin()).toBeChecked();
  await without.screen.unmount();

  has.mockResolvedValueOnce(true);
  const withOne = await openHouse('#/lock');
  await expect.element(byPasskey()).toBeChecked();
  expect(page.getByRole('radio').elements()[0]).toBe(byPasskey().element());
  await withOne.screen.unmount();

  let says = (_has: boolean): void => undefined;
  has.mockReturnValueOnce(new Promise((resolve) => (says = resolve)));
  const { screen } = await openHouse('#/lock');
  await screen.getByLabelText('A new PIN').fill('2');
  says(true);
  await expect.element(screen.getByText('Six digits or more.')).toBeVisible();
  await expect.element(byPin()).toBeChecked();
  has.mockRestore();
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
