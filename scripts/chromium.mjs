// Finds a Chromium-family browser for the tests. Node built-ins only: it also runs
// before anything is installed. CHROMIUM_PATH overrides the search.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const knownPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
};

/** Browsers that Playwright downloaded, newest first. */
function playwrightPlaces() {
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    (process.platform === 'darwin'
      ? join(homedir(), 'Library/Caches/ms-playwright')
      : join(homedir(), '.cache/ms-playwright'));
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  return builds
    .sort()
    .reverse()
    .flatMap((build) => [
      join(cache, build, 'chrome-linux64/chrome'),
      join(cache, build, 'chrome-linux/chrome'),
      join(cache, build, 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'),
    ]);
}

/** The path of the whole browser, or undefined when there is none. */
export function findChromium() {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) return asked;
  const places = [...(knownPlaces[process.platform] ?? []), ...playwrightPlaces()];
  return places.find((place) => existsSync(place));
}

/**
 * Chromium without windows, as Debian packs it: the same engine, a quarter less work, but
 * no notifications, nothing to install, and no profile that outlives it.
 */
export function findShell() {
  const place = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell';
  return existsSync(place) ? place : undefined;
}

/**
 * Launch options for Playwright, of the whole browser unless another is named.
 * Only root needs to go without the sandbox.
 */
export function chromiumLaunch(executablePath = findChromium()) {
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** The browser of the tests: without windows day by day, the whole in `npm run verify`. */
export function testLaunch() {
  return chromiumLaunch(
    (process.env['MANYHANDS_SLOW'] ? null : findShell()) ?? findChromium(),
  );
}
