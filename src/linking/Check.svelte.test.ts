import { tick } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Check, Finding } from '@manyhands/community/opened';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const see = () => visit(village.as('Ana'), '/check');
type Screen = Awaited<ReturnType<typeof see>>;
const reads = (screen: Screen, text: string | RegExp) =>
  expect.element(screen.getByText(text).first()).toBeVisible();
const button = (screen: Screen, name: string) =>
  screen.getByRole('button', { name, exact: true });

/** A check that answers when it is told to, and knows whether it was called off. */
function held(finding: Finding) {
  const answers: (() => void)[] = [];
  let isOff = false;
  const check: Check = (signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => (isOff = true));
      answers.push(() => resolve(finding));
    });
  /** The first of those that still wait. */
  return { check, answer: () => answers.shift()?.(), isOff: () => isOff };
}

const finds =
  (finding: Finding): Check =>
  () =>
    Promise.resolve(finding);
const answering = finds({ topic: 'relay', host: 'relay.example', found: 'answers' });

test('each thing that was tried: what was found, and what to try next', async () => {
  village.placeOf('Ana').hear({
    checks: [
      finds({ topic: 'app', found: 'notYet' }),
      finds({ topic: 'storage', found: 'promised' }),
      finds({ topic: 'network', found: 'online' }),
      answering,
      finds({ topic: 'relay', host: 'portal.example', found: 'silent' }),
      finds({ topic: 'relay', host: 'gone.example', found: 'blocked' }),
      finds({ topic: 'direct', found: 'works' }),
      finds({ topic: 'stun', host: 'stun.example', found: 'works' }),
      finds({ topic: 'turn', host: 'turn.example', found: 'fails' }),
    ],
  });
  const screen = await see();
  await reads(screen, 'The relay relay.example answers.');
  await reads(
    screen,
    'The relay portal.example can be reached, but it does not answer.',
  );
  await reads(screen, /sign in first. Open any web page, sign in, and check again/);
  await reads(screen, 'The relay gone.example cannot be reached from here.');
  await reads(screen, /Leave it open for a moment while you are online/);
  await reads(screen, 'turn.example passes nothing on from here.');
  await reads(screen, 'Nobody is online with you now.');
  village.placeOf('Ana').hear({ linked: [village.memberOf('Biel')] });
  await reads(screen, '1 member is online with you now.');
});

test('it is counted, can be stopped, and begun again', async () => {
  const slow = held({ topic: 'direct', found: 'works' });
  village.placeOf('Ana').hear({ checks: [answering, slow.check] });
  const screen = await see();
  await reads(screen, '1 of 2');
  await button(screen, 'Cancel').click();
  await reads(screen, 'Stopped. Below is what was found so far.');
  await reads(screen, 'The relay relay.example answers.');
  expect(slow.isOff()).toBe(true);

  await button(screen, 'Check again').click();
  await reads(screen, '1 of 2');
  // What answers too late is not taken for a finding of this one.
  slow.answer();
  await tick();
  expect(screen.getByText('This browser can connect').query()).toBeNull();
  slow.answer();
  await reads(screen, 'This browser can connect to other phones directly.');
  expect(screen.getByText('1 of 2').query()).toBeNull();
});

test('whoever leaves the screen has it stopped', async () => {
  const slow = held({ topic: 'direct', found: 'works' });
  village.placeOf('Ana').hear({ checks: [slow.check] });
  const screen = await see();
  await reads(screen, '0 of 1');
  await screen.getByRole('link', { name: 'Back' }).click();
  await expect.poll(slow.isOff).toBe(true);
});

test('all that was found can be copied, and says no more than that', async () => {
  village.placeOf('Ana').hear({
    checks: [answering, finds({ topic: 'direct', found: 'fails' })],
  });
  const screen = await see();
  const field = screen.getByLabelText('What was found, as a text');
  const wanted =
    /connection check:.*Works: The relay relay\.example answers\..*Does not work: This browser cannot connect directly/s;
  await expect.poll(() => (field.element() as HTMLInputElement).value).toMatch(wanted);
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await button(screen, 'Copy').click();
  expect(write).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(wanted));
});

test('who can see what is told, and that nobody but relays is asked', async () => {
  const screen = await see();
  await reads(screen, /^A relay sees which phones use it/);
  await reads(screen, /^This community uses only relays/);
});
