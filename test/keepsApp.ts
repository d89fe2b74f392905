/**
 * When a phone keeps the app. Its browser fetches every file of it then, which takes a third of
 * what a story does on that phone: `npm test` lets it do so where the story asks (a network that
 * goes, a newer version, a notice). Until then its registration is under way, as on a slow
 * network. In `npm run verify` every phone keeps the app from the start.
 */
import type { BrowserContext } from '@playwright/test';

/** As a property, for it is taken off and called later. */
interface Registers {
  register: (
    this: ServiceWorkerContainer,
    ...args: Parameters<ServiceWorkerContainer['register']>
  ) => Promise<ServiceWorkerRegistration>;
}

declare global {
  interface Window {
    /** Lets this page register its service worker. */
    keepApp?: () => void;
  }
}

/** Puts it off for all pages of `context`. */
export async function keepAppLater(context: BrowserContext): Promise<void> {
  if (process.env['MANYHANDS_SLOW']) return;
  await context.addInitScript(() => {
    // As on an empty page, which is not secure.
    if (!('ServiceWorkerContainer' in window)) return;
    const asked = new Promise<void>((resolve) => (window.keepApp = resolve));
    const all: Registers = ServiceWorkerContainer.prototype;
    const { register } = all;
    all.register = async function (...args) {
      await asked;
      return register.apply(this, args);
    };
  });
}

/** Puts it off no longer, for the pages that are open and those to come. */
export async function keepAppNow(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => window.keepApp?.());
  await Promise.all(
    context.pages().map((page) => page.evaluate(() => window.keepApp?.())),
  );
}
