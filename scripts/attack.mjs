// npm run attack: everything that an attacker with the source could send, by the fourteen
// classes of test/attack, written against exports and the wire alone.
//   npm run attack                       all sizes, far more orders
//   npm run attack -- --short            as npm test runs it
//   npm run attack -- --only 06          one class, or several: --only 03 --only 05
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, setup, stop } from './setup.mjs';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});

const folder = 'test/attack';
const all = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.ts'));
const files = all.filter(
  (name) =>
    values.only.length === 0 || values.only.some((each) => name.startsWith(each)),
);
if (files.length === 0) stop(`No class begins with ${values.only.join(' or ')}.`);

setup();
const results = join(root, 'test-results/attack.json');
mkdirSync(join(root, 'test-results'), { recursive: true });
rmSync(results, { force: true });
if (values.short) delete process.env['MANYHANDS_SLOW'];
else process.env['MANYHANDS_SLOW'] = '1';

const started = performance.now();
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--project=unit*', '--maxWorkers=2'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    ...files.map((name) => `${folder}/${name}`),
  ],
  { cwd: root, stdio: 'inherit', env: process.env },
);

/** @type {{ name: string, assertionResults: { status: string }[] }[]} */
const told = JSON.parse(readFileSync(results, 'utf8')).testResults;
/** Held or landed, of these files. */
const count = (/** @type {string} */ which, of = told) =>
  of.reduce(
    (sum, { assertionResults }) =>
      sum + assertionResults.filter((each) => each.status === which).length,
    0,
  );
const landed = told.filter((each) => count('failed', [each]) > 0);
for (const each of landed) {
  const name = each.name.slice(each.name.lastIndexOf('/') + 1, -'.test.ts'.length);
  console.log(`${name}: ${count('failed', [each])} landed`);
}
const classes = new Set(files.map((name) => name.slice(0, 2))).size;
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(
  `\n${classes} classes in ${seconds} s: ${count('passed')} attacks held, ` +
    `${count('failed')} landed.`,
);
process.exitCode = status === 0 && count('passed') > 0 ? 0 : 1;
