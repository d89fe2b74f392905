import { inChromium, inNode } from '../engines.ts';
import { townFile } from '../join/townFile.ts';
import { measuring } from '../measure.ts';
import type { Measure } from '../measure.ts';
import type { Arrivals } from './run.ts';

export const question =
  'What does one transfer cost that arrives at 100,000, against one that arrives at 1,000?';

const people = { members: 1_000, secondDevices: 500 };
const engines = [
  ['Node', inNode],
  ['Chromium', inChromium],
] as const;

export async function measure(): Promise<Measure[]> {
  const small = await townFile({ ...people, transfers: 1_000 });
  const large = await townFile({ ...people, transfers: 100_000 });
  const measures: Measure[] = [];
  for (const [engine, run] of engines) {
    const job = { name: 'arrive', file: 'bench/arrive/run.ts' };
    const few = await run<Arrivals>({ ...job, input: small });
    const many = await run<Arrivals>({ ...job, input: large });
    const { us, ratio } = measuring(engine);
    measures.push(
      us(`at ${few.entries} entries`, few.taken),
      us(`at ${many.entries} entries`, many.taken),
      // A tenth is chance: the cost must not grow with what is held.
      ratio('the one against the other', many.taken / few.taken, { atMost: 1.5 }),
      us(`at ${few.entries} entries, with the digest of all logs`, few.told),
      us(`at ${many.entries} entries, with the digest of all logs`, many.told),
    );
  }
  return measures;
}
