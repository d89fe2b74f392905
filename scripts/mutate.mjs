// npm run mutate: takes out each guard in turn, and names those that no test misses.
//   npm run mutate                                    every guard of the five packages
//   npm run mutate -- --only packages/replica/src/gate.ts    of this file or folder
//   npm run mutate -- --sample 40                     forty of them, spread over all
//   npm run mutate -- --list                          finds them and runs nothing
//   npm run mutate -- --fresh                         forgets what earlier runs found
//   npm run mutate -- --near                          asks the tests of its own package
//                                                     alone: quicker, and harder to please
//   npm run mutate -- --lanes 1                       so many at a time, two unless told
//
// A guard is found by its shape, so that no list of them is kept by hand: an `if`
// without `else` whose only way on is to refuse (a throw; a return of err(…), false,
// null, undefined, a text, or after a call that refuses), and each part of a returned
// `a && b && …`. The first becomes `false`, the second `true`.
//
// In a scratch copy each guard becomes a switch. All tests run once with every guard in
// its place, which tells what each test file comes by; then, for each guard, only the
// files that come by it run without it, the quickest first, up to the first failure. A
// guard that no file comes by is missed by none, and takes no time.
//
// A guard that a test missed counts so while its file is the same; one that none missed
// is tried again as soon as any test has changed. What was found is kept in
// node_modules/.cache under the text of the file and of the guard, so that a run goes on
// where the last one stopped.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { guardsIn, sourcesIn, withSwitches } from './mutate/guards.mjs';
import { root, setup, stop } from './setup.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string' },
    list: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    near: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '2' },
  },
});

/** In the order of the layers: what stands later may depend on what stands before. */
const packages = ['codec', 'keys', 'ledger', 'replica', 'mesh'];
const parallel = Number(values.lanes);
/** How long tests may say nothing before anything is known of them. */
const firstMs = 900_000;
/** A machine that does much else beside takes longer than it took at first. */
const patienceFor = (/** @type {number} */ ms) => 20_000 + 2 * ms;
/** Whoever hangs so that not even its time runs out is ended a while later. */
const startMs = 40_000;

/** @param {string} file */
const layerOf = (file) => packages.indexOf(file.split('/')[1] ?? '');

/**
 * @typedef {import('./mutate/guards.mjs').Guard} Guard
 * @typedef {'killed' | 'survived'} Verdict
 * @typedef {{ verdict: Verdict, tests: string }} Memory
 */

/** Changes when any test does. */
function hashOfTests() {
  const hash = createHash('sha256');
  for (const name of packages) {
    const folder = join(root, 'packages', name);
    for (const file of readdirSync(folder, {
      recursive: true,
      encoding: 'utf8',
    }).sort()) {
      if (file.endsWith('.test.ts')) hash.update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

/**
 * Makes `copy` the project in which a test may meet a hole.
 * @param {string} copy @param {Guard[]} guards
 */
function fill(copy, guards) {
  const left = new Set(['node_modules', '.git', 'dist', 'test-results', 'coverage']);
  for (const name of readdirSync(root)) {
    if (!left.has(name))
      cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '@manyhands' || name.startsWith('.')) continue;
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  // Our own packages are those of the copy, or the hole would be in nobody's way.
  mkdirSync(join(copy, 'node_modules/@manyhands'));
  for (const name of readdirSync(join(root, 'packages'))) {
    symlinkSync(
      join(copy, 'packages', name),
      join(copy, 'node_modules/@manyhands', name),
    );
  }
  const numbered = guards.map((guard, number) => ({ guard, number }));
  for (const file of new Set(guards.map((guard) => guard.file))) {
    const those = numbered.filter(({ guard }) => guard.file === file);
    const path = join(copy, file);
    writeFileSync(path, withSwitches(readFileSync(path, 'utf8'), those));
  }
  mkdirSync(join(copy, 'notes'));
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** With all that it has started. @param {import('node:child_process').ChildProcess} child */
function end(child) {
  if (child.pid !== undefined && child.exitCode === null)
    process.kill(-child.pid, 'SIGKILL');
}

/**
 * @param {string} copy @param {string[]} files
 * @param {{ env: NodeJS.ProcessEnv, isWhole?: boolean, patienceMs: number }} how
 *   `isWhole`: to the end, and not only to the first failure. `patienceMs`: how long
 *   they may say nothing, since a hole may make a loop endless
 * @returns {Promise<{ passed: boolean, isLate: boolean, said: string }>}
 */
function runTests(copy, files, { env, isWhole = false, patienceMs }) {
  const child = spawn(
    process.execPath,
    [
      join(copy, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=scripts/mutate/vitest.config.mjs',
      '--reporter=dot',
      ...(isWhole ? [] : ['--bail=1', '--no-file-parallelism']),
      ...files,
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
    stream.on('data', (piece) => {
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
 * Runs everything once with nothing taken out. Answers which test files come by each
 * guard: the quickest first, those of its own package before those above it.
 * @param {string} copy @param {Guard[]} guards
 * @returns {Promise<{ file: string, ms: number }[][]>}
 */
async function testsOf(copy, guards) {
  const layers = guards.map(({ file }) => layerOf(file));
  const highest = values.near ? Math.max(...layers) : packages.length - 1;
  const folders = packages
    .slice(Math.min(...layers), highest + 1)
    .map((name) => `packages/${name}/src/`);
  const notes = join(copy, 'notes');
  const how = { env: { MUTATE_NOTES: notes }, isWhole: true, patienceMs: firstMs };
  console.log(`The tests of ${folders.join(', ')} run once with every guard in place…`);
  const { passed, isLate, said } = await runTests(copy, folders, how);
  if (!passed) {
    console.log(said);
    if (isLate) stop(`These tests said nothing for ${firstMs / 60_000} minutes.`);
    stop('These tests fail before anything is taken out (see above). Mend them first.');
  }
  const found = readdirSync(notes).map((name) => {
    const note = JSON.parse(readFileSync(join(notes, name), 'utf8'));
    return { ...note, file: relative(realpathSync(copy), note.file) };
  });
  found.sort((a, b) => layerOf(a.file) - layerOf(b.file) || a.ms - b.ms);
  return guards.map(({ file }, number) =>
    found.filter(
      (test) =>
        test.reached.includes(number) &&
        (!values.near || layerOf(test.file) === layerOf(file)),
    ),
  );
}

/** @param {string} copy @param {number} number @param {{ file: string, ms: number }[]} tests */
async function judge(copy, number, tests) {
  if (tests.length === 0) return 'survived';
  const files = tests.map(({ file }) => file);
  const patience = tests.map(({ file, ms }) => [file, patienceFor(ms)]);
  const env = { MUTATE_OUT: String(number), MUTATE_PATIENCE: JSON.stringify(patience) };
  const longest = Math.max(...tests.map(({ ms }) => patienceFor(ms)));
  const how = { env, patienceMs: startMs + longest };
  const { passed } = await runTests(copy, files, how);
  return passed ? 'survived' : 'killed';
}

/** @template T @param {T[]} items @param {number} count */
const spread = (items, count) =>
  items.filter(
    (_, i) =>
      Math.floor((i * count) / items.length) !==
      Math.floor(((i - 1) * count) / items.length),
  );

async function main() {
  setup();
  const only =
    values.only === undefined ? null : relative(root, join(root, values.only));
  const all = packages
    .flatMap((name) => sourcesIn(`packages/${name}/src`))
    .filter((file) => only === null || file === only || file.startsWith(`${only}/`))
    .flatMap(guardsIn);
  const wanted = values.sample === undefined ? all.length : Number(values.sample);
  if (!Number.isSafeInteger(wanted) || wanted < 1) {
    stop(
      `There is nothing to take out: --only ${values.only}, --sample ${values.sample}.`,
    );
  }
  const guards = wanted >= all.length ? all : spread(all, wanted);
  console.log(`${all.length} guards, ${guards.length} of them wanted.`);
  if (values.list) {
    for (const { file, line, text, put } of guards)
      console.log(`${file}:${line} ${put} ← ${text}`);
    return;
  }

  const memory = join(root, 'node_modules/.cache/manyhands/mutate.json');
  /** @returns {Record<string, Memory>} */
  const remembered = () =>
    existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  const known = values.fresh ? {} : remembered();
  mkdirSync(dirname(memory), { recursive: true });
  const hash = hashOfTests() + (values.near ? ' near' : '');
  const isKnown = (/** @type {Guard} */ { key }) =>
    known[key]?.verdict === 'killed' || known[key]?.tests === hash;
  const waiting = guards.filter((guard) => !isKnown(guard));
  console.log(`${guards.length - waiting.length} are known from an earlier run.`);

  if (waiting.length > 0) {
    // Before there is anything to clean up, so that no signal finds nobody to do it.
    process.once('SIGINT', () => process.exit(130));
    process.once('SIGTERM', () => process.exit(143));
    process.once('SIGHUP', () => process.exit(129));
    const copy = mkdtempSync(join(tmpdir(), 'manyhands-mutate-'));
    process.once('exit', () => {
      for (const child of running) end(child);
      rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
    });
    fill(copy, waiting);
    const tests = await testsOf(copy, waiting);
    const numbers = [...waiting.keys()];
    const next = async () => {
      for (let at = numbers.shift(); at !== undefined; at = numbers.shift()) {
        const { key, file, line, text, put } = /** @type {Guard} */ (waiting[at]);
        const files = tests[at] ?? [];
        const verdict = await judge(copy, at, files);
        known[key] = { verdict, tests: hash };
        // Another run may have written meanwhile.
        const all = { ...remembered(), [key]: known[key] };
        writeFileSync(`${memory}.new`, JSON.stringify(all));
        renameSync(`${memory}.new`, memory);
        const where = `${file}:${line} ${put} ← ${text}`;
        const left = `${files.length} tests come by, ${numbers.length} left`;
        console.log(`${verdict} ${where} (${left})`);
      }
    };
    await Promise.all(Array.from({ length: parallel }, next));
  }
  const survivors = guards.filter(({ key }) => known[key]?.verdict === 'survived');
  for (const { file, line, text, put } of survivors) {
    console.log(`No test misses ${file}:${line}: ${text} (made ${put})`);
  }
  console.log(`${guards.length} guards taken out, ${survivors.length} not missed.`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

await main();
