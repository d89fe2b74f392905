import { assert } from '@manyhands/base';
import { afterEach, expect, test } from 'vitest';
import { openApp } from '../specimen/doorstep.ts';
import type { Doorstep } from '../specimen/doorstep.ts';

const tabs: Doorstep[] = [];
afterEach(async () => {
  for (const { phone, screen } of tabs.splice(0).reverse()) {
    await screen.unmount();
    await phone.erase();
  }
});

const heading = ({ screen }: Doorstep, name: string) =>
  screen.getByRole('heading', { name });

test('a second tab explains itself, takes over when asked, and the first one says so', async () => {
  const first = await openApp('#/found');
  tabs.push(first);
  const founded = await first.phone.found({
    communityName: 'Riverside',
    yourName: 'Ana',
    unit: 'hour',
    limitHours: 10,
    words: '',
    language: 'en',
  });
  assert(founded.ok, 'Ana founds');
  const home = { name: 'home', place: founded.value.address } as const;
  first.router.replace(home);
  await expect.element(heading(first, 'Ana')).toBeVisible();

  const second = await openApp(location.hash, first.keyring);
  tabs.push(second);
  await expect
    .element(heading(second, 'Manyhands is open in another tab'))
    .toBeVisible();
  await second.screen.getByRole('button', { name: 'Use it here' }).click();

  await expect
    .element(heading(first, 'Manyhands has moved to another tab'))
    .toBeVisible();
  await expect.poll(() => second.phone.community?.status.kind).not.toBe('attention');
  expect(first.phone.community?.status).toEqual({
    kind: 'attention',
    about: 'LockLost',
  });
});

test('an address of no community here is a sentence with a way out', async () => {
  const tab = await openApp('#/p/0123456789abcdef/home');
  tabs.push(tab);

  await expect
    .element(tab.screen.getByRole('alert'))
    .toHaveTextContent('This device does not hold that community.');
  await tab.screen.getByRole('link', { name: 'To the start' }).click();
  await expect.element(heading(tab, 'An hour is an hour')).toBeVisible();
});
