/**
 * The house around the app: the policy it runs under, the copy it keeps for offline
 * use, and how a newer version arrives. What is on the screen is told elsewhere.
 */
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startRelay } from '@manyhands/relay';
import { chromiumLaunch } from '../../scripts/chromium.mjs';
import { verifyOnly } from '../world.ts';

// The whole browser: the one without windows has nowhere to install a page.
test.use({ launchOptions: chromiumLaunch() });

/** What the console complained about; an app that is well says nothing. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Opens the app and waits until the service worker has kept all of it. */
async function openAndKeep(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve);
    });
  });
}

test('the app starts under its policy without a complaint', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAndKeep(page);
  await expect(page.locator('#app')).not.toBeEmpty();
  expect(complaints).toEqual([]);
});

test('markup and code that come from a string are refused', async ({ page }) => {
  await page.goto('/');
  const outcome = await page.evaluate(async () => {
    // The debugger lifts the policy while its own call runs: step out of it first.
    await new Promise((resolve) => setTimeout(resolve));
    const attempt = (act: () => unknown): string => {
      try {
        act();
        return 'done';
      } catch (cause) {
        return cause instanceof Error ? cause.name : 'refused';
      }
    };
    const script = document.createElement('script');
    return {
      script: attempt(() => (script.textContent = 'window.stranger = true')),
      markup: attempt(() => (document.body.innerHTML = '<img src=x onerror=alert(1)>')),
      // eslint-disable-next-line no-eval -- what this story sees refused
      code: attempt(() => (0, eval)('window.stranger = true')),
      worker: attempt(() => new Worker('https://stranger.example/worker.js')),
      stranger: 'stranger' in window,
    };
  });
  expect(outcome).toEqual({
    script: 'TypeError',
    markup: 'TypeError',
    code: 'EvalError',
    worker: 'TypeError',
    stranger: false,
  });
});

test('everything is there offline, also at an address never visited', async ({
  page,
  context,
}) => {
  await openAndKeep(page);
  const complaints = complaintsOf(page);
  await context.setOffline(true);

  const again = await page.reload();
  expect(again?.fromServiceWorker()).toBe(true);
  await expect(page.locator('#app')).not.toBeEmpty();

  await page.goto('/never/visited');
  await expect(page.locator('#app')).not.toBeEmpty();

  // Parts that no screen has asked for yet, too: late chunks, fonts.
  const built = (await readdir('dist/assets')).filter((name) => !name.endsWith('.map'));
  const answered = await page.evaluate(async (names) => {
    const answers = await Promise.all(names.map((name) => fetch(`/assets/${name}`)));
    return answers.filter(({ ok }) => ok).map(({ url }) => url.split('/').at(-1));
  }, built);
  expect(answered).toEqual(built);
  expect(complaints).toEqual([]);
});

test('the page can be installed', async ({ page, context }) => {
  await openAndKeep(page);
  const session = await context.newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Every test runs in a fresh private context, where nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});

test(
  'a newer version waits until the page asks for it',
  verifyOnly,
  async ({ page }) => {
    const dist = await mkdtemp(join(tmpdir(), 'manyhands-dist-'));
    await cp('dist', dist, { recursive: true });
    const relay = await startRelay({ port: 0, staticDir: dist });
    try {
      await openAndKeep(page, relay.url);
      const [before = ''] = await page.evaluate(() => caches.keys());

      const worker = await readFile(join(dist, 'sw.js'), 'utf8');
      const newer = worker.replace(/const VERSION = "\w+"/, 'const VERSION = "newer"');
      await writeFile(join(dist, 'sw.js'), newer);
      const waiting = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
        const next = registration?.installing;
        if (next) {
          await new Promise((resolve) => next.addEventListener('statechange', resolve));
        }
        return registration?.waiting?.state;
      });
      expect(waiting).toBe('installed');
      expect(await page.evaluate(() => caches.keys())).toContain(before);

      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const switched = new Promise((resolve) => {
          navigator.serviceWorker.addEventListener('controllerchange', resolve);
        });
        registration?.waiting?.postMessage('SKIP_WAITING');
        await switched;
      });
      await expect
        .poll(() => page.evaluate(() => caches.keys()))
        .toEqual(['manyhands-app-newer']);
    } finally {
      await relay.close();
      await rm(dist, { recursive: true, force: true });
    }
  },
);
