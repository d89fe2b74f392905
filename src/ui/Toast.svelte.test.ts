import { flushSync } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '../face/base.css';
import { TurnedAlarm } from '../specimen/turnedAlarm.ts';
import { alarmEntry } from './alarm.ts';
import { later } from '../words/later.ts';
import { speak } from '../words/words.ts';
import Toast from './Toast.svelte';

const root = document.documentElement;
afterEach(() => speak('en', root));

test('what was said goes along when another language is chosen', async () => {
  await render(Toast, {
    says: () => later().record.takenBack,
    onundo: () => undefined,
    onclose: () => undefined,
  });
  const toast = page.getByRole('status');
  await expect.element(toast).toHaveTextContent(later().record.takenBack);

  await speak('ar', root);

  await expect.element(toast).toHaveTextContent('سُحبت');
  await expect.element(page.getByRole('button', { name: 'تراجع' })).toBeVisible();
});

describe('goes by itself', () => {
  const gone = vi.fn();
  let alarm: TurnedAlarm;
  const show = (says: string, onundo?: () => void) => {
    gone.mockClear();
    alarm = new TurnedAlarm();
    const context = new Map([alarmEntry(alarm)]);
    return render(Toast, {
      props: { says: () => says, onundo, onclose: gone },
      context,
    });
  };

  test('once it can have been read', async () => {
    await show('You have agreed');
    alarm.pass(5_999);
    expect(gone).not.toHaveBeenCalled();
    alarm.pass(1);
    expect(gone).toHaveBeenCalledOnce();
  });

  test('not while somebody points at it, or has come to it by keyboard', async () => {
    await show('You have agreed');
    const toast = page.getByText('You have agreed');
    await toast.hover();
    alarm.pass(60_000);
    expect(gone).not.toHaveBeenCalled();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus();
    await toast.unhover();
    alarm.pass(60_000);
    expect(gone).not.toHaveBeenCalled();
    (document.activeElement as HTMLElement).blur();
    flushSync();
    alarm.pass(5_999);
    expect(gone).not.toHaveBeenCalled();
    alarm.pass(1);
    expect(gone).toHaveBeenCalledOnce();
  });

  test('not while nobody can see the page', async () => {
    await show('You have agreed');
    const sight = vi
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    flushSync();
    alarm.pass(60_000);
    expect(gone).not.toHaveBeenCalled();
    sight.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    flushSync();
    alarm.pass(6_000);
    expect(gone).toHaveBeenCalledOnce();
  });

  test('with an undo after the longest time there is', async () => {
    await show('You have agreed', () => undefined);
    alarm.pass(19_999);
    expect(gone).not.toHaveBeenCalled();
    alarm.pass(1);
    expect(gone).toHaveBeenCalledOnce();
  });

  test('with an undo at the next thing that is done, and not when something is opened', async () => {
    const undone = vi.fn();
    await show('You have agreed', undone);
    const [opens, does] = ['true', null].map((expanded) => {
      const button = document.createElement('button');
      if (expanded !== null) button.setAttribute('aria-expanded', expanded);
      document.body.append(button);
      return button;
    });
    opens?.click();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect([undone.mock.calls.length, gone.mock.calls.length]).toEqual([1, 0]);
    does?.click();
    expect(gone).toHaveBeenCalledOnce();
    for (const button of [opens, does]) button?.remove();
  });
});

test.each([
  [360, 'You have agreed'],
  [320, 'The first of the two has been put aside, and you can bring it back.'],
])(
  'at %s pixels the sign to close stands beside the first line',
  async (width, says) => {
    await page.viewport(width, 640);
    await render(Toast, { says: () => says, onclose: () => undefined });
    const line = page.getByText(says).element().getBoundingClientRect();
    const close = page.getByRole('button').element().getBoundingClientRect();
    expect(close.left).toBeGreaterThanOrEqual(line.right);
    expect(close.top).toBeLessThan(line.top + 24);
    expect(close.right).toBeLessThanOrEqual(width);
    expect(line.left).toBeGreaterThanOrEqual(0);
  },
);
