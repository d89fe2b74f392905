/** What a person reads when the phone's own copy is in trouble: every kind of it. */
import { err, ok } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { DiskTrouble } from '@manyhands/community/opened';
import { draw } from '../specimen/draw.ts';
import App from './App.svelte';
import { closedPlaces } from '../platform/keyringPlaces.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { Phone } from '../phone/Phone.svelte.ts';
import type { OpenRefused } from '../phone/openRefused.ts';
import type { Places } from '../phone/places.ts';
import { sayOpening, sayLasting } from '../words/sayPhone.ts';
import { words } from '../words/words.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

/** The act each trouble offers, if one may help. A trouble missing here does not compile. */
const acts: Record<DiskTrouble | 'JournalBehind', string | null> = {
  StoreFull: null,
  StoreRefused: null,
  StoreLost: words.trouble.reload,
  StoreCleared: words.welcome.join,
  JournalBehind: words.welcome.join,
};

test.each(Object.entries(acts))(
  '%s is told on every screen of the community, for as long as it lasts',
  async (type, act) => {
    const trouble = type as keyof typeof acts;
    village.placeOf('Ana').hear({ trouble });
    for (const path of ['/home', '/people', '/record', '/settings']) {
      const screen = await visit(village.as('Ana'), path);
      const alert = screen.getByRole('alert');
      const { what, lost, todo } = sayLasting(trouble);
      for (const sentence of [what, lost, todo]) {
        await expect.element(alert).toHaveTextContent(sentence);
      }
      if (act !== null) {
        const button = alert.getByRole('button', { name: act });
        await expect.element(button).toBeVisible();
      }
      await screen.unmount();
    }
    const screen = await visit(village.as('Ana'));
    await expect.element(screen.getByText(words.status.attention)).toBeVisible();
    village.placeOf('Ana').hear({ trouble: null });
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  },
);

/** What may help when a community does not open. */
const ways: Record<OpenRefused['type'], string[]> = {
  StoreFull: [words.trouble.retry, words.link.toHome],
  StoreLost: [words.trouble.retry, words.link.toHome],
  StoreRefused: [words.link.toHome],
  StoreCleared: [words.link.toHome],
  KeyUnusable: [words.link.toHome],
  KeyLost: [words.welcome.join, words.trouble.forget, words.link.toHome],
  NotHere: [words.link.toHome],
  OpenElsewhere: [words.notice.secondTabAct],
};

test.each(Object.entries(ways))(
  'a community that does not open, %s, says why and what may help',
  async (type, offered) => {
    const ana = village.as('Ana');
    const refused = { type, why: 'a test' } as OpenRefused;
    const places: Places = {
      ...closedPlaces(refused),
      list: () => Promise.resolve(ok([ana.membership])),
    };
    location.hash = `#/p/${ana.address}/home`;
    const phone = new Phone(places);
    await phone.load();
    const screen = await draw(App, { phone });
    for (const name of offered) {
      const way = screen.getByRole('button', { name });
      await expect.element(way.or(screen.getByRole('link', { name }))).toBeVisible();
    }
    if (refused.type === 'OpenElsewhere') return;
    const alert = screen.getByRole('alert');
    const { what, lost, todo } = sayOpening(refused);
    for (const sentence of [what, lost, todo]) {
      await expect.element(alert).toHaveTextContent(sentence);
    }
  },
);

test('what a disk refused for a moment opens at the next try', async () => {
  const ana = village.as('Ana');
  let isSilent = true;
  const silent = err({ type: 'StoreLost' as const, why: 'busy' });
  const places: Places = {
    ...closedPlaces({ type: 'NotHere' }),
    list: () => Promise.resolve(ok([ana.membership])),
    open: () => Promise.resolve(isSilent ? silent : ok(ana.place)),
  };
  location.hash = `#/p/${ana.address}/people`;
  const phone = new Phone(places);
  await phone.load();
  const screen = await draw(App, { phone });
  const retry = screen.getByRole('button', { name: words.trouble.retry });
  await expect.element(retry).toBeVisible();
  isSilent = false;
  await retry.click();
  await expect.element(screen.getByRole('heading', { name: 'People' })).toBeVisible();
});

test('a membership without its keys is taken off the device when asked', async () => {
  const ana = village.as('Ana');
  const lost = { ...ana.membership, hasLostKeys: true };
  let listed = [lost];
  const places: Places = {
    ...closedPlaces({ type: 'KeyLost' }),
    list: () => Promise.resolve(ok(listed)),
    forget: () => {
      listed = [];
      return Promise.resolve(ok(undefined));
    },
  };
  location.hash = '#/';
  const phone = new Phone(places);
  await phone.load();
  const screen = await draw(App, { phone });
  await screen.getByRole('link', { name: words.trouble.keyLost.what }).click();
  await screen.getByRole('button', { name: words.trouble.forget }).click();
  await expect
    .element(screen.getByRole('heading', { name: words.welcome.title }))
    .toBeVisible();
  await expect
    .element(screen.getByText(words.trouble.keyLost.what))
    .not.toBeInTheDocument();
});

test('damage that was mended is said once, until it is read', async () => {
  const ana = village.as('Ana');
  const faults = [{ type: 'Mended', kept: 9, lost: 1 } as const];
  Object.assign(ana.place.replica, { faults: () => faults });
  const screen = await visit(ana);
  await expect.element(screen.getByText(words.notice.damaged)).toBeVisible();
  await screen.getByRole('button', { name: words.notice.later }).click();
  await expect.element(screen.getByText(words.notice.damaged)).not.toBeInTheDocument();
});
