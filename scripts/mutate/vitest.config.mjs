// The tests that npm run mutate runs, in the order it asks for, in Node or in a browser.
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { BaseSequencer } from 'vitest/node';
import { chromiumLaunch } from '../chromium.mjs';
import { longestTest, longestWait } from '../../test/longest.ts';
import { Notes } from './notes.mjs';

const { MUTATE_IN, MUTATE_OUT, MUTATE_NOTES, MUTATE_PATIENCE } = process.env;
const root = fileURLToPath(new URL('../..', import.meta.url));
/** @type {[file: string, ms: number][]} */
const patience = JSON.parse(MUTATE_PATIENCE ?? '[]');
const placeOf = (/** @type {{ moduleId: string }} */ { moduleId }) =>
  patience.findIndex(([file]) => moduleId.endsWith(file));

class AsAsked extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  sort(files) {
    return Promise.resolve(files.sort((a, b) => placeOf(a) - placeOf(b)));
  }
}

const inNode = {
  environment: 'node',
  include: ['packages/*/src/**/*.test.ts'],
  exclude: ['**/*.browser.test.ts', '**/*.fuzz.test.ts'],
};

const inBrowser = {
  include: ['packages/*/src/**/*.browser.test.ts'],
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: chromiumLaunch() }),
    instances: [{ browser: /** @type {const} */ ('chromium') }],
  },
};

export default {
  root,
  // In a scratch copy the packages of others are links that lead out of it.
  server: { fs: { strict: false } },
  // Imported lazily: found only in the middle of a run, it would begin anew.
  optimizeDeps: {
    include: [
      '@manyhands/keys > @scure/bip39',
      '@manyhands/keys > @scure/bip39/wordlists/english.js',
    ],
  },
  test: {
    // Nothing is slow or wrong before it has once been measured.
    testTimeout: longestTest,
    // As patient as they are elsewhere: who is only slow would miss a guard that none misses.
    setupFiles: [
      './scripts/mutate/setup.mjs',
      './test/patience.ts',
      './test/sameBytes.ts',
    ],
    expect: { poll: { timeout: longestWait } },
    sequence: { sequencer: AsAsked },
    provide: {
      mutate: { out: MUTATE_OUT === undefined ? null : Number(MUTATE_OUT), patience },
    },
    reporters: ['dot', ...(MUTATE_NOTES ? [new Notes(MUTATE_NOTES, root)] : [])],
    ...(MUTATE_IN === 'browser' ? inBrowser : inNode),
  },
};
