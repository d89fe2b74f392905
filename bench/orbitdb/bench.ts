import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/setup.mjs';
import { inNode } from '../engines.ts';
import { townFile } from '../join/townFile.ts';
import type { Joined } from '../join/joinTown.ts';
import { measuring } from '../measure.ts';
import type { Measure } from '../measure.ts';

export const question =
  'How long does joining an OrbitDB log take, against joining a town of ours? (Larger ones are reckoned from how its time grows.)';

const folder = join(root, 'bench/orbitdb');
const sizes = [1_000, 2_000, 4_000, 8_000] as const;
const town = { members: 1_000, secondDevices: 500, transfers: 100_000 };

export async function measure(): Promise<Measure[]> {
  if (!isInstalled() && !install()) {
    console.log('OrbitDB could not be installed, so nothing is compared with it.');
    return [];
  }
  const logs: LogJoined[] = [];
  for (const size of sizes) logs.push(await joinLog(size));
  const ours = await inNode<Joined>({
    name: 'joinOnce',
    file: 'bench/join/runOnce.ts',
    input: await townFile(town),
  });
  const [first, last] = [logs[0], logs.at(-1)];
  if (!first || !last) throw new Error('Bug: no log was joined');
  const growth = Math.log(last.ms / first.ms) / Math.log(last.entries / first.entries);
  // Every entry is looked at, so less than in proportion is chance: then in proportion.
  const whole = last.ms * (ours.entries / last.entries) ** Math.max(1, growth);
  const theirs = measuring('OrbitDB');
  return [
    ...logs.map(({ entries, ms }) => theirs.ms(`${entries} entries`, ms)),
    {
      what: 'OrbitDB: its time grows as entries to the',
      value: round(growth),
      unit: '',
    },
    theirs.ms(`${ours.entries} entries, reckoned`, whole),
    measuring('ours').ms(`${ours.entries} entries`, ours.ms),
    {
      what: `the one against the other, of ${last.entries} entries an entry`,
      value: round(last.ms / last.entries / (ours.ms / ours.entries)),
      unit: '×',
      goal: { atLeast: 5 },
    },
  ];
}

interface LogJoined {
  readonly entries: number;
  readonly ms: number;
}

async function joinLog(entries: number): Promise<LogJoined> {
  const args = [join(folder, 'joinLog.mjs'), String(entries)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as LogJoined;
}

const lock = (file: string): unknown =>
  existsSync(join(folder, file)) &&
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { packages: object })
    .packages;

/** npm writes its own note of what it installed last of all. */
const isInstalled = (): boolean => {
  const wanted = Object.keys(lock('package-lock.json') as object).filter(Boolean);
  const here = lock('node_modules/.package-lock.json');
  return here !== false && wanted.every((path) => path in (here as object));
};

function install(): boolean {
  console.log('Installing OrbitDB for this bench alone (npm ci)…');
  const flags = ['--ignore-scripts', '--no-workspaces', '--no-audit', '--no-fund'];
  const args = ['ci', ...flags, '--loglevel=error'];
  return spawnSync('npm', args, { cwd: folder, stdio: 'ignore' }).status === 0;
}

const round = (n: number): number => Number(n.toFixed(2));
