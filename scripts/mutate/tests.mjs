// Runs the tests that npm run mutate asks, and ends them if they hang.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {'node' | 'browser'} Place
 * @typedef {{ file: string, ms: number }} Test
 */

/** How long tests may say nothing before anything is known of them. */
const firstMs = 900_000;
/** A machine that does much else beside takes longer than it took at first. */
const patienceFor = (/** @type {number} */ ms) => 20_000 + 2 * ms;
/** Whoever hangs so that not even its time runs out is ended a while later. */
const startMs = { node: 40_000, browser: 80_000 };

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** With all that it has started. @param {import('node:child_process').ChildProcess} child */
function end(child) {
  if (child.pid !== undefined && child.exitCode === null)
    process.kill(-child.pid, 'SIGKILL');
}

/** Ends whatever still runs. */
export const endAll = () => running.forEach(end);

/**
 * @param {string} copy @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, patienceMs: number }} how `patienceMs`: how long they
 *   may say nothing, since a hole may make a loop endless
 * @returns {Promise<{ passed: boolean, isLate: boolean, said: string }>}
 */
function run(copy, args, { env, patienceMs }) {
  const child = spawn(
    process.execPath,
    [
      join(copy, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=scripts/mutate/vitest.config.mjs',
      ...args,
    ],
    {
      cwd: copy,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, NO_COLOR: '1', ...env },
    },
  );
  running.add(child);
  let said = '';
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end(child);
  }, patienceMs);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (/** @type {string} */ piece) => {
      said += piece;
      timer.refresh(); // one more test is over
    });
  }
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ passed: status === 0, isLate, said });
    });
  });
}

/**
 * Runs all tests of these folders once, with every guard in its place, and answers what
 * each file came by; or, if they fail, what they said.
 * @param {string} copy @param {string[]} folders @param {Place} place
 * @returns {Promise<{ notes: import('./notes.mjs').Note[] } | { said: string }>}
 */
export async function runWhole(copy, folders, place) {
  const notes = join(copy, 'notes.json');
  const env = { MUTATE_IN: place, MUTATE_NOTES: notes };
  const args = ['--passWithNoTests', ...folders];
  const { passed, isLate, said } = await run(copy, args, { env, patienceMs: firstMs });
  if (passed) return { notes: JSON.parse(readFileSync(notes, 'utf8')) };
  if (!isLate) return { said };
  return { said: `${said}\nNothing was said for ${firstMs / 60_000} minutes.` };
}

/**
 * Whether one of these tests fails without this guard: they run in this order, to the
 * first failure.
 * @param {string} copy @param {number} number @param {Test[]} tests @param {Place} place
 */
export async function isMissed(copy, number, tests, place) {
  if (tests.length === 0) return false;
  const patience = tests.map(({ file, ms }) => [file, patienceFor(ms)]);
  const env = {
    MUTATE_IN: place,
    MUTATE_OUT: String(number),
    MUTATE_PATIENCE: JSON.stringify(patience),
  };
  const longest = Math.max(...tests.map(({ ms }) => patienceFor(ms)));
  const how = { env, patienceMs: startMs[place] + longest };
  const files = tests.map(({ file }) => file);
  const args = ['--bail=1', '--no-file-parallelism', ...files];
  const { passed } = await run(copy, args, how);
  return !passed;
}
