import { inChromium, inNode } from '../engines.ts';
import type { Job } from '../engines.ts';
import { measuring, median } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { everySignature } from './everySignature.ts';
import type { Joined } from './joinTown.ts';
import type { Outcome } from './run.ts';
import { largeTown, townFile } from './townFile.ts';

export const question =
  'How long does a newcomer take over 1,000 members, 1,500 devices and 100,000 transfers, against the same with every signature verified?';

const engines = [
  ['Node', inNode],
  ['Chromium', inChromium],
] as const;

export async function measure(): Promise<Measure[]> {
  const input = await townFile(largeTown);
  const ours: Job = { name: 'join', file: 'bench/join/run.ts', input };
  const every: Job = {
    name: 'joinEvery',
    file: 'bench/join/runOnce.ts',
    input,
    plugins: [everySignature()],
  };
  const measures: Measure[] = [];
  for (const [engine, run] of engines) {
    const outcome = await run<Outcome>(ours);
    measures.push(...tell(engine, outcome, await run<Joined>(every)));
  }
  return measures;
}

function tell(engine: string, { joins, parts }: Outcome, slow: Joined): Measure[] {
  for (const { stateHash, members } of joins) {
    if (stateHash !== slow.stateHash) throw new Error('the two disagree');
    if (members !== largeTown.members) throw new Error('members are missing');
  }
  const whole = median(joins.map(({ ms }) => ms));
  const { pages, chains, signatures, fold, document } = parts;
  const rest = whole - pages - chains - signatures - fold - document;
  const { ms, plain, ratio } = measuring(engine);
  return [
    ms('join', whole),
    ms('join with every signature verified', slow.ms),
    ratio('the one against the other', slow.ms / whole, { atLeast: 5 }),
    plain('entries', slow.entries),
    plain('signatures looked at', parts.signatureCount),
    ms('alone: pages read', pages),
    ms('alone: chains read', chains),
    ms('of that, SHA-256', parts.hashes),
    ms('alone: signatures', signatures),
    ms('alone: folds', fold),
    ms('alone: Yjs', document),
    ms('holdings, memory, waiting', rest),
  ];
}
