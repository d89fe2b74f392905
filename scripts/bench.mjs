// npm run bench: measures, one folder of bench/ per question.
//   npm run bench                      all of them
//   npm run bench -- join size         these
//   npm run bench -- --json FILE       also writes the numbers to FILE
//   npm run bench -- --save            also keeps the numbers as the new baseline
//   npm run bench -- hostile --set bytes=50000    what a bench can be told, it says itself
//
// Each folder has a bench.ts that exports `question` and `measure()`; bench/baseline.json
// is committed. Numbers of different machines do not compare; ratios within a run do.
// A goal that is missed is said, and makes the command fail.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './build.mjs';
import { loadingServer } from './loadingServer.mjs';
import { root, setup, stop } from './setup.mjs';

/**
 * @typedef {{ atMost: number } | { atLeast: number }} Goal
 * @typedef {{ what: string, value: number, unit: string, goal?: Goal }} Measure
 * @typedef {{ question: string, measure: (settings: Record<string, string>) => Promise<Measure[]> }} Bench
 */

const { values, positionals } = parseArgs({
  options: {
    save: { type: 'boolean', default: false },
    json: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
setup({ browser: true });
await buildApp();

const folder = join(root, 'bench');
const all = readdirSync(folder).filter((name) =>
  existsSync(join(folder, name, 'bench.ts')),
);
const unknown = positionals.filter((name) => !all.includes(name));
if (unknown.length > 0)
  stop(`No bench called ${unknown.join(', ')}. There are: ${all.join(', ')}.`);

const baselineFile = join(folder, 'baseline.json');
/** @type {Record<string, Measure[]>} */
const baseline = existsSync(baselineFile)
  ? JSON.parse(readFileSync(baselineFile, 'utf8'))
  : {};

/** @param {Measure} measure */
const misses = ({ value, goal }) =>
  goal !== undefined && ('atMost' in goal ? value > goal.atMost : value < goal.atLeast);

/** @param {Goal | undefined} goal */
const goalText = (goal) =>
  goal === undefined ? '' : 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;

/** @param {Measure} measure @param {Measure | undefined} past */
function row({ what, value, unit, goal }, past) {
  return {
    what,
    now: value,
    unit,
    goal: goalText(goal),
    baseline: past?.value ?? '',
    'now / baseline': past ? Number((value / past.value).toFixed(2)) : '',
  };
}

/** @type {Record<string, string>} */
const settings = Object.fromEntries(values.set.map((each) => each.split('=', 2)));
const server = await loadingServer();
/** @type {Record<string, Measure[]>} */
const results = {};
for (const name of positionals.length > 0 ? positionals : all) {
  const entry = join(folder, name, 'bench.ts');
  const bench = await server.ssrLoadModule(entry);
  const { question, measure } = /** @type {Bench} */ (/** @type {unknown} */ (bench));
  const started = performance.now();
  const measures = await measure(settings);
  results[name] = measures;
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`\n${name}: ${question} (${seconds} s)`);
  const past = (/** @type {string} */ what) =>
    baseline[name]?.find((each) => each.what === what);
  console.table(measures.map((each) => row(each, past(each.what))));
  for (const { what, value, unit, goal } of measures.filter(misses)) {
    console.log(`MISSED: ${what} is ${value} ${unit}, the goal is ${goalText(goal)}.`);
    process.exitCode = 1;
  }
}

/** @param {string} file @param {unknown} content */
const write = (file, content) =>
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
if (values.json !== undefined) {
  write(values.json, { node: process.version, platform: process.platform, results });
}
if (values.save) write(baselineFile, { ...baseline, ...results });
process.exit();
