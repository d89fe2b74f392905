import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inNode } from '../engines.ts';
import { largeTown, townFile } from '../join/townFile.ts';
import type { Joined } from '../join/joinTown.ts';
import { measuring } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { installed } from '../ownPackage.ts';

export const question =
  'How long does joining an OrbitDB log take, against joining a town of ours? (Larger ones are reckoned from how its time grows.)';

const sizes = [1_000, 2_000, 4_000, 8_000] as const;

export async function measure(): Promise<Measure[]> {
  const folder = installed('orbitdb', 'OrbitDB');
  if (folder === null) return [];
  const logs: LogJoined[] = [];
  for (const size of sizes) logs.push(await joinLog(folder, size));
  const ours = await inNode<Joined>({
    name: 'joinOnce',
    file: 'bench/join/runOnce.ts',
    input: await townFile(largeTown),
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

async function joinLog(folder: string, entries: number): Promise<LogJoined> {
  const args = [join(folder, 'joinLog.mjs'), String(entries)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as LogJoined;
}

const round = (n: number): number => Number(n.toFixed(2));
