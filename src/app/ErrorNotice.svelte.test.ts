/** What a person sees of an error nobody expected, and how they go on. */
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { draw } from '../specimen/draw.ts';
import HouseScreen from './House.svelte';
import { House } from '../phone/House.svelte.ts';
import type { Household } from '../phone/household.ts';
import { UnexpectedErrors } from '../phone/UnexpectedErrors.svelte.ts';
import { speak, words } from '../words/words.ts';

const bug = new Error('Bug: minutes below zero');

/** A door at which nobody is asked for anything yet. */
const household = { hasPasskeys: () => Promise.resolve(false) } as Partial<Household>;

let errors: UnexpectedErrors;

beforeEach(async () => {
  await page.viewport(360, 760);
  await speak('en', document.documentElement);
  errors = new UnexpectedErrors();
});

const open = () =>
  draw(HouseScreen, { house: new House(household as Household), errors });

test('it says what happened, what is lost and what to do, and goes when closed', async () => {
  const screen = await open();
  errors.hear(bug);
  const notice = screen
    .getByRole('status')
    .filter({ hasText: words.trouble.slip.what });
  const { what, lost, todo } = words.trouble.slip;
  for (const sentence of [what, lost, todo]) {
    await expect.element(notice).toHaveTextContent(sentence);
  }
  const reload = notice.getByRole('button', { name: words.trouble.reload });
  await expect.element(reload).toBeVisible();
  await notice.getByRole('button', { name: words.general.close }).click();
  await expect.element(notice).not.toBeInTheDocument();
});

test('the same error is told once, another one again', async () => {
  const screen = await open();
  errors.hear(bug);
  const close = screen.getByRole('button', { name: words.general.close });
  await close.click();
  errors.hear(bug);
  await expect.element(close).not.toBeInTheDocument();
  errors.hear('something else');
  await expect.element(close).toBeVisible();
});

test('its lines can be copied, for whoever helps', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const screen = await open();
  errors.hear(bug);
  await screen.getByText(words.trouble.details).click();
  await screen.getByRole('button', { name: words.general.copy }).click();
  expect(written).toHaveBeenCalledWith(expect.stringContaining(bug.message));
  await expect.element(screen.getByText(bug.message, { exact: false })).toBeVisible();
});

test('what the app cannot go on after takes the place of the screen', async () => {
  const screen = await open();
  errors.hear(bug);
  errors.end(bug);
  const alert = screen.getByRole('alert');
  await expect.element(alert).toHaveTextContent(words.trouble.bug.what);
  await expect
    .element(screen.getByText(words.trouble.slip.what))
    .not.toBeInTheDocument();
});
