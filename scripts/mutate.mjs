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
// guard that no file comes by is missed by none, and takes no time. What no test in Node
// misses is asked of those in a browser, which are slow to begin.
//
// A guard that a test missed counts so while its file is the same; one that none missed
// is tried again as soon as any test has changed. What was found is kept in
// node_modules/.cache under the text of the file and of the guard, so that a run goes on
// where the last one stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { guardsIn, sourcesIn } from './mutate/guards.mjs';
import { Notebook, Verdicts } from './mutate/memory.mjs';
import { fill } from './mutate/scratch.mjs';
import { endAll, isMissed, runWhole } from './mutate/tests.mjs';
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

/**
 * @typedef {import('./mutate/guards.mjs').Guard} Guard
 * @typedef {import('./mutate/notes.mjs').Note} Note
 * @typedef {import('./mutate/tests.mjs').Place} Place
 * @typedef {{ guard: Guard, number: number }} Numbered
 */

/** In the order of the layers: what stands later may depend on what stands before. */
const packages = ['codec', 'keys', 'ledger', 'replica', 'mesh'];

/** @param {string} file */
const layerOf = (file) => packages.indexOf(file.split('/')[1] ?? '');
const folderOf = (/** @type {string} */ name) => `packages/${name}/src/`;

const whereIs = (/** @type {Guard} */ { file, line, text, put }) =>
  `${file}:${line} ${put} ← ${text}`;

/** The packages whose tests are asked about these. @param {Numbered[]} wanted */
function askedOf(wanted) {
  const layers = wanted.map(({ guard }) => layerOf(guard.file));
  if (values.near) return packages.filter((_, layer) => layers.includes(layer));
  return packages.slice(Math.min(...layers));
}

/**
 * What the tests come by that are asked about these, from an earlier run or a new one.
 * @param {string} copy @param {Numbered[]} wanted @param {Place} place
 * @returns {Promise<Note[]>}
 */
async function notesOn(copy, wanted, place) {
  const notebook = new Notebook(values.fresh);
  const folders = askedOf(wanted).map(folderOf);
  const unknown = folders.filter((folder) => !notebook.of(folder, place));
  if (unknown.length > 0) {
    const where = place === 'node' ? 'in Node' : 'in a browser';
    console.log(`The tests of ${unknown.join(', ')} run once ${where}, nothing out…`);
    const whole = await runWhole(copy, unknown, place);
    if ('said' in whole) {
      console.log(whole.said);
      stop('These tests fail before anything is taken out (see above). Mend them.');
    }
    for (const folder of unknown) {
      const its = whole.notes.filter(({ file }) => file.startsWith(folder));
      notebook.learn(folder, place, its);
    }
  }
  return folders.flatMap((folder) => notebook.of(folder, place) ?? []);
}

/**
 * Takes each of these out while the tests of a place run. Answers those that none missed.
 * @param {string} copy @param {Numbered[]} wanted @param {Place} place
 * @param {(guard: Guard) => void} onmissed
 */
async function takeOut(copy, wanted, place, onmissed) {
  if (wanted.length === 0) return [];
  const notes = await notesOn(copy, wanted, place);
  notes.sort((a, b) => layerOf(a.file) - layerOf(b.file) || a.ms - b.ms);
  /** @type {Numbered[]} */
  const others = [];
  const waiting = [...wanted];
  const next = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      const { guard, number } = each;
      const isNear = (/** @type {Note} */ { file }) =>
        !values.near || layerOf(file) === layerOf(guard.file);
      const tests = notes.filter(
        (note) => note.reached.includes(number) && isNear(note),
      );
      const missed = await isMissed(copy, number, tests, place);
      if (missed) onmissed(guard);
      else others.push(each);
      const left = `${tests.length} tests come by, ${waiting.length} left`;
      console.log(`${missed ? 'missed' : 'NOT missed'} ${whereIs(guard)} (${left})`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.lanes) }, next));
  return others;
}

function makeScratch() {
  // Before there is anything to clean up, so that no signal finds nobody to do it.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
  const copy = mkdtempSync(join(tmpdir(), 'manyhands-mutate-'));
  process.once('exit', () => {
    endAll();
    rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
  });
  return copy;
}

/** @template T @param {T[]} items @param {number} count */
const spread = (items, count) =>
  items.filter(
    (_, i) =>
      Math.floor((i * count) / items.length) !==
      Math.floor(((i - 1) * count) / items.length),
  );

/** @param {Guard[]} all @returns {Numbered[]} */
function chosenFrom(all) {
  const only =
    values.only === undefined ? null : relative(root, join(root, values.only));
  const those = all
    .map((guard, number) => ({ guard, number }))
    .filter(
      ({ guard: { file } }) =>
        only === null || file === only || file.startsWith(`${only}/`),
    );
  const count = values.sample === undefined ? those.length : Number(values.sample);
  if (!Number.isSafeInteger(count) || count < 1)
    stop(`Nothing to take out: --only ${values.only}, --sample ${values.sample}.`);
  console.log(
    `${those.length} guards, ${Math.min(count, those.length)} of them wanted.`,
  );
  return count >= those.length ? those : spread(those, count);
}

async function main() {
  setup();
  const all = packages.flatMap((name) => sourcesIn(`packages/${name}/src`));
  const guards = all.flatMap(guardsIn);
  const chosen = chosenFrom(guards);
  if (values.list) {
    for (const { guard } of chosen) console.log(whereIs(guard));
    return;
  }
  const verdicts = new Verdicts(values.fresh, values.near ? ' near' : '');
  const waiting = chosen.filter(({ guard }) => verdicts.of(guard.key) === undefined);
  console.log(`${chosen.length - waiting.length} are known from an earlier run.`);
  if (waiting.length > 0) {
    const copy = makeScratch();
    fill(copy, guards);
    const learn = (/** @type {Guard} */ { key }) => verdicts.learn(key, 'killed');
    const others = await takeOut(copy, waiting, 'node', learn);
    const none = await takeOut(copy, others, 'browser', learn);
    for (const { guard } of none) verdicts.learn(guard.key, 'survived');
  }
  const survivors = chosen.filter(({ guard }) => verdicts.of(guard.key) === 'survived');
  for (const { guard } of survivors) console.log(`No test misses ${whereIs(guard)}`);
  console.log(`${chosen.length} guards taken out, ${survivors.length} not missed.`);
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

await main();
