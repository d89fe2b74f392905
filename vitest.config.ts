import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { testLaunch } from './scripts/chromium.mjs';
import { importOnce } from './test/importOnce.ts';
import { longestTest, longestWait } from './test/longest.ts';

const testTimeout = longestTest;
const hookTimeout = testTimeout;
const patient = { poll: { timeout: longestWait } };
const setupFiles = ['test/patience.ts', 'test/sameBytes.ts'];
const browserTests = ['**/*.browser.test.ts', '**/*.svelte.test.ts'];

/**
 * Told by a daily story, or by a daily test in Node, as well: `npm run verify` has these too.
 */
const verifyOnly = [
  'packages/mesh/src/rtc/flood.browser.test.ts', // mesh/hostileClient.test
  'src/app/SecondTab.svelte.test.ts', // stories/secondTab
  'src/demo/demo.svelte.test.ts', // stories/demo
  'src/joining/Found.svelte.test.ts', // stories/keyboard, and all that begin with a founding
  'src/joining/Paste.svelte.test.ts', // phone/readPasted.test
  'src/leaving/Leave.svelte.test.ts', // stories/leaving
  'src/recovery/Return.svelte.test.ts', // stories/backByWords
  'src/screen/LanguageChoice.svelte.test.ts', // stories/languages
];

/**
 * What much of it does, where a test of a day says what one does. `npm run verify` has these.
 */
const floods = process.env['MANYHANDS_SLOW']
  ? []
  : [
      'packages/mesh/src/flood.test.ts', // mesh/hostileClient.test
      'packages/mesh/src/shareFlood.test.ts', // replica/shares.test
      'packages/relay/src/underAttack.test.ts', // relay/{limits,givesWay,httpGuard}.test
      'packages/replica/src/sharesAttacked.test.ts', // replica/shares.test
    ];

const inNode = {
  environment: 'node' as const,
  testTimeout,
  hookTimeout,
  setupFiles,
  expect: patient,
  exclude: [...browserTests, ...floods],
};
/**
 * Tests that measure the heap, start programs and browsers, or count what the whole process
 * does or how much came before a line broke: each of these files has a worker to itself. All others share one and what it has read,
 * which costs half as much.
 */
const ownWorker = [
  'packages/{keeper,relay,testing}/src/**/*.test.ts',
  // It counts what the engine is asked to hash, and so must be alone.
  'packages/keys/src/publicHalf.test.ts',
  'packages/mesh/src/{flood,resume.property,rtc/{comingBack,firefox,throughNeighbour,whoDials}}.test.ts',
  'packages/mesh/src/rtc/yWebrtc/*.test.ts',
  'test/*.test.ts',
  'test/attack/06-*.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        // Whole browsers, one after the other, that open what was built.
        test: {
          name: 'browsers',
          environment: 'node',
          testTimeout,
          include: ['test/browsers/*.test.ts'],
          fileParallelism: false,
        },
      },
      {
        plugins: [svelte()],
        test: {
          ...inNode,
          name: 'unit',
          include: ownWorker,
        },
      },
      {
        plugins: [svelte()],
        test: {
          ...inNode,
          name: 'unit-shared',
          isolate: false,
          include: ['{packages/*/src,src,test/attack}/**/*.test.ts'],
          exclude: [...inNode.exclude, ...ownWorker],
        },
      },
      {
        plugins: [svelte(), importOnce],
        // Nothing changes in the middle of a run: a page asks for a module once, and the page of
        // the next file has it. That is a fifth of the work.
        server: process.argv.includes('run')
          ? { headers: { 'Cache-Control': 'max-age=3600, immutable' } }
          : {},
        // Imported lazily: found only in the middle of a run, they would restart it.
        optimizeDeps: {
          include: [
            'qr',
            'qr/decode.js',
            'qr/dom.js',
            '@manyhands/keys > @scure/bip39',
            '@manyhands/keys > @scure/bip39/wordlists/english.js',
          ],
        },
        test: {
          name: 'browser',
          testTimeout,
          hookTimeout,
          setupFiles,
          expect: patient,
          include: [
            '{packages/*/,}src/**/*.browser.test.ts',
            'src/**/*.svelte.test.ts',
          ],
          exclude: process.env['MANYHANDS_SLOW'] ? [] : verifyOnly,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // What moves costs a tenth of it all; the tests of what moves ask for it.
            provider: playwright({
              launchOptions: testLaunch(),
              contextOptions: { reducedMotion: 'reduce' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
