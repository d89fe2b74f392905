// Finds a Firefox for the tests. Node built-ins only: it also runs before anything is
// installed. FIREFOX_PATH overrides the search.
import { existsSync } from 'node:fs';

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** The path of a Firefox, or undefined where there is none. */
export const findFirefox = () =>
  process.env['FIREFOX_PATH'] ?? places.find((place) => existsSync(place));
