import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, inNode } from '../engines.ts';
import { measuring } from '../measure.ts';
import type { Measure, Settings } from '../measure.ts';
import { encodeDeliveries } from './delivery.ts';
import type { Delivery } from './delivery.ts';
import { helped } from './entries.ts';
import { fill } from './fill.ts';
import { identityAttacks } from './identityAttacks.ts';
import { otherAttacks } from './otherAttacks.ts';
import type { Outcome } from './run.ts';
import { didacsLog, inOrder, oneRunEach, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

export const question =
  'What does the worst that one member can write cost, on receiving and on opening, against ordinary entries of the same size?';

/** More than an attentive member writes in a year. */
const usual = 200_000;

/**
 * `--set bytes=50000` writes less, `--set only=fork` tries those alone whose name has the
 * word in it.
 */
export async function measure({
  bytes = String(usual),
  only = '',
}: Settings): Promise<Measure[]> {
  const stage = await setStage(Number(bytes));
  const attacks: Delivery[] = [];
  for (const { name, pages } of [...identityAttacks, ...otherAttacks]) {
    if (name.includes(only)) attacks.push({ name, pages: await pages(stage) });
  }
  const added = await ordinaryEntries(stage);
  const ordinary = inOrder([added]);
  const ordinaryNews = oneRunEach(added);
  const input = join(cacheFolder(), 'hostile');
  const { community, before } = stage;
  const pages = { before: [...before], ordinary, ordinaryNews };
  writeFileSync(
    input,
    encodeDeliveries({ community: community.id, ...pages, attacks }),
  );
  const outcomes = await inNode<Outcome[]>({
    name: 'hostile',
    file: 'bench/hostile/run.ts',
    input,
  });
  return outcomes.flatMap(tell);
}

function tell({ name, cost, receiving, opening }: Outcome): Measure[] {
  const { ms, plain, ratio } = measuring(name);
  return [
    ratio('receiving', receiving, { atMost: 10 }),
    ratio('opening', opening, { atMost: 10 }),
    { ...ms('longest standstill', cost.longest), goal: { atMost: 200 } },
    ms('work of receiving', cost.receiving),
    ms('work of opening', cost.opening),
    plain('entries kept', cost.kept),
    plain('of them, written by the phone itself', cost.written),
  ];
}

const ordinaryEntries = (stage: Stage) =>
  fill(didacsLog(stage), stage.bytes, (i) => helped(stage.ana, 1 + (i % 90)));
