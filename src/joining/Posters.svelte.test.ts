import { assert } from '@manyhands/base';
import { createSealingKey, createSigningKey } from '@manyhands/keys';
import { readPoster } from '@manyhands/ledger';
import type { Poster } from '@manyhands/ledger';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { certify, requestKnock } from '@manyhands/door';

let village: ScreenVillage;
let poster: Poster;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
  const hung = await ana().entrance.hang('The library');
  assert(hung.ok, 'a member hangs up a poster');
  const read = readPoster(hung.value.text ?? '');
  assert(read.ok, 'what was hung up reads back');
  poster = read.value;
});

const ana = () => village.as('Ana');

/** Somebody with keys of their own, who has read the poster, at Ana's door. */
async function knocks(name: string, line = ''): Promise<void> {
  const [identity, device, sealing] = await Promise.all([
    createSigningKey(),
    createSigningKey(),
    createSealingKey(),
  ]);
  const certificate = await certify(village.id, {
    identity,
    device,
    box: sealing.publicKey,
  });
  const request = await requestKnock(poster, certificate, { name, line });
  const { place } = ana();
  void place.porch.ask(place, request);
}

test('whoever knocks is greeted with one tap, and is a member', async () => {
  await knocks('Didac', 'From number 4');
  const screen = await visit(ana());
  await expect
    .element(screen.getByRole('heading', { name: 'Someone at the door: Didac' }))
    .toBeVisible();
  await expect.element(screen.getByText('“From number 4”')).toBeVisible();
  const before = ana().people.length;

  await screen.getByRole('button', { name: 'Let in' }).click();

  await expect.element(screen.getByText('Didac is in. Say hello!')).toBeVisible();
  await expect
    .element(screen.getByRole('heading', { name: /Someone at the door/ }))
    .not.toBeInTheDocument();
  expect(ana().people).toHaveLength(before + 1);
});

test('a founder who is alone is not told so while somebody is at the door', async () => {
  village = await ScreenVillage.found('Ana');
  const hung = await ana().entrance.hang('The library');
  assert(hung.ok, 'a founder hangs up a poster');
  const read = readPoster(hung.value.text ?? '');
  assert(read.ok, 'what was hung up reads back');
  poster = read.value;
  await knocks('Didac');
  const screen = await visit(ana());
  await expect.element(screen.getByRole('button', { name: 'Let in' })).toBeVisible();
  const invite = screen.getByRole('link', { name: 'Invite someone' });
  await expect.element(invite).not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Not now' }).click();
  await expect.element(invite).toBeVisible();
});

test('"not now" takes the card away, and nobody is in', async () => {
  await knocks('Didac');
  const screen = await visit(ana());
  const before = ana().people.length;

  await screen.getByRole('button', { name: 'Not now' }).click();

  await expect
    .element(screen.getByRole('heading', { name: /Someone at the door/ }))
    .not.toBeInTheDocument();
  expect(ana().people).toHaveLength(before);
});

test('a crowd with names that turn text round stays small and in its place', async () => {
  await knocks('\u202egnorw\u202c', 'one\n\n\n\ntwo \u2066three');
  await knocks('  \u200e ');
  await knocks('ضفة');
  for (const name of ['Fourth', 'Fifth']) await knocks(name);
  const screen = await visit(ana());

  await expect.element(screen.getByText('and 2 more at the door')).toBeVisible();
  const cards = screen.getByRole('heading', { name: /Someone at the door/ });
  const titles = cards.elements().map(({ textContent }) => textContent.trim());
  expect(titles).toEqual([
    'Someone at the door: gnorw',
    'Someone at the door: Somebody without a name yet',
    'Someone at the door: \u2068ضفة\u2069',
  ]);
  await expect.element(screen.getByText('“one two three”')).toBeVisible();
});

test('my posters say who came by them, and are taken down after a word', async () => {
  const screen = await visit(ana(), '/posters');
  await expect
    .element(screen.getByRole('heading', { name: 'The library' }))
    .toBeVisible();
  await expect.element(screen.getByText('Nobody has used it yet')).toBeVisible();

  await screen
    .getByRole('button', { name: 'Take down the poster: The library' })
    .click();
  await screen.getByRole('button', { name: 'Leave it' }).click();
  expect(await ana().entrance.myPosters()).toHaveLength(1);
  await screen
    .getByRole('button', { name: 'Take down the poster: The library' })
    .click();
  await screen.getByRole('button', { name: 'Take it down' }).click();

  await expect.element(screen.getByText('The poster is taken down.')).toBeVisible();
  expect(await ana().entrance.myPosters()).toEqual([]);
});
