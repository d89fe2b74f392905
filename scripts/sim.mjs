// npm run sim: lives whole communities through, each from one seed, and says which failed.
//   npm run sim                                 200 seeds from 1
//   npm run sim -- --seeds 500 --from 9000      these
//   npm run sim -- --seeds 1 --from 9007 --trace    one, with all that happens in it
//   npm run sim -- --plain               without accounts and decisions, as pinned seeds of before
//   npm run sim -- --alone               without the pinned seeds
//   npm run sim -- --calm                with these, and nothing pushed through (pinned seeds too)
//   npm run sim -- --offender crowder    in each of them somebody who does this harm, whoever
//                                        the seed draws (packages/testing/src/sim/offenders)
//
// Every seed is one community with its own troubles (packages/testing/src/sim). The pinned
// seeds, which failed once, run always. Work is shared over the cores.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root, setup, stop } from './setup.mjs';

/**
 * @typedef {import('../packages/testing/src/sim/simulate.ts').Outcome} Outcome
 */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
    calm: { type: 'boolean', default: false },
    lone: { type: 'boolean', default: false },
    // Without the pinned ones.
    alone: { type: 'boolean', default: false },
    offender: { type: 'string' },
    // Set by this script for the processes it starts: every which seed is theirs.
    share: { type: 'string' },
  },
});

/** @param {string} name @param {string} text */
function wholeNumber(name, text) {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  return stop(`--${name} takes a whole number, not "${text}".`);
}
const seeds = wholeNumber('seeds', values.seeds);
const from = wholeNumber('from', values.from);

/** The simulator is TypeScript, which Node 20 cannot read: Vite runs it as it is. */
async function load() {
  const { createServer } = await import('vite');
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  });
  /** @param {string} file */
  const module = async (file) => {
    const path = join(root, 'packages/testing/src/sim', file);
    return /** @type {unknown} */ (await server.ssrLoadModule(path));
  };
  /** @typedef {typeof import('../packages/testing/src/sim/simulate.ts')} Simulator */
  /** @typedef {typeof import('../packages/testing/src/sim/offenders/kinds.ts')} Kinds */
  const { pinnedWorlds, simulate } = /** @type {Simulator} */ (
    await module('simulate.ts')
  );
  const { isOffender } = /** @type {Kinds} */ (await module('offenders/kinds.ts'));
  return { isOffender, pinnedWorlds, simulate };
}

/** @param {Outcome} outcome */
const replay = ({ seed, asked, isPlain, isCalm, isLone }) =>
  `npm run sim -- --seeds 1 --from ${seed}${asked ? ` --offender ${asked}` : ''}` +
  `${isPlain ? ' --plain' : ''}${isCalm ? ' --calm' : ''}${isLone ? ' --lone' : ''} --trace`;

/** Lives through every `of`-th seed, and prints one line of JSON for each. */
async function work(/** @type {number} */ part, /** @type {number} */ of) {
  const { isOffender, pinnedWorlds, simulate } = await load();
  const { offender } = values;
  if (offender !== undefined && !isOffender(offender)) {
    return stop(`--offender takes no "${offender}".`);
  }
  const asked = {
    isPlain: values.plain,
    isCalm: values.calm,
    isLone: values.lone,
    ...(offender === undefined ? {} : { offender }),
  };
  const range = Array.from({ length: seeds }, (_, i) => ({ seed: from + i, ...asked }));
  const isApart = values.alone || seeds === 1 || offender !== undefined;
  const pinned = isApart ? [] : pinnedWorlds;
  for (const [i, world] of [...pinned, ...range].entries()) {
    if (i % of !== part) continue;
    const outcome = await simulate({
      ...world,
      ...(values.trace ? { trace: (line) => console.error(line) } : {}),
    });
    console.log(JSON.stringify(outcome));
  }
  process.exit();
}

/** @param {number} part @param {number} of @param {(outcome: Outcome) => void} onoutcome */
function start(part, of, onoutcome) {
  const share = `${part}/${of}`;
  const args = [
    fileURLToPath(import.meta.url),
    ...process.argv.slice(2),
    '--share',
    share,
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (/** @type {string} */ text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onoutcome(JSON.parse(line));
  });
  return new Promise((resolve) => child.on('close', resolve));
}

async function main() {
  setup();
  const started = performance.now();
  /** @type {Outcome[]} */
  const outcomes = [];
  const of = values.trace ? 1 : Math.max(1, Math.min(availableParallelism(), seeds, 8));
  const statuses = await Promise.all(
    Array.from({ length: of }, (_, part) =>
      start(part, of, (outcome) => {
        outcomes.push(outcome);
        if (outcome.failure === null) return;
        console.log(`\nSeed ${outcome.seed} failed: ${outcome.failure}`);
        console.log(`  ${replay(outcome)}`);
      }),
    ),
  );
  const failed = outcomes.filter(({ failure }) => failure !== null);
  const harmed = outcomes.filter(({ offender }) => offender !== 'nobody').length;
  /** @param {'steps' | 'entries' | 'transfers' | 'cuts' | 'carried' | 'witnesses' | 'kept' | 'parcels'} of */
  const sum = (of) => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  /** How many there were in all of them together, and in how many; the rarest first. */
  const often = (
    /** @type {(outcome: Outcome) => Readonly<Record<string, number>>} */ of,
  ) => {
    const total = /** @type {Map<string, { count: number, worlds: number }>} */ (
      new Map()
    );
    for (const [name, count] of outcomes.flatMap((each) => Object.entries(of(each)))) {
      const known = total.get(name) ?? { count: 0, worlds: 0 };
      const worlds = known.worlds + (count > 0 ? 1 : 0);
      total.set(name, { count: known.count + count, worlds });
    }
    return [...total]
      .sort(([, a], [, b]) => a.worlds - b.worlds || a.count - b.count)
      .map(([name, { count, worlds }]) => `${count} ${name} (${worlds})`)
      .join(', ');
  };
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(
    `\n${outcomes.length} communities in ${seconds} s: ${sum('steps')} steps, ` +
      `${sum('entries')} entries, ${sum('transfers')} transfers ` +
      `(${sum('carried')} carried), ${sum('cuts')} cuts, ${sum('witnesses')} witnesses, ` +
      `${sum('kept')} entries of keepers, ${sum('parcels')} parcels, ` +
      `${harmed} with an offender.\n` +
      `How many, and in brackets in how many worlds: ${often(({ ours }) => ours)}.\n` +
      `Entries of each type: ${often(({ written }) => written)}.\n` +
      `${failed.length} failed${failed.length > 0 ? `: ${failed.map(({ seed }) => seed).join(' ')}` : ''}.`,
  );
  const isWhole = statuses.every((status) => status === 0) && outcomes.length >= seeds;
  if (!isWhole) console.log('A process ended before its seeds were done.');
  process.exitCode = failed.length > 0 || !isWhole ? 1 : 0;
}

if (values.share === undefined) await main();
else {
  const [part = '0', of = '1'] = values.share.split('/');
  await work(wholeNumber('share', part), wholeNumber('share', of));
}
