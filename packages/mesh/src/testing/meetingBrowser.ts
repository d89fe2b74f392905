/** Browser contexts in which real devices meet through the real relay, for one test file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startRelay } from '@manyhands/relay';
import type { Relay } from '@manyhands/relay';
import { testLaunch } from '../../../../scripts/chromium.mjs';
import type { MeetingPage, MeetingRole } from './meetingPage.ts';

declare const page: MeetingPage;

let folder: string;
let browser: Browser;
/** Each test's own. */
export let relay: Relay;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhands-'));
  const entry = fileURLToPath(new URL('./meetingPage.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      lib: { entry, formats: ['es'], fileName: 'page' },
      minify: false,
      target: 'es2022',
    },
  });
  const html =
    '<!doctype html><link rel="icon" href="data:," /><script type="module" src="/page.js"></script>';
  await writeFile(join(folder, 'index.html'), html);
  browser = await chromium.launch(testLaunch());
}, 60_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => startAgain(0));

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await relay.close();
  expect(errors.splice(0)).toEqual([]);
});

/** Uncaught errors and rejections of any page: y-webrtc has many to offer. */
const errors: string[] = [];

/** The relay, after it was closed, where it was before. */
export async function startAgain(port: number): Promise<void> {
  relay = await startRelay({ port, staticDir: folder });
}

export const relayAddress = () => `${relay.url.replace('http', 'ws')}/relay`;

/** A page in a browser context of its own that has opened nothing yet. */
export async function blankPage(name: string): Promise<Page> {
  const context = await browser.newContext();
  const opened = await context.newPage();
  opened.on('pageerror', (cause) => errors.push(`${name}: ${cause.message}`));
  await opened.goto(relay.url);
  return opened;
}

export async function openPage(
  name: string,
  as: MeetingRole,
  holds: number[] = [],
  relays: string[] = [relayAddress()],
): Promise<Page> {
  const opened = await blankPage(name);
  await openInPage(opened, name, as, holds, relays);
  return opened;
}

/** Opens a phone in a blank page. */
export function openInPage(
  blank: Page,
  name: string,
  as: MeetingRole,
  holds: number[] = [],
  relays: string[] = [relayAddress()],
): Promise<void> {
  const given: Parameters<MeetingPage['open']> = [name, as, relays, holds];
  return blank.evaluate((of) => page.open(...of), given);
}

/** A blank page whose clock can be stopped: what is not due at once then never happens. */
export async function clockedPage(name: string): Promise<Page> {
  const opened = await blankPage(name);
  await opened.clock.install();
  return opened;
}

/** From now on time passes in a clocked page only as its `clock` is told. */
export async function stopClock(opened: Page): Promise<void> {
  const now = await opened.evaluate(() => Date.now());
  // Not back, however long this takes to be said.
  await opened.clock.pauseAt(now + 1_000);
}

/** Resolves once the relay has been silent for a second and a half. */
export async function quiet(): Promise<void> {
  let before = -1;
  await expect
    .poll(
      () => {
        const { messages } = relay.stats();
        const isQuiet = messages === before;
        before = messages;
        return isQuiet;
      },
      { timeout: 20_000, interval: 1_500 },
    )
    .toBe(true);
}
