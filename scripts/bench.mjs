// npm run bench: measures, one folder of bench/ per question.
//   npm run bench                 all of them
//   npm run bench -- signatures   one
//   npm run bench -- --save       also keeps the numbers as the new baseline
//
// Each folder has a bench.ts that exports `question` and `measure()`, and a committed
// baseline.json. Numbers of different machines do not compare; ratios within a run do.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './build.mjs';
import { root, setup, stop } from './setup.mjs';

/**
 * @typedef {{ what: string, value: number, unit: string }} Measure
 * @typedef {{ question: string, measure: () => Promise<Measure[]> }} Bench
 */

const { values, positionals } = parseArgs({
  options: { save: { type: 'boolean', default: false } },
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

const { runnerImport } = await import('vite');
for (const name of positionals.length > 0 ? positionals : all) {
  const entry = join(folder, name, 'bench.ts');
  const { module } = await runnerImport(entry, {
    configFile: false,
    logLevel: 'error',
  });
  const { question, measure } = /** @type {Bench} */ (module);
  const measures = await measure();

  const file = join(folder, name, 'baseline.json');
  /** @type {Measure[]} */
  const baseline = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  console.log(`\n${name}: ${question}`);
  console.table(
    measures.map(({ what, value, unit }) => ({
      what,
      now: value,
      baseline: baseline.find((past) => past.what === what)?.value ?? '',
      unit,
    })),
  );
  if (values.save) writeFileSync(file, `${JSON.stringify(measures, null, 2)}\n`);
}
process.exit();
