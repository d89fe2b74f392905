import { afterEach, describe, expect, test } from 'vitest';
import { planLimits } from '@manyhands/ledger';
import { textBytes } from '@manyhands/community/opened';
import { speak } from '../words/words.ts';
import { forThat, offeredIn, planTitle, swapIn } from './forThat.ts';

const root = {} as HTMLElement;
afterEach(() => speak('en', root));

describe('what is given for a thing', () => {
  const agreed = forThat('A tent', 'A bike');

  test.each([
    ['en', 'A tent · in return: A bike'],
    ['es', 'A tent · a cambio: A bike'],
  ] as const)('is said in the reader’s language: %s', async (language, title) => {
    await speak(language, root);
    expect(planTitle(agreed)).toBe(title);
  });

  test('in Arabic as well, each name set apart', async () => {
    await speak('ar', root);
    expect(planTitle(agreed)).toBe('\u2068A tent\u2069 · بالمقابل: \u2068A bike\u2069');
    expect(agreed).not.toMatch(/return|cambio|مقابل/);
  });

  test('stands in one line of what the two agree on, however long the names', () => {
    const long = forThat('é'.repeat(60), 'ü'.repeat(60));
    expect(textBytes(long)).toBeLessThanOrEqual(planLimits.what);
    expect(swapIn(long)).toEqual({ what: 'é'.repeat(20), inReturn: 'ü'.repeat(20) });
  });

  test('of which one side alone is no swap, and is said as it stands', () => {
    for (const what of ['A tent', 'A tent ⇄ ', ' ⇄ A bike', '⇄']) {
      expect(swapIn(what)).toEqual({ what, inReturn: '' });
      expect(planTitle(what)).toBe(what.trim());
    }
  });

  test('is found again among the cards of who gives it', () => {
    expect(offeredIn(agreed, ['A tent', 'A', 'A bike', ''])).toBe('A bike');
    expect(offeredIn('A tent', ['A tent'])).toBeNull();
  });
});
