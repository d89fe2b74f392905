import type { CommunityId } from '@manyhands/base';
import { encodeInvite } from '@manyhands/ledger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from '../specimen/doorstep.ts';
import type { Doorstep } from '../specimen/doorstep.ts';
import { smallVillage } from '../specimen/stories.ts';
import { visit } from '../specimen/visit.ts';
import { categoryOf } from '../state/category.ts';

const invite = encodeInvite({
  community: '11'.repeat(32) as CommunityId,
  seed: '22'.repeat(16),
  lobby: '33'.repeat(16),
  relays: [],
  name: 'Riverside',
  inviter: 'Ana',
});

let app: Doorstep;

beforeEach(() => page.viewport(360, 760));
afterEach(() => app.phone.erase());

const name = () => app.screen.getByRole('textbox', { name: 'What is your name?' });
const join = () => app.screen.getByRole('button', { name: 'Join', exact: true });
const heading = (text: string) => app.screen.getByRole('heading', { name: text });

test('one typed field, one tap, and a newcomer waits at home', async () => {
  app = await openApp(`#j/${invite}`);
  await expect.element(heading('Join Riverside')).toHaveFocus();
  await expect.element(app.screen.getByText('Ana invites you.')).toBeVisible();
  await expect
    .element(app.screen.getByText('they can work out each other’s hours'))
    .toBeVisible();

  await name().fill('Biel');
  await app.screen.getByText('Repairs').click();
  await app.screen.getByText('Children').click();
  await app.screen.getByText('Repairs').click();
  await join().click();

  await expect.element(heading('Almost there')).toBeVisible();
  expect(location.hash).toMatch(/^#\/p\/[0-9a-f]{16}\/home$/);
  const me = app.phone.community?.me;
  expect(me).toMatchObject({ name: 'Biel', isMember: false });
  expect(me?.skills.map(categoryOf)).toEqual(['children']);
});

test('without a name nobody joins, and the field says so', async () => {
  app = await openApp(`#j/${invite}`);
  await join().click();

  await expect.element(app.screen.getByText('Please write your name.')).toBeVisible();
  await expect.element(name()).toHaveFocus();
  expect(app.phone.memberships).toEqual([]);
});

test('somebody who is in already goes there; somebody else can join beside them', async () => {
  app = await openApp(`#j/${invite}`);
  await name().fill('Biel');
  await join().click();
  await expect.element(heading('Almost there')).toBeVisible();
  const first = app.phone.community?.address;
  app.router.go({ name: 'join', text: invite });

  await expect.element(heading('Riverside is on this device already')).toBeVisible();
  await app.screen.getByRole('button', { name: 'Open it' }).click();
  await expect.element(heading('Almost there')).toBeVisible();
  expect(location.hash).toContain(first);

  app.router.go({ name: 'join', text: invite });
  await app.screen.getByRole('button', { name: 'Somebody else joins' }).click();
  await name().fill('Carme');
  await join().click();
  await expect.poll(() => app.phone.community?.me.name).toBe('Carme');
  expect(app.phone.memberships).toHaveLength(2);
});

test.each([invite.slice(0, -9), `${invite}AAAA`, '', 'x', '%F0%9F%99%82'])(
  'a damaged invite (%#) is one sentence, and nobody joins',
  async (text) => {
    app = await openApp(`#j/${text}`);

    await expect
      .element(app.screen.getByRole('alert'))
      .toHaveTextContent('Part of this invitation is missing. Nothing is lost.');
    expect(app.phone.memberships).toEqual([]);
  },
);

test('in Safari on an iPhone the link can be copied for the app', async () => {
  Object.defineProperty(navigator, 'standalone', { value: false, configurable: true });
  app = await openApp(`#j/${invite}`);

  await expect
    .element(app.screen.getByRole('textbox', { name: 'Copy for the app' }))
    .toHaveValue(location.href);
  Reflect.deleteProperty(navigator, 'standalone');
});

describe('a member’s device has said no', () => {
  test.each([
    ['InviteUsed', 'Somebody has already joined with this invitation.'],
    ['InviteClosed', 'This invitation has been taken back.'],
    ['InviteUnknown', 'Nobody in the community knows this invitation yet.'],
  ] as const)('%s', async (refusal, sentence) => {
    const village = await smallVillage();
    const newcomer = await village.knock('Biel');
    village.placeOf('Biel').hear({ refusal });
    const screen = await visit(newcomer);

    await expect.element(screen.getByRole('alert')).toHaveTextContent(sentence);
  });
});
