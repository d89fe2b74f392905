import type { CommunityId, MemberId, Minutes } from '@manyhands/base';
import { encodeInvite, encodeReturnLink } from '@manyhands/ledger';
import type { ReturnLink } from '@manyhands/ledger';
import { assert, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { LivePlace } from '../platform/livePlace.ts';
import { openApp } from '../specimen/doorstep.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

const link: ReturnLink = {
  community: '11'.repeat(32) as CommunityId,
  lobby: '33'.repeat(16),
  relays: [],
  name: 'Riverside',
  member: '44'.repeat(32) as MemberId,
  called: 'Ana',
  minutes: 195 as Minutes,
  g: 2,
  guardians: ['Biel', 'Carme', 'Didac'],
};
const opens = (of: Partial<ReturnLink>, ...more: Parameters<typeof openApp>[1][]) =>
  openApp(`#b/${encodeReturnLink({ ...link, ...of })}`, ...more);

beforeEach(() => page.viewport(360, 760));

test('who I was is shown with my hours, and what it takes, before anything happens', async () => {
  const app = await opens({});
  await expect
    .element(app.screen.getByRole('heading', { name: later().back.isThisYou }))
    .toBeVisible();
  await expect
    .element(app.screen.getByRole('img', { name: later().safe.kitMark('Ana') }))
    .toBeVisible();
  await expect
    .element(app.screen.getByText('You can ask for 3 hours 15 minutes'))
    .toBeVisible();
  await expect
    .element(
      app.screen.getByText(later().spare.returnNeeds(2, 3, 'Biel, Carme and Didac')),
    )
    .toBeVisible();
  await app.screen.getByRole('link', { name: later().back.notMe }).click();
  expect(app.phone.memberships).toEqual([]);
});

test('the phone waits, and waits on with the same digits when it is opened anew', async () => {
  const app = await opens({});
  await app.screen.getByRole('button', { name: later().back.yesMe }).click();
  const digits = app.screen.getByText(/^\d{4} \d{4} \d{4} \d{4}$/);
  await expect.element(digits).toBeVisible();
  const shown = digits.element().textContent;
  const here = location.hash;
  await app.phone.community?.place.close();
  await app.screen.unmount();

  const again = await openApp(here, app.keyring);
  await expect.element(again.screen.getByText(shown)).toBeVisible();
  await expect.element(again.screen.getByText(later().spare.soFar(0, 2))).toBeVisible();
  expect(again.phone.community?.status.kind).not.toBe('attention');
  await again.screen.unmount();
  await again.phone.community?.place.close();

  const twice = await opens({}, app.keyring);
  await expect.element(twice.screen.getByText(later().spare.here('Ana'))).toBeVisible();
});

test('a place that is closed before it has asked anybody asks nobody', async () => {
  const app = await opens({});
  await app.screen.getByRole('button', { name: later().back.yesMe }).click();
  await expect.poll(() => app.phone.community).not.toBeNull();
  const place = app.phone.community?.place;
  assert(place instanceof LivePlace, 'it is one of this browser');
  await place.close();
  // What was fetched for it comes only now.
  const start = vi.fn();
  expect(place.attach(start)).toBeNull();
  expect(start).not.toHaveBeenCalled();
});

test('an invite of the same community leads back to the waiting, and changes nothing', async () => {
  const app = await opens({});
  await app.screen.getByRole('button', { name: later().back.yesMe }).click();
  const digits = app.screen.getByText(/^\d{4} \d{4} \d{4} \d{4}$/);
  await expect.element(digits).toBeVisible();
  const shown = digits.element().textContent;
  const { community, lobby, relays, name } = link;
  const seed = '22'.repeat(16);
  const invite = { community, seed, lobby, relays, name, inviter: 'Biel' };
  app.router.go({ name: 'join', text: encodeInvite(invite) });
  await app.screen.getByRole('button', { name: words.join.openIt }).click();
  await expect.element(app.screen.getByText(shown)).toBeVisible();
});

test('who chose no neighbours reads that they join anew, and nothing has begun', async () => {
  const app = await opens({ g: 0, guardians: [], minutes: null });
  await expect
    .element(app.screen.getByRole('heading', { name: later().spare.anewTitle }))
    .toBeVisible();
  await expect.element(app.screen.getByText(later().spare.anewText)).toBeVisible();
  await expect
    .element(app.screen.getByRole('button', { name: later().back.yesMe }))
    .not.toBeInTheDocument();
  expect(app.phone.memberships).toEqual([]);
  await app.screen.getByRole('link', { name: later().spare.anewAct }).click();
  await expect
    .element(app.screen.getByRole('heading', { name: words.link.pasteTitle }))
    .toBeVisible();
});

test('a link that lost its end says so', async () => {
  const app = await openApp(`#b/${encodeReturnLink(link).slice(0, -9)}`);
  await expect
    .element(app.screen.getByRole('alert'))
    .toHaveTextContent(later().spare.damaged.what);
});
