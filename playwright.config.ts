import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { testLaunch } from './scripts/chromium.mjs';
import { findFirefox } from './scripts/firefox.mjs';
import { notInFirefox, patternsOf } from './test/browsers/notInFirefox.ts';
import { freePort } from './test/freePort.ts';
import { longestTest, longestWait } from './test/longest.ts';

// Two runs in one tree do not share a server.
// Workers read this file again: they find the port the first reading has chosen.
const port = (process.env['STORIES_PORT'] ??= String(await freePort()));
const baseURL = `http://localhost:${port}`;

/**
 * `npm test` tells each story once, on the screen where it happens and on a phone that asks for
 * little motion, so that it stays short. `npm run verify` tells them on both and with all that
 * moves, the one of a long history, and those that are marked `verifyOnly`, in the whole browser.
 */
const isThorough = Boolean(process.env['MANYHANDS_SLOW']);
const neverOnDesktop =
  'byMessage|comingBack|different|faceToFace|invites|keptBy|names|poster|villages';
const neverOnPhone = 'damage|faults|house|history|killed|printed|secondTab|updates';
/** Told once, on the desktop; all others on the phone. */
const onDesktop = `archive|keyboard|${neverOnPhone}`;
/** Told on both: its taps are counted where each screen has its own ways. */
const onBoth = 'journey';
const long = 'history|villages'; // the latter changes the network under other stories
const these = (...stories: string[]) => new RegExp(`(${stories.join('|')})\\.spec`);

/** Unpatched, over BiDi (decision 0056); what that does not carry is listed with its reason. */
const firefox = {
  name: 'firefox',
  grepInvert: patternsOf(notInFirefox),
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    viewport: { width: 360, height: 780 },
    // The page complains of what Playwright puts into it for that.
    screenshot: 'off',
    launchOptions: {
      executablePath: fileURLToPath(
        new URL('test/browsers/firefoxForPlaywright.mjs', import.meta.url),
      ),
    },
  },
} as const;

export default defineConfig({
  testDir: 'test/stories',
  ...(isThorough ? {} : { grepInvert: /@verify/ }),
  fullyParallel: true,
  // A quarter of the time a story waits for its phones: a third one has the cores meanwhile.
  workers: 3,
  retries: 0,
  // A busy machine of two cores is slow, not wrong.
  timeout: longestTest,
  expect: { timeout: longestWait, toPass: { timeout: longestWait } },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/stories.json' }]],
  outputDir: 'test-results/stories',
  use: {
    baseURL,
    serviceWorkers: 'allow',
    // A trace of every test takes a fifth of the time; --trace on makes one.
    screenshot: 'only-on-failure',
    launchOptions: testLaunch(),
    ...(isThorough ? {} : { contextOptions: { reducedMotion: 'reduce' } }),
  },
  projects: [
    {
      name: 'desktop',
      testMatch: isThorough ? /\.spec/ : these(onDesktop, onBoth),
      testIgnore: isThorough ? these(neverOnDesktop) : these(long),
      use: { viewport: { width: 1280, height: 800 } },
    },
    ...(isThorough && findFirefox() !== undefined ? [firefox] : []),
    {
      name: 'phone',
      testIgnore: isThorough ? these(neverOnPhone) : these(onDesktop, long),
      use: {
        viewport: { width: 360, height: 780 },
        isMobile: true,
        hasTouch: true,
        deviceScaleFactor: 2,
      },
    },
  ],
  webServer: {
    // The real relay, serving the built app: what a person gets from npm start.
    command: `node scripts/relay.mjs --port ${port} --strict`,
    url: baseURL,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
