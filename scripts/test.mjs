// npm test: set-up, then every check, ending with one line of totals.
//   npm test          everything
//   npm run check     what needs no running code: format, lint, types, layers, unused
//   npm run verify    everything, and the slow searches of the property tests too
//
// A failed step never hides behind the others: all run, each says how long it took, and
// a step that failed without naming a failed test counts as one failure itself.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, setup, stop } from './setup.mjs';
import { playwrightReport, vitestReport } from './testReports.mjs';

const mode = process.argv[2] ?? 'all';
if (!['all', 'check', 'verify'].includes(mode)) {
  stop(`npm test takes nothing, "check" or "verify", not "${mode}".`);
}
setup({ browsers: mode !== 'check' });

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
if (mode === 'verify') process.env['MANYHANDS_SLOW'] = '1';

/** @param {string} path @param {string[]} args */
const tool = (path, ...args) => [join(root, 'node_modules', path), ...args];
const tsc = (/** @type {string} */ project) =>
  tool('@typescript/native/bin/tsc', '-p', `tsconfig.${project}.json`);
const vitest = (/** @type {string} */ project) =>
  tool(
    'vitest/vitest.mjs',
    'run',
    `--project=${project === 'unit' ? 'unit*' : project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${project}.json`,
    // Left to itself it keeps one core free, which is half of what there is. A page that
    // is not in front is slowed down by its browser, so that pages come one by one.
    `--maxWorkers=${project === 'unit' ? 2 : 1}`,
  );

/**
 * @typedef {import('./testReports.mjs').Report} Report
 * @typedef {{ name: string, args: string[], report?: (file: string) => Report }} Step
 */

/** @type {Step[]} */
const lint = [
  { name: 'lint', args: tool('oxlint/bin/oxlint', '--deny-warnings', '.') },
  {
    name: 'lint (components)',
    args: tool('eslint/bin/eslint.js', 'src', '--max-warnings=0'),
  },
];
/** @type {Step[]} */
const checks = [
  {
    name: 'types (app)',
    args: tool(
      'svelte-check/bin/svelte-check',
      '--tsgo',
      '--tsconfig=tsconfig.app.json',
      '--fail-on-warnings',
      '--output=human',
    ),
  },
  { name: 'types (node)', args: tsc('node') },
  { name: 'types (pure)', args: tsc('pure') },
  { name: 'types (community)', args: tsc('community') },
  {
    name: 'format',
    args: tool('oxfmt/bin/oxfmt', '--check', '--ignore-path=.gitignore', '.'),
  },
  {
    name: 'layers',
    args: tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config=.dependency-cruiser.cjs',
      'src',
      'packages',
      'test/attack',
    ),
  },
  { name: 'unused', args: tool('knip/bin/knip.js', '--no-config-hints') },
];
/** @type {Step} */
const unit = { name: 'unit', args: vitest('unit'), report: vitestReport };
/** @type {Step} */
const browser = {
  name: 'browser',
  args: vitest('browser'),
  report: vitestReport,
};
/** @type {Step} */
const build = { name: 'build', args: [join(root, 'scripts/build.mjs')] };
/** @type {Step} */
const size = { name: 'size', args: [join(root, 'scripts/size.mjs')] };
/** @type {Step} */
const stories = {
  name: 'stories',
  args: tool('@playwright/test/cli.js', 'test'),
  report: playwrightReport,
};

/** Journeys in browsers of other makers than Chromium's. @type {Step} */
const browsers = { name: 'browsers', args: vitest('browsers'), report: vitestReport };

const total = { passed: 0, failed: 0 };
/** What failed, by step. @type {string[]} */
const failures = [];
/** What could not be tried here, and why. @type {string[]} */
const skipped = [];

/** @param {Step} step @param {number | null} status */
function count(step, status) {
  const file = join(results, `${step.name}.json`);
  const told = existsSync(file) ? step.report?.(file) : undefined;
  const { passed, failed, words, ...rest } = told ?? {
    passed: status === 0 ? 1 : 0,
    failed: 0,
    words: [],
    skipped: [],
  };
  skipped.push(...rest.skipped);
  total.passed += passed;
  total.failed += status === 0 ? failed : Math.max(failed, 1);
  if (status === 0 && failed === 0) return;
  failures.push(step.name, ...words.map((each) => `  ${each}`));
}

/** Runs one step; its words come out in one piece, so that two may run at a time. */
function run(/** @type {Step} */ step) {
  const started = performance.now();
  const child = spawn(process.execPath, step.args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: process.env,
  });
  /** @type {Buffer[]} */
  const words = [];
  child.stdout.on('data', (part) => words.push(part));
  child.stderr.on('data', (part) => words.push(part));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `\n== ${step.name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`,
      );
      process.stdout.write(Buffer.concat(words));
      count(step, status);
      resolve(status === 0);
    });
  });
}

/** Runs the steps of a lane one after another. */
async function inOrder(/** @type {Step[]} */ lane) {
  for (const step of lane) await run(step);
}

const started = performance.now();
// Two lanes, for two cores are the least we expect. The component tests need one core
// and wait for their page in between, which leaves room for the unit tests.
await Promise.all(
  mode === 'check'
    ? [inOrder(lint), inOrder(checks)]
    : [inOrder([...lint, browser]), inOrder([...checks, build, size, unit])],
);
if (mode !== 'check') {
  // Not beside the others: three stories run at a time, each with several browsers. The
  // browsers of other makers wait for their pages half of the time.
  await Promise.all([run(stories), run(browsers)]);
}

const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(`\nTook ${minutes} min.`);
if (failures.length > 0) console.log(`Failed:\n${failures.join('\n')}`);
if (skipped.length > 0) {
  console.log(`Skipped, for this machine lacks what they need:\n${skipped.join('\n')}`);
}
const left = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${left}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
