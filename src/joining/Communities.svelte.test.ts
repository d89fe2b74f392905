/** Several communities on one phone: what the list says, and that one tap changes over. */
import { assert } from '@manyhands/base';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from '../specimen/doorstep.ts';
import type { Doorstep } from '../specimen/doorstep.ts';

let app: Doorstep;

beforeEach(() => page.viewport(360, 760));
afterEach(async () => {
  for (const membership of app.phone.memberships ?? []) {
    await app.phone.open(membership.device.slice(0, 16));
    await app.phone.erase();
  }
});

async function found(communityName: string) {
  const founded = await app.phone.found({
    communityName,
    yourName: 'Ana',
    unit: 'hour',
    limitHours: 10,
    words: '',
    language: 'en',
  });
  assert(founded.ok, `${communityName} is founded`);
  return founded.value;
}

const link = (name: string | RegExp) => app.screen.getByRole('link', { name });

test('founding another keeps the first; its name leads to the list, and the list back', async () => {
  app = await openApp('#/found');
  const first = await found('Riverside');
  const second = await found('La Sínia');
  await app.keyring.noteUse(first.membership.community, first.membership.device, {
    lastUsedAt: 1,
    waiting: 2,
  });
  app.router.go({ name: 'home', place: second.address });

  await link('La Sínia: go to another community').first().click();
  await expect
    .element(app.screen.getByRole('heading', { name: 'Communities on this device' }))
    .toBeVisible();
  await expect.element(link(/La Sínia Open now/)).toBeVisible();
  await link(/Riverside 2 wait for your answer/).click();

  await expect.poll(() => app.phone.community?.name).toBe('Riverside');
  // What waits there is known again, now that it is open: nothing.
  app.router.go({ name: 'communities' });
  await expect.element(link(/Riverside Open now$/)).toBeVisible();
  await expect.element(link(/^La Sínia$/)).toBeVisible();
  await link('Back').click();
  await expect
    .poll(() => location.hash)
    .toBe(`#/p/${app.phone.community?.address}/home`);
});

test('the app opened by its own address begins where it was last', async () => {
  app = await openApp('#/found');
  const first = await found('Riverside');
  await found('La Sínia');
  await app.phone.open(first.address);
  await app.screen.unmount();
  await app.phone.load();

  expect(app.phone.memberships?.[0]?.communityName).toBe('Riverside');
});
