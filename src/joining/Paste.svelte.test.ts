import type { CommunityId } from '@manyhands/base';
import { encodeInvite } from '@manyhands/ledger';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from '../specimen/doorstep.ts';
import type { Doorstep } from '../specimen/doorstep.ts';

const invite = encodeInvite({
  community: '11'.repeat(32) as CommunityId,
  seed: '22'.repeat(16),
  lobby: '33'.repeat(16),
  relays: [],
  name: 'Riverside',
  inviter: 'Ana',
});
const message = 'bWVzc2FnZQ'.repeat(20);

let app: Doorstep;

beforeEach(async () => {
  await page.viewport(360, 760);
  app = await openApp('#/paste');
});
afterEach(() => vi.restoreAllMocks());

const field = () => app.screen.getByRole('textbox', { name: 'The link' });
const open = () => app.screen.getByRole('button', { name: 'Open it' });
const paste = () => app.screen.getByRole('button', { name: 'Paste' });

test('the message that an invite came in leads to the invite', async () => {
  await field().fill(`Come and join!\nhttps://example.org/#j/${invite}\nAna`);
  await open().click();

  await expect
    .element(app.screen.getByRole('heading', { name: 'Join Riverside' }))
    .toBeVisible();
  expect(location.hash).toBe(`#j/${invite}`);
});

test('a message link leads to the message', async () => {
  await field().fill(`https://elsewhere.example/app/#m/${message}`);
  await open().click();

  await expect
    .element(app.screen.getByRole('heading', { name: 'A message about an hour' }))
    .toBeVisible();
  expect(location.hash).toBe(`#m/${message}`);
});

test.each([
  ['', 'Please paste the link first.'],
  ['   ', 'Please paste the link first.'],
  ['see you on Sunday', 'This does not look like one of our links.'],
  ['https://example.org/', 'This does not look like one of our links.'],
])('%j leads nowhere, and that is said', async (text, sentence) => {
  await field().fill(text);
  await open().click();

  await expect.element(app.screen.getByRole('alert')).toHaveTextContent(sentence);
  expect(location.hash).toBe('#/paste');
  await field().fill('h');
  await expect.element(app.screen.getByRole('alert')).not.toBeInTheDocument();
});

test('one tap takes the link from the clipboard and opens it', async () => {
  vi.spyOn(navigator.clipboard, 'readText').mockResolvedValue(
    `https://example.org/#j/${invite}`,
  );
  await paste().click();

  await expect
    .element(app.screen.getByRole('heading', { name: 'Join Riverside' }))
    .toBeVisible();
});

test('a clipboard that may not be read is said, and pasting by hand still works', async () => {
  vi.spyOn(navigator.clipboard, 'readText').mockRejectedValue(new Error('refused'));
  await paste().click();

  await expect
    .element(app.screen.getByRole('alert'))
    .toHaveTextContent('Press and hold');
  await field().fill(invite);
  await open().click();
  await expect
    .element(app.screen.getByRole('heading', { name: 'Join Riverside' }))
    .toBeVisible();
});
