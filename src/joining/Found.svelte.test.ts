import { assert } from '@manyhands/base';
import { readInvite } from '@manyhands/ledger';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { myListings } from '@manyhands/community/board';
import { categoryOf } from '@manyhands/community/people';
import { openApp } from '../specimen/doorstep.ts';
import type { Doorstep } from '../specimen/doorstep.ts';

let app: Doorstep;

beforeEach(async () => {
  await page.viewport(360, 760);
  app = await openApp('#/');
});
afterEach(() => app.phone.erase());

const field = (name: string) => app.screen.getByRole('textbox', { name });
const button = (name: string) => app.screen.getByRole('button', { name });
const goOn = () => button('Go on').click();

async function writeNames(community = 'Riverside', yours = 'Ana') {
  await field('What is it called?').fill(community);
  await field('And your name?').fill(yours);
}

test('four taps and two names lead to the first invite', async () => {
  await app.screen.getByRole('link', { name: 'Start a community' }).click();
  await expect.element(app.screen.getByRole('heading', { level: 1 })).toHaveFocus();
  await writeNames();
  await goOn();
  await button('Start it').click();
  await app.screen.getByRole('link', { name: 'Invite someone' }).click();

  const link = field('Or send this link');
  await expect.element(link).toBeVisible();
  const invite = readInvite((link.element() as HTMLInputElement).value);
  assert(invite.ok, 'the link is an invite');
  expect(invite.value).toMatchObject({
    community: app.phone.community?.membership.community,
    name: 'Riverside',
    inviter: 'Ana',
  });
  await expect
    .element(app.screen.getByRole('img', { name: 'Invitation to Riverside' }))
    .toBeVisible();
});

test('what is missing is said, and the first empty field is where one goes on', async () => {
  app.router.go({ name: 'found' });
  await goOn();

  await expect.element(app.screen.getByText('Please give it a name.')).toBeVisible();
  await expect.element(app.screen.getByText('Please write your name.')).toBeVisible();
  await expect.element(field('What is it called?')).toHaveFocus();
  expect(app.phone.memberships).toEqual([]);
});

test('what is folded away has good beginnings, and what is changed there counts', async () => {
  app.router.go({ name: 'found' });
  await writeNames();
  await app.screen.getByText('The word for an hour').click();
  await expect.element(app.screen.getByRole('radio', { name: '10 h' })).toBeChecked();
  await field('What do you call an hour?').fill('acorn');
  await app.screen.getByText('20 h').click();
  await goOn();
  await button('Start it').click();

  await expect.poll(() => app.phone.community?.unit).toBe('acorn');
  expect(app.phone.community?.limit).toBe(1_200);
  expect(app.phone.community?.agreement).toMatch(/^An hour is an hour/);
  // Whoever wrote it has agreed to it.
  app.router.go({ name: 'us', place: app.phone.community?.address ?? '' });
  await expect
    .element(app.screen.getByText('You agreed to these words on'))
    .toBeVisible();
});

test('relays of one’s own are named beside the app’s, and what is none is said', async () => {
  app.router.go({ name: 'found' });
  await writeNames();
  await app.screen.getByText('Advanced').click();
  await field('More relays').fill('relay.example\nno relay');
  await field('Who tells a phone').fill('stun:stun.example:3478');
  await goOn();
  const wrong = app.screen.getByText('“no relay” is not the address of a relay.');
  await expect.element(wrong).toBeVisible();
  expect(app.phone.memberships).toEqual([]);

  await field('More relays').fill('relay.example');
  await goOn();
  await button('Start it').click();
  const charter = () => app.phone.community?.place.replica.ledger.charter();
  await expect
    .poll(() => charter()?.relays.slice(1))
    .toEqual(['wss://relay.example/relay']);
  expect(charter()?.relays[0]).toMatch(/^wss?:/);
  expect(charter()?.ice).toEqual(['stun:stun.example:3478']);
});

test('a name that does not fit founds nothing', async () => {
  app.router.go({ name: 'found' });
  await writeNames('ñ'.repeat(33));
  await goOn();

  await expect
    .element(app.screen.getByText('Too long: please use fewer than 33 letters.'))
    .toBeVisible();
  expect(app.phone.memberships).toEqual([]);
});

test('an invite nobody has used is shown again, and another can be made for somebody', async () => {
  app.router.go({ name: 'found' });
  await writeNames();
  await goOn();
  await button('Start it').click();
  const inviting = app.screen.getByRole('link', { name: 'Invite someone' });
  await inviting.click();
  const link = field('Or send this link');
  await expect.element(link).toBeVisible();
  const first = (link.element() as HTMLInputElement).value;

  await app.screen.getByRole('link', { name: 'Back' }).click();
  await inviting.click();
  await expect.element(link).toHaveValue(first);

  await app.screen.getByText('Invite somebody else').click();
  await field('Who is it for?').fill('Biel');
  await button('Make another one').click();
  await expect.element(app.screen.getByText('Not used yet: Biel')).toBeVisible();
  await expect.element(link).not.toHaveValue(first);
});

test('whoever founds is asked what they can do, may go back, and has cards ready to pin', async () => {
  app.router.go({ name: 'found' });
  await expect.element(app.screen.getByText('Step 1 of 2')).toBeVisible();
  await writeNames();
  await goOn();
  await expect.element(app.screen.getByText('Step 2 of 2')).toBeVisible();
  const question = app.screen.getByRole('heading', {
    name: 'Ana, what could you do for a neighbour?',
  });
  await expect.element(question).toHaveFocus();
  await app.screen.getByText('Give a lift').click();
  await button('Back').click();
  await expect.element(field('And your name?')).toHaveValue('Ana');
  await goOn();
  await expect
    .element(app.screen.getByRole('checkbox', { name: 'Give a lift' }))
    .toBeChecked();
  await app.screen.getByText('Help in the garden').click();
  await button('Start it').click();

  const ready = app.screen.getByRole('region', { name: 'Pin with one tap' });
  await expect.element(ready.getByRole('listitem')).toHaveLength(2);
  const { community } = app.phone;
  assert(community !== null, 'it is founded');
  expect(community.me.skills.map(categoryOf)).toEqual(['lift', 'garden']);
  expect(myListings(community.place)).toEqual([]);
  await button('Pin it: Give a lift').click();
  await expect.element(app.screen.getByText('On the board: Give a lift')).toBeVisible();
  expect(myListings(community.place)).toHaveLength(1);
});
