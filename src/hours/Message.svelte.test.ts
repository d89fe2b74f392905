import { assert, err, ok } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { draw } from '../specimen/draw.ts';
import App from '../app/App.svelte';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { Phone } from '../phone/Phone.svelte.ts';
import { closedPlaces } from '../platform/keyringPlaces.ts';
import type { Places } from '../phone/places.ts';

let village: ScreenVillage;
let text: string;

/** Ana asks Biel about an hour and a half, and writes him a message about it. */
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  await village.help('Ana', 'Biel', 90, { open: true });
  const [hour] = village.as('Ana').asked;
  assert(hour, 'Ana has asked');
  const written = await village.as('Ana').face.messageAbout(hour);
  assert(written.ok, 'a member can write');
  text = written.value;
});

/** The app on the phone of `name`, opened by the link; another tab may have the place. */
async function opens(name: string, link: string, { isElsewhere = false } = {}) {
  const { place } = village.as(name);
  const { membership } = place;
  const secret = place.secret();
  assert(secret, `${name} is a member`);
  const places: Places = {
    ...closedPlaces({ type: 'NotHere' }),
    list: () => Promise.resolve(ok([membership])),
    open: (_, takeOver) =>
      Promise.resolve(
        isElsewhere && !takeOver ? err({ type: 'OpenElsewhere' }) : ok(place),
      ),
    locks: () =>
      Promise.resolve([{ community: village.id, secret: secret.secret, membership }]),
  };
  const phone = new Phone(places);
  location.hash = `#m/${link}`;
  await phone.load();
  return draw(App, { phone });
}

test('one tap on the link opens the one card, with nothing to step back to', async () => {
  const screen = await opens('Biel', text);
  const steps = history.length;

  await expect
    .element(screen.getByRole('button', { name: 'Yes, that’s right' }))
    .toBeVisible();
  const [hour] = village.as('Biel').waiting;
  expect(location.hash).toContain(`/at/${String(hour?.transfer.proposal)}`);
  expect(history.length).toBe(steps);
});

test('opened a second time it leads to the same card, and counts once', async () => {
  const [hour] = village.as('Biel').waiting;
  assert(hour, 'it waits for Biel');
  await village.as('Biel').sayYes(hour);
  const screen = await opens('Biel', text);

  await expect
    .element(screen.getByRole('heading', { level: 1 }))
    .not.toHaveTextContent('A message about an hour');
  expect(location.hash).toContain(`/at/${hour.transfer.proposal}`);
  expect(village.as('Biel').balance).toBe(-90);
});

test('somebody else who opens it is told so, and nothing changes', async () => {
  const screen = await opens('Carme', text);

  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('about an hour between two other people. Nothing has changed');
  expect(village.as('Biel').waiting).toHaveLength(1);
});

test.each([
  ['cut short', (whole: string) => whole.slice(0, -12)],
  [
    'with a letter changed',
    (whole: string) => `${whole.slice(0, -30)}AAAA${whole.slice(-26)}`,
  ],
])('a message %s says that part of it is missing', async (_, damage) => {
  const screen = await opens('Biel', damage(text));

  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('Part of this message is missing. Nothing is lost.');
});

test('a message of a community that is not on this phone says so', async () => {
  const screen = await opens('Biel', 'bWVzc2FnZQ'.repeat(20));

  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('a community that is not on this device. Nothing has changed');
});

test('while another tab has the community open, it can be opened here', async () => {
  const screen = await opens('Biel', text, { isElsewhere: true });

  await screen.getByRole('button', { name: 'Use it here' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'Yes, that’s right' }))
    .toBeVisible();
});
