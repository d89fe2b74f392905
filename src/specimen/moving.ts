import { cdp } from 'vitest/browser';
import type {} from '@vitest/browser-playwright';
import { onTestFinished } from 'vitest';

/** Until this test is over the phone asks for all that moves; the others ask for little. */
export async function moving(): Promise<void> {
  await ask('no-preference');
  onTestFinished(async () => void (await ask('reduce')));
}

const ask = (value: 'no-preference' | 'reduce'): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value }],
  });
