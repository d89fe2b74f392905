import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startRelay } from '@manyhands/relay';
import type { Relay } from '@manyhands/relay';
import { chromiumLaunch } from '../../../../scripts/chromium.mjs';
import type { MeetingPage, Seen } from '../testing/meetingPage.ts';

/** Devices in separate browser contexts, real WebRTC, the real relay. */
declare const page: MeetingPage;

let folder: string;
let browser: Browser;
let relay: Relay;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhands-'));
  const entry = fileURLToPath(new URL('../testing/meetingPage.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
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
  browser = await chromium.launch(chromiumLaunch());
}, 60_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  relay = await startRelay({ port: 0, staticDir: folder });
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await relay.close();
});

async function openPage(name: string, holds: number[] | null = null): Promise<Page> {
  const context = await browser.newContext();
  const opened = await context.newPage();
  opened.on('console', (message) => console.log(name, message.text()));
  opened.on('pageerror', (cause) => console.log(name, cause.message));
  await opened.goto(relay.url);
  const address = `${relay.url.replace('http', 'ws')}/relay`;
  await opened.evaluate(async ([who, held, relays]) => page.open(who, held, relays), [
    name,
    holds,
    [address],
  ] as [string, number[] | null, string[]]);
  return opened;
}

const seen = (opened: Page): Promise<Seen> => opened.evaluate(() => page.seen());

const agree = (pages: Page[], entries: number) =>
  expect
    .poll(
      async () => {
        const all = await Promise.all(pages.map(seen));
        return all.map((each) => [each.entries, each.peers.length]);
      },
      { timeout: 15_000 },
    )
    .toEqual(pages.map(() => [entries, pages.length - 1]));

test('[M1] three devices meet through a relay, and talk without it', async () => {
  const ana = await openPage('Ana');
  const founding = await ana.evaluate(() => page.founding());
  const biel = await openPage('Biel', founding);
  const carme = await openPage('Carme', founding);
  const all = [ana, biel, carme];
  await agree(all, 4);

  await carme.evaluate(() => page.help());
  await agree(all, 5);
  const digests = (await Promise.all(all.map(seen))).map(({ digest }) => digest);
  expect(new Set(digests).size).toBe(1);
  expect(
    await Promise.all(all.map((each) => each.evaluate(() => page.overheard()))),
  ).toEqual([0, 0, 0]);

  await relay.close();
  await biel.evaluate(() => page.help());
  await agree(all, 6);
  relay = await startRelay({ port: 0, staticDir: folder });
}, 60_000);
