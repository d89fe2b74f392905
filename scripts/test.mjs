// npm test: set-up, then every check, ending with one line of totals.
//   npm test          everything
//   npm run check     what needs no running code: format, lint, types, layers, unused
//   npm run verify    everything, and the slow searches of the property tests too
//
// A failed step never hides behind the others: all run, each says how long it took, and
// a step that failed without naming a failed test counts as one failure itself.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, setup, stop } from './setup.mjs';

const mode = process.argv[2] ?? 'all';
if (!['all', 'check', 'verify'].includes(mode)) {
  stop(`npm test takes nothing, "check" or "verify", not "${mode}".`);
}
setup({ browser: mode !== 'check' });

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
if (mode === 'verify') process.env['MANYHANDS_SLOW'] = '1';

/** @param {string} path @param {string[]} args */
const tool = (path, ...args) => [join(root, 'node_modules', path), ...args];
const tsc = (/** @type {string} */ project) =>
  tool('typescript/bin/tsc', '-p', `tsconfig.${project}.json`);
const vitest = (/** @type {string} */ project) =>
  tool(
    'vitest/vitest.mjs',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${project}.json`,
    // Left to itself it keeps one core free, which is half of what there is. A page that
    // is not in front is slowed down by its browser, so that pages come one by one.
    `--maxWorkers=${project === 'unit' ? 2 : 1}`,
  );

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, args: string[], report?: () => Count }} Step
 */

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(join(results, file), 'utf8'));

/** @param {string} project @returns {() => Count} */
const vitestReport = (project) => () => {
  const { numPassedTests, numFailedTests } = read(`${project}.json`);
  return { passed: numPassedTests, failed: numFailedTests };
};

/** @returns {Count} */
function storiesReport() {
  const { expected, unexpected, flaky } = read('stories.json').stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** @type {Step} */
const lint = {
  name: 'lint',
  args: tool('eslint/bin/eslint.js', '.', '--max-warnings=0'),
};
/** @type {Step[]} */
const checks = [
  {
    name: 'types (app)',
    args: tool(
      'svelte-check/bin/svelte-check',
      '--tsconfig=tsconfig.app.json',
      '--fail-on-warnings',
      '--output=human',
    ),
  },
  { name: 'types (node)', args: tsc('node') },
  { name: 'types (pure)', args: tsc('pure') },
  {
    name: 'format',
    args: tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
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
const unit = { name: 'unit', args: vitest('unit'), report: vitestReport('unit') };
/** @type {Step} */
const browser = {
  name: 'browser',
  args: vitest('browser'),
  report: vitestReport('browser'),
};
/** @type {Step} */
const build = { name: 'build', args: [join(root, 'scripts/build.mjs')] };
/** @type {Step} */
const size = { name: 'size', args: [join(root, 'scripts/size.mjs')] };
/** @type {Step} */
const stories = {
  name: 'stories',
  args: tool('@playwright/test/cli.js', 'test'),
  report: storiesReport,
};

/** @type {Count} */
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failedSteps = [];

/** @param {Step} step @param {number | null} status */
function count(step, status) {
  const told =
    step.report && existsSync(join(results, `${step.name}.json`))
      ? step.report()
      : null;
  const { passed, failed } = told ?? { passed: status === 0 ? 1 : 0, failed: 0 };
  total.passed += passed;
  total.failed += status === 0 ? failed : Math.max(failed, 1);
  if (status !== 0 || failed > 0) failedSteps.push(step.name);
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
// Two lanes, for two cores are the least we expect. Lint takes as long as all else that
// needs no running code; who is done with that goes on.
await Promise.all([
  run(lint),
  inOrder(mode === 'check' ? checks : [...checks, build, size, unit]),
]);
if (mode !== 'check') {
  // Alone: these two measure a browser's patience, and share it badly.
  await run(browser);
  await run(stories);
}

const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(`\nTook ${minutes} min.`);
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
