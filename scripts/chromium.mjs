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

/** The path of a browser, or undefined when there is none. */
export function findChromium() {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) return asked;
  const places = [...(knownPlaces[process.platform] ?? []), ...playwrightPlaces()];
  return places.find((place) => existsSync(place));
}

/** Launch options for Playwright. Only root needs to go without the sandbox. */
export function chromiumLaunch() {
  const executablePath = findChromium();
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
