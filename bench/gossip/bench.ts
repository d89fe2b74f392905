import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, inNode } from '../engines.ts';
import { measuring } from '../measure.ts';
import type { Measure } from '../measure.ts';
import type { Outcome } from './crowd.ts';
import { sharedEntries } from './sharedEntries.ts';

export const question =
  'In a thousand devices with eight links each, how many rounds until all have a new transfer?';

/**
 * Every device is the real thing: replica, mesh, handshake, session, gossip, and the rules
 * by which links are made and given up. The relay's room, the channels and the clock are
 * those of the simulator. A round: everybody who has heard tells all their neighbours, so
 * that the rounds of a device are the links on the way by which it first came there.
 */
export async function measure(): Promise<Measure[]> {
  // A thousand replicas take some minutes and some gigabytes; fewer, to have a look.
  const devices = Number(process.env['MANYHANDS_CROWD'] ?? 1_000);
  const input = join(cacheFolder(), 'crowd.json');
  writeFileSync(input, JSON.stringify({ devices, seed: 1 }));
  const outcome = await inNode<Outcome>({
    name: 'gossip',
    file: 'bench/gossip/run.ts',
    input,
    plugins: [sharedEntries()],
    heapMegabytes: 12_000,
  });
  const { plain } = measuring(`${devices} devices`);
  const goal = (measure: Measure, atMost: number): Measure => ({
    ...measure,
    goal: { atMost },
  });
  return [
    goal(plain('most links of one', outcome.mostLinks), 8),
    plain('fewest links of one', outcome.fewestLinks),
    goal(plain('parts that cannot reach each other', outcome.parts), 1),
    plain('handshakes of each', outcome.handshakes / devices),
    goal(plain('rounds until all have it', outcome.rounds), 10),
    plain('devices that never got it', outcome.without),
    { what: 'time until all have it', value: outcome.ms, unit: 'ms' },
    goal(
      plain('parts, after one in four has left and come back', outcome.partsLater),
      1,
    ),
    goal(plain('rounds then', outcome.roundsLater), 10),
  ];
}
